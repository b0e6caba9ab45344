// First names that are common where the product is at home: in England and Wales over the last eighty years, and among
// the families there whose names are South Asian, Arabic, Polish, Portuguese, Nepali, Filipino and African. Names are
// facts; the lists were written for this file.

#include <algorithm>
#include <array>

#include "personal_data/finders.h"

namespace earshot::personal_data {
namespace {

constexpr std::string_view kNames[] = {
    "aaliyah",   "aaron",       "abdul",      "abdullah",   "abigail",    "adam",       "adele",     "adnan",
    "adrian",    "agnieszka",   "agnès",      "ahmad",      "ahmed",      "aidan",      "aiden",     "aisha",
    "ajay",      "alan",        "albert",     "aled",       "alex",       "alexander",  "alexandra", "alfie",
    "ali",       "alice",       "alicja",     "alina",      "alison",     "alistair",   "aliya",     "allan",
    "althea",    "alun",        "alys",       "amanda",     "amelia",     "amina",      "amir",      "amira",
    "amit",      "amy",         "ana",        "analyn",     "andrea",     "andreea",    "andrew",    "andrzej",
    "andré",     "aneta",       "angela",     "anil",       "anita",      "anjali",     "ann",       "anna",
    "anne",      "annie",       "anthony",    "antonio",    "anwen",      "anya",       "aoife",     "archie",
    "arjun",     "arthur",      "arwel",      "asad",       "ashley",     "asif",       "asim",      "asma",
    "athena",    "aurora",      "ava",        "awel",       "ayaan",      "ayan",       "ayesha",    "ayla",
    "ayse",      "aziz",        "barbara",    "barry",      "beata",      "beatrice",   "beatriz",   "beca",
    "ben",       "benjamin",    "bernadette", "bernard",    "beth",       "bethan",     "betsan",    "betty",
    "bibi",      "bikash",      "bilal",      "bimala",     "binod",      "bishnu",     "blessing",  "brandon",
    "brenda",    "brian",       "bridget",    "bronwen",    "bryn",       "cadi",       "caitlin",   "callum",
    "cameron",   "carol",       "caroline",   "carys",      "catherine",  "catrin",     "ceri",      "charles",
    "charlie",   "charlotte",   "cheryl",     "chidi",      "chioma",     "chloe",      "chris",     "christina",
    "christine", "christopher", "ciara",      "claire",     "clara",      "clare",      "clive",     "colin",
    "connor",    "conor",       "craig",      "cristina",   "daniel",     "danielle",   "darren",    "david",
    "debbie",    "deborah",     "deepa",      "deepak",     "denis",      "denise",     "derek",     "dewi",
    "diana",     "diane",       "dilys",      "diogo",      "dipak",      "dmitri",     "donald",    "donna",
    "dorothy",   "dylan",       "edith",      "edward",     "edyta",      "efa",        "eileen",    "eilidh",
    "eirlys",    "elaine",      "elan",       "eleanor",    "elena",      "eleri",      "elijah",    "elin",
    "eliza",     "elizabeth",   "ella",       "ellie",      "elliot",     "ellis",      "elsie",     "emilia",
    "emily",     "emma",        "emmanuel",   "emyr",       "eric",       "erin",       "esme",      "esther",
    "ethan",     "eurwen",      "eva",        "evan",       "evelyn",     "evie",       "ewa",       "fahad",
    "faisal",    "farah",       "farhan",     "fatima",     "fatma",      "ffion",      "finley",    "fiona",
    "florence",  "frances",     "francesca",  "francis",    "francisco",  "frankie",    "freddie",   "frederick",
    "freya",     "gabriel",     "gabriela",   "gareth",     "gary",       "gavin",      "gemma",     "geoffrey",
    "george",    "georgia",     "georgina",   "geraint",    "gerald",     "gethin",     "gillian",   "giovanni",
    "gita",      "glenys",      "gloria",     "gopal",      "gordon",     "grzegorz",   "guto",      "gwen",
    "gwenda",    "gwenllian",   "gwyn",       "gwyneth",    "habib",      "hadiya",     "hafsa",     "halima",
    "hamza",     "hana",        "hannah",     "haris",      "haroon",     "harriet",    "harris",    "harrison",
    "harry",     "hassan",      "heather",    "hefin",      "heledd",     "helen",      "henry",     "hilary",
    "hubert",    "hugh",        "hugo",       "humza",      "hussain",    "hussein",    "hywel",     "iain",
    "ian",       "ibrahim",     "idris",      "iestyn",     "ieuan",      "ifan",       "ifeoma",    "iman",
    "imogen",    "imran",       "indira",     "ines",       "inês",       "ioan",       "iqra",      "irena",
    "irene",     "isaac",       "isabel",     "isabella",   "isabelle",   "isha",       "isla",      "ismail",
    "iwona",     "jacek",       "jackson",    "jacob",      "jacqueline", "jagdeep",    "jake",      "jakub",
    "jamal",     "james",       "jamie",      "jane",       "janet",      "janice",     "janusz",    "jason",
    "jaswinder", "javed",       "jayden",     "jenkin",     "jennifer",   "jenny",      "jeremy",    "jess",
    "jessica",   "jhon",        "jill",       "joan",       "joanna",     "joanne",     "joao",      "joe",
    "joel",      "john",        "jomar",      "jonah",      "jonathan",   "jorge",      "jose",      "joseph",
    "josephine", "josh",        "joshua",     "josie",      "josé",       "jovelyn",    "joyce",     "joão",
    "juan",      "judith",      "julia",      "julian",     "julie",      "justin",     "justyna",   "kabir",
    "kamala",    "kamil",       "kamran",     "karen",      "karim",      "karolina",   "karthik",   "kasia",
    "katarzyna", "kate",        "katherine",  "kathleen",   "kathryn",    "katie",      "katy",      "kayleigh",
    "keith",     "kelly",       "kenneth",    "kerry",      "kevin",      "khadija",    "khadijah",  "khalid",
    "kieran",    "kiran",       "kirsty",     "kofi",       "krishna",    "krystyna",   "kwame",     "kyle",
    "lakshmi",   "latifa",      "laura",      "lauren",     "laxmi",      "layla",      "leah",      "leanne",
    "leila",     "leo",         "leon",       "leonard",    "lesley",     "leslie",     "lewis",     "lexi",
    "liam",      "lilly",       "linda",      "lindsay",    "lisa",       "lleucu",     "llinos",    "lloyd",
    "llŷr",      "logan",       "lois",       "lola",       "lorraine",   "louis",      "louise",    "luca",
    "lucas",     "lucy",        "luis",       "lukas",      "luke",       "luna",       "lydia",     "lynn",
    "lynne",     "mabel",       "maciej",     "macsen",     "madeleine",  "madison",    "magdalena", "mahmoud",
    "mair",      "maisie",      "malcolm",    "malgorzata", "manoj",      "manuel",     "marcin",    "marcus",
    "mared",     "margaret",    "maria",      "mariam",     "marian",     "maricel",    "marie",     "mario",
    "marion",    "marites",     "marjorie",   "marta",      "martha",     "martin",     "mary",      "maryam",
    "mateusz",   "matilda",     "matthew",    "maureen",    "maya",       "małgorzata", "meera",     "megan",
    "mehmet",    "meinir",      "melanie",    "melissa",    "mia",        "micah",      "michael",   "michal",
    "michał",    "michelle",    "miguel",     "mihai",      "mila",       "millie",     "miriam",    "misbah",
    "mohamed",   "mohammad",    "mohammed",   "moira",      "molly",      "monica",     "monika",    "morgan",
    "muhammad",  "mustafa",     "myfanwy",    "nabin",      "nadia",      "nafisa",     "nancy",     "naomi",
    "narinder",  "nasir",       "nasreen",    "natalia",    "natalie",    "natasha",    "nathan",    "nathaniel",
    "nawaz",     "neil",        "nerys",      "niamh",      "nicholas",   "nicola",     "nicole",    "nigel",
    "nikhil",    "nina",        "nisha",      "noah",       "noor",       "nora",       "norman",    "nour",
    "oliver",    "olivia",      "olwen",      "omar",       "oscar",      "osian",      "osman",     "owain",
    "owen",      "pamela",      "parveen",    "pascal",     "patricia",   "patrick",    "paul",      "paula",
    "pauline",   "paulo",       "pawel",      "paweł",      "pedro",      "penelope",   "peter",     "petra",
    "philip",    "philippa",    "phillip",    "phoebe",     "phyllis",    "piotr",      "pooja",     "prabin",
    "pradeep",   "prakash",     "pranav",     "pratik",     "priya",      "priyanka",   "puja",      "rachel",
    "rafael",    "rahim",       "rahul",      "raj",        "rajendra",   "rajesh",     "ralph",     "ramesh",
    "ramila",    "ramona",      "rania",      "rashid",     "raymond",    "rebecca",    "reece",     "reggie",
    "rehan",     "rekha",       "renata",     "rhian",      "rhiannon",   "rhodri",     "rhun",      "rhys",
    "ricardo",   "richard",     "rita",       "robert",     "rodel",      "rodrigo",    "roger",     "rohan",
    "roland",    "ronald",      "ronnie",     "rory",       "rosemary",   "roshan",     "rosie",     "ross",
    "rowena",    "roxanne",     "rukhsana",   "rupert",     "russell",    "ruth",       "ryan",      "saad",
    "saba",      "sabina",      "sabita",     "sabrina",    "sadia",      "safiya",     "sahar",     "saima",
    "sajid",     "salim",       "sally",      "salma",      "sam",        "samantha",   "samina",    "samir",
    "samira",    "samuel",      "sana",       "sandra",     "sangita",    "sanjay",     "santiago",  "santosh",
    "sara",      "sarah",       "saraswati",  "sarita",     "saskia",     "scarlett",   "scott",     "sean",
    "sebastian", "selina",      "seren",      "shabana",    "shahid",     "shamim",     "shane",     "shannon",
    "shanti",    "sharon",      "shaun",      "shazia",     "sheila",     "shelley",    "shirley",   "shreya",
    "shyam",     "sian",        "sienna",     "simon",      "siobhan",    "sioned",     "sita",      "siwan",
    "siân",      "siôn",        "sofia",      "sophia",     "sophie",     "stacey",     "stanley",   "stefan",
    "steffan",   "stella",      "stephanie",  "stephen",    "steven",     "stuart",     "sunil",     "sunita",
    "susan",     "sushila",     "suzanne",    "sybil",      "syed",       "sylvia",     "tahir",     "talia",
    "tamara",    "tanya",       "tara",       "tariq",      "teddy",      "tegan",      "terence",   "teresa",
    "thea",      "theo",        "theodore",   "theresa",    "thomas",     "tiago",      "tiffany",   "timothy",
    "tina",      "tobias",      "toby",       "tom",        "tomasz",     "tommy",      "tomos",     "tony",
    "tracey",    "tracy",       "trevor",     "tudor",      "twm",        "tyler",      "uma",       "umar",
    "usman",     "valerie",     "vanessa",    "vera",       "veronica",   "victoria",   "vijay",     "vikram",
    "vincent",   "vivian",      "walter",     "waqar",      "wasim",      "wendy",      "weronika",  "wiktoria",
    "william",   "wojciech",    "yasir",      "yasmin",     "yousef",     "yusra",      "yusuf",     "yvonne",
    "zac",       "zach",        "zachary",    "zahra",      "zainab",     "zara",       "zayn",      "zeeshan",
    "zeinab",    "zoe",         "zofia",      "zuzanna",    "łukasz",     "آمنہ",       "ابراہیم",   "احمد",
    "اسد",       "اسماعیل",     "بلال",       "ثناء",       "حسن",        "حسین",       "حفصہ",      "حمزہ",
    "خدیجہ",     "رابعہ",       "زینب",       "سارہ",       "شازیہ",      "صائمہ",      "طارق",      "عائشه",
    "عائشہ",     "عثمان",       "علی",        "عمر",        "عمران",      "فاطمہ",      "فیصل",      "محمد",
    "مریم",      "نادیہ",       "کامران",     "یوسف",
};

/// They stand in sentences as words, too.
constexpr std::string_view kAlsoWords[] = {
    "amber",   "angel",    "angus",    "april",   "art",     "ash",      "ashton",  "august",  "autumn",  "bay",
    "bell",    "belle",    "bill",     "blue",    "bob",     "bobby",    "brook",   "brooke",  "bud",     "buddy",
    "cai",     "carter",   "charity",  "chase",   "cherry",  "chip",     "clay",    "cliff",   "clover",  "colt",
    "cooper",  "crystal",  "daffodil", "daisy",   "dale",    "dash",     "dawn",    "dean",    "dee",     "dell",
    "destiny", "diamond",  "dot",      "drew",    "duke",    "earl",     "ebony",   "eve",     "faith",   "fern",
    "flora",   "ford",     "forest",   "frank",   "gale",    "gene",     "ginger",  "glen",    "grace",   "grant",
    "guy",     "harmony",  "harper",   "hazel",   "heath",   "holly",    "honey",   "hope",    "hunter",  "iris",
    "ivy",     "jack",     "jade",     "jan",     "jasmine", "jay",      "jean",    "jet",     "jewel",   "joey",
    "jordan",  "joy",      "june",     "justice", "kay",     "kit",      "lance",   "lark",    "laurel",  "lee",
    "lily",    "mali",     "marigold", "marina",  "mark",    "mason",    "max",     "may",     "melody",  "miles",
    "mina",    "misty",    "mo",       "myrtle",  "nan",     "nia",      "non",     "norm",    "nova",    "ocean",
    "olive",   "paris",    "parker",   "pat",     "pearl",   "peg",      "penny",   "phoenix", "pip",     "piper",
    "poppy",   "prince",   "princess", "rain",    "raven",   "ray",      "reed",    "reef",    "rich",    "river",
    "rob",     "robin",    "rocky",    "rod",     "rose",    "rowan",    "ruby",    "rusty",   "saffron", "sage",
    "sandy",   "savannah", "serenity", "sky",     "skye",    "sterling", "stone",   "storm",   "sue",     "summer",
    "sunny",   "sydney",   "tanner",   "taylor",  "terry",   "tiger",    "trinity", "troy",    "true",    "ty",
    "van",     "victor",   "violet",   "wade",    "ward",    "wayne",    "will",    "willow",  "winter",  "woody",
    "wren",
};

bool is_in(std::string_view const* begin, std::string_view const* end, std::string_view word) {
  return std::binary_search(begin, end, word);
}

}  // namespace

GivenName given_name(std::string_view folded) {
  if (is_in(std::begin(kNames), std::end(kNames), folded)) return GivenName::yes;
  if (is_in(std::begin(kAlsoWords), std::end(kAlsoWords), folded)) return GivenName::also_a_word;
  return GivenName::no;
}

}  // namespace earshot::personal_data
