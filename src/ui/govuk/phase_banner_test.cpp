#include "ui/govuk/phase_banner.h"

#include <gtest/gtest.h>

#include "ui/govuk/content_options_testing.h"

namespace earshot::govuk {
namespace {

PhaseBannerOptions phase_banner_options(Options const& o) {
  return {.text = o.text(),
          .tag = tag_options(o.object("tag")),
          .classes = o.string("classes"),
          .attributes = o.attributes()};
}

TEST(PhaseBanner, MatchesEveryFixture) {
  expect_fixtures("phase-banner", [](Options const& options) { return phase_banner(phase_banner_options(options)); });
}

}  // namespace
}  // namespace earshot::govuk
