// The commands of the program. Each takes its settings, does one thing, says on stdout what it did and on stderr what
// went wrong, and gives an ExitCode. What only an operator can mend is thrown.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/exit_code.h"
#include "platform/config/config.h"

namespace earshot::app {

/// Serves pages and runs jobs until it is told to stop (SIGTERM, SIGINT).
ExitCode serve(config::Config const& config);

/// Runs jobs only, until it is told to stop; for machines beside those that serve.
ExitCode work(config::Config const& config);

/// Takes the migrations that are due.
ExitCode migrate(config::Config const& config);

/// Copies the SQLite database to a new file at `path`, while it is in use.
ExitCode back_up(config::Config const& config, std::string const& path);
/// Makes the SQLite database anew of a backup, and walks its record.
ExitCode restore(config::Config const& config, std::string const& path);

/// Copies everything from the SQLite database of the settings to an empty PostgreSQL database at `to`.
ExitCode move(config::Config const& config, std::string const& to);

/// Makes the demonstration county, with `scale` times 3,000 voices; does nothing in a database that has services
/// already.
ExitCode demo(config::Config const& config, int scale);

struct NewUser {
  std::string email, name, role;
  std::vector<std::string> services;  ///< Slugs.
  std::vector<std::string> agencies;  ///< Slugs.
};
/// Adds an account. The password is read from the first line of standard input.
ExitCode user_add(config::Config const& config, NewUser const& user);
/// Gives an account the password on the first line of standard input.
ExitCode user_password(config::Config const& config, std::string const& email);
/// Opens or closes an account.
ExitCode user_active(config::Config const& config, std::string const& email, bool active);
ExitCode user_list(config::Config const& config);

/// Imports a file of a kind that a feature knows; "-" is standard input.
ExitCode import_file(config::Config const& config, std::string const& kind, std::string const& path);

/// Seals what waits and walks the record's chain. `head` is "SEQUENCE:HASH" as an earlier run printed it.
ExitCode record_verify(config::Config const& config, std::optional<std::string> const& head);

/// Checks settings, database and migrations, and says what it found.
ExitCode check(config::Config const& config);

}  // namespace earshot::app
