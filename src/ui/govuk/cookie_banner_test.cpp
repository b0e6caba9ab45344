#include "ui/govuk/cookie_banner.h"

#include <gtest/gtest.h>

#include "ui/govuk/content_options_testing.h"

namespace earshot::govuk {
namespace {

CookieBannerAction action_options(Options const& o) {
  return {.text = o.string("text"),
          .type = o.string("type"),
          .href = o.string("href"),
          .name = o.string("name"),
          .value = o.string("value"),
          .classes = o.string("classes"),
          .attributes = o.attributes()};
}

CookieBannerMessage message_options(Options const& o) {
  return {.heading_text = o.text("heading"),
          .text = o.string("text"),
          .html = o.html("html"),
          .actions = each(o.list("actions"), action_options),
          .hidden = o.has("hidden"),
          .role = o.string("role"),
          .classes = o.string("classes"),
          .attributes = o.attributes()};
}

CookieBannerOptions cookie_banner_options(Options const& o) {
  return {.aria_label = o.string("ariaLabel", CookieBannerOptions().aria_label),
          .hidden = o.has("hidden"),
          .classes = o.string("classes"),
          .attributes = o.attributes(),
          .messages = each(o.list("messages"), message_options)};
}

TEST(CookieBanner, MatchesEveryFixture) {
  expect_fixtures("cookie-banner",
                  [](Options const& options) { return cookie_banner(cookie_banner_options(options)); });
}

}  // namespace
}  // namespace earshot::govuk
