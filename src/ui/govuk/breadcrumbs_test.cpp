#include "ui/govuk/breadcrumbs.h"

#include <gtest/gtest.h>

#include "ui/govuk/content_options_testing.h"

namespace earshot::govuk {
namespace {

Breadcrumb item_options(Options const& o) {
  return {.text = o.text(), .href = o.string("href"), .attributes = o.attributes()};
}

BreadcrumbsOptions breadcrumbs_options(Options const& o) {
  return {.items = each(o.list("items"), item_options),
          .classes = o.string("classes"),
          .collapse_on_mobile = o.has("collapseOnMobile"),
          .attributes = o.attributes(),
          .label_text = o.string("labelText", BreadcrumbsOptions().label_text)};
}

TEST(Breadcrumbs, MatchesEveryFixture) {
  expect_fixtures("breadcrumbs", [](Options const& options) { return breadcrumbs(breadcrumbs_options(options)); });
}

}  // namespace
}  // namespace earshot::govuk
