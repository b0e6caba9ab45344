// A table that is wider than a small screen.
#pragma once

#include <string_view>

#include "ui/govuk/table.h"
#include "ui/html/html.h"

namespace earshot::ui {

/// A table that scrolls by itself where the screen is too narrow for it, by keyboard too. `label` names it to whoever
/// comes to it that way.
Html wide_table(std::string_view label, govuk::TableOptions const& options);

}  // namespace earshot::ui
