#include "formats/csv_table.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "platform/base/text.h"

namespace earshot::formats {
namespace {

/// Where a column stands in the first line.
std::optional<std::size_t> find_column(CsvRow const& header, std::string_view column) {
  auto const place =
      std::find_if(header.begin(), header.end(), [&](Cell const& cell) { return tidy(cell.text) == column; });
  if (place == header.end()) return std::nullopt;
  return static_cast<std::size_t>(place - header.begin());
}

/// Where each of `columns` stands in the first line, all of which must be there, and then each of `optional`.
Result<std::vector<std::optional<std::size_t>>> find_columns(CsvRow const& header,
                                                             std::vector<std::string_view> const& columns,
                                                             std::vector<std::string_view> const& optional) {
  std::vector<std::optional<std::size_t>> places;
  for (auto const column : columns) {
    places.push_back(find_column(header, column));
    if (!places.back())
      return refuse_at(header.front(), fmt::format("the column “{}” is missing. The first line must name {}", column,
                                                   fmt::join(columns, ", ")));
  }
  for (auto const column : optional) places.push_back(find_column(header, column));
  return places;
}

}  // namespace

Result<std::vector<TableLine>> parse_csv_table(std::string_view file, std::vector<std::string_view> const& columns,
                                               std::vector<std::string_view> const& optional) {
  auto rows = TRY(parse_csv(file));
  if (rows.empty()) return refuse_at({}, "the file is empty");
  auto const places = TRY(find_columns(rows.front(), columns, optional));
  std::vector<TableLine> lines;
  lines.reserve(rows.size() - 1);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    auto& cells = rows[i];
    if (cells.size() != rows.front().size())
      return refuse_at(cells.back(),
                       fmt::format("this line has {} cells, the first has {}", cells.size(), rows.front().size()));
    TableLine line;
    for (auto const place : places) line.push_back(place ? std::move(cells[*place]) : Cell{});
    lines.push_back(std::move(line));
  }
  return lines;
}

tl::unexpected<Refusal> refuse_at(Cell const& cell, std::string_view why) {
  return refuse("", msg("Line {1}, column {2}: {3}", std::to_string(cell.line), std::to_string(cell.column), why));
}

}  // namespace earshot::formats
