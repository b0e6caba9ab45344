#include "platform/crypto/reference.h"
#include "platform/crypto/token.h"
#include "platform/record/record.h"
#include "platform/secrets/secrets.h"
#include "voices/rules.h"
#include "voices/store.h"
#include "voices/voices.h"

namespace earshot::voices {
namespace {

constexpr char const* kReferencePrefix = "V";

/// Derived from the key, so that saying it again gives the link that was shown the first time.
std::string receipt_token(db::Transaction& tx, std::string_view submission_key) {
  return crypto::derive(secrets::get(tx, "receipts"), "receipt link", submission_key);
}

}  // namespace

Receipt receive(db::Transaction& tx, Words const& words, std::string_view submission_key, Time now) {
  auto token = receipt_token(tx, submission_key);
  auto const reference = crypto::new_reference(kReferencePrefix);
  if (!store::insert(tx, words, reference, submission_key, crypto::token_hash(token), now))
    return *find_receipt(tx, submission_key);
  record::note(tx, {"a family", "voices.receive", "voice " + reference, ""}, now);
  return {reference, std::move(token)};
}

std::optional<Receipt> find_receipt(db::Transaction& tx, std::string_view submission_key) {
  auto voice = store::find_by_key(tx, submission_key);
  if (!voice) return std::nullopt;
  return Receipt{std::move(voice->reference), receipt_token(tx, submission_key)};
}

bool receive_unfollowed(db::Transaction& tx, Words const& words, std::string_view submission_key, Time now) {
  auto const reference = crypto::new_reference(kReferencePrefix);
  if (!store::insert(tx, words, reference, submission_key, std::nullopt, now)) return false;
  record::note(tx, {"operator", "voices.import", "voice " + reference, ""}, now);
  return true;
}

std::optional<Voice> find_by_token(db::Transaction& tx, std::string_view token) {
  return store::find_by_receipt(tx, crypto::token_hash(token));
}

Result<Voice> find(db::Transaction& tx, VoiceId id) {
  auto voice = store::find(tx, id);
  if (!voice) return refuse(Refusal::Kind::not_found, msg("There is no page at this address."));
  return std::move(*voice);
}

std::optional<VoiceId> find_by_key(db::Transaction& tx, std::string_view submission_key) {
  auto const voice = store::find_by_key(tx, submission_key);
  return voice ? std::optional(voice->id) : std::nullopt;
}

Result<asks::Ask> make_ask(db::Transaction& tx, VoiceId id, Triage const& triage, people::PersonId by, Time now,
                           Date today) {
  auto const voice = TRY(find(tx, id));
  TRY(rules::may_publish(voice, triage.words));
  if (!store::mark_asked(tx, id, now))
    return refuse(Refusal::Kind::already_done, msg("Somebody has made an ask of this already."));
  return asks::create(tx,
                      {.service = triage.service,
                       .source = {kSourceKind, id.value},
                       .words = triage.words,
                       .words_by = rules::words_by(voice, triage.words),
                       .language = voice.language,
                       .wish = triage.wish,
                       .asked_at = voice.received_at},
                      by, now, today);
}

}  // namespace earshot::voices
