#include "personal_data/personal_data.h"

#include <gmock/gmock.h>

namespace earshot::personal_data {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

std::string word_of(Kind kind) {
  switch (kind) {
    case Kind::name:
      return "name";
    case Kind::telephone:
      return "telephone";
    case Kind::email:
      return "email";
    case Kind::address:
      return "address";
    case Kind::postcode:
      return "postcode";
    case Kind::birth_date:
      return "birth";
    case Kind::nhs_number:
      return "nhs";
    case Kind::age:
      return "age";
    case Kind::school:
      return "school";
    case Kind::number:
      return "number";
  }
  return {};
}

/// "name: Sam", with a question mark behind what is only a maybe.
std::vector<std::string> in(std::string_view text) {
  std::vector<std::string> found;
  for (auto const& finding : find(text))
    found.push_back(word_of(finding.kind) + ": " +
                    std::string(text.substr(finding.begin, finding.end - finding.begin)) +
                    (finding.certainty == Certainty::maybe ? "?" : ""));
  return found;
}

TEST(Names, AreFoundAfterWordsThatSayOne) {
  EXPECT_THAT(in("We see Mrs Featherstonehaugh on Monday."), ElementsAre("name: Featherstonehaugh"));
  EXPECT_THAT(in("We see Dr. Okonkwo-Price weekly."), ElementsAre("name: Okonkwo-Price"));
  EXPECT_THAT(in("She is called Xanthippe Brown."), ElementsAre("name: Xanthippe Brown"));
  EXPECT_THAT(in("My name is Zebedee"), ElementsAre("name: Zebedee"));
  EXPECT_THAT(in("my son sam waits in the rain"), ElementsAre("name: sam"));
  EXPECT_THAT(in("Mae fy mab Llywarch yn hapus."), ElementsAre("name: Llywarch"));
}

TEST(Names, AreFoundWhereverTheyAreKnown) {
  EXPECT_THAT(in("Priya loves the club, and so does Łukasz."), ElementsAre("name: Priya", "name: Łukasz"));
  EXPECT_THAT(in("It is Sam's bus."), ElementsAre("name: Sam")) << "without the ending";
  EXPECT_THAT(in("It is Sam’s bus."), ElementsAre("name: Sam"));
  EXPECT_THAT(in("میرا بیٹا علی خوش ہے"), ElementsAre("name: علی"));
  EXPECT_THAT(in("Joseph O'Brien and Siân J. Pugh help."), ElementsAre("name: Joseph O'Brien", "name: Siân J. Pugh"));
}

TEST(Names, MayBeAnyCapitalInsideASentence) {
  EXPECT_THAT(in("The bus to Ambridge is late."), ElementsAre("name: Ambridge?"));
  EXPECT_THAT(in("Then it is late. Nobody says why."), IsEmpty()) << "a sentence begins with a capital";
  EXPECT_THAT(in("I think that I'm right, on Monday in May the NHS said so in English."), ElementsAre("name: May?"));
  EXPECT_THAT(in("Will the bus come? Hope so."), IsEmpty()) << "words that are names, too";
  EXPECT_THAT(in("We asked Will about it."), ElementsAre("name: Will?"));
}

TEST(Telephones, AreThoseOfTheUnitedKingdomHoweverWritten) {
  for (std::string const number : {"07700 900123", "07700900123", "(01632) 960 123", "01632-960-123", "+44 7700 900123",
                                   "+44 (0)7700 900 123", "0044 7700 900123", "020 7946 0018"})
    EXPECT_THAT(in("Ring " + number + " please."), ElementsAre("telephone: " + number)) << number;
  EXPECT_THAT(in("Ring +92 300 1234567."), ElementsAre("telephone: +92 300 1234567"));
  EXPECT_THAT(in("Ring ۰۷۷۰۰۹۰۰۱۲۳ now"), ElementsAre("telephone: ۰۷۷۰۰۹۰۰۱۲۳"));
  EXPECT_THAT(in("We waited 45 minutes, 3 times, since 2019."), IsEmpty());
}

TEST(NhsNumbers, HaveACheckDigit) {
  EXPECT_TRUE(is_nhs_number("9434765919")) << "the example of the NHS Data Dictionary";
  EXPECT_FALSE(is_nhs_number("9434765918"));
  EXPECT_FALSE(is_nhs_number("943476591"));
  EXPECT_FALSE(is_nhs_number("94347659190"));
  EXPECT_FALSE(is_nhs_number("943476591x"));
  EXPECT_FALSE(is_nhs_number("1000000010")) << "the check would be ten";
  EXPECT_THAT(in("Their number is 943 476 5919."), ElementsAre("nhs: 943 476 5919"));
  EXPECT_THAT(in("Their number is 9434765918."), ElementsAre("number: 9434765918?"));
}

TEST(Addresses, OfEmailAreFound) {
  EXPECT_THAT(in("Write to sam.o'neil+bus@mail.fenshire.example."),
              ElementsAre("email: sam.o'neil+bus@mail.fenshire.example"));
  EXPECT_THAT(in("5 @ 3 pounds"), IsEmpty());
}

TEST(Addresses, AreANumberAndAStreet) {
  EXPECT_THAT(in("We live at 12 Station Road."), ElementsAre("address: 12 Station Road"));
  EXPECT_THAT(in("we live at flat 3, 12b long station road"), Contains("address: 12b long station road"));
  EXPECT_THAT(in("The bus stop in Mill Lane is dark."), ElementsAre("address: Mill Lane?"));
  EXPECT_THAT(in("Rydym yn byw yn 4 Heol Fawr."), ElementsAre("address: 4 Heol Fawr"));
  EXPECT_THAT(in("the road is long"), IsEmpty());
}

TEST(Postcodes, FollowTheirGrammar) {
  for (std::string const code :
       {"M1 1AE", "B33 8TH", "CR2 6XH", "DN55 1PT", "W1A 1HQ", "EC1A 1BB", "pe1 2ab", "PE12AB"})
    EXPECT_THAT(in("at " + code + " now"), Contains("postcode: " + code)) << code;
  EXPECT_THAT(in("at ZZ1 2AB now"), Contains("postcode: ZZ1 2AB?")) << "there is no such area";
  EXPECT_THAT(in("on paper of size a4 3rd copy"), Not(Contains(testing::HasSubstr("postcode"))));
  EXPECT_THAT(in("at PE1 2CI now"), Not(Contains(testing::HasSubstr("postcode")))) << "no C and no I at the end";
}

TEST(Dates, OfBirthAreLikelyWhereTheWordsSaySo) {
  EXPECT_THAT(in("born on 3/5/2015 here"), ElementsAre("birth: 3/5/2015"));
  EXPECT_THAT(in("date of birth: 2015-05-03"), ElementsAre("birth: 2015-05-03"));
  EXPECT_THAT(in("her birthday is the 3rd of May"), ElementsAre("birth: 3rd of May"));
  EXPECT_THAT(in("since 3 May 2025 it is late"), ElementsAre("birth: 3 May 2025?"));
  EXPECT_THAT(in("it was late on 3 March"), IsEmpty()) << "a day of no year is nobody's birthday";
  EXPECT_THAT(in("scores of 99/99/2015"), IsEmpty());
}

TEST(Ages, AndSchoolsAreMaybes) {
  EXPECT_THAT(in("a boy aged 7 in year 3"), ElementsAre("age: aged 7?", "age: year 3?"));
  EXPECT_THAT(in("a 7-year-old or 8 years old"), ElementsAre("age: 7-year-old?", "age: 8 years old?"));
  EXPECT_THAT(in("The gate of St Mary's Primary School is shut."), ElementsAre("school: St Mary's Primary School?"));
  EXPECT_THAT(in("The school is shut."), IsEmpty());
}

TEST(Findings, AreInOrderAndDoNotOverlap) {
  std::string const text =
      "My son Sam Featherstone (born 3 May 2015, NHS 943 476 5919) of 12 Station Road, Ambridge PE1 2AB, goes to "
      "Hollow Tree Primary School; mail sam@fenshire.example or ring 07700 900123.";
  std::size_t at = 0;
  for (auto const& finding : find(text)) {
    EXPECT_GE(finding.begin, at);
    EXPECT_GT(finding.end, finding.begin);
    at = finding.end;
  }
  EXPECT_THAT(in(text), ElementsAre("name: Sam Featherstone", "birth: 3 May 2015", "nhs: 943 476 5919",
                                    "address: 12 Station Road", "name: Ambridge?", "postcode: PE1 2AB",
                                    "school: Hollow Tree Primary School?", "email: sam@fenshire.example",
                                    "telephone: 07700 900123"));
}

TEST(Findings, AreNotEndless) {
  std::string text;
  for (int i = 0; i < 10'000; ++i) text += "x Sam ";
  EXPECT_LE(find(text).size(), 300U);
}

TEST(Striking, PutsAWordInThePlaceOfEachThing) {
  std::string const text = "Sam rings 07700 900123.";
  EXPECT_EQ(strike(text, find(text), [](Kind kind) { return "[" + word_of(kind) + "]"; }), "[name] rings [telephone].");
  EXPECT_EQ(strike(text, {}, word_of), text);
}

}  // namespace
}  // namespace earshot::personal_data
