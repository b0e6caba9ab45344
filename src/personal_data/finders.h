// The finders, each for one sort of thing, and the words that they look at. Only this room includes this.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "personal_data/personal_data.h"

namespace earshot::personal_data {

/// A word or a run of digits.
struct Word {
  std::size_t begin = 0;
  std::size_t end = 0;  ///< Without "'s".
  std::string folded;   ///< In small letters, with a plain apostrophe.
  bool capital = false;
  bool all_capitals = false;
  bool digits = false;           ///< Digits of any script; `folded` has them as 0 to 9.
  bool begins_sentence = false;  ///< Nothing of its sentence stands before it.
};

/// What the finders are given.
struct Text {
  std::string_view text;
  std::vector<Word> words;

  /// What stands between a word and the one after it.
  [[nodiscard]] std::string_view gap_after(std::size_t word) const {
    if (word + 1 >= words.size()) return {};
    return text.substr(words[word].end, words[word + 1].begin - words[word].end);
  }
  /// Whether the next word follows on this one with a space alone.
  [[nodiscard]] bool joined(std::size_t word) const {
    return word + 1 < words.size() && (gap_after(word) == " " || gap_after(word) == "\u00A0");
  }
};

/// Cuts a text into words.
Text read(std::string_view text);

std::vector<Finding> find_emails(Text const& text);
std::vector<Finding> find_numbers(Text const& text);
std::vector<Finding> find_dates(Text const& text);
std::vector<Finding> find_ages(Text const& text);
std::vector<Finding> find_places(Text const& text);
std::vector<Finding> find_names(Text const& text);

/// How well a word in small letters is known as somebody's first name.
enum class GivenName {
  no,
  yes,
  also_a_word  ///< "Will", "May", "Grace": a name only where it has a capital inside a sentence.
};
GivenName given_name(std::string_view folded);

/// Words that are written with a capital and are nobody's name: days, months, languages.
bool is_common_capital(std::string_view folded);

/// The month that a word names in English, Welsh or Urdu, in full or shortened.
bool is_month(std::string_view folded);

}  // namespace earshot::personal_data
