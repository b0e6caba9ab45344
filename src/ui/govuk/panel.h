#pragma once

#include <string>
#include <vector>

#include "ui/html/html.h"

namespace earshot::govuk {

/// A button, or a link when `href` is given and `type` is not "button".
struct PanelAction {
  Html text;
  std::string type;
  Url href;
  std::string classes;
  Attributes attributes;
};

struct PanelActions {
  std::vector<PanelAction> items;
  std::string classes;
  Attributes attributes;
};

/// With the class "govuk-panel--interruption" it stops the reader, and `actions` are shown; otherwise it confirms.
struct PanelOptions {
  Html title_text;
  int heading_level = 1;
  Html text;
  std::string classes;
  Attributes attributes;
  PanelActions actions;
};

/// The large panel that says that something is done, with its reference.
Html panel(PanelOptions const& options);

}  // namespace earshot::govuk
