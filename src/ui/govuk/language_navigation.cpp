#include "ui/govuk/language_navigation.h"

#include "ui/govuk/shared.h"

namespace earshot::govuk {
namespace {

Html current_language(LanguageNavigationItem const& item) {
  Attributes span{{"class", spaced({"govuk-language-navigation__text", item.classes})}, {"aria-current", "true"}};
  add_given(span, "lang", item.lang);
  add_given(span, "dir", item.dir);
  return element("span", span.add(item.attributes), item.text);
}

Html other_language(LanguageNavigationItem const& item) {
  Attributes link{{"class", spaced({"govuk-language-navigation__link", item.classes})},
                  {"href", item.href.text()},
                  {"rel", "alternate"}};
  add_given(link, "lang", item.lang);
  add_given(link, "hreflang", item.href_lang.empty() ? item.lang : item.href_lang);
  add_given(link, "dir", item.dir);
  link.add(item.attributes);

  Html description;
  if (!item.language_description_text.empty())
    description = element("span", {{"class", "govuk-visually-hidden"}}, html(" ", item.language_description_text));
  return element("a", link, html(item.text, description));
}

}  // namespace

Html language_navigation(LanguageNavigationOptions const& options) {
  Html languages;
  for (auto const& item : options.items) {
    bool const current = item.current || item.href.empty();
    languages += element("li", {{"class", "govuk-language-navigation__list-item"}},
                         current ? current_language(item) : other_language(item));
  }

  Attributes nav{{"class", spaced({"govuk-language-navigation", options.classes})}};
  nav.add(options.attributes).add(Attributes{{"aria-label", options.aria_label}});
  return element("nav", nav, element("ul", {{"class", "govuk-language-navigation__list"}}, languages));
}

}  // namespace earshot::govuk
