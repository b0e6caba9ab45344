#include "ui/govuk/panel.h"

#include "ui/govuk/button.h"
#include "ui/govuk/shared.h"

namespace earshot::govuk {
namespace {

Html action_markup(PanelAction const& action) {
  if (action.href.empty() || action.type == "button")
    return button({.text = action.text,
                   .type = action.type.empty() ? "button" : action.type,
                   .href = action.href,
                   .classes = spaced({"govuk-button--inverse", action.classes}),
                   .attributes = action.attributes});
  Attributes link{{"class", spaced({"govuk-link", "govuk-link--inverse", action.classes})}};
  return element("a", link.add("href", action.href).add(action.attributes), action.text);
}

Html actions_markup(PanelActions const& actions) {
  if (actions.items.empty() && actions.classes.empty() && actions.attributes.empty()) return {};
  Html group;
  for (auto const& action : actions.items) group += html(action_markup(action), " ");
  if (!actions.items.empty()) group = element("div", {{"class", "govuk-button-group"}}, group);
  Attributes outer{{"class", spaced({"govuk-panel__actions", actions.classes})}};
  return element("div", outer.add(actions.attributes), group);
}

}  // namespace

Html panel(PanelOptions const& options) {
  bool const interrupts = options.classes.find("govuk-panel--interruption") != std::string::npos;
  Html inner =
      element("h" + std::to_string(options.heading_level), {{"class", "govuk-panel__title"}}, options.title_text);
  if (!options.text.empty()) inner += element("div", {{"class", "govuk-panel__body"}}, options.text);
  if (interrupts) inner += actions_markup(options.actions);

  Attributes outer{{"class", spaced({"govuk-panel", interrupts ? "" : "govuk-panel--confirmation", options.classes})}};
  return element("div", outer.add(options.attributes), inner);
}

}  // namespace earshot::govuk
