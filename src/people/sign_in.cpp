#include "people/sign_in.h"

#include <algorithm>
#include <cctype>

#include "people/letters.h"
#include "people/second_factor.h"
#include "people/store.h"
#include "platform/base/text.h"
#include "platform/crypto/password.h"
#include "platform/crypto/token.h"
#include "platform/record/record.h"
#include "platform/secrets/secrets.h"

namespace earshot::people {
namespace {

std::string person_text(PersonId person) { return "person " + std::to_string(person.value); }

/// Under which the tries of an address are counted. Keyed, so that the table tells nobody which addresses were tried.
std::string account_key(db::Transaction& tx, std::string_view address) {
  return crypto::derive(secrets::get(tx, "sign-in tries"), "account", address);
}

tl::unexpected<Refusal> must_wait(std::string_view field, Tries const& tries, Time now) {
  return refuse(field, msg("There were too many wrong tries. Wait a little (minutes left: {1}), or ask for a link to "
                           "choose a new password.",
                           std::to_string(minutes_to_wait(tries, now))));
}

/// Counts a try before it is known whether it is right, so that many at once are no more than many in a row.
Result<Tries> claim_try(db::Transaction& tx, std::string_view address, std::string_view field, Time now) {
  auto const key = account_key(tx, address);
  auto const before = store::tries(tx, key);
  if (!may_try(before, now)) return must_wait(field, before, now);
  auto const tries = after_wrong(before, now);
  store::save_tries(tx, key, tries);
  return tries;
}

void give_back_try(db::Transaction& tx, std::string_view address) {
  auto const key = account_key(tx, address);
  store::save_tries(tx, key, given_back(store::tries(tx, key)));
}

void note_wrong(db::Transaction& tx, PersonId person, std::string_view what, Tries const& tries, Time now) {
  record::note(tx, {"somebody", "people.sign_in_failed", person_text(person), std::string(what)}, now);
  if (!begins_to_wait(tries)) return;
  auto const account = find_account(tx, person);
  auto const known = store::credentials(tx, person);
  if (account && known) letters::many_tries(tx, {account->email, known->language}, now);
}

/// A password that was checked under a claimed try.
struct Checked {
  std::optional<store::Credentials> known;
  Tries tries;
  bool right = false;
};

Result<Checked> check(db::Database& db, std::string_view address, std::string_view password, std::string_view field,
                      Time now) {
  auto claimed = db.write([&](db::Transaction& tx) -> Result<Checked> {
    auto const tries = TRY(claim_try(tx, address, field, now));
    return Checked{store::credentials(tx, address), tries};
  });
  auto checked = TRY(std::move(claimed));
  auto const fits = characters(password) <= kLongestPassword;
  checked.right = crypto::verify_password(checked.known ? checked.known->password_hash : std::string(),
                                          fits ? password : std::string_view()) &&
                  fits;
  return checked;
}

void note_if_known(db::Database& db, Checked const& checked, Time now) {
  db.write([&](db::Transaction& tx) {
    if (checked.known) note_wrong(tx, checked.known->id, "password", checked.tries, now);
  });
}

std::optional<std::string> address_of(db::Database& db, PersonId person) {
  auto const account = db.read([&](db::Transaction& tx) { return find_account(tx, person); });
  return account ? std::optional(account->email) : std::nullopt;
}

}  // namespace

std::string normal_address(std::string_view typed) {
  auto result = tidy(typed);
  std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) { return std::tolower(c); });
  return result;
}

Result<Admitted> check_password(db::Database& db, std::string_view email, std::string_view password, Time now) {
  auto const address = normal_address(email);
  auto const checked = TRY(check(db, address, password, "email", now));
  if (!checked.right) {
    note_if_known(db, checked, now);
    return refuse("email", msg("The e-mail address or the password is not right. Check both and try again."));
  }
  auto const rehashed =
      crypto::needs_rehash(checked.known->password_hash) ? crypto::hash_password(password) : std::string();
  db.write([&](db::Transaction& tx) {
    // Who has only the password must not have the tries for the code counted anew.
    if (checked.known->has_second_factor)
      give_back_try(tx, address);
    else
      end_waiting(tx, address);
    if (!rehashed.empty()) store::update_password(tx, checked.known->id, rehashed);
  });
  return Admitted{checked.known->id, checked.known->has_second_factor};
}

Result<void> check_password_again(db::Database& db, PersonId person, std::string_view password, std::string_view field,
                                  Time now) {
  auto const address = address_of(db, person).value_or(std::string());
  auto const checked = TRY(check(db, address, password, field, now));
  if (!checked.right) {
    note_if_known(db, checked, now);
    return refuse(field, msg("This is not your password. Check it and try again."));
  }
  db.write([&](db::Transaction& tx) { give_back_try(tx, address); });
  return {};
}

Result<void> check_code(db::Database& db, PersonId person, std::string_view code, Time now) {
  auto const address = address_of(db, person).value_or(std::string());
  auto const taken = db.write([&](db::Transaction& tx) -> Result<std::string_view> {
    auto const tries = TRY(claim_try(tx, address, "code", now));
    auto const way = take_code(tx, person, code, now);
    if (way.empty())
      note_wrong(tx, person, "code", tries, now);
    else
      end_waiting(tx, address);
    if (way == "recovery code") record::note(tx, {person_text(person), "people.recovery_code_used", "", ""}, now);
    return way;
  });
  if (TRY(taken).empty())
    return refuse("code",
                  msg("This code is not right, or has been used already. Wait for the next one and write its six "
                      "digits."));
  return {};
}

void note_sign_in(db::Transaction& tx, PersonId person, std::string_view way, std::string_view language, Time now) {
  store::update_signed_in(tx, person, language, now);
  record::note(tx, {person_text(person), "people.sign_in", "", std::string(way)}, now);
}

void end_waiting(db::Transaction& tx, std::string_view email) { store::forget_tries(tx, account_key(tx, email)); }

}  // namespace earshot::people
