// Stopping the clock of an ask, and letting it run again.

#include "asks/clock.h"
#include "asks/rules.h"
#include "asks/store.h"
#include "asks/telling.h"
#include "platform/record/record.h"

namespace earshot::asks {
namespace {

int paused_before(db::Transaction& tx, AskId id) {
  int days = 0;
  for (auto const& pause : store::pauses(tx, id)) days += pause.working_days;
  return days;
}

Date run_again(db::Transaction& tx, Ask const& ask, std::string_view actor, Time now, Date today) {
  auto const calendar = county::calendar(tx);
  auto const days = rules::counted_pause(calendar, *ask.paused_on, today, paused_before(tx, ask.id));
  auto const due_on = rules::due_after_pause(calendar, ask.due_on, days);
  store::end_pause(tx, ask.id, today, days, due_on);
  record::note(tx, {std::string(actor), "asks.resume", "ask " + ask.reference, "due " + to_iso(due_on)}, now);
  tx.changed(kPublishedAnswers);
  return due_on;
}

}  // namespace

Result<void> pause(db::Transaction& tx, AskId id, std::string_view reason, web::Viewer const& by, Time now,
                   Date today) {
  auto const ask = TRY(find(tx, id, by)).ask;
  TRY(rules::may_answer(by, ask));
  TRY(rules::may_pause(ask, paused_before(tx, id)));
  auto const actor = "person " + std::to_string(by.id);
  store::begin_pause(tx, id, reason, today, actor);
  record::note(tx, {actor, "asks.pause", "ask " + ask.reference, ""}, now);
  tell_followers(tx, id, Event::paused, static_cast<int>(store::pauses(tx, id).size()));
  tx.changed(kPublishedAnswers);
  return {};
}

Result<void> resume(db::Transaction& tx, AskId id, web::Viewer const& by, Time now, Date today) {
  auto const ask = TRY(find(tx, id, by)).ask;
  TRY(rules::may_answer(by, ask));
  if (ask.paused_on) run_again(tx, ask, "person " + std::to_string(by.id), now, today);
  return {};
}

void resume_when_used_up(db::Transaction& tx, AskId id, Time now, Date today) {
  auto const ask = store::find(tx, id);
  if (!ask || !ask->ask.paused_on) return;
  auto const before = paused_before(tx, id);
  auto const days = rules::counted_pause(county::calendar(tx), *ask->ask.paused_on, today, before);
  if (before + days >= rules::kMostPausedDays) run_again(tx, ask->ask, "earshot", now, today);
}

}  // namespace earshot::asks
