#pragma once

#include <string>
#include <vector>

#include "ui/html/html.h"

namespace earshot::govuk {

/// One language. Without `href` it is the one being read. `href_lang` is `lang` when empty; `dir` is ltr or rtl.
struct LanguageNavigationItem {
  Html text;
  std::string lang;
  std::string href_lang;
  std::string dir;
  Url href;
  bool current = false;
  Html language_description_text;
  std::string classes;
  Attributes attributes;
};

struct LanguageNavigationOptions {
  std::vector<LanguageNavigationItem> items;
  std::string aria_label = "Language";
  std::string classes;
  Attributes attributes;
};

/// The languages in which this page can be read, each named in itself.
Html language_navigation(LanguageNavigationOptions const& options);

}  // namespace earshot::govuk
