// Comma-separated values (RFC 4180), as spreadsheets write them: quotes, line ends inside quotes, a byte order mark.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/result.h"

namespace earshot::formats {

/// A cell and where it begins, counted from 1; columns are counted in characters.
struct Cell {
  std::string text;
  std::size_t line = 1;
  std::size_t column = 1;
};

using CsvRow = std::vector<Cell>;

/// The rows of `text`; empty lines are passed over. Refused, with line and column, when it is not UTF-8, has a NUL, or
/// its quotes do not fit.
Result<std::vector<CsvRow>> parse_csv(std::string_view text);

/// A row as it is written: quoted where needed, and with an apostrophe before what a spreadsheet would take for a
/// formula (OWASP, "CSV injection").
std::string csv_line(std::vector<std::string> const& cells);

}  // namespace earshot::formats
