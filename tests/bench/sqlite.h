// A bare connection to SQLite, set as the product sets its own.
#pragma once

#include <memory>
#include <string>

#include <sqlite3.h>

namespace earshot::bench::sqlite {

using Connection = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;
using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

/// Opens "sqlite:PATH" with the write-ahead log, and each commit on the disk before it is done. Throws
/// std::runtime_error.
Connection connect(std::string const& url);

Statement prepared(sqlite3* connection, std::string const& sql);

void bind(sqlite3_stmt* statement, int place, std::string const& text);

/// Runs it through all its rows. Throws std::runtime_error with what SQLite says.
void run(sqlite3_stmt* statement);
void run(sqlite3* connection, std::string const& sql);

}  // namespace earshot::bench::sqlite
