#include "platform/db/move.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <vector>

#include "platform/db/postgresql_connection.h"
#include "platform/db/sqlite_session.h"

namespace earshot::db {
namespace {

using detail::PostgresqlConnection;
using detail::Rows;
using detail::SqliteSession;

// What has bytes in it, a photo say, is large.
constexpr std::int64_t kRowsAtOnce = 1'000;
constexpr std::int64_t kLargeRowsAtOnce = 1;

constexpr std::string_view kColumns =
    "SELECT c.relname::text, a.attname::text, format_type(a.atttypid, a.atttypmod),"
    " coalesce(pg_get_serial_sequence(quote_ident(c.relname), a.attname), '')"
    " FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid WHERE c.relkind = 'r'"
    " AND c.relnamespace = current_schema()::regnamespace AND a.attnum > 0 AND NOT a.attisdropped"
    " AND c.relname <> 'migrations' ORDER BY c.relname, a.attnum";
constexpr std::string_view kReferences =
    "SELECT f.relname::text, t.relname::text FROM pg_constraint x JOIN pg_class f ON f.oid = x.conrelid"
    " JOIN pg_class t ON t.oid = x.confrelid WHERE x.contype = 'f' AND f.oid <> t.oid"
    " AND f.relnamespace = current_schema()::regnamespace";

struct Column {
  std::string name;
  std::string type;
  std::string sequence;  ///< Which gives its next value; empty for all but automatic keys.
};

struct Table {
  std::string name;
  std::vector<Column> columns;

  /// What is searched, which SQLite keeps as plain words under the row's own number.
  [[nodiscard]] bool is_search() const { return has("tsvector"); }
  [[nodiscard]] bool has(std::string_view type) const {
    return std::any_of(columns.begin(), columns.end(), [&](Column const& each) { return each.type == type; });
  }
};

std::string text_in(Rows& rows, std::size_t index) { return std::move(std::get<std::string>(rows.values.at(index))); }

/// Every table, those that others refer to in front of these.
std::vector<Table> tables_of(PostgresqlConnection& to) {
  std::vector<Table> left;
  auto columns = to.run(kColumns, {});
  for (std::size_t i = 0; i < columns.values.size(); i += columns.columns) {
    auto table = text_in(columns, i);
    if (left.empty() || left.back().name != table) left.push_back({std::move(table), {}});
    left.back().columns.push_back({text_in(columns, i + 1), text_in(columns, i + 2), text_in(columns, i + 3)});
  }
  std::set<std::pair<std::string, std::string>> waits;
  auto references = to.run(kReferences, {});
  for (std::size_t i = 0; i < references.values.size(); i += references.columns)
    waits.emplace(text_in(references, i), text_in(references, i + 1));
  std::vector<Table> tables;
  while (!left.empty()) {
    auto const next = std::find_if(left.begin(), left.end(), [&](Table const& table) {
      return std::none_of(waits.begin(), waits.end(), [&](auto const& each) { return each.first == table.name; });
    });
    if (next == left.end()) throw Error("The tables of the database refer to each other in a circle");
    std::erase_if(waits, [&](auto const& each) { return each.second == next->name; });
    tables.push_back(std::move(*next));
    left.erase(next);
  }
  return tables;
}

/// A value as COPY reads it.
class CopyText {
 public:
  explicit CopyText(std::string& text) : m_text(text) {}

  void operator()(Null) const { m_text += "\\N"; }
  void operator()(std::int64_t number) const { m_text += std::to_string(number); }
  void operator()(double number) const {
    std::array<char, 32> buffer{};
    m_text.append(buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr);
  }
  void operator()(std::string const& text) const {
    for (auto const c : text) add(c);
  }
  void operator()(Bytes const& value) const {
    static constexpr std::string_view kDigits = "0123456789abcdef";
    m_text += "\\\\x";
    for (auto const c : value.bytes) {
      auto const byte = static_cast<unsigned char>(c);
      m_text += kDigits[byte >> 4U];
      m_text += kDigits[byte & 0xFU];
    }
  }

 private:
  void add(char c) const {
    if (c == '\\') m_text += "\\\\";
    if (c == '\n') m_text += "\\n";
    if (c == '\r') m_text += "\\r";
    if (c == '\t') m_text += "\\t";
    if (c != '\\' && c != '\n' && c != '\r' && c != '\t') m_text += c;
  }

  std::string& m_text;
};

/// Words with spaces between them, as a tsvector is written: each in quotes.
std::string search_words(std::string const& tokens) {
  std::string quoted;
  for (std::size_t begin = 0; begin < tokens.size();) {
    auto const end = std::min(tokens.find(' ', begin), tokens.size());
    quoted += " '";
    for (auto const c : tokens.substr(begin, end - begin)) quoted.append(c == '\'' || c == '\\' ? 2 : 1, c);
    quoted += '\'';
    begin = end + 1;
  }
  return quoted;
}

/// A COPY that is under way.
class Copy {
 public:
  Copy(PostgresqlConnection& to, Table const& table) : m_to(to), m_table(table.name) {
    std::string names;
    for (auto const& column : table.columns) names += (names.empty() ? "" : ", ") + column.name;
    finish(PQexec(to.handle(), ("COPY " + table.name + " (" + names + ") FROM STDIN").c_str()), PGRES_COPY_IN);
  }

  void put(std::string const& lines) {
    if (PQputCopyData(m_to.handle(), lines.data(), static_cast<int>(lines.size())) != 1) fail();
  }

  void end() {
    if (PQputCopyEnd(m_to.handle(), nullptr) != 1) fail();
    finish(PQgetResult(m_to.handle()), PGRES_COMMAND_OK);
    // Nothing more follows; asking for it tells libpq so.
    PQclear(PQgetResult(m_to.handle()));
  }

 private:
  void finish(PGresult* result, ExecStatusType wanted) const {
    auto const status = PQresultStatus(result);
    PQclear(result);
    if (status != wanted) fail();
  }

  [[noreturn]] void fail() const {
    // The first line says what is wrong; those after it quote what people wrote.
    std::string_view const message = PQerrorMessage(m_to.handle());
    throw Error("The table " + m_table + " cannot be copied: " + std::string(message.substr(0, message.find('\n'))));
  }

  PostgresqlConnection& m_to;
  std::string m_table;
};

class Mover {
 public:
  Mover(std::string const& file, std::string const& to,
        std::function<void(std::int64_t done, std::int64_t total)> const& progress)
      : m_from(file, SqliteSession::Access::read, Milliseconds(10'000)),
        m_to(to, Milliseconds(0)),
        m_progress(progress) {}

  std::int64_t move() {
    m_from.run("BEGIN", {});
    m_to.begin_write(PostgresqlConnection::Try::again);
    auto const tables = tables_of(m_to);
    for (auto const& table : tables) m_total += number("SELECT count(*) FROM " + table.name);
    empty(tables);
    for (auto const& table : tables) {
      copy(table);
      set_sequence(table);
    }
    for (auto const& table : tables) m_to.script("ALTER TABLE " + table.name + " ENABLE TRIGGER USER;");
    m_to.commit();
    m_from.run("COMMIT", {});
    for (auto const& table : tables) m_to.script("ANALYZE " + table.name + ";");
    return m_done;
  }

 private:
  std::int64_t number(std::string const& sql) { return std::get<std::int64_t>(m_from.run(sql, {}).values.at(0)); }

  /// Takes away what migrations put there, past the triggers that guard it.
  void empty(std::vector<Table> const& tables) {
    for (auto table = tables.rbegin(); table != tables.rend(); ++table) {
      m_to.script("ALTER TABLE " + table->name + " DISABLE TRIGGER USER;");
      m_to.script("DELETE FROM " + table->name + ";");
    }
  }

  void copy(Table const& table) {
    std::string names = "rowid";
    for (auto const& column : table.columns)
      names += table.is_search() && column.name == "item" ? ", rowid" : ", " + column.name;
    auto const some = "SELECT " + names + " FROM " + table.name + " WHERE rowid > ?1 ORDER BY rowid LIMIT ?2";
    auto const at_once = table.has("bytea") ? kLargeRowsAtOnce : kRowsAtOnce;
    Copy copy(m_to, table);
    std::string lines;
    CopyText const write(lines);
    for (std::int64_t last = 0;;) {
      auto const rows = m_from.run(some, {last, at_once});
      lines.clear();
      for (std::size_t row = 0; row < rows.values.size(); row += rows.columns) {
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
          if (i > 0) lines += '\t';
          auto const& value = rows.values[row + 1 + i];
          if (table.columns[i].type == "tsvector")
            write(search_words(std::get<std::string>(value)));
          else
            std::visit(write, value);
        }
        lines += '\n';
        last = std::get<std::int64_t>(rows.values[row]);
        ++m_done;
      }
      if (lines.empty()) break;
      copy.put(lines);
      if (m_progress) m_progress(m_done, m_total);
    }
    copy.end();
  }

  /// A number that was given once is not given again, also when its row is gone.
  void set_sequence(Table const& table) {
    for (auto const& column : table.columns) {
      if (column.sequence.empty()) continue;
      // 0 where rows were to be added and there was none.
      auto const given = m_from.run("SELECT seq FROM sqlite_sequence WHERE name = ?1 AND seq > 0", {table.name});
      if (!given.values.empty()) m_to.run("SELECT setval($1::regclass, $2)", {column.sequence, given.values.front()});
    }
  }

  SqliteSession m_from;
  PostgresqlConnection m_to;
  std::function<void(std::int64_t done, std::int64_t total)> const& m_progress;
  std::int64_t m_done = 0;
  std::int64_t m_total = 0;
};

}  // namespace

std::int64_t move(std::string const& from, std::string const& to,
                  std::function<void(std::int64_t done, std::int64_t total)> const& progress) {
  static constexpr std::string_view kSqlite = "sqlite:";
  if (!from.starts_with(kSqlite) || !to.starts_with("postgres"))
    throw Error("A database is moved from sqlite: to postgresql://, and not any other way");
  return Mover(from.substr(kSqlite.size()), to, progress).move();
}

}  // namespace earshot::db
