// Opening the database of a command.
#pragma once

#include <memory>

#include "platform/config/config.h"
#include "platform/db/database.h"

namespace earshot::app {

enum class Schema {
  migrate,  ///< Take the migrations that are due.
  as_it_is
};

/// The database that the settings name; the folder of an SQLite file is made when it is missing. Throws db::Error.
std::unique_ptr<db::Database> open(config::Config const& config, Schema schema = Schema::migrate);

}  // namespace earshot::app
