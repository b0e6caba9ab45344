// What a family does with a voice after it was sent: its SQL and its actions.

#include "attachments/attachments.h"
#include "platform/base/text.h"
#include "platform/record/record.h"
#include "platform/search/search.h"
#include "voices/rules.h"
#include "voices/store.h"

namespace earshot::voices {
namespace {

constexpr db::Sql kAdditions{
    "SELECT id, words, language, received_at FROM voice_additions WHERE voice = $1 ORDER BY id"};
constexpr db::Sql kInsertAddition{
    "INSERT INTO voice_additions (voice, words, language, received_at) VALUES ($1, $2, $3, $4)"};
constexpr db::Sql kReadAgain{
    "UPDATE voices SET asked_at = NULL, closed_at = NULL, closed_as = NULL, closed_note = '' WHERE id = $1"
    " AND withdrawn_at IS NULL AND hidden IS NULL"};
constexpr db::Sql kVerdicts{"SELECT ask, helped, words, given_at FROM voice_verdicts WHERE voice = $1 ORDER BY ask"};
constexpr db::Sql kSaveVerdict{
    "INSERT INTO voice_verdicts (voice, ask, helped, words, given_at) VALUES ($1, $2, $3, $4, $5)"
    " ON CONFLICT (voice, ask) DO UPDATE SET helped = excluded.helped, words = excluded.words,"
    " given_at = excluded.given_at"};
constexpr db::Sql kCountHelped{"SELECT count(*) FROM voice_verdicts WHERE ask = $1 AND helped = 1"};
constexpr db::Sql kSetContact{"UPDATE voices SET contact = $2 WHERE id = $1"};
constexpr db::Sql kWithdraw{
    "UPDATE voices SET words = '', wish = '', contact = NULL, feeling = NULL, closed_note = '', withdrawn_at = $2"
    " WHERE id = $1"};
constexpr db::Sql kMarkWithdrawn{"UPDATE voices SET withdrawn_at = $2 WHERE id = $1"};
constexpr db::Sql kLookOverAgain{"UPDATE voices SET looked_over = 0 WHERE id = $1"};
constexpr db::Sql kEraseAdditions{"DELETE FROM voice_additions WHERE voice = $1"};
constexpr db::Sql kEraseVerdicts{"UPDATE voice_verdicts SET words = '' WHERE voice = $1"};

constexpr char const* kFamily = "a family";

/// More than these is no addition but another voice.
constexpr std::size_t kMostAdditions = 20;

}  // namespace

namespace store {

void withdraw(db::Transaction& tx, VoiceId id, Time now) {
  tx.execute(kWithdraw, id, now);
  tx.execute(kEraseAdditions, id);
  tx.execute(kEraseVerdicts, id);
}

void set_contact(db::Transaction& tx, VoiceId id, std::optional<messages::ContactId> contact) {
  tx.execute(kSetContact, id, contact);
}

void insert_addition(db::Transaction& tx, VoiceId id, std::string_view words, std::string_view language, Time now) {
  tx.execute(kInsertAddition, id, words, language, now);
  tx.execute(kLookOverAgain, id);
}

void read_again(db::Transaction& tx, VoiceId id) { tx.execute(kReadAgain, id); }

void save_verdict(db::Transaction& tx, VoiceId id, Verdict const& verdict, Time now) {
  tx.execute(kSaveVerdict, id, verdict.ask, verdict.helped, verdict.words, now);
}

}  // namespace store

std::vector<Addition> additions(db::Transaction& tx, VoiceId id) { return tx.all<Addition>(kAdditions, id); }

std::vector<Verdict> verdicts(db::Transaction& tx, VoiceId id) { return tx.all<Verdict>(kVerdicts, id); }

std::int64_t count_helped(db::Transaction& tx, asks::AskId ask) { return tx.one<std::int64_t>(kCountHelped, ask); }

Result<void> add_words(db::Transaction& tx, VoiceId id, std::string_view words, std::string_view language, Time now) {
  auto const voice = store::find(tx, id);
  if (!voice) return refuse(Refusal::Kind::not_found, msg("There is no page at this address."));
  TRY(rules::may_add(*voice));
  auto const before = additions(tx, id);
  // A second click, or a signal that came back: it is here already.
  if (!before.empty() && before.back().words == words) return {};
  if (before.size() >= kMostAdditions)
    return refuse("words", msg("You have added a lot to this. Say the rest as something new."));
  store::insert_addition(tx, id, words, language, now);
  store::read_again(tx, id);
  if (!voice->hidden) search::put(tx, kSearchKind, id.value, rules::all_words(*voice, additions(tx, id)));
  record::note(tx, {kFamily, "voices.add", "voice " + voice->reference, ""}, now);
  return {};
}

Result<void> judge(db::Transaction& tx, VoiceId id, Verdict const& verdict, Time now, Date today) {
  auto const voice = store::find(tx, id);
  auto const asked = asks::of_source(tx, {kSourceKind, id.value});
  for (auto const& each : asked) {
    if (!voice || each.ask.id != verdict.ask || !each.published()) continue;
    store::save_verdict(tx, id, verdict, now);
    // It opens again once; what they think of the second answer is kept and read.
    if (!verdict.helped && !each.ask.reopened_at && !each.ask.waits)
      TRY(asks::reopen(tx, each.ask.id, {kSourceKind, id.value}, verdict.words, now, today));
    record::note(tx,
                 {kFamily, verdict.helped ? "voices.helped" : "voices.not_what_was_asked", "voice " + voice->reference,
                  "ask " + each.ask.reference},
                 now);
    return {};
  }
  return refuse(Refusal::Kind::not_found, msg("There is no page at this address."));
}

void erase(db::Transaction& tx, VoiceId id, Time now) {
  store::withdraw(tx, id, now);
  attachments::erase(tx, {kSourceKind, id.value});
  search::remove(tx, kSearchKind, id.value);
  asks::withdraw_source(tx, {kSourceKind, id.value}, now);
}

void withdraw(db::Transaction& tx, VoiceId id, Time now) {
  auto const voice = store::find(tx, id);
  if (!voice || voice->withdrawn_at) return;
  // What is hidden is kept for those who see to it; show() erases it once they give it back.
  if (voice->hidden)
    tx.execute(kMarkWithdrawn, id, now);
  else
    erase(tx, id, now);
  record::note(tx, {kFamily, "voices.withdraw", "voice " + voice->reference, ""}, now);
}

void change_contact(db::Transaction& tx, VoiceId id, std::optional<messages::ContactId> contact, Time now) {
  auto const voice = store::find(tx, id);
  if (!voice || voice->withdrawn_at) return;
  store::set_contact(tx, id, contact);
  asks::change_contact(tx, {kSourceKind, id.value}, contact);
  record::note(tx, {kFamily, "voices.change_contact", "voice " + voice->reference, ""}, now);
}

}  // namespace earshot::voices
