#include "platform/db/sqlite_session.h"

#include <chrono>
#include <optional>
#include <thread>

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

namespace earshot::db::detail {

namespace {

// More different statements than a program has; a bound, should one ever build its statements.
constexpr std::size_t kMostPrepared = 1'000;

/// "UNIQUE constraint failed: voices.reference" → "voices.reference".
std::string broken_rule(std::string_view message) {
  auto const colon = message.find(": ");
  return colon == std::string_view::npos ? std::string() : std::string(message.substr(colon + 2));
}

[[noreturn]] void rethrow(SQLite::Exception const& error, std::string_view sql) {
  auto const message = std::string("SQLite: ") + error.what() + ": " + excerpt(sql);
  auto const broken = [&](Violation::Kind kind) -> void {
    throw ConstraintError({kind, broken_rule(error.what())}, message);
  };
  switch (error.getExtendedErrorCode()) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
      broken(Violation::Kind::unique);
      break;
    case SQLITE_CONSTRAINT_FOREIGNKEY:
      broken(Violation::Kind::foreign_key);
      break;
    case SQLITE_CONSTRAINT_CHECK:
      broken(Violation::Kind::check);
      break;
    case SQLITE_CONSTRAINT_NOTNULL:
      broken(Violation::Kind::not_null);
      break;
  }
  switch (error.getErrorCode()) {
    case SQLITE_BUSY:
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
      throw Unavailable(message);
  }
  throw Error(message);
}

struct Binder {
  SQLite::Statement& statement;
  int index;

  void operator()(Null) const { statement.bind(index); }
  void operator()(std::int64_t number) const { statement.bind(index, number); }
  void operator()(double number) const { statement.bind(index, number); }
  void operator()(std::string const& text) const { statement.bindNoCopy(index, text); }
  void operator()(Bytes const& value) const {
    statement.bindNoCopy(index, value.bytes.data(), static_cast<int>(value.bytes.size()));
  }
};

Value value_of(SQLite::Column const& column) {
  switch (column.getType()) {
    case SQLITE_INTEGER:
      return std::int64_t{column.getInt64()};
    case SQLITE_FLOAT:
      return column.getDouble();
    case SQLITE_NULL:
      return Null{};
    case SQLITE_BLOB:
      return Bytes{column.getString()};
    default:
      return column.getString();
  }
}

/// Lets go of the rows and of the texts that were bound, however the statement ended.
class Resetting {
 public:
  explicit Resetting(SQLite::Statement& statement) : m_statement(statement) {}
  ~Resetting() {
    m_statement.tryReset();
    try {
      m_statement.clearBindings();
    } catch (SQLite::Exception const&) {  // only ever of a statement that failed, which is told already
    }
  }
  Resetting(Resetting const&) = delete;
  Resetting& operator=(Resetting const&) = delete;

 private:
  SQLite::Statement& m_statement;
};

/// An INSERT that adds one row or none and asks for its id, as it is run here: without RETURNING, which SQLite makes
/// with a trigger. A statement with a trigger keeps a journal of its own, and full-text search writes what it has
/// gathered whenever such a journal begins.
std::optional<std::string_view> without_returning(std::string_view sql) {
  static constexpr std::string_view kReturning = " RETURNING id";
  auto const adds = sql.starts_with("INSERT INTO ") && sql.ends_with(kReturning) &&
                    sql.find(" DO UPDATE ") == std::string_view::npos && sql.find(" SELECT ") == std::string_view::npos;
  if (!adds) return std::nullopt;
  return sql.substr(0, sql.size() - kReturning.size());
}

/// Turns the write-ahead log on. It is kept in the file; when two processes make the file at once, one must try again,
/// because SQLite does not wait here.
void use_write_ahead_log(SQLite::Database& database, Milliseconds patience) {
  auto const end = std::chrono::steady_clock::now() + patience;
  while (database.tryExec("PRAGMA journal_mode = WAL") != SQLITE_OK) {
    if (std::chrono::steady_clock::now() > end) throw SQLite::Exception(database.getHandle());
    std::this_thread::sleep_for(Milliseconds(20));
  }
}

SQLite::Database open(std::string const& path, SqliteSession::Access access, Milliseconds busy_timeout) {
  try {
    auto const making = access == SqliteSession::Access::write ? SQLite::OPEN_CREATE : 0;
    SQLite::Database database(path, SQLite::OPEN_READWRITE | making, static_cast<int>(busy_timeout.count()));
    use_write_ahead_log(database, busy_timeout);
    database.exec(
        "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON;"
        " PRAGMA journal_size_limit = 67108864");
    // In KiB, and at most: a small database takes no more than its own size. There is one that writes and several that
    // read, and what writes is slowest when it has to fetch the pages of an index again.
    database.exec(access == SqliteSession::Access::write
                      ? "PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 8000"
                      : "PRAGMA cache_size = -16384; PRAGMA query_only = ON");
    return database;
  } catch (SQLite::Exception const& error) {
    throw Error("Cannot open the database file " + path + ": " + error.what());
  }
}

}  // namespace

SqliteSession::SqliteSession(std::string const& path, Access access, Milliseconds busy_timeout)
    : m_database(open(path, access, busy_timeout)) {}

Rows SqliteSession::run(std::string_view sql, Values const& params) {
  try {
    auto& [statement, gives_new_id] = prepared(sql);
    Resetting const resetting(statement);
    for (std::size_t i = 0; i < params.size(); ++i) std::visit(Binder{statement, static_cast<int>(i) + 1}, params[i]);
    auto const changes_before = m_database.getTotalChanges();
    Rows rows{static_cast<std::size_t>(statement.getColumnCount()), {}, 0};
    while (statement.executeStep())
      for (auto i = 0; i < statement.getColumnCount(); ++i) rows.values.push_back(value_of(statement.getColumn(i)));
    // A statement that changes nothing leaves the count of the one before it standing.
    if (m_database.getTotalChanges() != changes_before) rows.changed = m_database.getChanges();
    if (rows.columns == 0 || rows.changed > 0) m_written = true;
    if (!gives_new_id) return rows;
    rows.columns = 1;
    if (rows.changed > 0) rows.values.emplace_back(std::int64_t{m_database.getLastInsertRowid()});
    return rows;
  } catch (SQLite::Exception const& error) {
    rethrow(error, sql);
  }
}

void SqliteSession::script(std::string_view statements) {
  m_written = true;
  try {
    m_database.exec(expand(statements, Engine::sqlite));
  } catch (SQLite::Exception const& error) {
    rethrow(error, statements);
  }
}

bool SqliteSession::in_transaction() const { return sqlite3_get_autocommit(m_database.getHandle()) == 0; }

std::int64_t SqliteSession::data_version() { return integer_of(run("PRAGMA data_version", {}).values.at(0)); }

SqliteSession::Prepared& SqliteSession::prepared(std::string_view sql) {
  auto key = std::string(sql);
  if (auto const found = m_prepared.find(key); found != m_prepared.end()) return *found->second;
  if (m_prepared.size() >= kMostPrepared) m_prepared.clear();
  auto const shorter = without_returning(sql);
  std::unique_ptr<Prepared> made(
      new Prepared{{m_database, expand(shorter.value_or(sql), Engine::sqlite)}, shorter.has_value()});
  return *m_prepared.emplace(std::move(key), std::move(made)).first->second;
}

}  // namespace earshot::db::detail
