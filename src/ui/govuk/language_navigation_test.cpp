#include "ui/govuk/language_navigation.h"

#include <gtest/gtest.h>

#include "ui/govuk/content_options_testing.h"

namespace earshot::govuk {
namespace {

LanguageNavigationItem item_options(Options const& o) {
  return {.text = o.text(),
          .lang = o.string("lang"),
          .href_lang = o.string("hrefLang"),
          .dir = o.string("dir"),
          .href = o.string("href"),
          .current = o.has("current"),
          .language_description_text = o.string("languageDescriptionText"),
          .classes = o.string("classes"),
          .attributes = o.attributes()};
}

LanguageNavigationOptions language_navigation_options(Options const& o) {
  return {.items = each(o.list("items"), item_options),
          .aria_label = o.string("ariaLabel", LanguageNavigationOptions().aria_label),
          .classes = o.string("classes"),
          .attributes = o.attributes()};
}

TEST(LanguageNavigation, MatchesEveryFixture) {
  expect_fixtures("language-navigation",
                  [](Options const& options) { return language_navigation(language_navigation_options(options)); });
}

}  // namespace
}  // namespace earshot::govuk
