// Every sentence a person sees goes through a Translator: t("Say something"), t("Answered by {1}", name),
// t.plural("1 answer is late", "{1} answers are late", n). English is the key; a missing translation shows English.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/result.h"
#include "platform/base/time.h"

namespace earshot::i18n {

/// A language the pages can be shown in.
struct Language {
  std::string_view code;       ///< As in html lang: "cy".
  std::string_view name;       ///< In the language itself: "Cymraeg".
  std::string_view direction;  ///< "ltr" or "rtl".
};

/// The languages there are, English first.
std::vector<Language> const& languages();

/// The language with this code; English when there is none.
Language const& language(std::string_view code);

/// Marks a sentence for translation where there is no translator yet (a table of labels); gives it back unchanged.
constexpr char const* mark(char const* id) { return id; }

/// Translates into one language and writes its dates and numbers. Cheap to copy, safe to share between threads.
class Translator {
 public:
  /// A translator for `language` whose days begin and end at `time_zone` (an IANA name).
  explicit Translator(Language const& language, std::string_view time_zone = "Europe/London");

  /// The sentence in this language, with {1}, {2} … replaced by `args`.
  template <class... Args>
  std::string operator()(std::string_view id, Args const&... args) const {
    return translate(id, {std::string(args)...});
  }
  std::string operator()(Message const& message) const { return translate(message.id, message.args); }

  /// The right plural form for `count`, which also stands for {1}; `args` are {2}, {3} …
  template <class... Args>
  std::string plural(std::string_view one, std::string_view many, std::int64_t count, Args const&... args) const {
    return translate_plural(one, many, count, {std::string(args)...});
  }

  /// "22 November 2026".
  [[nodiscard]] std::string date(Date date) const;
  /// The day of a time, as date().
  [[nodiscard]] std::string date(Time time) const { return date(day(time)); }
  /// "22 November 2026, 14:05".
  [[nodiscard]] std::string date_and_time(Time time) const;
  /// "1,234".
  [[nodiscard]] std::string number(std::int64_t number) const;

  /// The calendar day of a time where the county is.
  [[nodiscard]] Date day(Time time) const;
  /// When clocks where the county is show `clock` (since midnight) on that day. What they skip in spring counts as the
  /// hour after; of what they show twice in autumn, it is the later.
  [[nodiscard]] Time time(Date day, Milliseconds clock) const;

  [[nodiscard]] Language const& language() const { return *m_language; }

 private:
  [[nodiscard]] std::string translate(std::string_view id, std::vector<std::string> const& args) const;
  [[nodiscard]] std::string translate_plural(std::string_view one, std::string_view many, std::int64_t count,
                                             std::vector<std::string> args) const;

  Language const* m_language;
  struct Locale;
  std::shared_ptr<Locale const> m_locale;
};

}  // namespace earshot::i18n
