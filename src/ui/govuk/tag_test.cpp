#include "ui/govuk/tag.h"

#include <gtest/gtest.h>

#include "ui/govuk/content_options_testing.h"

namespace earshot::govuk {
namespace {

TEST(Tag, MatchesEveryFixture) {
  expect_fixtures("tag", [](Options const& options) { return tag(tag_options(options)); });
}

}  // namespace
}  // namespace earshot::govuk
