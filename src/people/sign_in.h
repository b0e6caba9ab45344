// Signing in: the password, the code after it, and how many tries there are.
#pragma once

#include "people/people.h"

namespace earshot::people {

/// Whether this is the person's code: of their app, or one of their recovery codes, which is used up by it. Counted
/// together with wrong passwords.
Result<void> check_code(db::Database& db, PersonId person, std::string_view code, Time now);

/// Whether this is the person's password, for what asks for it again. Counted like a try to sign in.
/// Refused on `field`.
Result<void> check_password_again(db::Database& db, PersonId person, std::string_view password, std::string_view field,
                                  Time now);

/// Notes that somebody is in, by `way` ("password", "code", "agency", "link").
void note_sign_in(db::Transaction& tx, PersonId person, std::string_view way, std::string_view language, Time now);

/// Lets an address try again at once: who can read its mail has chosen a new password.
void end_waiting(db::Transaction& tx, std::string_view email);

/// "asha@example.org" of " Asha@Example.org ".
std::string normal_address(std::string_view typed);

}  // namespace earshot::people
