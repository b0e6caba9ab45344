#include "ui/govuk/back_link.h"

#include <gtest/gtest.h>

#include "ui/govuk/fixtures_testing.h"

namespace earshot::govuk {
namespace {

BackLinkOptions back_link_options(Options const& o) {
  return {.text = o.has("html") || o.has("text") ? o.text() : BackLinkOptions().text,
          .href = o.has("href") ? Url(o.string("href")) : BackLinkOptions().href,
          .classes = o.string("classes"),
          .attributes = o.attributes()};
}

TEST(BackLink, MatchesEveryFixture) {
  expect_fixtures("back-link", [](Options const& options) { return back_link(back_link_options(options)); });
}

TEST(BackLink, AnAddressThatWouldRunAScriptLeadsNowhere) {
  EXPECT_EQ(back_link({.text = "Yn ôl", .href = "javascript:alert(1)"}).markup(),
            "<a href=\"#\" class=\"govuk-back-link\">Yn ôl</a>");
}

}  // namespace
}  // namespace earshot::govuk
