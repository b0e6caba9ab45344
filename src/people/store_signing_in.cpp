#include "people/store.h"

namespace earshot::people::store {
namespace {

constexpr db::Sql kTries{"SELECT wrong, since, open_at FROM sign_in_tries WHERE account = $1"};
constexpr db::Sql kSaveTries{
    "INSERT INTO sign_in_tries (account, wrong, since, open_at) VALUES ($1, $2, $3, $4) ON CONFLICT (account)"
    " DO UPDATE SET wrong = excluded.wrong, since = excluded.since, open_at = excluded.open_at"};
constexpr db::Sql kForgetTries{"DELETE FROM sign_in_tries WHERE account = $1"};

constexpr db::Sql kSecondFactor{"SELECT secret, last_step FROM second_factors WHERE person = $1"};
constexpr db::Sql kInsertSecondFactor{
    "INSERT INTO second_factors (person, secret, last_step, confirmed_at) VALUES ($1, $2, $3, $4)"
    " ON CONFLICT (person) DO NOTHING"};
constexpr db::Sql kUpdateLastStep{"UPDATE second_factors SET last_step = $2 WHERE person = $1"};
constexpr db::Sql kRemoveSecondFactor{"DELETE FROM second_factors WHERE person = $1"};
constexpr db::Sql kInsertRecoveryCode{"INSERT INTO recovery_codes (person, code_hash) VALUES ($1, $2)"};
constexpr db::Sql kRemoveRecoveryCode{"DELETE FROM recovery_codes WHERE person = $1 AND code_hash = $2"};
constexpr db::Sql kRemoveRecoveryCodes{"DELETE FROM recovery_codes WHERE person = $1"};
constexpr db::Sql kRecoveryCodes{"SELECT count(*) FROM recovery_codes WHERE person = $1"};

constexpr db::Sql kSaveHalf{
    "INSERT INTO half_sign_ins (session, person, onward, kept, created_at) VALUES ($1, $2, $3, $4, $5)"
    " ON CONFLICT (session) DO UPDATE SET person = excluded.person, onward = excluded.onward, kept = excluded.kept,"
    " created_at = excluded.created_at"};
constexpr db::Sql kHalf{"SELECT person, onward, kept, created_at FROM half_sign_ins WHERE session = $1"};
constexpr db::Sql kRemoveHalf{"DELETE FROM half_sign_ins WHERE session = $1"};

constexpr db::Sql kSaveAway{
    "INSERT INTO agency_sign_ins (state_hash, session, nonce, verifier, onward, created_at)"
    " VALUES ($1, $2, $3, $4, $5, $6)"};
constexpr db::Sql kTakeAway{
    "DELETE FROM agency_sign_ins WHERE state_hash = $1 RETURNING session, nonce, verifier, onward, created_at"};

constexpr db::Sql kRemoveOldHalves{"DELETE FROM half_sign_ins WHERE created_at <= $1"};
constexpr db::Sql kRemoveOldWays{"DELETE FROM agency_sign_ins WHERE created_at <= $1"};
constexpr db::Sql kRemoveOldLinks{"DELETE FROM account_links WHERE expires_at <= $1"};
constexpr db::Sql kRemoveOldTries{"DELETE FROM sign_in_tries WHERE since <= $1 AND open_at <= $1"};

}  // namespace

Tries tries(db::Transaction& tx, std::string_view account) {
  return tx.first<Tries>(kTries, account).value_or(Tries{});
}

void save_tries(db::Transaction& tx, std::string_view account, Tries const& tries) {
  tx.execute(kSaveTries, account, tries.wrong, tries.since, tries.open_at);
}

void forget_tries(db::Transaction& tx, std::string_view account) { tx.execute(kForgetTries, account); }

std::optional<SecondFactor> second_factor(db::Transaction& tx, PersonId person) {
  return tx.first<SecondFactor>(kSecondFactor, person);
}

bool insert_second_factor(db::Transaction& tx, PersonId person, SecondFactor const& factor, Time now) {
  return tx.execute(kInsertSecondFactor, person, factor.secret, factor.last_step, now) > 0;
}

void update_last_step(db::Transaction& tx, PersonId person, std::int64_t step) {
  tx.execute(kUpdateLastStep, person, step);
}

void remove_second_factor(db::Transaction& tx, PersonId person) {
  tx.execute(kRemoveSecondFactor, person);
  remove_recovery_codes(tx, person);
}

void insert_recovery_code(db::Transaction& tx, PersonId person, std::string_view code_hash) {
  tx.execute(kInsertRecoveryCode, person, code_hash);
}

bool remove_recovery_code(db::Transaction& tx, PersonId person, std::string_view code_hash) {
  return tx.execute(kRemoveRecoveryCode, person, code_hash) > 0;
}

void remove_recovery_codes(db::Transaction& tx, PersonId person) { tx.execute(kRemoveRecoveryCodes, person); }

std::int64_t recovery_codes(db::Transaction& tx, PersonId person) {
  return tx.one<std::int64_t>(kRecoveryCodes, person);
}

void save_half_sign_in(db::Transaction& tx, std::int64_t session, HalfSignIn const& half) {
  tx.execute(kSaveHalf, session, half.person, half.onward, half.kept, half.created_at);
}

std::optional<HalfSignIn> half_sign_in(db::Transaction& tx, std::int64_t session) {
  return tx.first<HalfSignIn>(kHalf, session);
}

void remove_half_sign_in(db::Transaction& tx, std::int64_t session) { tx.execute(kRemoveHalf, session); }

void save_agency_sign_in(db::Transaction& tx, std::string_view state_hash, AgencySignIn const& away) {
  tx.execute(kSaveAway, state_hash, away.session, away.nonce, away.verifier, away.onward, away.created_at);
}

std::optional<AgencySignIn> take_agency_sign_in(db::Transaction& tx, std::string_view state_hash) {
  return tx.first<AgencySignIn>(kTakeAway, state_hash);
}

void remove_what_is_over(db::Transaction& tx, Time before, Time now) {
  tx.execute(kRemoveOldHalves, before);
  tx.execute(kRemoveOldWays, before);
  tx.execute(kRemoveOldLinks, now);
  tx.execute(kRemoveOldTries, before - kTriesWithin);
}

}  // namespace earshot::people::store
