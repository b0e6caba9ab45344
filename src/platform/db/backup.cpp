#include "platform/db/backup.h"

#include <filesystem>

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>

#include "platform/db/error.h"

namespace earshot::db {
namespace {

constexpr int kPatience = 10'000;  // milliseconds, for whoever else is at the file

/// The file of an SQLite database.
std::string file_of(std::string const& url) {
  static constexpr std::string_view kSqlite = "sqlite:";
  if (!url.starts_with(kSqlite))
    throw Error("Only an SQLite database is backed up and restored here. PostgreSQL has pg_dump and pg_restore.");
  return url.substr(kSqlite.size());
}

/// That every page of it can be read, and says what it should.
void check(SQLite::Database& database, std::string const& path) {
  SQLite::Statement found(database, "PRAGMA integrity_check(1)");
  if (!found.executeStep() || found.getColumn(0).getString() != "ok")
    throw Error("The database in " + path + " is not whole.");
}

/// Copies a database that is there to one that is not. What is there of a copy that failed is removed.
void copy(std::string const& from, std::string const& to) {
  if (!std::filesystem::exists(from)) throw Error("There is no database " + from + ".");
  if (std::filesystem::exists(to)) throw Error("There is a file " + to + " already. Move it away first.");
  try {
    SQLite::Database source(from, SQLite::OPEN_READONLY, kPatience);
    SQLite::Database target(to, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kPatience);
    SQLite::Backup(target, source).executeStep(-1);
    check(target, to);
  } catch (std::exception const& error) {
    std::error_code ignored;
    for (auto const* part : {"", "-wal", "-shm", "-journal"}) std::filesystem::remove(to + part, ignored);
    throw Error("The database " + from + " cannot be copied to " + to + ": " + error.what());
  }
}

}  // namespace

void back_up(std::string const& url, std::string const& path) { copy(file_of(url), path); }

void restore(std::string const& path, std::string const& url) { copy(path, file_of(url)); }

}  // namespace earshot::db
