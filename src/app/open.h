// Opening the database of a command.
#pragma once

#include <memory>

#include "platform/config/config.h"
#include "platform/db/database.h"

namespace earshot::app {

enum class Open {
  or_make,     ///< Make an SQLite file that is not there, with its folder, and take the migrations that are due.
  unmigrated,  ///< Make it, but leave the migrations to the command.
  existing     ///< Only a database that is there and has every migration, so that a slip in its name is noticed.
};

/// The database that the settings name. Throws db::Error.
std::unique_ptr<db::Database> open(config::Config const& config, Open how);

}  // namespace earshot::app
