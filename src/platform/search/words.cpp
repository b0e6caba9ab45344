#include <memory>
#include <stdexcept>

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "platform/db/error.h"
#include "platform/search/search.h"

namespace earshot::search {

namespace {

// Long enough for any word, short enough for PostgreSQL's limit of 2 KB a token.
constexpr std::int32_t kLongestWord = 64;

void check(UErrorCode status) {
  if (U_FAILURE(status)) throw db::Error(std::string("ICU: ") + u_errorName(status));
}

/// Latin diacritics, as they stand in decomposed text.
bool is_diacritic(UChar32 character) { return character >= 0x0300 && character <= 0x036F; }

/// ' and the signs that are typed for it. They stand inside words (don't, O'Brien, i'r), and people leave them out.
bool is_apostrophe(UChar32 character) {
  return character == '\'' || character == 0x2018 || character == 0x2019 || character == 0x02BC || character == 0x02BB;
}

bool is_ascii_letter_or_digit(UChar32 character) {
  return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
}

/// Case, width and diacritics taken away: "Ŵyn" and "wyn" become the same.
icu::UnicodeString fold(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  auto const* casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  auto const* decompose = icu::Normalizer2::getNFDInstance(status);
  auto const* compose = icu::Normalizer2::getNFCInstance(status);
  check(status);
  auto const source = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  auto const decomposed = decompose->normalize(casefold->normalize(source, status), status);
  check(status);
  icu::UnicodeString bare;
  for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1))
    if (auto const character = decomposed.char32At(i); !is_diacritic(character)) bare.append(character);
  auto folded = compose->normalize(bare, status);
  check(status);
  return folded;
}

/// Adds what is between two word boundaries: without apostrophes, and in parts where it has other signs ("3.5", "a_b"),
/// for the engines' sake.
void add_word(icu::UnicodeString const& text, std::int32_t from, std::int32_t to, std::vector<std::string>& words) {
  icu::UnicodeString word;
  auto const end_word = [&] {
    if (!word.isEmpty()) word.toUTF8String(words.emplace_back());
    word.remove();
  };
  for (auto i = from; i < to; i = text.moveIndex32(i, 1)) {
    auto const character = text.char32At(i);
    if (is_apostrophe(character)) continue;
    if (character < 0x80 && !is_ascii_letter_or_digit(character)) {
      end_word();
    } else if (word.countChar32() < kLongestWord) {
      word.append(character);
    }
  }
  end_word();
}

std::unique_ptr<icu::BreakIterator> word_boundaries() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> made(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  check(status);
  return made;
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
  thread_local auto const boundaries = word_boundaries();  // costs more to make than to use
  auto const folded = fold(text);
  boundaries->setText(folded);
  std::vector<std::string> words;
  auto from = boundaries->first();
  for (auto to = boundaries->next(); to != icu::BreakIterator::DONE; from = to, to = boundaries->next())
    if (boundaries->getRuleStatus() >= UBRK_WORD_NONE_LIMIT) add_word(folded, from, to, words);
  return words;
}

}  // namespace earshot::search
