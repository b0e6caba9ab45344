// What people are written about their accounts: one purpose each, in their language, with the reason why.
#pragma once

#include <string_view>

#include "people/people.h"

namespace earshot::people::letters {

/// Whom to write to, in their language.
struct To {
  std::string_view email;
  std::string_view language;
};

/// An invitation to work with Earshot, with the path to choose a password. `by` invited them.
void invitation(db::Transaction& tx, To const& to, std::string_view by, std::string_view token, Time now);
/// The path to choose a new password.
void reset(db::Transaction& tx, To const& to, std::string_view token, Time now);
/// To a family that asked for a new password: it needs none.
void no_password_needed(db::Transaction& tx, To const& to, Time now);
/// The path by which a family signs in.
void family_link(db::Transaction& tx, To const& to, std::string_view token, Time now);
/// To a worker who asked for a family's link: their account is another.
void work_account(db::Transaction& tx, To const& to, Time now);
/// Somebody tried many wrong passwords or codes.
void many_tries(db::Transaction& tx, To const& to, Time now);
/// The password was changed.
void password_changed(db::Transaction& tx, To const& to, Time now);
/// The second step at sign-in was set up, or turned off.
void second_factor_changed(db::Transaction& tx, To const& to, bool on, Time now);

}  // namespace earshot::people::letters
