#include "ui/govuk/button.h"

#include <gtest/gtest.h>

#include "ui/govuk/form_options_testing.h"

namespace earshot::govuk {

TEST(Button, MatchesEveryFixture) {
  expect_fixtures("button", [](Options const& options) { return button(button_options(options)); });
}

}  // namespace earshot::govuk
