#include "ui/govuk/service_navigation.h"

#include <gtest/gtest.h>

#include "ui/govuk/content_options_testing.h"

namespace earshot::govuk {
namespace {

ServiceNavigationItem item_options(Options const& o) {
  return {.text = o.text(),
          .href = o.string("href"),
          .current = o.has("current"),
          .active = o.has("active"),
          .attributes = o.attributes()};
}

ServiceNavigationSlots slots_options(Options const& o) {
  auto const end = o.object("end");
  return {.start = o.html("start"),
          .end = end.has("html") ? end.html("html") : o.html("end"),
          .end_inline = end.string("align") == "inline",
          .navigation_start = o.html("navigationStart"),
          .navigation_end = o.html("navigationEnd")};
}

ServiceNavigationOptions service_navigation_options(Options const& o) {
  ServiceNavigationOptions const defaults;
  return {.classes = o.string("classes"),
          .attributes = o.attributes(),
          .aria_label = o.string("ariaLabel", defaults.aria_label),
          .menu_button_text = o.string("menuButtonText", defaults.menu_button_text),
          .menu_button_label = o.string("menuButtonLabel"),
          .navigation_label = o.string("navigationLabel"),
          .navigation_id = o.string("navigationId", defaults.navigation_id),
          .navigation_classes = o.string("navigationClasses"),
          .collapse_navigation_on_mobile = o.maybe_bool("collapseNavigationOnMobile"),
          .service_name = o.string("serviceName"),
          .service_url = o.string("serviceUrl"),
          .navigation = each(o.list("navigation"), item_options),
          .slots = slots_options(o.object("slots"))};
}

TEST(ServiceNavigation, MatchesEveryFixture) {
  expect_fixtures("service-navigation",
                  [](Options const& options) { return service_navigation(service_navigation_options(options)); });
}

}  // namespace
}  // namespace earshot::govuk
