#include <algorithm>

#include "people/links.h"
#include "people/passwords.h"
#include "people/people.h"
#include "people/sign_in.h"
#include "people/store.h"
#include "platform/crypto/password.h"
#include "platform/record/record.h"
#include "platform/web/sessions.h"

namespace earshot::people {
namespace {

bool can_be_email(std::string_view text) {
  auto const at = text.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() && text.size() <= 254 &&
         text.find_first_of(" \t\r\n") == std::string_view::npos;
}

tl::unexpected<Refusal> no_such_account() {
  return refuse(Refusal::Kind::not_found, msg("There is no account with this e-mail address."));
}

void note(db::Transaction& tx, PersonId person, std::string action, Time now) {
  record::note(tx, {"operator", std::move(action), "person " + std::to_string(person.value), ""}, now);
}

}  // namespace

std::vector<web::Role> const& roles() {
  static std::vector<web::Role> const all{kRepresentative, kWorker,           kServiceLead, kAgencyLead,
                                          kCountyLead,     kSafeguardingLead, kModerator,   kAdministrator};
  return all;
}

char const* label(std::string_view role) {
  static constexpr std::pair<web::Role, char const*> kLabels[] = {{kRepresentative, i18n::mark("Speaks for families")},
                                                                  {kWorker, i18n::mark("Works with what comes in")},
                                                                  {kServiceLead, i18n::mark("Leads services")},
                                                                  {kAgencyLead, i18n::mark("Leads agencies")},
                                                                  {kCountyLead, i18n::mark("Leads for the county")},
                                                                  {kSafeguardingLead, i18n::mark("Safeguarding lead")},
                                                                  {kModerator, i18n::mark("Moderator")},
                                                                  {kAdministrator, i18n::mark("Administrator")},
                                                                  {kFamily, i18n::mark("Family")}};
  for (auto const& [each, its_label] : kLabels)
    if (each.name == role) return its_label;
  return "";
}

Result<PersonId> add(db::Database& db, NewPerson const& person, Time now) {
  if (!can_be_email(person.email)) return refuse("email", msg("Write an e-mail address, such as name@example.org."));
  if (person.name.empty()) return refuse("name", msg("Write the person's name."));
  if (std::find(roles().begin(), roles().end(), person.role) == roles().end())
    return refuse("role", msg("There is no such role. The roles are: representative, worker, service-lead, "
                              "agency-lead, county-lead, safeguarding-lead, moderator, administrator."));
  TRY(check_new_password(person.password, {person.email, person.name, person.place}));
  auto const hash = crypto::hash_password(person.password);
  return db.write([&](db::Transaction& tx) -> Result<PersonId> {
    auto const id = TRY(store::insert(tx, normal_address(person.email), person.name, hash, "en", now));
    store::update_standing(tx, id, {person.name, {person.role}, person.services, person.agencies});
    note(tx, id, "people.add", now);
    return id;
  });
}

Result<PersonId> set_password(db::Database& db, std::string_view email, std::string_view password, Time now,
                              std::string_view place) {
  auto const address = normal_address(email);
  auto const account = db.read([&](db::Transaction& tx) {
    auto const id = store::find_worker(tx, address);
    return id ? find_account(tx, *id) : std::nullopt;
  });
  TRY(check_new_password(password, {address, account ? account->name : std::string(), place}));
  if (!account) return no_such_account();
  auto const hash = crypto::hash_password(password);
  return db.write([&](db::Transaction& tx) -> Result<PersonId> {
    store::update_password(tx, account->id, hash);
    end_waiting(tx, address);
    web::end_sessions_of(tx, account->id.value);
    note(tx, account->id, "people.set_password", now);
    return account->id;
  });
}

Result<PersonId> set_active(db::Database& db, std::string_view email, bool active, Time now) {
  return db.write([&](db::Transaction& tx) -> Result<PersonId> {
    auto const id = store::update_active(tx, normal_address(email), active);
    if (!id) return no_such_account();
    if (!active) web::end_sessions_of(tx, id->value);
    note(tx, *id, active ? "people.open" : "people.close", now);
    return *id;
  });
}

}  // namespace earshot::people
