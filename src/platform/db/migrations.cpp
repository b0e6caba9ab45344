#include "platform/db/migrations.h"

#include <algorithm>
#include <iterator>

namespace earshot::db {

namespace {

constexpr Sql kTableOnSqlite{"SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'migrations'"};
constexpr Sql kTableOnPostgresql{"SELECT count(*) FROM pg_class WHERE oid = to_regclass('migrations')"};
constexpr std::string_view kCreateTable =
    "CREATE TABLE IF NOT EXISTS migrations (feature TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL,"
    " applied_at BIGINT NOT NULL, PRIMARY KEY (feature, number));";
constexpr Sql kApplied{"SELECT feature, number, name, applied_at FROM migrations ORDER BY applied_at, feature, number"};
constexpr Sql kRecord{"INSERT INTO migrations (feature, number, name, applied_at) VALUES ($1, $2, $3, $4)"};

// One process at a time. The lock must come before the snapshot, or what the other process did would not be seen; so
// this one transaction takes a new snapshot for each statement. The number is ours alone, "earshot" in ASCII.
constexpr std::string_view kLockOnPostgresql =
    "SET TRANSACTION ISOLATION LEVEL READ COMMITTED;"
    "SET LOCAL statement_timeout = 0;"
    "SELECT pg_advisory_xact_lock(28536116838166388);";

std::vector<Applied> applied_in(Transaction& tx) {
  auto const sqlite = tx.engine() == Engine::sqlite;
  if (tx.one<int>(sqlite ? kTableOnSqlite : kTableOnPostgresql) == 0) return {};
  return tx.all<Applied>(kApplied);
}

std::vector<Migration> missing(Transaction& tx, std::span<Migration const> migrations) {
  auto const taken = applied_in(tx);
  for (auto const& step : taken) {
    auto const known = std::any_of(migrations.begin(), migrations.end(), [&](auto const& migration) {
      return migration.feature == step.feature && migration.number == step.number;
    });
    if (!known)
      throw Error("The database is newer than this program: it has taken step " + std::to_string(step.number) + " (" +
                  step.name + ") of " + step.feature + ", which this program does not know");
  }
  std::vector<Migration> result;
  std::copy_if(migrations.begin(), migrations.end(), std::back_inserter(result), [&](auto const& migration) {
    auto const for_us = !migration.engine || migration.engine == tx.engine();
    return for_us && std::none_of(taken.begin(), taken.end(), [&](auto const& step) {
             return migration.feature == step.feature && migration.number == step.number;
           });
  });
  return result;
}

void take(Transaction& tx, Migration const& migration, Time now) {
  try {
    tx.script(migration.sql);
  } catch (Error const& error) {
    throw Error("Step " + std::to_string(migration.number) + " (" + std::string(migration.name) + ") of " +
                std::string(migration.feature) + " failed: " + error.what());
  }
  tx.execute(kRecord, migration.feature, migration.number, migration.name, now);
}

}  // namespace

void migrate(Database& database, std::span<Migration const> migrations, Time now) {
  if (pending(database, migrations).empty()) return;
  database.write([&](Transaction& tx) {
    if (tx.engine() == Engine::postgresql) tx.script(kLockOnPostgresql);
    tx.script(kCreateTable);
    for (auto const& migration : missing(tx, migrations)) take(tx, migration, now);
  });
}

std::vector<Migration> pending(Database& database, std::span<Migration const> migrations) {
  return database.read([&](Transaction& tx) { return missing(tx, migrations); });
}

std::vector<Applied> applied(Database& database) {
  return database.read([](Transaction& tx) { return applied_in(tx); });
}

}  // namespace earshot::db
