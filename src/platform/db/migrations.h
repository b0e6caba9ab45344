// The schema grows forward only, in numbered steps that belong to features. The steps of a feature are the files
// src/<feature>/migrations/0001_create.sql …, compiled into the program as <feature>::migrations(); a file for one
// engine alone is 0002_index.sqlite.sql or 0002_index.postgresql.sql.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/time.h"
#include "platform/db/database.h"

namespace earshot::db {

struct Migration {
  std::string_view feature;
  int number = 0;
  std::string_view name;
  std::string_view sql;
  /// The one engine it is for; both when empty.
  std::optional<Engine> engine = std::nullopt;
};

/// A step that the database has taken.
struct Applied {
  std::string feature;
  int number = 0;
  std::string name;
  Time at;
};

/// Takes the steps that the database has not taken, in the order given, all or none of them. Error when the database
/// has taken steps that are not in the list: it is newer than this program. Safe when several processes do it at once.
void migrate(Database& database, std::span<Migration const> migrations, Time now = system_now());

/// The steps that `migrate` would take. Error when the database is newer than this program.
std::vector<Migration> pending(Database& database, std::span<Migration const> migrations);

/// The steps that the database has taken, oldest first.
std::vector<Applied> applied(Database& database);

}  // namespace earshot::db
