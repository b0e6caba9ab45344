#include "ui/govuk/notification_banner.h"

#include "ui/govuk/shared.h"

namespace earshot::govuk {
namespace {

Html title(NotificationBannerOptions const& options) {
  if (!options.title_text.empty()) return options.title_text;
  return options.type == NotificationType::success ? "Success" : "Important";
}

std::string role(NotificationBannerOptions const& options) {
  if (!options.role.empty()) return options.role;
  return options.type == NotificationType::success ? "alert" : "region";
}

Html content(NotificationBannerOptions const& options) {
  if (!options.html.empty() || options.text.empty()) return options.html;
  return element("p", {{"class", "govuk-notification-banner__heading"}}, options.text);
}

}  // namespace

Html notification_banner(NotificationBannerOptions const& options) {
  auto const type_class = options.type == NotificationType::success ? "govuk-notification-banner--success" : "";
  Attributes outer{{"class", spaced({"govuk-notification-banner", type_class, options.classes})},
                   {"role", role(options)},
                   {"aria-labelledby", options.title_id},
                   {"data-module", "govuk-notification-banner"}};
  if (options.disable_auto_focus)
    add_given(outer, "data-disable-auto-focus", *options.disable_auto_focus ? "true" : "false");
  outer.add(options.attributes);

  auto const heading =
      element("h" + std::to_string(options.title_heading_level),
              {{"class", "govuk-notification-banner__title"}, {"id", options.title_id}}, title(options));
  return element("div", outer,
                 html(element("div", {{"class", "govuk-notification-banner__header"}}, heading),
                      element("div", {{"class", "govuk-notification-banner__content"}}, content(options))));
}

}  // namespace earshot::govuk
