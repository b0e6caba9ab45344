#include "ui/govuk/exit_this_page.h"

#include <gtest/gtest.h>

#include "ui/govuk/fixtures_testing.h"

namespace earshot::govuk {
namespace {

ExitThisPageOptions exit_this_page_options(Options const& o) {
  return {.text = o.text(),
          .redirect_url = o.has("redirectUrl") ? Url(o.string("redirectUrl")) : ExitThisPageOptions().redirect_url,
          .id = o.string("id"),
          .classes = o.string("classes"),
          .attributes = o.attributes(),
          .activated_text = o.string("activatedText"),
          .timed_out_text = o.string("timedOutText"),
          .press_two_more_times_text = o.string("pressTwoMoreTimesText"),
          .press_one_more_time_text = o.string("pressOneMoreTimeText")};
}

TEST(ExitThisPage, MatchesEveryFixture) {
  expect_fixtures("exit-this-page",
                  [](Options const& options) { return exit_this_page(exit_this_page_options(options)); });
}

}  // namespace
}  // namespace earshot::govuk
