#include "ui/govuk/pagination.h"

#include <string_view>

#include <gtest/gtest.h>

#include "ui/govuk/content_options_testing.h"

namespace earshot::govuk {
namespace {

PaginationItem item_options(Options const& o) {
  return {.number = o.string("number"),
          .href = o.string("href"),
          .current = o.has("current"),
          .ellipsis = o.has("ellipsis"),
          .visually_hidden_text = o.string("visuallyHiddenText"),
          .attributes = o.attributes()};
}

std::optional<PaginationLink> link_options(Options const& o, std::string_view name) {
  if (!o.has(name)) return std::nullopt;
  auto const link = o.object(name);
  return PaginationLink{.text = link.text(),
                        .label_text = link.string("labelText"),
                        .href = link.string("href"),
                        .attributes = link.attributes()};
}

PaginationOptions pagination_options(Options const& o) {
  return {.items = each(list_with_gaps(o, "items"), item_options),
          .previous = link_options(o, "previous"),
          .next = link_options(o, "next"),
          .landmark_label = o.string("landmarkLabel", PaginationOptions().landmark_label),
          .classes = o.string("classes"),
          .attributes = o.attributes()};
}

TEST(Pagination, MatchesEveryFixture) {
  expect_fixtures("pagination", [](Options const& options) { return pagination(pagination_options(options)); });
}

}  // namespace
}  // namespace earshot::govuk
