// SQL of the people feature.
#pragma once

#include "people/people.h"

namespace earshot::people::store {

struct Credentials {
  PersonId id;
  std::string password_hash;
};

/// Of an account that is open.
std::optional<Credentials> credentials(db::Transaction& tx, std::string_view email);

/// Refused when the e-mail address is taken.
Result<PersonId> insert(db::Transaction& tx, NewPerson const& person, std::string_view password_hash, Time now);

std::optional<PersonId> update_password(db::Transaction& tx, std::string_view email, std::string_view password_hash);
std::optional<PersonId> update_active(db::Transaction& tx, std::string_view email, bool active);

}  // namespace earshot::people::store
