// The second step at sign-in: codes of an app, and recovery codes for when the phone is lost.
#pragma once

#include <string>
#include <vector>

#include "people/people.h"

namespace earshot::people {

/// How many recovery codes a person is given.
inline constexpr int kRecoveryCodes = 10;

/// A secret for a person who is setting it up. `sealed` travels with the form, so that nothing is stored before the
/// first code has shown that the app has it.
struct NewSecret {
  std::string secret;
  std::string sealed;
};
NewSecret new_secret(db::Database& db, PersonId person);

/// The secret that was sealed for this person; nothing when it was not.
std::optional<std::string> opened_secret(db::Database& db, PersonId person, std::string_view sealed);

/// Turns it on, once `code` shows that the app works; gives the recovery codes, which are kept as hashes only.
Result<std::vector<std::string>> turn_on(db::Database& db, PersonId person, std::string_view sealed,
                                         std::string_view code, Time now);

/// Turns it off. Who asks has given password and code.
void turn_off(db::Transaction& tx, PersonId person, Time now);

/// New recovery codes in place of the old.
std::vector<std::string> new_recovery_codes(db::Database& db, PersonId person, Time now);

/// How many recovery codes are left.
std::int64_t recovery_codes_left(db::Transaction& tx, PersonId person);

/// Takes a code: of the app or for recovery. Gives how it was: "code", "recovery code", or empty when it is wrong.
std::string_view take_code(db::Transaction& tx, PersonId person, std::string_view code, Time now);

}  // namespace earshot::people
