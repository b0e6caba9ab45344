#include "ui/govuk/notification_banner.h"

#include <gtest/gtest.h>

#include "ui/govuk/fixtures_testing.h"

namespace earshot::govuk {
namespace {

NotificationBannerOptions notification_banner_options(Options const& o) {
  return {.text = o.string("text"),
          .html = o.html("html"),
          .title_text = o.text("title"),
          .title_heading_level = o.maybe_int("titleHeadingLevel").value_or(2),
          .type = o.string("type") == "success" ? NotificationType::success : NotificationType::important,
          .role = o.string("role"),
          .title_id = o.string("titleId", NotificationBannerOptions().title_id),
          .disable_auto_focus = o.maybe_bool("disableAutoFocus"),
          .classes = o.string("classes"),
          .attributes = o.attributes()};
}

TEST(NotificationBanner, MatchesEveryFixture) {
  expect_fixtures("notification-banner",
                  [](Options const& options) { return notification_banner(notification_banner_options(options)); });
}

}  // namespace
}  // namespace earshot::govuk
