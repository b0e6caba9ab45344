// The reader of CSV files: it takes any bytes, what it gives can be stored, and what is written reads the same.

#include "formats/csv.h"
#include "fuzz.h"
#include "platform/http/forms.h"

using namespace earshot;

namespace {

void check_refusal(Refusal const& refusal, std::string_view text) {
  fuzz::always(refusal.problems.size() == 1, "a file is refused for one reason");
  auto const& args = refusal.problems.front().message.args;
  fuzz::always(args.size() == 3, "a refusal has a line, a column and a reason");
  auto const line = std::stoull(args[0]);
  auto const column = std::stoull(args[1]);
  fuzz::always(line >= 1 && column >= 1 && line <= text.size() + 1 && column <= text.size() + 1,
               "the place is in the file");
}

bool is_formula(std::string const& cell) {
  return !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
}

void check_row(formats::CsvRow const& row) {
  fuzz::always(!row.empty(), "a row has a cell");
  std::vector<std::string> cells;
  for (auto const& cell : row) {
    fuzz::always(http::is_utf8(cell.text) && cell.text.find('\0') == std::string::npos, "a cell can be stored");
    fuzz::always(cell.line >= 1 && cell.column >= 1, "a cell knows its place");
    cells.push_back(cell.text);
  }
  // An empty line is no row, so a row of one empty cell cannot be told from none.
  if (cells.size() == 1 && cells.front().empty()) return;
  auto const again = formats::parse_csv(formats::csv_line(cells));
  fuzz::always(again && again->size() == 1 && again->front().size() == cells.size(), "a written row is one row");
  for (std::size_t i = 0; i < cells.size(); ++i)
    fuzz::always(again->front()[i].text == (is_formula(cells[i]) ? "'" + cells[i] : cells[i]),
                 "a written cell reads the same, a formula with an apostrophe");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  auto const text = fuzz::as_text(data, size);
  auto const rows = formats::parse_csv(text);
  if (!rows) {
    check_refusal(rows.error(), text);
    return 0;
  }
  fuzz::always(http::is_utf8(text) && text.find('\0') == std::string_view::npos, "what cannot be stored is refused");
  for (auto const& row : *rows) check_row(row);
  return 0;
}
