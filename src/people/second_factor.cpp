#include "people/second_factor.h"

#include "people/letters.h"
#include "people/store.h"
#include "people/totp.h"
#include "platform/crypto/box.h"
#include "platform/crypto/token.h"
#include "platform/record/record.h"
#include "platform/secrets/secrets.h"

namespace earshot::people {
namespace {

constexpr char const* kPurpose = "second factor";

std::string person_text(PersonId person) { return "person " + std::to_string(person.value); }

std::string purpose_for(PersonId person) { return std::string(kPurpose) + " of " + person_text(person); }

std::string secret_of_installation(db::Transaction& tx) { return secrets::get(tx, kPurpose); }

std::string secret_of_installation(db::Database& db) {
  return db.write([](db::Transaction& tx) { return secret_of_installation(tx); });
}

/// Six groups of four letters, 118 bits: "7kq2-m9xc-wr4t-…". No look-alikes.
std::string new_recovery_code() {
  constexpr std::string_view kLetters = "23456789abcdefghjkmnpqrstuvwxyz#";  // the last is never used
  constexpr std::size_t kGroup = 4, kWhole = 6 * (kGroup + 1) - 1;
  std::string code;
  while (code.size() < kWhole) {
    for (auto const byte : crypto::random_bytes(32)) {
      auto const letter = kLetters[static_cast<unsigned char>(byte) & 31U];
      if (letter == '#' || code.size() == kWhole) continue;
      if (code.size() % (kGroup + 1) == kGroup) code += '-';
      code += letter;
    }
  }
  return code;
}

/// As it is hashed, however it was typed.
std::string recovery_code_hash(std::string_view typed) {
  std::string plain;
  for (auto const c : typed)
    if (c != '-' && c != ' ') plain += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return crypto::token_hash(plain);
}

void save_recovery_codes(db::Transaction& tx, PersonId person, std::vector<std::string> const& codes) {
  store::remove_recovery_codes(tx, person);
  for (auto const& code : codes) store::insert_recovery_code(tx, person, recovery_code_hash(code));
}

std::vector<std::string> make_recovery_codes() {
  std::vector<std::string> codes;
  for (int i = 0; i < kRecoveryCodes; ++i) codes.push_back(new_recovery_code());
  return codes;
}

void tell(db::Transaction& tx, PersonId person, bool on, Time now) {
  record::note(tx, {person_text(person), on ? "people.second_factor_on" : "people.second_factor_off", "", ""}, now);
  auto const account = find_account(tx, person);
  auto const known = store::credentials(tx, person);
  if (account && known) letters::second_factor_changed(tx, {account->email, known->language}, on, now);
}

}  // namespace

NewSecret new_secret(db::Database& db, PersonId person) {
  auto secret = new_totp_secret();
  auto sealed = crypto::seal(secret_of_installation(db), purpose_for(person), secret);
  return {std::move(secret), std::move(sealed)};
}

std::optional<std::string> opened_secret(db::Database& db, PersonId person, std::string_view sealed) {
  return crypto::unseal(secret_of_installation(db), purpose_for(person), sealed);
}

Result<std::vector<std::string>> turn_on(db::Database& db, PersonId person, std::string_view sealed,
                                         std::string_view code, Time now) {
  auto const secret = opened_secret(db, person, sealed);
  if (!secret) return refuse("code", msg("This page was open for too long. Scan the new picture and try again."));
  auto const step = totp_match(*secret, code, now, 0);
  if (!step)
    return refuse("code",
                  msg("This is not the code that the app should show now. Check that the clock of your phone is "
                      "right, and write the six digits that it shows."));
  auto const codes = make_recovery_codes();
  TRY(db.write([&](db::Transaction& tx) -> Result<void> {
    if (!store::insert_second_factor(tx, person, {std::string(sealed), *step}, now))
      return refuse(Refusal::Kind::already_done, msg("You have set this up already."));
    save_recovery_codes(tx, person, codes);
    tell(tx, person, true, now);
    return {};
  }));
  return codes;
}

void turn_off(db::Transaction& tx, PersonId person, Time now) {
  store::remove_second_factor(tx, person);
  tell(tx, person, false, now);
}

std::vector<std::string> new_recovery_codes(db::Database& db, PersonId person, Time now) {
  auto codes = make_recovery_codes();
  db.write([&](db::Transaction& tx) {
    save_recovery_codes(tx, person, codes);
    record::note(tx, {person_text(person), "people.new_recovery_codes", "", ""}, now);
  });
  return codes;
}

std::int64_t recovery_codes_left(db::Transaction& tx, PersonId person) { return store::recovery_codes(tx, person); }

std::string_view take_code(db::Transaction& tx, PersonId person, std::string_view code, Time now) {
  auto const factor = store::second_factor(tx, person);
  if (!factor) return {};
  auto const secret = crypto::unseal(secret_of_installation(tx), purpose_for(person), factor->secret);
  auto const step = secret ? totp_match(*secret, code, now, factor->last_step) : std::nullopt;
  if (step) {
    store::update_last_step(tx, person, *step);
    return "code";
  }
  if (store::remove_recovery_code(tx, person, recovery_code_hash(code))) return "recovery code";
  return {};
}

}  // namespace earshot::people
