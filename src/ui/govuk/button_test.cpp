#include "ui/govuk/button.h"

#include <gtest/gtest.h>

#include "ui/govuk/form_options_testing.h"

namespace earshot::govuk {

TEST(Button, MatchesEveryFixture) {
  expect_fixtures("button", [](Options const& options) { return button(button_options(options)); });
}

TEST(Button, TextIsEscapedAndAnUnsafeAddressGoesNowhere) {
  auto const markup = button({.text = "<b>Go</b>", .href = "javascript:alert(1)"}).markup();
  EXPECT_NE(markup.find("&lt;b&gt;Go"), std::string::npos);
  EXPECT_NE(markup.find("href=\"#\""), std::string::npos);
}

}  // namespace earshot::govuk
