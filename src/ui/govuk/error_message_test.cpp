#include "ui/govuk/error_message.h"

#include <gtest/gtest.h>

#include "ui/govuk/form_options_testing.h"

namespace earshot::govuk {

TEST(ErrorMessage, MatchesEveryFixture) {
  expect_fixtures("error-message",
                  [](Options const& options) { return error_message(error_message_options(options)); });
}

TEST(ErrorMessage, SaysThatItIsOneInThePagesLanguage) {
  EXPECT_EQ(error_message({.text = "Rhowch eich enw", .visually_hidden_text = "Gwall"}).markup(),
            "<p class=\"govuk-error-message\"><span class=\"govuk-visually-hidden\">Gwall:</span> Rhowch eich enw</p>");
}

}  // namespace earshot::govuk
