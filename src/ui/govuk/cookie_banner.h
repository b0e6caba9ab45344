#pragma once

#include <string>
#include <vector>

#include "ui/html/html.h"

namespace earshot::govuk {

/// A button, or a link when `href` is given and `type` is not "button".
struct CookieBannerAction {
  Html text;
  std::string type;
  Url href;
  std::string name;
  std::string value;
  std::string classes;
  Attributes attributes;
};

/// `text` becomes a paragraph; `html` stands as it is and goes before it.
struct CookieBannerMessage {
  Html heading_text;
  Html text;
  Html html;
  std::vector<CookieBannerAction> actions;
  bool hidden = false;
  std::string role;
  std::string classes;
  Attributes attributes;
};

struct CookieBannerOptions {
  std::string aria_label = "Cookie banner";
  bool hidden = false;
  std::string classes;
  Attributes attributes;
  std::vector<CookieBannerMessage> messages;
};

/// Asks what may be kept in the browser, and says that the answer was heard.
Html cookie_banner(CookieBannerOptions const& options);

}  // namespace earshot::govuk
