#include "ui/govuk/warning_text.h"

#include <gtest/gtest.h>

#include "ui/govuk/fixtures_testing.h"

namespace earshot::govuk {
namespace {

WarningTextOptions warning_text_options(Options const& o) {
  return {.text = o.text(),
          .icon_fallback_text =
              o.has("iconFallbackText") ? Html(o.string("iconFallbackText")) : WarningTextOptions().icon_fallback_text,
          .classes = o.string("classes"),
          .attributes = o.attributes()};
}

TEST(WarningText, MatchesEveryFixture) {
  expect_fixtures("warning-text", [](Options const& options) { return warning_text(warning_text_options(options)); });
}

}  // namespace
}  // namespace earshot::govuk
