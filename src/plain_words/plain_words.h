// Whether a text is in plain words: its reading age, its long sentences, and its acronyms that nobody explains. It
// helps a writer and refuses nothing. Only for English.
//
// The reading age is the Flesch–Kincaid grade (0.39 × words a sentence + 11.8 × syllables a word − 15.59) plus 5: J. P.
// Kincaid and others, “Derivation of new readability formulas for Navy enlisted personnel”, Research Branch Report
// 8-75, 1975. Syllables are counted by the groups of vowels, with the silent endings of English taken off.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace earshot::plain_words {

/// A sentence with more words than this is long.
inline constexpr std::size_t kLongSentence = 25;
/// Fewer words than this say nothing about a reading age.
inline constexpr std::size_t kFewestWords = 10;

struct Report {
  std::optional<int> reading_age;           ///< In years; nothing for a text that is too short to tell.
  std::vector<std::string> long_sentences;  ///< In order, as they are written.
  std::vector<std::string> acronyms;        ///< Without an explanation in brackets; each once.
};

/// What there is to say about a text.
Report check(std::string_view text);

/// The sentences of a text. A line end ends one too.
std::vector<std::string> sentences(std::string_view text);

/// How many syllables an English word has, 1 at least.
int syllables(std::string_view word);

}  // namespace earshot::plain_words
