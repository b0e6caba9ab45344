#include "ui/govuk/table.h"

#include <gtest/gtest.h>

#include "ui/govuk/content_options_testing.h"

namespace earshot::govuk {
namespace {

TableCell cell_options(Options const& o) {
  return {.text = o.text(),
          .format = o.string("format"),
          .classes = o.string("classes"),
          .colspan = o.maybe_int("colspan").value_or(0),
          .rowspan = o.maybe_int("rowspan").value_or(0),
          .attributes = o.attributes()};
}

TableRow row_options(std::vector<Options> const& row) { return each(row, cell_options); }

TableOptions table_options(Options const& o) {
  return {.rows = each(o.lists("rows"), row_options),
          .head = each(o.list("head"), cell_options),
          .caption = o.string("caption"),
          .caption_classes = o.string("captionClasses"),
          .first_cell_is_header = o.has("firstCellIsHeader"),
          .classes = o.string("classes"),
          .attributes = o.attributes()};
}

TEST(Table, MatchesEveryFixture) {
  expect_fixtures("table", [](Options const& options) { return table(table_options(options)); });
}

}  // namespace
}  // namespace earshot::govuk
