#include "ui/govuk/skip_link.h"

#include <gtest/gtest.h>

#include "ui/govuk/fixtures_testing.h"

namespace earshot::govuk {
namespace {

SkipLinkOptions skip_link_options(Options const& o) {
  return {.text = o.text(),
          .href = o.has("href") ? Url(o.string("href")) : SkipLinkOptions().href,
          .classes = o.string("classes"),
          .attributes = o.attributes()};
}

TEST(SkipLink, MatchesEveryFixture) {
  expect_fixtures("skip-link", [](Options const& options) { return skip_link(skip_link_options(options)); });
}

}  // namespace
}  // namespace earshot::govuk
