#include "ui/govuk/table.h"

#include <string_view>

#include "ui/govuk/shared.h"

namespace earshot::govuk {
namespace {

std::string format_class(std::string_view block, TableCell const& cell) {
  return cell.format.empty() ? std::string() : std::string(block) + "--" + cell.format;
}

void add_common(Attributes& attributes, TableCell const& cell) {
  if (cell.colspan > 0) add_given(attributes, "colspan", std::to_string(cell.colspan));
  if (cell.rowspan > 0) add_given(attributes, "rowspan", std::to_string(cell.rowspan));
  attributes.add(cell.attributes);
}

Html column_header(TableCell const& cell) {
  Attributes header{
      {"scope", "col"},
      {"class", spaced({"govuk-table__header", format_class("govuk-table__header", cell), cell.classes})}};
  add_common(header, cell);
  return element("th", header, cell.text);
}

Html row_header(TableCell const& cell) {
  Attributes header{{"scope", "row"}, {"class", spaced({"govuk-table__header", cell.classes})}};
  add_common(header, cell);
  return element("th", header, cell.text);
}

Html plain_cell(TableCell const& cell) {
  Attributes plain{{"class", spaced({"govuk-table__cell", format_class("govuk-table__cell", cell), cell.classes})}};
  add_common(plain, cell);
  return element("td", plain, cell.text);
}

Html head_markup(TableRow const& head) {
  if (head.empty()) return {};
  Html cells;
  for (auto const& cell : head) cells += column_header(cell);
  return element("thead", {{"class", "govuk-table__head"}}, element("tr", {{"class", "govuk-table__row"}}, cells));
}

Html row_markup(TableRow const& row, bool first_cell_is_header) {
  Html cells;
  for (auto const& cell : row)
    cells += first_cell_is_header && &cell == &row.front() ? row_header(cell) : plain_cell(cell);
  return element("tr", {{"class", "govuk-table__row"}}, cells);
}

}  // namespace

Html table(TableOptions const& options) {
  Html inner;
  if (!options.caption.empty())
    inner +=
        element("caption", {{"class", spaced({"govuk-table__caption", options.caption_classes})}}, options.caption);
  inner += head_markup(options.head);

  Html rows;
  for (auto const& row : options.rows)
    if (!row.empty()) rows += row_markup(row, options.first_cell_is_header);
  inner += element("tbody", {{"class", "govuk-table__body"}}, rows);

  Attributes outer{{"class", spaced({"govuk-table", options.classes})}};
  return element("table", outer.add(options.attributes), inner);
}

}  // namespace earshot::govuk
