// What moderators and safeguarding leads see to in the demonstration county, and what services tell unasked.

#include <algorithm>

#include "changes/changes.h"
#include "demonstration/reading.h"
#include "demonstration/turns.h"
#include "moderation/moderation.h"
#include "safeguarding/safeguarding.h"

namespace earshot::demonstration {
namespace {

constexpr auto kHour = std::chrono::hours{1};

/// A case about the voice that the story began with, and how far it has come.
void raise(db::Transaction& tx, Stage const& stage, Scene const& scene, safeguarding::State state) {
  auto const raised_at = stage.plan.now - 20 * kHour;
  auto const lead = people::PersonId{stage.county.safeguarding_lead.id};
  safeguarding::raise(tx, scene.founder, "The last sentence worries me.", people::PersonId{stage.county.worker.id},
                      raised_at);
  auto const found = safeguarding::case_of(tx, scene.founder);
  if (!found || state == safeguarding::State::open) return;
  safeguarding::look(tx, *found, lead, raised_at + kHour);
  if (state == safeguarding::State::handed_over)
    must(safeguarding::hand_over(tx, *found, {.taken_by = "The duty desk"}, lead, raised_at + 2 * kHour));
  else
    must(safeguarding::give_back(tx, *found, "They spoke of a film.", lead, raised_at + 2 * kHour));
}

/// A reader reports the published words; of each two, a moderator has decided on one.
void report(db::Transaction& tx, Stage const& stage, Scene const& scene) {
  auto const at = stage.plan.now - 30 * kHour;
  moderation::report(tx, scene.ask->id, {moderation::Reason::names_somebody, ""}, at, stage.day(at));
  if (scene.number % 2 == 0) return;
  auto const item = moderation::queue(tx, moderation::Kind::ask, scene.ask->id.value, at, stage.day(at));
  must(moderation::decide(tx, item, {.decision = moderation::Decision::shown, .note = "Nobody can be told from it."},
                          people::PersonId{stage.county.moderator.id}, at + 5 * kHour));
}

}  // namespace

void raise_concerns(db::Transaction& tx, Stage const& stage, Scene& scene) {
  if (scene.after_it == 15) raise(tx, stage, scene, safeguarding::State::open);
  if (scene.after_it == 21) raise(tx, stage, scene, safeguarding::State::handed_over);
  if (scene.after_it == 27) raise(tx, stage, scene, safeguarding::State::given_back);
  if (!scene.ask || scene.after_it < 60 || scene.after_it > 75) return;
  if (asks::find(tx, scene.ask->id, stage.county.worker)->published()) report(tx, stage, scene);
}

void tell_unasked(db::Transaction& tx, Stage const& stage) {
  Dice dice(stage.plan.seed);
  auto at = stage.plan.now - Days{4};
  for (auto const& [topic, changed] : stage.sentences.unasked()) {
    auto const is_about = [&, &slug = topic](StoryService const& service) {
      return std::find(service.topics.begin(), service.topics.end(), slug) != service.topics.end();
    };
    auto const& services = stage.county.services;
    auto const service = std::find_if(services.begin(), services.end(), is_about);
    if (service == services.end()) continue;
    auto const told = must(changes::write(tx,
                                          {.service = service->id,
                                           .topics = {stage.county.topics.find(topic)->second},
                                           .changed = changed,
                                           .reason = stage.sentences.any(dice, "why_unasked"),
                                           .language = "en",
                                           .changed_on = stage.day(at - Days{20})},
                                          service->lead, at));
    must(changes::publish(tx, told, at, service->lead, at));
    at -= Days{31};
  }
}

}  // namespace earshot::demonstration
