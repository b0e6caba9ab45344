// Names of people: known first names, words with a capital after "my son" or "Mrs", and capitals inside a sentence.

#include <algorithm>
#include <array>

#include "personal_data/finders.h"

namespace earshot::personal_data {
namespace {

constexpr std::size_t kMostWords = 4;

template <std::size_t N>
bool among(std::array<std::string_view, N> const& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// Before a name, and a part of it: "Mrs Patel".
constexpr std::array<std::string_view, 24> kTitles{
    "mr",   "mrs",   "miss", "ms",   "mx",     "dr",   "doctor", "prof", "professor", "sir",    "nurse", "auntie",
    "aunt", "uncle", "nan",  "gran", "granny", "nana", "cllr",   "rev",  "anti",      "ewythr", "athro", "nain"};

/// After these a name comes, also one in small letters that is known: "my son sam".
constexpr std::array<std::string_view, 44> kBefore{
    "son",      "daughter",      "brother", "sister", "husband",     "wife",    "partner", "friend",    "child",
    "boy",      "girl",          "mum",     "dad",    "mam",         "mother",  "father",  "stepson",   "stepdaughter",
    "grandson", "granddaughter", "nephew",  "niece",  "cousin",      "twin",    "twins",   "called",    "named",
    "name",     "teacher",       "worker",  "carer",  "headteacher", "head",    "driver",  "therapist", "mab",
    "merch",    "brawd",         "chwaer",  "enw",    "ffrind",      "toddler", "baby",    "tutor"};

bool is_initial(Word const& word) { return word.capital && word.folded.size() == 1 && word.folded != "i"; }

bool is_acronym(Word const& word) { return word.all_capitals && word.folded.size() <= 6; }

/// Whether the word could be a name by its capital: not at the beginning of a sentence, and no word that always has
/// one.
bool is_capital_inside(Word const& word) {
  return word.capital && !word.begins_sentence && word.folded.size() > 1 && !is_common_capital(word.folded) &&
         !is_acronym(word);
}

/// "Dr." has a full stop that ends nothing.
bool joined_after_title(Text const& text, std::size_t i) {
  return text.joined(i) || text.gap_after(i) == ". " || text.gap_after(i) == ".";
}

/// "name is", "called": whether what stands before word `i` says that a name comes.
bool is_announced(Text const& text, std::size_t i) {
  auto const& words = text.words;
  if (i == 0) return false;
  auto before = i - 1;
  auto const gap = text.gap_after(before);
  if (gap != " " && gap != ", " && gap != " (" && gap != ": " && gap != " – " && gap != " - ") return false;
  auto const passes = [&](std::string_view word) {
    if (words[before].folded != word || before == 0) return;
    --before;
  };
  passes("is");
  passes("yw");
  passes("was");
  return among(kBefore, words[before].folded);
}

std::size_t last_of_name(Text const& text, std::size_t first) {
  auto last = first;
  while (last + 1 < first + kMostWords && last + 1 < text.words.size()) {
    auto const& next = text.words[last + 1];
    auto const gap = text.gap_after(last);
    auto const after_initial = is_initial(text.words[last]) && gap == ". ";
    if (!(text.joined(last) || after_initial) || !next.capital || next.digits) break;
    if (!is_initial(next) && (is_common_capital(next.folded) || is_acronym(next))) break;
    ++last;
  }
  return last;
}

struct Start {
  std::size_t word;  ///< The first word of the name.
  Certainty certainty;
};

/// Whether a name begins at word `i`, a title before it left out.
std::optional<Start> start_at(Text const& text, std::size_t i) {
  auto const& word = text.words[i];
  if (word.digits) return std::nullopt;
  if (among(kTitles, word.folded) && i + 1 < text.words.size() && joined_after_title(text, i) &&
      text.words[i + 1].capital && !is_common_capital(text.words[i + 1].folded))
    return Start{i + 1, Certainty::likely};
  auto const known = given_name(word.folded);
  auto const announced = is_announced(text, i);
  if (announced && known == GivenName::yes) return Start{i, Certainty::likely};
  if (announced && word.capital && !is_common_capital(word.folded) && !is_acronym(word))
    return Start{i, Certainty::likely};
  // Words without capitals (Urdu) are names only where they are known as such.
  auto const has_capitals = static_cast<unsigned char>(text.text[word.begin]) < 0xD8;
  if (known == GivenName::yes && (word.capital || !has_capitals)) return Start{i, Certainty::likely};
  if (is_capital_inside(word)) return Start{i, Certainty::maybe};
  return std::nullopt;
}

}  // namespace

std::vector<Finding> find_names(Text const& text) {
  std::vector<Finding> found;
  for (std::size_t i = 0; i < text.words.size(); ++i) {
    auto const start = start_at(text, i);
    if (!start) continue;
    auto const last = last_of_name(text, start->word);
    auto certainty = start->certainty;
    for (auto each = start->word; each <= last; ++each)
      if (given_name(text.words[each].folded) == GivenName::yes) certainty = Certainty::likely;
    found.push_back({Kind::name, certainty, text.words[start->word].begin, text.words[last].end});
    i = last;
  }
  return found;
}

bool is_common_capital(std::string_view folded) {
  static constexpr std::array<std::string_view, 69> kCommon{
      "i",        "i'm",       "i've",     "i'll",      "i'd",      "monday",    "tuesday",    "wednesday", "thursday",
      "friday",   "saturday",  "sunday",   "january",   "february", "march",     "april",      "june",      "july",
      "august",   "september", "october",  "november",  "december", "christmas", "easter",     "eid",       "ramadan",
      "diwali",   "english",   "welsh",    "urdu",      "nepali",   "polish",    "portuguese", "arabic",    "british",
      "scottish", "irish",     "muslim",   "christian", "hindu",    "sikh",      "jewish",     "england",   "wales",
      "scotland", "britain",   "uk",       "camhs",     "nhs",      "senco",     "makaton",    "ehcp",      "braille",
      "zoom",     "teams",     "facebook", "whatsapp",  "google",   "llun",      "mawrth",     "mercher",   "iau",
      "gwener",   "sadwrn",    "sul",      "cymraeg",   "saesneg",  "ok"};
  return std::find(kCommon.begin(), kCommon.end(), folded) != kCommon.end();
}

}  // namespace earshot::personal_data
