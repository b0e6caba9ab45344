#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/html/html.h"

namespace earshot::govuk {

/// A link, or words without `href`. `current` is this page itself; `active` is the part of the service it is in.
struct ServiceNavigationItem {
  Html text;
  Url href;
  bool current = false;
  bool active = false;
  Attributes attributes;
};

/// Markup at fixed places; the two in the navigation must be list items. `end_inline` sets the end beside the rest.
struct ServiceNavigationSlots {
  Html start;
  Html end;
  bool end_inline = false;
  Html navigation_start;
  Html navigation_end;
};

/// On a small screen the items hide behind a button with `menu_button_text` when there are two or more, unless
/// `collapse_navigation_on_mobile` says otherwise. An empty `navigation_label` is the button's text.
struct ServiceNavigationOptions {
  std::string classes;
  Attributes attributes;
  std::string aria_label = "Service information";
  std::string menu_button_text = "Menu";
  std::string menu_button_label;
  std::string navigation_label;
  std::string navigation_id = "navigation";
  std::string navigation_classes;
  std::optional<bool> collapse_navigation_on_mobile;
  Html service_name;
  Url service_url;
  std::vector<ServiceNavigationItem> navigation;
  ServiceNavigationSlots slots;
};

/// The name of the service and the ways through it, under the header.
Html service_navigation(ServiceNavigationOptions const& options);

}  // namespace earshot::govuk
