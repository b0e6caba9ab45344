#include "ui/empty_state.h"

#include <algorithm>

#include "ui/govuk/button.h"

namespace earshot::ui {

Html empty_state(EmptyState const& state) {
  auto const level = "h" + std::to_string(std::clamp(state.heading_level, 1, 6));
  auto content = element(level, {{"class", "govuk-heading-m"}}, state.title);
  if (!state.text.empty()) content += element("p", {{"class", "govuk-body"}}, state.text);
  if (!state.action_text.empty() && !state.action_href.empty())
    content += govuk::button({.text = state.action_text, .href = state.action_href});
  return element("div", {{"class", "empty"}}, content);
}

}  // namespace earshot::ui
