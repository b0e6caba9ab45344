// SQL of the people feature.
#pragma once

#include "people/people.h"
#include "people/tries.h"

namespace earshot::people::store {

struct Credentials {
  PersonId id;
  std::string password_hash;
  std::string language;  ///< Of letters to them.
  bool has_second_factor = false;
};

/// Of an account that is open.
std::optional<Credentials> credentials(db::Transaction& tx, std::string_view email);
std::optional<Credentials> credentials(db::Transaction& tx, PersonId id);

/// An open account for work with this e-mail address, whether it has a password yet or not.
std::optional<PersonId> find_worker(db::Transaction& tx, std::string_view email);

/// An open account of a family with this e-mail address.
std::optional<PersonId> find_family(db::Transaction& tx, std::string_view email);

/// Refused when the e-mail address is taken.
Result<PersonId> insert(db::Transaction& tx, std::string_view email, std::string_view name,
                        std::string_view password_hash, std::string_view language, Time now);

/// Takes roles and scope away and gives these.
void update_standing(db::Transaction& tx, PersonId id, Standing const& standing);

/// Whether an open account for work beside this one is an administrator's.
bool has_other_administrator(db::Transaction& tx, PersonId id);

std::optional<PersonId> update_password(db::Transaction& tx, std::string_view email, std::string_view password_hash);
void update_password(db::Transaction& tx, PersonId id, std::string_view password_hash);
std::optional<PersonId> update_active(db::Transaction& tx, std::string_view email, bool active);
void update_signed_in(db::Transaction& tx, PersonId id, std::string_view language, Time now);

/// From now on letters to them are in this language, whatever their pages are in.
void update_letters_in(db::Transaction& tx, PersonId id, std::string_view language);

/// The account gets a name that is no e-mail address, and is closed: the address is erased.
void erase_address(db::Transaction& tx, PersonId id);

/// Tries by `account`, what account_key() gives.
Tries tries(db::Transaction& tx, std::string_view account);
void save_tries(db::Transaction& tx, std::string_view account, Tries const& tries);
void forget_tries(db::Transaction& tx, std::string_view account);

struct SecondFactor {
  std::string secret;  ///< Sealed.
  std::int64_t last_step = 0;
};
std::optional<SecondFactor> second_factor(db::Transaction& tx, PersonId person);
/// False when the person has one already.
bool insert_second_factor(db::Transaction& tx, PersonId person, SecondFactor const& factor, Time now);
void update_last_step(db::Transaction& tx, PersonId person, std::int64_t step);
void remove_second_factor(db::Transaction& tx, PersonId person);
void insert_recovery_code(db::Transaction& tx, PersonId person, std::string_view code_hash);
/// False when there is no such code.
bool remove_recovery_code(db::Transaction& tx, PersonId person, std::string_view code_hash);
void remove_recovery_codes(db::Transaction& tx, PersonId person);
std::int64_t recovery_codes(db::Transaction& tx, PersonId person);

struct HalfSignIn {
  PersonId person;
  std::string onward;
  std::string kept;
  Time created_at;
};
void save_half_sign_in(db::Transaction& tx, std::int64_t session, HalfSignIn const& half);
std::optional<HalfSignIn> half_sign_in(db::Transaction& tx, std::int64_t session);
void remove_half_sign_in(db::Transaction& tx, std::int64_t session);

/// Who is on the way to their agency's own sign-in and back.
struct AgencySignIn {
  std::int64_t session = 0;
  std::string nonce;
  std::string verifier;
  std::string onward;
  Time created_at;
};
void save_agency_sign_in(db::Transaction& tx, std::string_view state_hash, AgencySignIn const& away);
/// Gives it once.
std::optional<AgencySignIn> take_agency_sign_in(db::Transaction& tx, std::string_view state_hash);

/// Removes what has no use any more: half sign-ins and ways to an agency begun before `before`, links that are over.
void remove_what_is_over(db::Transaction& tx, Time before, Time now);

}  // namespace earshot::people::store
