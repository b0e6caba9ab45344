#include "people/passwords.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <string>
#include <vector>

#include "people/common_passwords.h"
#include "people/people.h"
#include "platform/base/text.h"
#include "platform/base/time.h"

namespace earshot::people {
namespace {

/// The shortest run or known word that counts as one: two neighbours stand together in any word.
constexpr std::size_t kShortestRun = 3;
/// With fewer letters than this beside them, names and places do not make a password.
constexpr std::size_t kFewestLettersOfTheirOwn = 4;

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Small letters and digits, nothing else. What is not ASCII stays: no common password has it.
std::string folded(std::string_view text) {
  std::string result;
  for (auto const c : text) {
    auto const small = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (is_letter(small) || is_digit(small) || (static_cast<unsigned char>(c) & 0x80U) != 0) result += small;
  }
  return result;
}

std::string_view without_digits_at_ends(std::string_view text) {
  while (!text.empty() && is_digit(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_digit(text.back())) text.remove_suffix(1);
  return text;
}

/// Without the digits and signs that people put at the ends to please a rule.
std::string_view without_decoration(std::string_view text) {
  constexpr std::string_view kDecoration = "0123456789!?.,*#+-_ ";
  auto const first = text.find_first_not_of(kDecoration);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kDecoration) - first + 1);
}

/// Letters in place of the signs that stand for them: "p@55w0rd" → "password".
std::string spelt_out(std::string_view text) {
  constexpr std::array<std::pair<char, char>, 9> kSigns{
      {{'0', 'o'}, {'1', 'l'}, {'3', 'e'}, {'4', 'a'}, {'5', 's'}, {'7', 't'}, {'@', 'a'}, {'$', 's'}, {'!', 'i'}}};
  std::string result(text);
  for (auto& c : result)
    for (auto const& [sign, letter] : kSigns)
      if (c == sign) c = letter;
  return result;
}

/// How many of the first letters of `text` follow each other on a keyboard, in the alphabet or in counting, forwards or
/// backwards, or are one letter again and again.
std::size_t run_at_front(std::string_view text) {
  static std::vector<std::string> const rows = [] {
    std::vector<std::string> all{
        "abcdefghijklmnopqrstuvwxyz",   "01234567890",           "qwertyuiop",          "asdfghjkl", "zxcvbnm",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm", "qazwsxedcrfvtgbyhnujm", "1q2w3e4r5t6y7u8i9o0p"};
    for (std::size_t i = 0, count = all.size(); i < count; ++i) all.emplace_back(all[i].rbegin(), all[i].rend());
    return all;
  }();
  auto longest = std::min(text.find_first_not_of(text.front()), text.size());
  for (auto length = longest + 1; length <= text.size(); ++length)
    if (std::any_of(rows.begin(), rows.end(),
                    [&](auto const& row) { return row.find(text.substr(0, length)) != std::string::npos; }))
      longest = length;
  return longest;
}

bool is_runs_only(std::string_view text) {
  while (!text.empty()) {
    auto const run = run_at_front(text);
    if (run < kShortestRun) return false;
    text.remove_prefix(run);
  }
  return true;
}

/// The part that the whole text repeats; the text itself when it repeats none.
std::string_view repeated_part(std::string_view text) {
  for (std::size_t length = 1; length <= text.size() / 2; ++length) {
    if (text.size() % length != 0) continue;
    auto const part = text.substr(0, length);
    auto same = true;
    for (std::size_t at = 0; at < text.size(); at += length) same = same && text.substr(at, length) == part;
    if (same) return part;
  }
  return text;
}

bool is_day(int day, int month, int year) {
  return day >= 1 && day <= 31 && month >= 1 && month <= 12 && year >= 1900 && year <= 2100;
}

/// A day in eight digits, as 12051984, 05121984 or 19840512.
bool is_day(std::string_view text) {
  if (text.size() != 8 || !std::all_of(text.begin(), text.end(), is_digit)) return false;
  auto const number = [&](std::size_t at, std::size_t length) {
    int value = 0;
    std::from_chars(text.data() + at, text.data() + at + length, value);
    return value;
  };
  return is_day(number(0, 2), number(2, 2), number(4, 4)) || is_day(number(2, 2), number(0, 2), number(4, 4)) ||
         is_day(number(6, 2), number(4, 2), number(0, 4));
}

bool is_common(std::string_view text) {
  constexpr std::size_t kShortPart = 4;
  if (text.empty() || is_runs_only(text) || is_day(text)) return true;
  auto const part = repeated_part(text);
  auto const repeats = part.size() < text.size();
  return (repeats && part.size() <= kShortPart) || is_common_word(without_digits_at_ends(part));
}

void add_words(std::vector<std::string>& words, std::string_view text) {
  std::string word;
  auto const keep = [&] {
    if (word.size() >= kShortestRun) words.push_back(word);
    word.clear();
  };
  for (auto const c : text) {
    auto const small = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (is_letter(small) || (static_cast<unsigned char>(c) & 0x80U) != 0)
      word += small;
    else
      keep();
  }
  keep();
}

}  // namespace

bool is_common_password(std::string_view password) {
  if (is_common(folded(password))) return true;
  std::string small(password);
  std::transform(small.begin(), small.end(), small.begin(), [](unsigned char c) { return std::tolower(c); });
  // What stands at the ends is left off before signs become letters: the 1 of "p4ssw0rd1" is no l.
  auto const word = folded(spelt_out(without_decoration(small)));
  return is_common(folded(spelt_out(small))) || is_common_word(word);
}

bool is_made_of_what_is_known(std::string_view password, KnownOf const& known) {
  std::vector<std::string> words{"earshot"};
  add_words(words, known.email);
  add_words(words, known.name);
  add_words(words, known.place);
  std::sort(words.begin(), words.end(), [](auto const& one, auto const& other) { return one.size() > other.size(); });
  auto rest = folded(password);
  auto const whole = rest.size();
  for (auto const& word : words)
    for (auto at = rest.find(word); at != std::string::npos; at = rest.find(word)) rest.erase(at, word.size());
  auto const letters =
      static_cast<std::size_t>(std::count_if(rest.begin(), rest.end(), [](char c) { return !is_digit(c); }));
  return rest.size() < whole && letters < kFewestLettersOfTheirOwn;
}

Result<void> check_new_password(std::string_view password, KnownOf const& known, std::string_view field) {
  if (characters(password) < kShortestPassword)
    return refuse(field, msg("Use a password of at least 8 characters; 15 or more are better."));
  if (characters(password) > kLongestPassword) return refuse(field, msg("Use a password of at most 200 characters."));
  if (is_common_password(password))
    return refuse(field, msg("Many people use a password like this, so it is among the first that others try. Choose "
                             "another: three or four words that do not belong together are good."));
  if (is_made_of_what_is_known(password, known))
    return refuse(field, msg("This password is made of your name, your e-mail address or the name of this site. Others "
                             "would try those first. Choose another."));
  return {};
}

}  // namespace earshot::people
