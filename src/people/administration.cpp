// What administrators do with the accounts of others.

#include <algorithm>

#include "messages/messages.h"
#include "people/letters.h"
#include "people/links.h"
#include "people/people.h"
#include "people/second_factor.h"
#include "people/store.h"
#include "platform/base/text.h"
#include "platform/record/record.h"
#include "platform/web/sessions.h"

namespace earshot::people {
namespace {

constexpr std::size_t kLongestName = 100;

bool has(Standing const& standing, web::Role role) {
  return std::find(standing.roles.begin(), standing.roles.end(), role) != standing.roles.end();
}

Result<Standing> checked(Standing standing) {
  Problems problems;
  standing.name = tidy(standing.name);
  if (standing.name.empty()) problems.add("name", msg("Write the person's name."));
  if (characters(standing.name) > kLongestName) problems.add("name", msg("Write the name in at most 100 characters."));
  auto const known = std::all_of(standing.roles.begin(), standing.roles.end(), [](auto const role) {
    return std::find(roles().begin(), roles().end(), role) != roles().end();
  });
  if (standing.roles.empty() || !known) problems.add("roles", msg("Choose what this person does here."));
  if (has(standing, kServiceLead) && standing.services.empty())
    problems.add("services", msg("Choose the services that this person leads."));
  if (has(standing, kAgencyLead) && standing.agencies.empty())
    problems.add("agencies", msg("Choose the agencies that this person leads."));
  // Whoever does not lead must not be down for a service: it would show asks that are not theirs.
  if (!has(standing, kServiceLead)) standing.services.clear();
  if (!has(standing, kAgencyLead)) standing.agencies.clear();
  return problems.or_value(std::move(standing));
}

std::string text_of(Standing const& standing) {
  std::string text;
  for (auto const role : standing.roles) text += (text.empty() ? "" : ", ") + std::string(role.name);
  for (auto const service : standing.services) text += ", service " + std::to_string(service.value);
  for (auto const agency : standing.agencies) text += ", agency " + std::to_string(agency.value);
  return text;
}

void note(db::Transaction& tx, web::Viewer const& by, std::string action, PersonId id, std::string detail, Time now) {
  record::note(
      tx,
      {"person " + std::to_string(by.id), std::move(action), "person " + std::to_string(id.value), std::move(detail)},
      now);
}

Result<Account> existing(db::Transaction& tx, PersonId id) {
  auto account = find_account(tx, id);
  if (!account) return refuse(Refusal::Kind::not_found, msg("There is no page at this address."));
  return std::move(*account);
}

bool is_administrator(Account const& account) {
  return std::find(account.roles.begin(), account.roles.end(), kAdministrator.name) != account.roles.end();
}

/// Refused when the account is the last one that can administer.
Result<void> may_lose(db::Transaction& tx, Account const& account) {
  if (!account.active || !is_administrator(account) || store::has_other_administrator(tx, account.id)) return {};
  return refuse("roles", msg("This is the only administrator. Make somebody else one first."));
}

/// The language that the person has used, or that of their invitation.
std::string language_of(db::Transaction& tx, PersonId id) {
  auto const known = store::credentials(tx, id);
  return known ? known->language : "en";
}

Result<void> send_invitation(db::Transaction& tx, PersonId id, std::string const& email, web::Viewer const& by,
                             Time now) {
  auto const token = make_link(tx, {LinkKind::invitation, id, email}, now);
  if (!token)
    return refuse("", msg("This invitation was sent three times within the hour. Wait a little before the next."));
  letters::invitation(tx, {email, language_of(tx, id)}, by.name, *token, now);
  return {};
}

}  // namespace

Result<PersonId> invite(db::Transaction& tx, Invitation const& invitation, web::Viewer const& by, Time now) {
  Problems problems;
  auto const email = problems.take(messages::read_address(messages::Channel::email, invitation.email, "email"));
  auto const standing = problems.take(checked(invitation.standing));
  TRY(problems.or_value(true));
  // A parent who begins to work here keeps no family account under the same address.
  auto id = PersonId{};
  if (auto const family = store::find_family(tx, email)) {
    id = *family;
    web::end_sessions_of(tx, id.value);
  } else {
    id = TRY(store::insert(tx, email, standing.name, "", invitation.language, now));
  }
  store::update_standing(tx, id, standing);
  TRY(send_invitation(tx, id, email, by, now));
  note(tx, by, "people.invite", id, text_of(standing), now);
  return id;
}

Result<void> invite_again(db::Transaction& tx, PersonId id, web::Viewer const& by, Time now) {
  auto const account = TRY(existing(tx, id));
  if (account.has_password)
    return refuse(Refusal::Kind::already_done, msg("This person has chosen a password already."));
  TRY(send_invitation(tx, id, account.email, by, now));
  note(tx, by, "people.invite_again", id, "", now);
  return {};
}

Result<void> change(db::Transaction& tx, PersonId id, Standing const& standing, web::Viewer const& by, Time now) {
  auto const account = TRY(existing(tx, id));
  auto const changed = TRY(checked(standing));
  if (!has(changed, kAdministrator)) TRY(may_lose(tx, account));
  store::update_standing(tx, id, changed);
  note(tx, by, "people.change", id, text_of(changed), now);
  return {};
}

Result<void> set_active(db::Transaction& tx, PersonId id, bool active, web::Viewer const& by, Time now) {
  auto const account = TRY(existing(tx, id));
  if (account.active == active) return {};
  if (id.value == by.id)
    return refuse(Refusal::Kind::conflict, msg("You cannot close your own account. Ask another administrator."));
  TRY(may_lose(tx, account));
  store::update_active(tx, account.email, active);
  if (!active) web::end_sessions_of(tx, id.value);
  note(tx, by, active ? "people.open" : "people.close", id, "", now);
  return {};
}

Result<void> remove_second_factor(db::Transaction& tx, PersonId id, web::Viewer const& by, Time now) {
  auto const account = TRY(existing(tx, id));
  if (!account.has_second_factor) return {};
  store::remove_second_factor(tx, id);
  letters::second_factor_changed(tx, {account.email, language_of(tx, id)}, false, now);
  note(tx, by, "people.remove_second_factor", id, "", now);
  return {};
}

}  // namespace earshot::people
