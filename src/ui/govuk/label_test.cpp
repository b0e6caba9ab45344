#include "ui/govuk/label.h"

#include <gtest/gtest.h>

#include "ui/govuk/form_options_testing.h"

namespace earshot::govuk {

TEST(Label, MatchesEveryFixture) {
  expect_fixtures("label", [](Options const& options) { return label(label_options(options)); });
}

TEST(Label, WithoutTextThereIsNone) { EXPECT_TRUE(label({.for_id = "name"}).empty()); }

}  // namespace earshot::govuk
