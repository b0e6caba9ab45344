// A copy of an SQLite database while it is in use, and the way back. PostgreSQL has tools of its own for both.
#pragma once

#include <string>

namespace earshot::db {

/// Copies the SQLite database at `url` to a new file at `path`: all of it as it is at one moment, whoever writes
/// meanwhile. The copy is checked before this returns. Error when the database is of another engine or does not work,
/// or there is something at `path` already: no file is left behind then.
void back_up(std::string const& url, std::string const& path);

/// Makes the SQLite database at `url` anew of a backup at `path`. Error when there is a database at `url` already, or
/// the backup is not whole: nothing is made then.
void restore(std::string const& path, std::string const& url);

}  // namespace earshot::db
