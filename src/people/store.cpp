#include "people/store.h"

namespace earshot::people {
namespace {

// Of letters: what they have chosen, or what their pages were in when they last signed in.
#define LANGUAGE "coalesce(p.letters_in, p.language)"
#define CREDENTIALS                         \
  "SELECT p.id, p.password_hash, " LANGUAGE \
  ","                                       \
  " CASE WHEN f.person IS NULL THEN 0 ELSE 1 END FROM people p LEFT JOIN second_factors f ON f.person = p.id"
#define IS_FAMILY "EXISTS (SELECT 1 FROM person_roles r WHERE r.person = p.id AND r.role = 'family')"

constexpr db::Sql kCredentials{CREDENTIALS " WHERE p.email = $1 AND p.active = 1"};
constexpr db::Sql kCredentialsOf{CREDENTIALS " WHERE p.id = $1 AND p.active = 1"};
constexpr db::Sql kFindWorker{"SELECT p.id FROM people p WHERE p.email = $1 AND p.active = 1 AND NOT " IS_FAMILY};
constexpr db::Sql kInsert{
    "INSERT INTO people (email, name, password_hash, language, created_at) VALUES ($1, $2, $3, $4, $5)"
    " ON CONFLICT (email) DO NOTHING RETURNING id"};
constexpr db::Sql kUpdateName{"UPDATE people SET name = $2 WHERE id = $1"};
constexpr db::Sql kRemoveRoles{"DELETE FROM person_roles WHERE person = $1"};
constexpr db::Sql kRemoveServices{"DELETE FROM person_services WHERE person = $1"};
constexpr db::Sql kRemoveAgencies{"DELETE FROM person_agencies WHERE person = $1"};
constexpr db::Sql kInsertRole{"INSERT INTO person_roles (person, role) VALUES ($1, $2) ON CONFLICT DO NOTHING"};
constexpr db::Sql kInsertService{
    "INSERT INTO person_services (person, service) VALUES ($1, $2) ON CONFLICT DO NOTHING"};
constexpr db::Sql kInsertAgency{"INSERT INTO person_agencies (person, agency) VALUES ($1, $2) ON CONFLICT DO NOTHING"};
constexpr db::Sql kOtherAdministrator{
    "SELECT count(*) FROM people p JOIN person_roles r ON r.person = p.id"
    " WHERE r.role = 'administrator' AND p.active = 1 AND p.id <> $1"};
constexpr db::Sql kUpdatePassword{"UPDATE people SET password_hash = $2 WHERE email = $1 RETURNING id"};
constexpr db::Sql kUpdatePasswordOf{"UPDATE people SET password_hash = $2 WHERE id = $1"};
constexpr db::Sql kUpdateActive{"UPDATE people SET active = $2 WHERE email = $1 RETURNING id"};
constexpr db::Sql kUpdateSignedIn{"UPDATE people SET language = $2, signed_in_at = $3 WHERE id = $1"};
constexpr db::Sql kUpdateLettersIn{"UPDATE people SET letters_in = $2 WHERE id = $1"};
constexpr db::Sql kEraseAddress{"UPDATE people SET email = 'erased ' || id, name = '', active = 0 WHERE id = $1"};
constexpr db::Sql kList{"SELECT p.id, p.email, p.name, p.active, " LANGUAGE " FROM people p WHERE NOT " IS_FAMILY
                        " ORDER BY p.email"};
constexpr db::Sql kFindFamily{"SELECT p.id FROM people p WHERE p.email = $1 AND p.active = 1 AND " IS_FAMILY};
constexpr db::Sql kFamilyAddress{"SELECT p.email FROM people p WHERE p.id = $1 AND p.active = 1 AND " IS_FAMILY};
constexpr db::Sql kHolding{"SELECT p.id, p.email, p.name, p.active, " LANGUAGE
                           " FROM people p JOIN person_roles r ON r.person = p.id"
                           " WHERE r.role = $1 AND p.active = 1 ORDER BY p.email"};
constexpr db::Sql kName{"SELECT name FROM people WHERE id = $1 AND active = 1"};
constexpr db::Sql kRoles{"SELECT role FROM person_roles WHERE person = $1 ORDER BY role"};
constexpr db::Sql kServices{
    "SELECT service FROM person_services WHERE person = $1 UNION"
    " SELECT s.id FROM services s JOIN person_agencies a ON a.agency = s.agency WHERE a.person = $1 ORDER BY 1"};
constexpr db::Sql kOwnServices{"SELECT service FROM person_services WHERE person = $1 ORDER BY 1"};
constexpr db::Sql kOwnAgencies{"SELECT agency FROM person_agencies WHERE person = $1 ORDER BY 1"};

#define ACCOUNT                                                                               \
  "SELECT p.id, p.email, p.name, p.active, CASE WHEN p.password_hash = '' THEN 0 ELSE 1 END," \
  " CASE WHEN f.person IS NULL THEN 0 ELSE 1 END, p.signed_in_at"                             \
  " FROM people p LEFT JOIN second_factors f ON f.person = p.id WHERE NOT " IS_FAMILY
constexpr db::Sql kAccounts{ACCOUNT " ORDER BY p.name, p.email"};
constexpr db::Sql kFindAccount{ACCOUNT " AND p.id = $1"};
#undef ACCOUNT
#undef CREDENTIALS
#undef LANGUAGE
#undef IS_FAMILY

struct AccountRow {
  PersonId id;
  std::string email;
  std::string name;
  bool active;
  bool has_password;
  bool has_second_factor;
  std::optional<Time> signed_in_at;
};

Account to_account(db::Transaction& tx, AccountRow&& row) {
  return {.id = row.id,
          .email = std::move(row.email),
          .name = std::move(row.name),
          .active = row.active,
          .has_password = row.has_password,
          .has_second_factor = row.has_second_factor,
          .signed_in_at = row.signed_in_at,
          .roles = tx.all<std::string>(kRoles, row.id),
          .services = tx.all<agencies::ServiceId>(kOwnServices, row.id),
          .agencies = tx.all<agencies::AgencyId>(kOwnAgencies, row.id)};
}

}  // namespace

std::vector<PersonListed> list(db::Transaction& tx) { return tx.all<PersonListed>(kList); }

std::vector<Account> accounts(db::Transaction& tx) {
  std::vector<Account> result;
  for (auto& row : tx.all<AccountRow>(kAccounts)) result.push_back(to_account(tx, std::move(row)));
  return result;
}

std::optional<Account> find_account(db::Transaction& tx, PersonId id) {
  auto row = tx.first<AccountRow>(kFindAccount, id);
  if (!row) return std::nullopt;
  return to_account(tx, std::move(*row));
}

std::optional<PersonId> keep_family(db::Transaction& tx, std::string_view email, Time now) {
  if (auto const made = tx.first<PersonId>(kInsert, email, "", "", "en", now)) {
    tx.execute(kInsertRole, *made, kFamily.name);
    return made;
  }
  return store::find_family(tx, email);
}

std::optional<std::string> address_of_family(db::Transaction& tx, PersonId id) {
  return tx.first<std::string>(kFamilyAddress, id);
}

std::vector<PersonListed> holding(db::Transaction& tx, web::Role role) {
  return tx.all<PersonListed>(kHolding, role.name);
}

std::optional<web::Viewer> find_viewer(db::Transaction& tx, std::int64_t person) {
  auto name = tx.first<std::string>(kName, person);
  if (!name) return std::nullopt;
  web::Viewer viewer{.id = person,
                     .name = std::move(*name),
                     .roles = tx.all<std::string>(kRoles, person),
                     .scope = tx.all<std::int64_t>(kServices, person)};
  viewer.own_page = viewer.has(kFamily) ? "/families" : "/account";
  return viewer;
}

namespace store {

std::optional<Credentials> credentials(db::Transaction& tx, std::string_view email) {
  return tx.first<Credentials>(kCredentials, email);
}

std::optional<Credentials> credentials(db::Transaction& tx, PersonId id) {
  return tx.first<Credentials>(kCredentialsOf, id);
}

std::optional<PersonId> find_worker(db::Transaction& tx, std::string_view email) {
  return tx.first<PersonId>(kFindWorker, email);
}

std::optional<PersonId> find_family(db::Transaction& tx, std::string_view email) {
  return tx.first<PersonId>(kFindFamily, email);
}

Result<PersonId> insert(db::Transaction& tx, std::string_view email, std::string_view name,
                        std::string_view password_hash, std::string_view language, Time now) {
  auto const id = tx.first<PersonId>(kInsert, email, name, password_hash, language, now);
  if (!id) return refuse("email", msg("There is an account with this e-mail address already."));
  return *id;
}

void update_standing(db::Transaction& tx, PersonId id, Standing const& standing) {
  tx.execute(kUpdateName, id, standing.name);
  tx.execute(kRemoveRoles, id);
  tx.execute(kRemoveServices, id);
  tx.execute(kRemoveAgencies, id);
  for (auto const role : standing.roles) tx.execute(kInsertRole, id, role.name);
  for (auto const service : standing.services) tx.execute(kInsertService, id, service);
  for (auto const agency : standing.agencies) tx.execute(kInsertAgency, id, agency);
}

bool has_other_administrator(db::Transaction& tx, PersonId id) {
  return tx.one<std::int64_t>(kOtherAdministrator, id) > 0;
}

std::optional<PersonId> update_password(db::Transaction& tx, std::string_view email, std::string_view password_hash) {
  return tx.first<PersonId>(kUpdatePassword, email, password_hash);
}

void update_password(db::Transaction& tx, PersonId id, std::string_view password_hash) {
  tx.execute(kUpdatePasswordOf, id, password_hash);
}

std::optional<PersonId> update_active(db::Transaction& tx, std::string_view email, bool active) {
  return tx.first<PersonId>(kUpdateActive, email, active);
}

void update_signed_in(db::Transaction& tx, PersonId id, std::string_view language, Time now) {
  tx.execute(kUpdateSignedIn, id, language, now);
}

void update_letters_in(db::Transaction& tx, PersonId id, std::string_view language) {
  tx.execute(kUpdateLettersIn, id, language);
}

void erase_address(db::Transaction& tx, PersonId id) { tx.execute(kEraseAddress, id); }

}  // namespace store
}  // namespace earshot::people
