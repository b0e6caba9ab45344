#include "demonstration/turns.h"

#include <algorithm>

#include "changes/changes.h"
#include "demonstration/publishing.h"
#include "demonstration/reading.h"
#include "messages/messages.h"

namespace earshot::demonstration {
namespace {

/// What is still under way is among the last stories: so many, and no older.
constexpr std::int64_t kLate = 200;
constexpr Days kOldest{28};

bool is_late(Stage const& stage, Scene const& scene) {
  return scene.after_it < kLate && stage.has_come(scene.began) && scene.began + kOldest > stage.plan.now;
}

void correct(db::Transaction& tx, Stage const& stage, Scene& scene, asks::AnswerDraft draft, Time at) {
  draft.because = stage.sentences.any(scene.dice, "corrections");
  if (draft.will_do_by) draft.will_do_by = plus(*draft.will_do_by, Days{7});
  must(asks::answer(tx, scene.ask->id, draft, std::nullopt, scene.service.lead, at, stage.day(at)));
  publish(tx, scene.service, *scene.ask, at, stage.day(at));
}

void judge(db::Transaction& tx, Stage const& stage, Scene& scene, Time at) {
  auto& dice = scene.dice;
  voices::Verdict verdict{.ask = scene.ask->id, .helped = dice.chance(85), .words = {}, .given_at = at};
  if (!verdict.helped) verdict.words = stage.sentences.any(dice, "not_this");
  must(voices::judge(tx, scene.founder, verdict, at, stage.day(at)));
}

/// A no matters to more people than a yes.
void support(db::Transaction& tx, Stage const& stage, Scene& scene, asks::Outcome outcome, Time at) {
  auto& dice = scene.dice;
  auto const many = dice.chance(outcome == asks::Outcome::cannot ? 20 : 2) ? 9 + dice.roll(8) : dice.roll(3);
  for (std::size_t i = 0; i < many; ++i)
    must(
        asks::support(tx, scene.ask->reference, "demonstration " + std::to_string(i), std::nullopt, at, stage.day(at)));
}

/// Most promises are kept, some of them late.
void keep_promise(db::Transaction& tx, Stage const& stage, Scene& scene, asks::AnswerDraft const& draft) {
  auto& dice = scene.dice;
  if (!draft.will_do_by || dice.chance(12)) return;
  auto const kept_at = Time(std::chrono::sys_days(*draft.will_do_by)) + Days{static_cast<int>(dice.roll(20)) - 12};
  if (!stage.has_come(kept_at)) return;
  must(changes::keep(tx, scene.ask->id, stage.sentences.answer(dice, scene.first.topic, "done"), stage.day(kept_at),
                     scene.service.lead, kept_at));
}

}  // namespace

std::optional<messages::ContactId> address(db::Transaction& tx, Stage const& stage, Scene& scene,
                                           std::string_view language, Time at) {
  if (!is_late(stage, scene) || scene.dice.chance(50)) return std::nullopt;
  auto const number = std::to_string(scene.number) + "-" + std::to_string(scene.voices_told);
  return messages::keep_contact(tx, messages::Channel::email, "family-" + number + "@families.example", language, at);
}

void think_again(db::Transaction& tx, Stage const& stage, Scene& scene, Time at) {
  auto& dice = scene.dice;
  auto const later = at + std::chrono::hours{20 + dice.roll(60)};
  if (!stage.has_come(later)) return;
  if (dice.chance(2)) return voices::withdraw(tx, scene.voice, later);
  // Who adds something is read again.
  if (is_late(stage, scene) && dice.chance(8))
    must(voices::add_words(tx, scene.voice, stage.sentences.any(dice, "additions"), "en", later));
}

bool give_back(db::Transaction& tx, Stage const& stage, Scene& scene) {
  auto const at = scene.ask->created_at + Days{2};
  if (!is_late(stage, scene) || !stage.has_come(at) || !scene.dice.chance(10)) return false;
  must(asks::give_back(tx, scene.ask->id, stage.sentences.any(scene.dice, "not_for_us"), std::nullopt,
                       scene.service.lead, at));
  return true;
}

void pause(db::Transaction& tx, Stage const& stage, Scene& scene, Time answered_at) {
  auto const stopped_at = scene.ask->created_at + Days{1};
  auto const runs_at = std::min(answered_at, stopped_at + Days{8});
  if (!stage.has_come(stopped_at) || runs_at <= stopped_at || !scene.dice.chance(8)) return;
  auto const& lead = scene.service.lead;
  must(asks::pause(tx, scene.ask->id, stage.sentences.any(scene.dice, "reasons_to_pause"), lead, stopped_at,
                   stage.day(stopped_at)));
  if (stage.has_come(runs_at)) must(asks::resume(tx, scene.ask->id, lead, runs_at, stage.day(runs_at)));
}

bool hold_back(db::Transaction& tx, Stage const& stage, Scene& scene, asks::Written const& written, Time at) {
  auto& dice = scene.dice;
  if (!is_late(stage, scene) || !dice.chance(30)) return false;
  auto const& lead = scene.service.lead;
  if (asks::wants_second_look(tx, *scene.ask)) {
    must(asks::ask_for_look(tx, scene.ask->id, lead, at));
  } else if (dice.chance(50)) {
    must(asks::publish_later(tx, scene.ask->id, written.written_at, stage.plan.now + Days{1 + dice.roll(3)}, lead, at,
                             stage.day(at)));
  }
  return true;
}

void go_on(db::Transaction& tx, Stage const& stage, Scene& scene, asks::AnswerDraft const& draft, Time at) {
  auto& dice = scene.dice;
  auto const later = at + Days{2 + dice.roll(5)};
  if (!stage.has_come(later)) return;
  support(tx, stage, scene, draft.outcome, later);
  auto const is_corrected = dice.chance(3);
  if (is_corrected) correct(tx, stage, scene, draft, later);
  if (dice.chance(35)) judge(tx, stage, scene, later);
  // A family that asked anew has to be answered first.
  if (!is_corrected && !asks::find(tx, scene.ask->id, scene.service.lead)->ask.waits)
    keep_promise(tx, stage, scene, draft);
}

}  // namespace earshot::demonstration
