// The demonstration county: agencies, services, people in every role, and what families said over two years, told
// through the same actions that people use. Seeded: the same plan makes the same county. No real place or person.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "platform/base/time.h"
#include "platform/db/database.h"

namespace earshot::demonstration {

/// Everybody in the demonstration signs in with it; the county is not meant for real use.
inline constexpr char const* kPassword = "a-demonstration-only";

struct Plan {
  int scale = 1;  ///< So many times 3,000 voices, beside the few that were written by hand; 0 for those alone.
  std::uint64_t seed = 2026;
  Time now;
  std::string time_zone = "Europe/London";
};

struct Made {
  std::int64_t voices = 0;
  std::int64_t asks = 0;
};

/// An account that a visitor to the demonstration may use.
struct SignIn {
  std::string email, name, role;
};

/// Whether the database has services already, so that no county can be made in it.
bool is_taken(db::Database& db);

/// Whether this county was made in the database.
bool is_here(db::Database& db);

/// Makes the county. `progress(done, total)` is told of voices now and then. What was stored before a fault of the
/// database stays, so a half-made county has to be thrown away.
Made make(db::Database& db, Plan const& plan, std::function<void(std::size_t, std::size_t)> const& progress);

/// The accounts to try it with, one for each kind of work.
std::vector<SignIn> sign_ins();

}  // namespace earshot::demonstration
