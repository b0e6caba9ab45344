#pragma once

#include <string>
#include <vector>

#include "ui/html/html.h"

namespace earshot::govuk {

/// A cell. `format` is "numeric" for figures, which are set to the right; 0 for a span is no span.
struct TableCell {
  Html text;
  std::string format;
  std::string classes;
  int colspan = 0;
  int rowspan = 0;
  Attributes attributes;
};

using TableRow = std::vector<TableCell>;

/// With `first_cell_is_header` the first cell of a row names the row. A row without cells is left out.
struct TableOptions {
  std::vector<TableRow> rows;
  TableRow head;
  Html caption;
  std::string caption_classes;
  bool first_cell_is_header = false;
  std::string classes;
  Attributes attributes;
};

/// Facts in rows and columns.
Html table(TableOptions const& options);

}  // namespace earshot::govuk
