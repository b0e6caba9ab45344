#pragma once

#include <optional>
#include <string>

#include "ui/html/html.h"

namespace earshot::govuk {

enum class NotificationType { important, success };

/// `text` becomes a bold line; `html` stands as it is and goes before it. An empty title is "Important" or "Success",
/// an empty role "region" or "alert". The script gives an alert the focus unless `disable_auto_focus`.
struct NotificationBannerOptions {
  Html text;
  Html html;
  Html title_text;
  int title_heading_level = 2;
  NotificationType type = NotificationType::important;
  std::string role;
  std::string title_id = "govuk-notification-banner-title";
  std::optional<bool> disable_auto_focus;
  std::string classes;
  Attributes attributes;
};

/// Tells, above the heading of a page, what has just happened or matters beyond this page.
Html notification_banner(NotificationBannerOptions const& options);

}  // namespace earshot::govuk
