#include "ui/govuk/header.h"

#include <gtest/gtest.h>

#include "ui/govuk/content_options_testing.h"

namespace earshot::govuk {
namespace {

HeaderOptions header_options(Options const& o) {
  return {.logo = picture_in_fixture("header", "govuk-header__logotype"),
          .homepage_url = o.string("homepageUrl"),
          .product_name = o.string("productName"),
          .container_classes = o.string("containerClasses", HeaderOptions().container_classes),
          .classes = o.string("classes"),
          .attributes = o.attributes()};
}

TEST(Header, MatchesEveryFixture) {
  expect_fixtures("header", [](Options const& options) { return header(header_options(options)); });
}

TEST(Header, ShowsNoLogoUnlessItIsGivenOne) {
  EXPECT_EQ(header({.product_name = "Pay"}).markup().find("<svg"), std::string::npos);
}

}  // namespace
}  // namespace earshot::govuk
