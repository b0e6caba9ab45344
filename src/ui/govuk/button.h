// A button, or a link that looks like one.
#pragma once

#include <optional>
#include <string>

#include "ui/html/html.h"

namespace earshot::govuk {

struct ButtonOptions {
  Html text;
  std::string type = "submit";  ///< "submit", "button" or "reset"
  std::string name;
  std::string value;
  bool disabled = false;
  Url href;  ///< makes it a link
  std::string id;
  std::string classes;
  Attributes attributes;
  std::optional<bool> prevent_double_click;  ///< the script lets a second click within a second do nothing
  bool is_start_button = false;
};

/// The button.
Html button(ButtonOptions const& options);

}  // namespace earshot::govuk
