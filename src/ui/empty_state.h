// What a list shows when there is nothing in it: why that is, and what a person can do.
#pragma once

#include <string>

#include "ui/html/html.h"

namespace earshot::ui {

struct EmptyState {
  std::string title;             ///< "Nothing is waiting for you".
  Html text = {};                ///< A sentence on what happens next.
  std::string action_text = {};  ///< What to do about it; no link when empty.
  Url action_href = {};
  int heading_level = 2;
};

/// The panel.
Html empty_state(EmptyState const& state);

}  // namespace earshot::ui
