// Moving everything from an SQLite file to PostgreSQL, for a county that has outgrown one small machine.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace earshot::db {

/// Copies every row of the SQLite database at `from` to the PostgreSQL database at `to`, with its id, in one
/// transaction on either side, and gives how many there were. Both have taken the migrations of this program, and
/// nobody writes to either meanwhile; what `to` holds is removed. `progress` is called now and then with the rows that
/// are done and how many there are in all. Error when an address is of another engine or a database does not work:
/// nothing has changed then.
std::int64_t move(std::string const& from, std::string const& to,
                  std::function<void(std::int64_t done, std::int64_t total)> const& progress = {});

}  // namespace earshot::db
