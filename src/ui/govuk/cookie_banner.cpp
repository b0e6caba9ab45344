#include "ui/govuk/cookie_banner.h"

#include "ui/govuk/button.h"
#include "ui/govuk/shared.h"

namespace earshot::govuk {
namespace {

Html action_markup(CookieBannerAction const& action) {
  if (action.href.empty() || action.type == "button")
    return button({.text = action.text,
                   .type = action.type.empty() ? "button" : action.type,
                   .name = action.name,
                   .value = action.value,
                   .href = action.href,
                   .classes = action.classes,
                   .attributes = action.attributes});
  Attributes link{{"class", spaced({"govuk-link", action.classes})}};
  return element("a", link.add("href", action.href).add(action.attributes), action.text);
}

Html words(CookieBannerMessage const& message) {
  Html column;
  if (!message.heading_text.empty())
    column += element("h2", {{"class", "govuk-cookie-banner__heading govuk-heading-m"}}, message.heading_text);
  Html content = message.html;
  if (content.empty() && !message.text.empty()) content = element("p", {{"class", "govuk-body"}}, message.text);
  column += element("div", {{"class", "govuk-cookie-banner__content"}}, content);
  return element("div", {{"class", "govuk-grid-row"}},
                 element("div", {{"class", "govuk-grid-column-two-thirds"}}, column));
}

Html message_markup(CookieBannerMessage const& message) {
  Html inner = words(message);
  if (!message.actions.empty()) {
    Html actions;
    for (auto const& action : message.actions) actions += html(action_markup(action), " ");
    inner += element("div", {{"class", "govuk-button-group"}}, actions);
  }

  Attributes outer{{"class", spaced({"govuk-cookie-banner__message", message.classes, "govuk-width-container"})}};
  add_given(outer, "role", message.role);
  return element("div", outer.add(message.attributes).flag("hidden", message.hidden), inner);
}

}  // namespace

Html cookie_banner(CookieBannerOptions const& options) {
  Html messages;
  for (auto const& message : options.messages) messages += message_markup(message);

  Attributes outer{{"class", spaced({"govuk-cookie-banner", options.classes})},
                   {"role", "region"},
                   {"aria-label", options.aria_label}};
  outer.flag("data-nosnippet").flag("hidden", options.hidden).add(options.attributes);
  return element("div", outer, messages);
}

}  // namespace earshot::govuk
