#include "ui/govuk/details.h"

#include <gtest/gtest.h>

#include "ui/govuk/fixtures_testing.h"

namespace earshot::govuk {
namespace {

DetailsOptions details_options(Options const& o) {
  return {.summary_text = o.text("summary"),
          .text = o.text(),
          .id = o.string("id"),
          .open = o.has("open"),
          .classes = o.string("classes"),
          .attributes = o.attributes()};
}

TEST(Details, MatchesEveryFixture) {
  expect_fixtures("details", [](Options const& options) { return details(details_options(options)); });
}

}  // namespace
}  // namespace earshot::govuk
