// A CSV file whose first line names its columns: what an import reads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/csv.h"

namespace earshot::formats {

/// The cells of one line, in the order in which the columns were asked for.
using TableLine = std::vector<Cell>;

/// Reads the lines under the first one. The file's columns may stand in any order, and others may stand among them.
/// Refused, with line and column, when it is no CSV, a column is missing, or a line has more or fewer cells than the
/// first. The cells of the columns in `optional` stand after the others, and are empty where the file has no such
/// column.
Result<std::vector<TableLine>> parse_csv_table(std::string_view file, std::vector<std::string_view> const& columns,
                                               std::vector<std::string_view> const& optional = {});

/// A refusal that names the place: "Line 3, column 12: …". `why` is a part of an English sentence for the person at the
/// terminal.
tl::unexpected<Refusal> refuse_at(Cell const& cell, std::string_view why);

}  // namespace earshot::formats
