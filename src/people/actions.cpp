#include <algorithm>
#include <cctype>

#include "people/people.h"
#include "people/store.h"
#include "platform/crypto/password.h"
#include "platform/record/record.h"
#include "platform/web/sessions.h"

namespace earshot::people {
namespace {

std::string lower(std::string_view email) {
  std::string result(email);
  std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) { return std::tolower(c); });
  return result;
}

bool can_be_email(std::string_view text) {
  auto const at = text.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() && text.size() <= 254 &&
         text.find_first_of(" \t\r\n") == std::string_view::npos;
}

Result<std::string> hashed(std::string_view password) {
  if (password.size() < kShortestPassword)
    return refuse("password", msg("Use a password of at least 8 characters; 15 or more are better."));
  if (password.size() > kLongestPassword) return refuse("password", msg("Use a password of at most 200 characters."));
  return crypto::hash_password(password);
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

Result<PersonId> add(db::Database& db, NewPerson const& person, Time now) {
  if (!can_be_email(person.email)) return refuse("email", msg("Write an e-mail address, such as name@example.org."));
  if (person.name.empty()) return refuse("name", msg("Write the person's name."));
  if (std::find(roles().begin(), roles().end(), person.role) == roles().end())
    return refuse("role", msg("There is no such role. The roles are: representative, worker, service-lead, "
                              "agency-lead, county-lead, safeguarding-lead, moderator, administrator."));
  auto const hash = TRY(hashed(person.password));
  auto account = person;
  account.email = lower(person.email);
  return db.write([&](db::Transaction& tx) -> Result<PersonId> {
    auto const id = TRY(store::insert(tx, account, hash, now));
    note(tx, id, "people.add", now);
    return id;
  });
}

Result<PersonId> set_password(db::Database& db, std::string_view email, std::string_view password, Time now) {
  auto const hash = TRY(hashed(password));
  return db.write([&](db::Transaction& tx) -> Result<PersonId> {
    auto const id = store::update_password(tx, lower(email), hash);
    if (!id) return no_such_account();
    web::end_sessions_of(tx, id->value);
    note(tx, *id, "people.set_password", now);
    return *id;
  });
}

Result<PersonId> set_active(db::Database& db, std::string_view email, bool active, Time now) {
  return db.write([&](db::Transaction& tx) -> Result<PersonId> {
    auto const id = store::update_active(tx, lower(email), active);
    if (!id) return no_such_account();
    if (!active) web::end_sessions_of(tx, id->value);
    note(tx, *id, active ? "people.open" : "people.close", now);
    return *id;
  });
}

Result<PersonId> check_password(db::Database& db, std::string_view email, std::string_view password) {
  auto const found = db.read([&](db::Transaction& tx) { return store::credentials(tx, lower(email)); });
  auto const right = password.size() <= kLongestPassword &&
                     crypto::verify_password(found ? found->password_hash : std::string(), password);
  if (!right) return refuse("email", msg("The e-mail address or the password is not right. Check both and try again."));
  if (crypto::needs_rehash(found->password_hash)) {
    auto const hash = crypto::hash_password(password);
    db.write([&](db::Transaction& tx) { store::update_password(tx, lower(email), hash); });
  }
  return found->id;
}

}  // namespace earshot::people
