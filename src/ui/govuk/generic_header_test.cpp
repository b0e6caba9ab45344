#include "ui/govuk/generic_header.h"

#include <gtest/gtest.h>

#include "ui/govuk/fixtures_testing.h"

namespace earshot::govuk {
namespace {

GenericHeaderOptions generic_header_options(Options const& o) {
  return {.logo_text = o.text("logo"),
          .url = o.has("url") ? Url(o.string("url")) : GenericHeaderOptions().url,
          .container_classes = o.string("containerClasses", GenericHeaderOptions().container_classes),
          .classes = o.string("classes"),
          .attributes = o.attributes()};
}

TEST(GenericHeader, MatchesEveryFixture) {
  expect_fixtures("generic-header",
                  [](Options const& options) { return generic_header(generic_header_options(options)); });
}

}  // namespace
}  // namespace earshot::govuk
