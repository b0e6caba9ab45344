#include "demonstration/turns.h"

#include <algorithm>

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
  auto const& [because, more] = scene.dice.pick(stage.sentences.corrections());
  draft.because = because;
  draft.text += " " + more;
  must(asks::answer(tx, scene.ask->id, draft, std::nullopt, scene.service.lead, at, stage.day(at)));
  publish(tx, scene.service, *scene.ask, at, stage.day(at));
}

/// Gives what the service says to it, when the family finds that this is not what they asked.
std::string judge(db::Transaction& tx, Stage const& stage, Scene& scene, Time at) {
  auto& dice = scene.dice;
  auto const objections = fitting(scene.matter.objections, scene.opening);
  voices::Verdict verdict{
      .ask = scene.ask->id, .helped = objections.empty() || dice.chance(85), .words = {}, .given_at = at};
  std::string answer;
  if (!verdict.helped) {
    auto const& objection = *dice.pick(objections);
    verdict.words = scene.cast.fill(objection.words);
    answer = scene.cast.fill(objection.answer);
  }
  must(voices::judge(tx, scene.founder, verdict, at, stage.day(at)));
  return answer;
}

/// A no matters to more people than a yes. Gives what the service does about it when an answer is owed again.
std::string support(db::Transaction& tx, Stage const& stage, Scene& scene, asks::Outcome outcome, Time at) {
  auto& dice = scene.dice;
  // So few oblige nothing; where a no stays a no, it is to be no more.
  constexpr std::size_t kFew = 9;
  auto const is_no = outcome == asks::Outcome::cannot;
  auto const after_all = fitting(scene.matter.after_all, scene.opening);
  std::size_t const percent = !is_no ? 2 : after_all.empty() ? 20 : 60;
  auto many = dice.chance(percent) ? kFew + dice.roll(8) : dice.roll(3);
  if (is_no && after_all.empty()) many = std::min(many, kFew);
  for (std::size_t i = 0; i < many; ++i)
    must(
        asks::support(tx, scene.ask->reference, "demonstration " + std::to_string(i), std::nullopt, at, stage.day(at)));
  return is_no && many > kFew ? scene.cast.fill(dice.pick(after_all)->text) : std::string();
}

/// The second answer, when one is owed: within the time that the first had, or a little later.
void answer_again(db::Transaction& tx, Stage const& stage, Scene& scene, std::string const& text, Time since) {
  auto& dice = scene.dice;
  auto const within = static_cast<std::size_t>(scene.service.answer_within_days);
  auto const at = stage.at_work(dice, since, 2 + static_cast<int>(dice.roll(within + 4)));
  watch(tx, stage, scene, since, at);
  if (!stage.has_come(at)) return;
  asks::AnswerDraft const draft{.outcome = asks::Outcome::done, .text = text, .will_do_by = {}};
  must(asks::answer(tx, scene.ask->id, draft, std::nullopt, scene.service.lead, at, stage.day(at)));
  publish(tx, scene.service, *scene.ask, at, stage.day(at));
}

/// Most promises are kept, some of them late.
void keep_promise(db::Transaction& tx, Stage const& stage, Scene& scene, asks::AnswerDraft const& draft) {
  auto& dice = scene.dice;
  if (!draft.will_do_by || dice.chance(7)) return;
  auto const kept_at = Time(std::chrono::sys_days(*draft.will_do_by)) + std::chrono::hours{11} +
                       Days{static_cast<int>(dice.roll(20)) - 14};
  if (!stage.has_come(kept_at)) return;
  asks::AnswerDraft const kept{.outcome = asks::Outcome::done, .text = scene.cast.fill(scene.kept), .will_do_by = {}};
  must(asks::answer(tx, scene.ask->id, kept, std::nullopt, scene.service.lead, kept_at, stage.day(kept_at)));
  publish(tx, scene.service, *scene.ask, kept_at, stage.day(kept_at));
}

}  // namespace

std::string month_of(Date day) {
  constexpr char const* kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                     "July",    "August",   "September", "October", "November", "December"};
  return kMonths[static_cast<unsigned>(day.month()) - 1];
}

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
  auto& dice = scene.dice;
  auto const stopped_at = stage.at_work(dice, scene.ask->created_at, 1);
  auto const runs_at = std::min(answered_at, stage.at_work(dice, stopped_at, 8));
  auto const own = fitting(scene.matter.pauses, scene.opening);
  if (!stage.has_come(stopped_at) || runs_at <= stopped_at || !dice.chance(12)) return;
  auto const& reason = own.empty() || dice.chance(30) ? stage.sentences.any(dice, "pauses") : dice.pick(own)->text;
  auto const& lead = scene.service.lead;
  must(asks::pause(tx, scene.ask->id, scene.cast.fill(reason), lead, stopped_at, stage.day(stopped_at)));
  if (stage.has_come(runs_at)) must(asks::resume(tx, scene.ask->id, lead, runs_at, stage.day(runs_at)));
}

void watch(db::Transaction& tx, Stage const& stage, Scene& scene, Time from, Time until) {
  if (stage.has_come(until) && !is_late(stage, scene)) return;
  auto const& calendar = stage.county.calendar;
  auto const& settings = stage.county.settings;
  auto const due_on = asks::find(tx, scene.ask->id, scene.service.lead)->ask.due_on;
  for (auto const day :
       {calendar.before(due_on, settings.remind_before), calendar.after(due_on, settings.escalate_to_agency_after),
        calendar.after(due_on, settings.escalate_to_county_after)}) {
    Time const at = std::chrono::sys_days(day) + std::chrono::hours{6};
    if (at > from && at < until && stage.has_come(at)) asks::watch(tx, scene.ask->id, at, day);
  }
}

bool hold_back(db::Transaction& tx, Stage const& stage, Scene& scene, asks::Written const& written, Time at) {
  auto& dice = scene.dice;
  if (!is_late(stage, scene)) return false;
  auto const is_looked_over = asks::wants_second_look(tx, *scene.ask);
  if (!dice.chance(is_looked_over ? 60 : 30)) return false;
  auto const& lead = scene.service.lead;
  if (is_looked_over) {
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
  auto const after_all = support(tx, stage, scene, draft.outcome, later);
  auto const is_corrected = after_all.empty() && dice.chance(3);
  if (is_corrected) correct(tx, stage, scene, draft, later);
  auto const to_objection = dice.chance(35) ? judge(tx, stage, scene, later) : std::string();
  // A family that asked anew has to be answered first.
  if (auto const& again = to_objection.empty() ? after_all : to_objection; !again.empty())
    answer_again(tx, stage, scene, again, later);
  else if (!is_corrected)
    keep_promise(tx, stage, scene, draft);
}

}  // namespace earshot::demonstration
