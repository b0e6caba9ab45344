#include "plain_words/plain_words.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "platform/base/text.h"

namespace earshot::plain_words {
namespace {

/// What everybody in the county reads without help.
constexpr std::array<std::string_view, 8> kEveryday{"AM", "GP", "ID", "NHS", "OK", "PM", "TV", "UK"};
/// A full stop after one of these ends no sentence.
constexpr std::array<std::string_view, 8> kAbbreviations{"e.g", "i.e", "dr", "mr", "mrs", "ms", "st", "no"};

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_upper(c) || (c >= 'a' && c <= 'z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
char to_lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

/// Letters, digits and what stands inside a word; bytes of other letters belong to it.
bool in_word(char c) { return is_letter(c) || is_digit(c) || c == '\'' || c == '-' || (c & 0x80) != 0; }

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < text.size();) {
    if (!in_word(text[i])) {
      ++i;
      continue;
    }
    auto const begin = i;
    while (i < text.size() && in_word(text[i])) ++i;
    auto const word = text.substr(begin, i - begin);
    if (std::any_of(word.begin(), word.end(), [](char c) { return is_letter(c) || is_digit(c); }))
      words.push_back(word);
  }
  return words;
}

bool ends_with_abbreviation(std::string_view text) {
  auto const begin = text.find_last_of(" \n\t(");
  std::string last(text.substr(begin == std::string_view::npos ? 0 : begin + 1));
  std::transform(last.begin(), last.end(), last.begin(), to_lower);
  return std::find(kAbbreviations.begin(), kAbbreviations.end(), last) != kAbbreviations.end();
}

/// "SEND", "EHCPs", "A2": two capitals at least, and nothing small but a plural's s.
std::optional<std::string> acronym(std::string_view word) {
  if (word.size() > 2 && word.back() == 's' && is_upper(word[word.size() - 2])) word.remove_suffix(1);
  auto const capitals = std::count_if(word.begin(), word.end(), is_upper);
  auto const plain = std::all_of(word.begin(), word.end(), [](char c) { return is_upper(c) || is_digit(c); });
  if (!plain || capitals < 2) return std::nullopt;
  if (std::find(kEveryday.begin(), kEveryday.end(), word) != kEveryday.end()) return std::nullopt;
  return std::string(word);
}

/// "a plan for education, health and care (EHCP)", or "EHCP (a plan …)".
bool is_explained(std::string_view text, std::string const& acronym) {
  return text.find("(" + acronym) != std::string_view::npos || text.find(acronym + " (") != std::string_view::npos;
}

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

}  // namespace

Report check(std::string_view text) {
  Report report;
  std::size_t word_count = 0, sentence_count = 0;
  int syllable_count = 0;
  for (auto const& sentence : sentences(text)) {
    auto const list = words(sentence);
    if (list.empty()) continue;
    ++sentence_count;
    word_count += list.size();
    if (list.size() > kLongSentence) report.long_sentences.push_back(sentence);
    for (auto const word : list) {
      syllable_count += syllables(word);
      auto const found = acronym(word);
      if (found && !is_explained(text, *found) &&
          std::find(report.acronyms.begin(), report.acronyms.end(), *found) == report.acronyms.end())
        report.acronyms.push_back(*found);
    }
  }
  if (word_count < kFewestWords) return report;
  auto const count = static_cast<double>(word_count);
  auto const grade = 0.39 * count / static_cast<double>(sentence_count) + 11.8 * syllable_count / count - 15.59;
  report.reading_age = std::max(5, static_cast<int>(std::lround(grade)) + 5);
  return report;
}

std::vector<std::string> sentences(std::string_view text) {
  std::vector<std::string> sentences;
  std::string sentence;
  auto const end = [&] {
    if (auto whole = tidy(sentence); !whole.empty()) sentences.push_back(std::move(whole));
    sentence.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const c = text[i];
    if (c == '\n') {
      end();
      continue;
    }
    auto const before = sentence;
    sentence += c;
    auto const at_end = i + 1 == text.size() || is_space(text[i + 1]);
    if (at_end && (c == '!' || c == '?' || (c == '.' && !ends_with_abbreviation(before)))) end();
  }
  end();
  return sentences;
}

int syllables(std::string_view word) {
  std::string letters;
  for (char const c : word)
    if (is_letter(c)) letters += to_lower(c);
  int groups = 0;
  bool after_vowel = false;
  for (char const c : letters) {
    auto const vowel = is_vowel(c);
    if (vowel && !after_vowel) ++groups;
    after_vowel = vowel;
  }
  auto const ends = [&](std::string_view ending) {
    return letters.size() > ending.size() && letters.ends_with(ending);
  };
  auto const before_last = letters.size() > 2 ? letters[letters.size() - 3] : 'a';
  // "made", "changed", "makes": the e is not heard; "table", "wanted", "houses" keep theirs.
  if (ends("e") && !ends("le") && letters.size() > 2 && !is_vowel(letters[letters.size() - 2])) --groups;
  if (ends("ed") && before_last != 't' && before_last != 'd' && !is_vowel(before_last)) --groups;
  if (ends("es") && std::string_view("aeiouyscxzgh").find(before_last) == std::string_view::npos) --groups;
  if (ends("le") && letters.size() > 2 && is_vowel(before_last)) --groups;
  return std::max(1, groups);
}

}  // namespace earshot::plain_words
