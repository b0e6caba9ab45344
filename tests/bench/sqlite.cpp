#include "sqlite.h"

#include <stdexcept>

namespace earshot::bench::sqlite {
namespace {

void check(sqlite3* connection, int code) {
  if (code != SQLITE_OK && code != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(connection));
}

}  // namespace

Connection connect(std::string const& url) {
  sqlite3* opened = nullptr;
  auto const code = sqlite3_open(url.substr(url.find(':') + 1).c_str(), &opened);
  Connection connection(opened, sqlite3_close);
  check(opened, code);
  sqlite3_busy_timeout(opened, 60'000);
  run(opened, "PRAGMA journal_mode = WAL");
  run(opened, "PRAGMA synchronous = FULL");
  run(opened, "PRAGMA cache_size = -65536");
  run(opened, "PRAGMA wal_autocheckpoint = 8000");
  return connection;
}

Statement prepared(sqlite3* connection, std::string const& sql) {
  sqlite3_stmt* statement = nullptr;
  check(connection, sqlite3_prepare_v2(connection, sql.c_str(), -1, &statement, nullptr));
  return {statement, sqlite3_finalize};
}

void bind(sqlite3_stmt* statement, int place, std::string const& text) {
  check(sqlite3_db_handle(statement),
        sqlite3_bind_text(statement, place, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT));
}

void run(sqlite3_stmt* statement) {
  auto code = SQLITE_ROW;
  while (code == SQLITE_ROW) code = sqlite3_step(statement);
  sqlite3_reset(statement);
  check(sqlite3_db_handle(statement), code);
}

void run(sqlite3* connection, std::string const& sql) { run(prepared(connection, sql).get()); }

}  // namespace earshot::bench::sqlite
