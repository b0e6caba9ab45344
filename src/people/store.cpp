#include "people/store.h"

namespace earshot::people {
namespace {

constexpr db::Sql kCredentials{"SELECT id, password_hash FROM people WHERE email = $1 AND active = 1"};
constexpr db::Sql kInsert{
    "INSERT INTO people (email, name, password_hash, created_at) VALUES ($1, $2, $3, $4)"
    " ON CONFLICT (email) DO NOTHING RETURNING id"};
constexpr db::Sql kInsertRole{"INSERT INTO person_roles (person, role) VALUES ($1, $2)"};
constexpr db::Sql kInsertService{"INSERT INTO person_services (person, service) VALUES ($1, $2)"};
constexpr db::Sql kUpdatePassword{"UPDATE people SET password_hash = $2 WHERE email = $1 RETURNING id"};
constexpr db::Sql kUpdateActive{"UPDATE people SET active = $2 WHERE email = $1 RETURNING id"};
constexpr db::Sql kList{
    "SELECT id, email, name, active FROM people p WHERE NOT EXISTS"
    " (SELECT 1 FROM person_roles r WHERE r.person = p.id AND r.role = 'family') ORDER BY email"};
constexpr db::Sql kFindFamily{
    "SELECT p.id FROM people p JOIN person_roles r ON r.person = p.id WHERE p.email = $1 AND r.role = 'family'"};
constexpr db::Sql kInsertFamily{
    "INSERT INTO people (email, name, password_hash, created_at) VALUES ($1, '', '', $2)"
    " ON CONFLICT (email) DO NOTHING RETURNING id"};
constexpr db::Sql kHolding{
    "SELECT p.id, p.email, p.name, p.active FROM people p JOIN person_roles r ON r.person = p.id"
    " WHERE r.role = $1 AND p.active = 1 ORDER BY p.email"};
constexpr db::Sql kName{"SELECT name FROM people WHERE id = $1 AND active = 1"};
constexpr db::Sql kRoles{"SELECT role FROM person_roles WHERE person = $1 ORDER BY role"};
constexpr db::Sql kInsertAgency{"INSERT INTO person_agencies (person, agency) VALUES ($1, $2)"};
constexpr db::Sql kServices{
    "SELECT service FROM person_services WHERE person = $1 UNION"
    " SELECT s.id FROM services s JOIN person_agencies a ON a.agency = s.agency WHERE a.person = $1 ORDER BY 1"};

}  // namespace

std::vector<PersonListed> list(db::Transaction& tx) { return tx.all<PersonListed>(kList); }

std::optional<PersonId> keep_family(db::Transaction& tx, std::string_view email, Time now) {
  if (auto const made = tx.first<PersonId>(kInsertFamily, email, now)) {
    tx.execute(kInsertRole, *made, kFamily.name);
    return made;
  }
  return tx.first<PersonId>(kFindFamily, email);
}

std::vector<PersonListed> holding(db::Transaction& tx, web::Role role) {
  return tx.all<PersonListed>(kHolding, role.name);
}

std::optional<web::Viewer> find_viewer(db::Transaction& tx, std::int64_t person) {
  auto name = tx.first<std::string>(kName, person);
  if (!name) return std::nullopt;
  return web::Viewer{.id = person,
                     .name = std::move(*name),
                     .roles = tx.all<std::string>(kRoles, person),
                     .scope = tx.all<std::int64_t>(kServices, person)};
}

namespace store {

std::optional<Credentials> credentials(db::Transaction& tx, std::string_view email) {
  return tx.first<Credentials>(kCredentials, email);
}

Result<PersonId> insert(db::Transaction& tx, NewPerson const& person, std::string_view password_hash, Time now) {
  auto const id = tx.first<PersonId>(kInsert, person.email, person.name, password_hash, now);
  if (!id) return refuse("email", msg("There is an account with this e-mail address already."));
  tx.execute(kInsertRole, *id, person.role.name);
  for (auto const service : person.services) tx.execute(kInsertService, *id, service);
  for (auto const agency : person.agencies) tx.execute(kInsertAgency, *id, agency);
  return *id;
}

std::optional<PersonId> update_password(db::Transaction& tx, std::string_view email, std::string_view password_hash) {
  return tx.first<PersonId>(kUpdatePassword, email, password_hash);
}

std::optional<PersonId> update_active(db::Transaction& tx, std::string_view email, bool active) {
  return tx.first<PersonId>(kUpdateActive, email, active);
}

}  // namespace store
}  // namespace earshot::people
