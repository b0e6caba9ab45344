#include "formats/csv.h"

#include <algorithm>

#include "platform/http/forms.h"

namespace earshot::formats {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Reads characters and knows where it stands.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : m_rest(text) {}

  [[nodiscard]] bool at_end() const { return m_rest.empty(); }
  [[nodiscard]] char peek() const { return m_rest.front(); }
  [[nodiscard]] std::size_t line() const { return m_line; }
  [[nodiscard]] std::size_t column() const { return m_column; }

  char take() {
    auto const byte = m_rest.front();
    m_rest.remove_prefix(1);
    if (byte == '\n') {
      ++m_line;
      m_column = 1;
    } else if ((static_cast<unsigned char>(byte) & 0xC0) != 0x80) {
      ++m_column;
    }
    return byte;
  }

  /// Takes "\n", "\r\n" or a lone "\r" when one is next.
  bool take_line_end() {
    if (at_end() || (peek() != '\n' && peek() != '\r')) return false;
    if (take() == '\r') {
      if (!at_end() && peek() == '\n') {
        take();
      } else {
        ++m_line;
        m_column = 1;
      }
    }
    return true;
  }

 private:
  std::string_view m_rest;
  std::size_t m_line = 1;
  std::size_t m_column = 1;
};

tl::unexpected<Refusal> refuse_at(std::size_t line, std::size_t column, std::string_view why) {
  return refuse("", msg("Line {1}, column {2}: {3}", std::to_string(line), std::to_string(column), why));
}

Result<void> read_quoted(Cursor& cursor, Cell& cell) {
  cursor.take();
  while (!cursor.at_end()) {
    auto const byte = cursor.take();
    if (byte != '"') {
      cell.text += byte;
    } else if (!cursor.at_end() && cursor.peek() == '"') {
      cell.text += cursor.take();
    } else {
      if (cursor.at_end() || cursor.peek() == ',' || cursor.peek() == '\n' || cursor.peek() == '\r') return {};
      return refuse_at(cursor.line(), cursor.column(),
                       "after a closing quote there must be a comma or the end of the line");
    }
  }
  return refuse_at(cell.line, cell.column, "this quote is never closed");
}

Result<void> read_plain(Cursor& cursor, Cell& cell) {
  while (!cursor.at_end() && cursor.peek() != ',' && cursor.peek() != '\n' && cursor.peek() != '\r') {
    if (cursor.peek() == '"')
      return refuse_at(cursor.line(), cursor.column(),
                       "a quote may stand only at the beginning of a cell; double it inside one");
    cell.text += cursor.take();
  }
  return {};
}

Result<CsvRow> read_row(Cursor& cursor) {
  CsvRow row;
  while (true) {
    Cell cell{.text = {}, .line = cursor.line(), .column = cursor.column()};
    if (!cursor.at_end() && cursor.peek() == '"') {
      TRY(read_quoted(cursor, cell));
    } else {
      TRY(read_plain(cursor, cell));
    }
    row.push_back(std::move(cell));
    if (cursor.at_end() || cursor.take_line_end()) return row;
    cursor.take();  // the comma
  }
}

/// Where the text stops being something that can be stored.
Result<void> check_encoding(std::string_view text) {
  if (http::is_utf8(text) && text.find('\0') == std::string_view::npos) return {};
  Cursor cursor(text);
  std::size_t good = 0;
  // The longest good prefix, one line at a time, then one byte at a time.
  while (good < text.size()) {
    auto const end = std::min(text.find('\n', good), text.size() - 1) + 1;
    auto const line = text.substr(good, end - good);
    if (!http::is_utf8(line) || line.find('\0') != std::string_view::npos) break;
    good = end;
  }
  for (std::size_t i = 0; i < good; ++i) cursor.take();
  for (std::size_t i = good; i < text.size(); ++i) {
    auto const byte = static_cast<unsigned char>(text[i]);
    if (byte == 0)
      return refuse_at(cursor.line(), cursor.column(), "there is a NUL byte here. Save the file as CSV (UTF-8)");
    auto const length = byte < 0x80 ? 1U : byte < 0xE0 ? 2U : byte < 0xF0 ? 3U : 4U;
    if (!http::is_utf8(text.substr(i, length)))
      return refuse_at(cursor.line(), cursor.column(), "this is not UTF-8. Save the file as “CSV UTF-8” and try again");
    for (auto taken = 0U; taken < length; ++taken) cursor.take();
    i += length - 1;
  }
  return {};
}

}  // namespace

Result<std::vector<CsvRow>> parse_csv(std::string_view text) {
  if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) text.remove_prefix(kByteOrderMark.size());
  TRY(check_encoding(text));
  std::vector<CsvRow> rows;
  Cursor cursor(text);
  while (!cursor.at_end()) {
    if (cursor.take_line_end()) continue;
    rows.push_back(TRY(read_row(cursor)));
  }
  return rows;
}

std::string csv_line(std::vector<std::string> const& cells) {
  std::string line;
  for (auto const& cell : cells) {
    if (&cell != &cells.front()) line += ',';
    auto const formula = !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
    // In front of a file it would be taken for the mark of its encoding.
    auto const marked = cell.compare(0, kByteOrderMark.size(), kByteOrderMark) == 0;
    auto const quoted = formula || marked || cell.find_first_of(",\"\r\n") != std::string::npos;
    if (!quoted) {
      line += cell;
      continue;
    }
    line += '"';
    if (formula) line += '\'';
    for (auto const c : cell) line += c == '"' ? std::string("\"\"") : std::string(1, c);
    line += '"';
  }
  return line + "\r\n";
}

}  // namespace earshot::formats
