#include "ui/govuk/fieldset.h"

#include <gtest/gtest.h>

#include "ui/govuk/form_options_testing.h"

namespace earshot::govuk {

TEST(Fieldset, MatchesEveryFixture) {
  expect_fixtures("fieldset", [](Options const& options) { return fieldset(fieldset_options(options)); });
}

}  // namespace earshot::govuk
