#include "ui/govuk/inset_text.h"

#include <gtest/gtest.h>

#include "ui/govuk/fixtures_testing.h"

namespace earshot::govuk {
namespace {

InsetTextOptions inset_text_options(Options const& o) {
  return {.text = o.text(), .id = o.string("id"), .classes = o.string("classes"), .attributes = o.attributes()};
}

TEST(InsetText, MatchesEveryFixture) {
  expect_fixtures("inset-text", [](Options const& options) { return inset_text(inset_text_options(options)); });
}

}  // namespace
}  // namespace earshot::govuk
