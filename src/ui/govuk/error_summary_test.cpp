#include "ui/govuk/error_summary.h"

#include <gtest/gtest.h>

#include "ui/govuk/form_options_testing.h"

namespace earshot::govuk {

namespace {

ErrorSummaryOptions error_summary_options(Options const& o) {
  std::vector<ErrorSummaryItem> errors;
  for (auto const& each : o.list("errorList"))
    errors.push_back({.text = each.text(), .href = each.string("href"), .attributes = each.attributes()});
  return {.title = o.text("title"),
          .description = o.text("description"),
          .errors = errors,
          .disable_auto_focus = o.maybe_bool("disableAutoFocus"),
          .classes = o.string("classes"),
          .attributes = o.attributes()};
}

}  // namespace

TEST(ErrorSummary, MatchesEveryFixture) {
  expect_fixtures("error-summary",
                  [](Options const& options) { return error_summary(error_summary_options(options)); });
}

}  // namespace earshot::govuk
