#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "personal_data/finders.h"

namespace earshot::personal_data {
namespace {

constexpr UChar32 kNoCharacter = U_SENTINEL;

bool is_apostrophe(UChar32 c) { return c == '\'' || c == 0x2019 || c == 0x02BC; }
bool is_hyphen(UChar32 c) { return c == '-' || c == 0x2010 || c == 0x2011; }
bool is_letter(UChar32 c) { return u_isalpha(c) || u_charType(c) == U_NON_SPACING_MARK; }

/// What ends a sentence, in the scripts of our languages.
bool ends_sentence(UChar32 c) {
  return c == '.' || c == '!' || c == '?' || c == ':' || c == '\n' || c == 0x06D4 || c == 0x061F || c == 0x0964;
}

/// What may stand between the end of a sentence and the first word of the next.
bool is_opening(UChar32 c) {
  return u_isUWhiteSpace(c) || c == '"' || c == '\'' || c == '(' || c == 0x201C || c == 0x2018 || c == '-' ||
         c == 0x2013 || c == 0x2022 || c == '*';
}

void append(std::string& text, UChar32 c) {
  char bytes[U8_MAX_LENGTH];
  std::int32_t length = 0;
  UBool failed = false;
  U8_APPEND(reinterpret_cast<std::uint8_t*>(bytes), length, U8_MAX_LENGTH, c, failed);
  if (!failed) text.append(bytes, static_cast<std::size_t>(length));
}

class Reader {
 public:
  explicit Reader(std::string_view text) : m_text(text) {}

  Text read() {
    Text result{.text = m_text, .words = {}};
    while (m_at < m_text.size()) {
      auto const c = peek();
      if (u_isdigit(c)) {
        result.words.push_back(read_digits());
      } else if (is_letter(c)) {
        result.words.push_back(read_letters());
      } else {
        if (ends_sentence(c))
          m_begins_sentence = true;
        else if (!is_opening(c))
          m_begins_sentence = false;
        skip();
      }
    }
    return result;
  }

 private:
  /// The character at `m_at`, or at `at`; none where the text is at its end or is no UTF-8.
  [[nodiscard]] UChar32 peek() const { return peek(m_at); }
  [[nodiscard]] UChar32 peek(std::size_t at) const {
    if (at >= m_text.size()) return kNoCharacter;
    UChar32 c = 0;
    auto i = static_cast<std::int64_t>(at);
    U8_NEXT(reinterpret_cast<std::uint8_t const*>(m_text.data()), i, static_cast<std::int64_t>(m_text.size()), c);
    return c < 0 ? kNoCharacter : c;
  }

  [[nodiscard]] std::size_t after(std::size_t at) const {
    UChar32 c = 0;
    auto i = static_cast<std::int64_t>(at);
    U8_NEXT(reinterpret_cast<std::uint8_t const*>(m_text.data()), i, static_cast<std::int64_t>(m_text.size()), c);
    return static_cast<std::size_t>(i);
  }

  void skip() { m_at = after(m_at); }

  Word begin_word() {
    Word word{.begin = m_at, .begins_sentence = m_begins_sentence};
    m_begins_sentence = false;
    return word;
  }

  Word read_digits() {
    auto word = begin_word();
    word.digits = true;
    for (; u_isdigit(peek()); skip()) word.folded += static_cast<char>('0' + u_charDigitValue(peek()));
    word.end = m_at;
    return word;
  }

  /// Letters, with an apostrophe or a hyphen between them.
  Word read_letters() {
    auto word = begin_word();
    word.capital = u_isUUppercase(peek()) || u_istitle(peek());
    std::size_t small = 0;
    std::size_t large = 0;
    for (;;) {
      auto const c = peek();
      if (is_letter(c)) {
        (u_isUUppercase(c) ? large : small) += 1;
        append(word.folded, u_tolower(c));
      } else if ((is_apostrophe(c) || is_hyphen(c)) && is_letter(peek(after(m_at)))) {
        word.folded += is_hyphen(c) ? '-' : '\'';
      } else {
        break;
      }
      skip();
    }
    word.end = m_at;
    word.all_capitals = large > 1 && small == 0;
    drop_possessive(word);
    return word;
  }

  /// "Sam's" is about Sam.
  void drop_possessive(Word& word) const {
    if (!word.folded.ends_with("'s") || word.folded.size() == 2) return;
    word.folded.resize(word.folded.size() - 2);
    --word.end;
    do {
      --word.end;
    } while (word.end > word.begin && U8_IS_TRAIL(m_text[word.end]));
  }

  std::string_view m_text;
  std::size_t m_at = 0;
  bool m_begins_sentence = true;
};

}  // namespace

Text read(std::string_view text) { return Reader(text).read(); }

}  // namespace earshot::personal_data
