#include "ui/govuk/feedback.h"

#include <gtest/gtest.h>

#include "ui/govuk/fixtures_testing.h"

namespace earshot::govuk {
namespace {

FeedbackOptions feedback_options(Options const& o) {
  return {.title_text = o.text("title"),
          .heading_level = o.maybe_int("headingLevel").value_or(2),
          .text = o.string("text"),
          .html = o.html("html"),
          .classes = o.string("classes"),
          .attributes = o.attributes()};
}

TEST(Feedback, MatchesEveryFixture) {
  expect_fixtures("feedback", [](Options const& options) { return feedback(feedback_options(options)); });
}

}  // namespace
}  // namespace earshot::govuk
