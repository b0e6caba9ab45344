#include "ui/govuk/hint.h"

#include <gtest/gtest.h>

#include "ui/govuk/form_options_testing.h"

namespace earshot::govuk {

TEST(Hint, MatchesEveryFixture) {
  expect_fixtures("hint", [](Options const& options) { return hint(hint_options(options)); });
}

}  // namespace earshot::govuk
