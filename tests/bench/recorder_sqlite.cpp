#include <string_view>

#include <sqlite3.h>

#include "recorder.h"

namespace earshot::bench::recorder {
namespace {

int on_statement(unsigned /*what*/, void* /*ours*/, void* statement, void* text) {
  // What SQLite asks of itself, for the index of words, comes as a comment; looking for other writers is no part of an
  // answer.
  std::string_view const sql(static_cast<char const*>(text));
  if (sql.starts_with("--") || sql.starts_with("PRAGMA")) return 0;
  auto* const expanded = sqlite3_expanded_sql(static_cast<sqlite3_stmt*>(statement));
  if (expanded != nullptr) note({.sql = expanded});
  sqlite3_free(expanded);
  return 0;
}

int on_open(sqlite3* connection, char const** /*error*/, sqlite3_api_routines const* /*routines*/) {
  return sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, on_statement, nullptr);
}

}  // namespace

void watch_sqlite() { sqlite3_auto_extension(reinterpret_cast<void (*)()>(on_open)); }

}  // namespace earshot::bench::recorder
