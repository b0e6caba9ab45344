#include "platform/crypto/reference.h"
#include "safeguarding/rules.h"
#include "safeguarding/safeguarding.h"
#include "safeguarding/store.h"

namespace earshot::safeguarding {
namespace {

constexpr char const* kReferencePrefix = "S";

Milliseconds hours(int number) { return std::chrono::hours(number); }

Result<void> still_hidden(Case const& found) {
  if (found.state != State::given_back) return {};
  return refuse(Refusal::Kind::already_done,
                msg("This voice was given back already. It can be raised again where it stands now."));
}

}  // namespace

void raise(db::Transaction& tx, voices::VoiceId voice, std::string_view why, people::PersonId by, Time now) {
  if (!voices::find(tx, voice)) {
    if (auto const found = store::find_by_voice(tx, voice)) log(tx, found->id, by, Did::raised_again, why, now);
    return;
  }
  auto const settings = county::settings(tx);
  Case const fresh{.id = {},
                   .reference = crypto::new_reference(kReferencePrefix),
                   .voice = voice,
                   .raised_by = {},
                   .raised_at = now,
                   .why = std::string(why),
                   .look_by = now + hours(settings.safeguarding_look_within),
                   .looked_at = {},
                   .decide_by = now + hours(settings.safeguarding_decide_within),
                   .decided_at = {}};
  auto const id = store::insert(tx, fresh, by);
  if (!id) return;
  voices::hide(tx, voice, now);
  messages::drop_news(tx, {voices::kSourceKind, voice.value});
  for (auto const& ask : store::asks_of(tx, voice)) messages::drop_news(tx, {"ask", ask.id.value});
  voices::in_turn(tx, voice);
  voices::mark_looked_over(tx, voice);
  store::clear_flag(tx, voice, "", by, now);
  log(tx, *id, by, Did::raised, why, now);
  tell_leads(tx, now);
}

Result<Case> find(db::Transaction& tx, std::string_view typed) {
  auto const reference = crypto::read_reference(typed);
  auto found = reference ? store::find(tx, *reference) : std::optional<Case>();
  if (!found) return refuse(Refusal::Kind::not_found, msg("There is no page at this address."));
  return std::move(*found);
}

std::optional<Case> case_of(db::Transaction& tx, voices::VoiceId voice) { return store::find_by_voice(tx, voice); }

void look(db::Transaction& tx, Case const& found, people::PersonId by, Time now) {
  store::set_looked(tx, found.id, now);
  log(tx, found.id, by, Did::opened, "", now);
}

void log(db::Transaction& tx, CaseId id, std::optional<people::PersonId> by, Did did, std::string_view note, Time now) {
  store::add_log(tx, id, by, did, note, now);
}

Result<void> hand_over(db::Transaction& tx, Case const& found, Handover const& handover, people::PersonId by,
                       Time now) {
  TRY(still_hidden(found));
  store::add_handover(tx, found.id, handover, by, now);
  store::set_state(tx, found.id, State::handed_over, now);
  log(tx, found.id, by, Did::handed_over, handover.note, now);
  return {};
}

Result<void> keep_hidden(db::Transaction& tx, Case const& found, std::string_view why, people::PersonId by, Time now) {
  TRY(still_hidden(found));
  store::set_state(tx, found.id, State::kept_hidden, now);
  log(tx, found.id, by, Did::kept_hidden, why, now);
  return {};
}

Result<void> give_back(db::Transaction& tx, Case const& found, std::string_view why, people::PersonId by, Time now) {
  TRY(still_hidden(found));
  store::set_state(tx, found.id, State::given_back, now);
  voices::show(tx, found.voice);
  log(tx, found.id, by, Did::given_back, why, now);
  return {};
}

}  // namespace earshot::safeguarding
