#include "attachments/attachments.h"
#include "platform/crypto/reference.h"
#include "platform/crypto/token.h"
#include "platform/record/record.h"
#include "platform/search/search.h"
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

auto not_there() { return refuse(Refusal::Kind::not_found, msg("There is no page at this address.")); }

std::string free_reference(db::Transaction& tx) {
  return crypto::new_reference(kReferencePrefix,
                               [&](std::string const& reference) { return store::is_reference(tx, reference); });
}

}  // namespace

Receipt receive(db::Transaction& tx, Words const& words, std::string_view submission_key, Time now) {
  auto token = receipt_token(tx, submission_key);
  auto const reference = free_reference(tx);
  auto const id = store::insert(tx, words, reference, submission_key, crypto::token_hash(token), now);
  if (!id) return *find_receipt(tx, submission_key);
  search::put(tx, kSearchKind, id->value, words.words);
  auto const files = attachments::send(tx, submission_key, {kSourceKind, id->value});
  record::note(tx,
               {"a family", "voices.receive", "voice " + reference,
                files == 0 ? std::string() : "files: " + std::to_string(files)},
               now);
  tx.announce(kSaid, id->value, now);
  return {reference, std::move(token), *id};
}

std::optional<Receipt> find_receipt(db::Transaction& tx, std::string_view submission_key) {
  auto voice = store::find_by_key(tx, submission_key);
  if (!voice) return std::nullopt;
  return Receipt{std::move(voice->reference), receipt_token(tx, submission_key), voice->id};
}

bool receive_unfollowed(db::Transaction& tx, Words const& words, std::string_view submission_key, Time now) {
  auto const reference = free_reference(tx);
  auto const id = store::insert(tx, words, reference, submission_key, std::nullopt, now);
  if (!id) return false;
  search::put(tx, kSearchKind, id->value, words.words);
  record::note(tx, {"operator", "voices.import", "voice " + reference, ""}, now);
  tx.announce(kSaid, id->value, now);
  return true;
}

std::optional<Voice> find_by_token(db::Transaction& tx, std::string_view token) {
  return store::find_by_receipt(tx, crypto::token_hash(token));
}

Result<Voice> find(db::Transaction& tx, VoiceId id) {
  auto voice = store::find(tx, id);
  if (!voice || voice->hidden) return not_there();
  return std::move(*voice);
}

Result<Voice> find_hidden(db::Transaction& tx, VoiceId id) {
  auto voice = store::find(tx, id);
  if (!voice || !voice->hidden) return not_there();
  return std::move(*voice);
}

std::string receipt_path(db::Transaction& tx, VoiceId id) {
  auto const key = store::key_of_followed(tx, id);
  return key ? "/follow/" + receipt_token(tx, *key) : std::string();
}

std::optional<VoiceId> find_by_key(db::Transaction& tx, std::string_view submission_key) {
  auto const voice = store::find_by_key(tx, submission_key);
  return voice ? std::optional(voice->id) : std::nullopt;
}

Result<asks::Ask> make_ask(db::Transaction& tx, VoiceId id, Triage const& triage, people::PersonId by, Time now,
                           Date today) {
  return TRY(make_asks(tx, id, {triage}, by, now, today)).front();
}

Result<std::vector<asks::Ask>> make_asks(db::Transaction& tx, VoiceId id, std::vector<Triage> const& triages,
                                         people::PersonId by, Time now, Date today) {
  auto const voice = TRY(find(tx, id));
  auto const added = additions(tx, id);
  for (auto const& triage : triages) TRY(rules::may_publish(voice, added, triage.words));
  TRY(pass_on(tx, id, now));
  auto const path = receipt_path(tx, id);
  std::vector<asks::Ask> made;
  for (auto const& triage : triages)
    made.push_back(TRY(asks::create(tx,
                                    {.service = triage.service,
                                     .source = {kSourceKind, id.value},
                                     .words = triage.words,
                                     .words_by = rules::words_by(voice, triage.words),
                                     .language = triage.language.empty() ? voice.language : triage.language,
                                     .wish = triage.wish,
                                     .asked_at = voice.received_at,
                                     .place = voice.place,
                                     .topics = voice.topics,
                                     .contact = voice.contact,
                                     .path = path},
                                    by, now, today)));
  return made;
}

Result<Voice> pass_on(db::Transaction& tx, VoiceId id, Time now) {
  auto voice = TRY(find(tx, id));
  TRY(rules::may_pass_on(voice));
  store::mark_asked(tx, id, now);
  voice.asked_at = now;
  return voice;
}

void put_back(db::Transaction& tx, VoiceId id) { store::put_back(tx, id); }

Result<void> close(db::Transaction& tx, VoiceId id, Closing const& closing, people::PersonId by, Time now) {
  auto const voice = TRY(find(tx, id));
  TRY(rules::may_pass_on(voice));
  auto const note = TRY(rules::read_closing_note(closing.note));
  store::close(tx, id, {closing.as, note}, now);
  record::note(tx,
               {"person " + std::to_string(by.value), "voices.close", "voice " + voice.reference,
                std::string(to_word(closing.as))},
               now);
  if (!voice.contact) return {};
  if (auto const path = receipt_path(tx, id); !path.empty())
    messages::tell(tx, *voice.contact,
                   {.kind = "voices.closed",
                    .key = "voice " + voice.reference,
                    .about = {kSourceKind, id.value},
                    .write =
                        [&](i18n::Translator const& t) {
                          return messages::Note{.title = t("Somebody has read what you said"),
                                                .text = t("They wrote you a few words."),
                                                .path = path,
                                                .link = t("Read them")};
                        }},
                   now);
  return {};
}

void hide(db::Transaction& tx, VoiceId id, Time now) {
  store::hide(tx, id, Hidden::safeguarding, now);
  search::remove(tx, kSearchKind, id.value);
  asks::hide_source(tx, {kSourceKind, id.value}, now);
}

void show(db::Transaction& tx, VoiceId id) {
  store::show(tx, id);
  asks::show_source(tx, {kSourceKind, id.value});
  auto const voice = store::find(tx, id);
  if (!voice) return;
  // Its family took it back while it was hidden.
  if (voice->withdrawn_at) return erase(tx, id, *voice->withdrawn_at);
  search::put(tx, kSearchKind, id.value, rules::all_words(*voice, additions(tx, id)));
}

}  // namespace earshot::voices
