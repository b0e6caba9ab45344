#include <algorithm>

#include "platform/i18n/translator.h"

namespace earshot::i18n {

std::vector<Language> const& languages() {
  static std::vector<Language> const all{{"en", "English", "ltr"}, {"cy", "Cymraeg", "ltr"}, {"ur", "اردو", "rtl"}};
  return all;
}

Language const& language(std::string_view code) {
  auto const& all = languages();
  auto const found = std::find_if(all.begin(), all.end(), [&](Language const& each) { return each.code == code; });
  return found == all.end() ? all.front() : *found;
}

}  // namespace earshot::i18n
