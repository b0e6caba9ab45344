// The sentences of one language, as gettext keeps them (a .mo file), looked up by Boost.Locale.
#pragma once

#include <cstdint>
#include <locale>
#include <string>
#include <string_view>

namespace earshot::i18n {

/// The .mo file of translations/CODE.po, compiled into the program; empty when there is none (English).
std::string_view compiled_catalogue(std::string_view code);

class Catalogue {
 public:
  /// The catalogue of the language `code` in the .mo file `compiled`; one without sentences when that is empty.
  Catalogue(std::string_view code, std::string_view compiled);

  /// The sentence in this language, or null when it is not translated. Lives as long as the catalogue.
  [[nodiscard]] char const* find(std::string const& id) const;

  /// The form of the sentence for `count`, or null when it is not translated.
  [[nodiscard]] char const* find(std::string const& id, std::int64_t count) const;

 private:
  std::locale m_locale;
};

}  // namespace earshot::i18n
