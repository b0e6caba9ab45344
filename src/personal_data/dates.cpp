// Days that could be somebody's birthday, and how old somebody is.

#include <algorithm>
#include <array>
#include <charconv>

#include "personal_data/finders.h"

namespace earshot::personal_data {
namespace {

/// So many words before a date may say that it is a day of birth.
constexpr std::size_t kWordsBefore = 6;

int number_of(Word const& word) {
  int value = -1;
  if (word.digits && word.folded.size() <= 4)
    std::from_chars(word.folded.data(), word.folded.data() + word.folded.size(), value);
  return value;
}

bool is_day(Word const& word) { return word.digits && number_of(word) >= 1 && number_of(word) <= 31; }
bool is_month_number(Word const& word) { return word.digits && number_of(word) >= 1 && number_of(word) <= 12; }
bool is_year(Word const& word) {
  if (!word.digits) return false;
  return word.folded.size() == 2 || (word.folded.size() == 4 && number_of(word) >= 1900 && number_of(word) <= 2099);
}
bool is_ordinal(Word const& word) {
  return word.folded == "st" || word.folded == "nd" || word.folded == "rd" || word.folded == "th";
}

bool says_birth(Text const& text, std::size_t word) {
  static constexpr std::array<std::string_view, 9> kSays{"born",  "birth",  "birthday", "birthdate", "dob",
                                                         "ganed", "ganwyd", "geni",     "پیدائش"};
  auto const from = word > kWordsBefore ? word - kWordsBefore : 0;
  for (auto i = from; i < word; ++i)
    if (std::find(kSays.begin(), kSays.end(), text.words[i].folded) != kSays.end()) return true;
  // "d.o.b." stands there as three words.
  return word >= 3 && text.words[word - 3].folded == "d" && text.words[word - 2].folded == "o" &&
         text.words[word - 1].folded == "b";
}

bool is_gap_of_numbers(std::string_view gap) { return gap == "/" || gap == "-" || gap == "." || gap == " "; }

/// How many words a date takes that begins at `i`; 0 when there is none. `with_year` tells whether it names a year.
std::size_t date_at(Text const& text, std::size_t i, bool& with_year) {
  auto const& words = text.words;
  auto const has = [&](std::size_t count) { return i + count <= words.size(); };
  with_year = true;
  if (has(3) && is_gap_of_numbers(text.gap_after(i)) && text.gap_after(i) == text.gap_after(i + 1)) {
    if (is_day(words[i]) && is_month_number(words[i + 1]) && is_year(words[i + 2])) return 3;
    if (words[i].folded.size() == 4 && is_year(words[i]) && is_month_number(words[i + 1]) && is_day(words[i + 2]))
      return 3;
  }
  // "3 May 2015", "3rd of May"
  if (is_day(words[i])) {
    auto at = i + 1;
    if (at < words.size() && is_ordinal(words[at])) ++at;
    if (at < words.size() && (words[at].folded == "of" || words[at].folded == "o")) ++at;
    if (at >= words.size() || !is_month(words[at].folded)) return 0;
    with_year = at + 1 < words.size() && words[at + 1].folded.size() == 4 && is_year(words[at + 1]);
    return at - i + (with_year ? 2 : 1);
  }
  // "May 3rd, 2015"
  if (is_month(words[i].folded) && has(2) && is_day(words[i + 1])) {
    auto at = i + 2;
    if (at < words.size() && is_ordinal(words[at])) ++at;
    with_year = at < words.size() && words[at].folded.size() == 4 && is_year(words[at]);
    return at - i + (with_year ? 1 : 0);
  }
  return 0;
}

}  // namespace

bool is_month(std::string_view folded) {
  static constexpr std::array<std::string_view, 46> kMonths{
      "january",    "february", "march",  "april",  "may",      "june",     "july",   "august", "september", "october",
      "november",   "december", "jan",    "feb",    "mar",      "apr",      "jun",    "jul",    "aug",       "sep",
      "sept",       "oct",      "nov",    "dec",    "ionawr",   "chwefror", "mawrth", "ebrill", "mai",       "mehefin",
      "gorffennaf", "awst",     "medi",   "hydref", "tachwedd", "rhagfyr",  "جنوری",  "فروری",  "مارچ",      "اپریل",
      "مئی",        "جون",      "جولائی", "اگست",   "ستمبر",    "دسمبر"};
  return std::find(kMonths.begin(), kMonths.end(), folded) != kMonths.end();
}

std::vector<Finding> find_dates(Text const& text) {
  std::vector<Finding> found;
  for (std::size_t i = 0; i < text.words.size(); ++i) {
    bool with_year = false;
    auto const count = date_at(text, i, with_year);
    if (count == 0) continue;
    auto const birth = says_birth(text, i);
    // A day without a year, and without a word of birth, is when the bus did not come.
    if (with_year || birth)
      found.push_back({Kind::birth_date, birth ? Certainty::likely : Certainty::maybe, text.words[i].begin,
                       text.words[i + count - 1].end});
    i += count - 1;
  }
  return found;
}

std::vector<Finding> find_ages(Text const& text) {
  std::vector<Finding> found;
  auto const& words = text.words;
  auto const is = [&](std::size_t at, std::initializer_list<std::string_view> options) {
    return at < words.size() && std::find(options.begin(), options.end(), words[at].folded) != options.end();
  };
  auto const note = [&](std::size_t first, std::size_t last) {
    found.push_back({Kind::age, Certainty::maybe, words[first].begin, words[last].end});
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto const& word = words[i];
    auto const young = word.digits && number_of(word) >= 0 && number_of(word) <= 120;
    if (young && i > 0 && is(i - 1, {"aged", "age", "oed"})) {
      note(i - 1, i);
    } else if (young && i > 0 && is(i - 1, {"year", "blwyddyn"}) && number_of(word) <= 13) {
      note(i - 1, i);
    } else if (young && is(i + 1, {"year", "years", "yr", "yrs", "month", "months"}) && is(i + 2, {"old"})) {
      note(i, i + 2);
    } else if (young && is(i + 1, {"year-old", "yr-old", "month-old", "oed", "mlwydd"})) {
      note(i, i + 1);
    }
  }
  return found;
}

}  // namespace earshot::personal_data
