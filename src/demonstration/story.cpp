#include "demonstration/story.h"

#include <algorithm>

#include "demonstration/publishing.h"
#include "demonstration/reading.h"
#include "inbox/inbox.h"

namespace earshot::demonstration {
namespace {

/// How far back the county's memory goes.
constexpr Days kSpan{730};

/// Each story has dice of its own, so that one can be told again without the others.
std::uint64_t seed_of(std::uint64_t seed, std::int64_t number) {
  return seed + static_cast<std::uint64_t>(number) * 0x9E3779B97F4A7C15ULL;
}

/// Some minutes of a waking day.
Milliseconds some_time(Dice& dice) { return std::chrono::minutes{7 * 60 + static_cast<int>(dice.roll(15 * 60))}; }

/// After how many working days a service answers: four times of five in time, now and then by weeks too late.
int working_days(Dice& dice, int within) {
  auto const some = [&](int sides) { return static_cast<int>(dice.roll(static_cast<std::size_t>(sides))); };
  auto const chance = dice.roll(100);
  if (chance < 80) return 1 + some(within);
  if (chance < 93) return within + 1 + some(8);
  if (chance < 98) return within + 9 + some(15);
  return within + 24 + some(30);
}

/// Where a service is for: one of its places, or any.
county::Place const& place_of(Dice& dice, County const& county, StoryService const& service) {
  return service.places.empty() ? dice.pick(county.places) : county.places[dice.pick(service.places)];
}

}  // namespace

Storyteller::Storyteller(County const& county, Plan const& plan)
    : m_county(county), m_plan(plan), m_days(i18n::language("en"), plan.time_zone) {}

Made Storyteller::tell(db::Transaction& tx, std::int64_t number, std::int64_t total) const {
  Dice dice(seed_of(m_plan.seed, number));
  auto const& matter = dice.pick(m_sentences.matters());
  auto const& service = m_county.service(dice.pick(matter.services));
  auto const& place = place_of(dice, m_county, service);
  // Early in the morning of its day; what follows takes place in waking hours.
  auto const began = std::chrono::floor<Days>(m_plan.now - kSpan + kSpan * number / total);
  auto const opening = dice.roll(matter.openings.size());
  Scene scene{.dice = dice,
              .number = number,
              .after_it = total - 1 - number,
              .matter = matter,
              .service = service,
              .place = place,
              .began = Time(began),
              .opening = opening};
  found(tx, scene);
  join(tx, scene);
  settle(tx, scene);
  if (scene.ask && !give_back(tx, stage(), scene)) answer(tx, scene);
  raise_concerns(tx, stage(), scene);
  return scene.made;
}

Made Storyteller::end(db::Transaction& tx) const {
  tell_unasked(tx, stage());
  keep_views(tx, stage());
  return tell_concerns(tx, stage());
}

void Storyteller::say(db::Transaction& tx, Scene& scene, Saying const& saying, Time at, bool sure) const {
  auto& dice = scene.dice;
  auto const shown = dice.chance(80);
  voices::Words words{.words = saying.words,
                      .language = saying.language,
                      .speaker = saying.speaker,
                      .wish = saying.wish,
                      .may_show = shown ? voices::MayShow::without_name : voices::MayShow::no};
  if (sure) words.services = {scene.service.id};
  if (dice.chance(70)) words.topics = {m_county.topics.find(dice.pick(scene.matter.topics))->second};
  if (dice.chance(75)) words.place = scene.place.id;
  words.contact = address(tx, stage(), scene, saying.language, at);
  scene.voice = store(tx, scene, saying, words, at);
  voices::mark_looked_over(tx, scene.voice);  // the sentences of a matter tell of no danger (demonstration_test.cpp)
  ++scene.voices_told;
  // What not everybody can read, a worker sums up in English.
  auto const as_said = shown && (saying.language == "en" || dice.chance(40));
  scene.words_to_show = as_said ? saying.words : saying.summary;
  scene.shown_language = as_said ? saying.language : "en";
  ++scene.made.voices;
}

/// Most families say it themselves; some are heard by a worker or by a parent who speaks for others.
voices::VoiceId Storyteller::store(db::Transaction& tx, Scene& scene, Saying const& saying, voices::Words const& words,
                                   Time at) const {
  auto& dice = scene.dice;
  auto const key = "demonstration " + std::to_string(scene.number) + " " + std::to_string(scene.voices_told);
  if (saying.is_hurried || !dice.chance(9)) return voices::receive(tx, words, key, at).voice;
  auto const reports = dice.chance(30);
  Cast where;
  where.set("place", scene.place.name);
  inbox::Recorded recorded{.words = words,
                           .recording = {.heard_where = where.fill(m_sentences.any(dice, "heard_where")),
                                         .heard_on = day(at),
                                         .heard_how = inbox::HeardHow::at_a_group,
                                         .heard_from = m_sentences.heard_from(dice, saying.speaker),
                                         .consent = inbox::Consent::agreed},
                           .contact = {}};
  recorded.words.heard_through = "recorded";
  if (reports) recorded.recording.group_name = "Fenshire parents’ forum";
  auto const by = people::PersonId{(reports ? m_county.representative : m_county.worker).id};
  return inbox::record_voice(tx, recorded, key, by, at);
}

/// The voice that the ask is made of.
void Storyteller::found(db::Transaction& tx, Scene& scene) const {
  auto& dice = scene.dice;
  scene.cast = m_sentences.casting().cast(dice, scene.matter.children, scene.place.name);
  scene.first = m_sentences.about(dice, scene.matter, scene.cast, scene.opening);
  auto const said_at = std::min(scene.began + some_time(dice), m_plan.now);
  say(tx, scene, scene.first, said_at, dice.chance(80));
  scene.founder = scene.voice;
  auto const read_at = stage().at_work(dice, said_at, 1 + static_cast<int>(dice.roll(3)));
  if (read_at > m_plan.now) return;
  voices::Triage const triage{.service = scene.service.id,
                              .words = scene.words_to_show,
                              .wish = scene.first.wish,
                              .language = scene.shown_language};
  scene.ask =
      must(voices::make_ask(tx, scene.voice, triage, people::PersonId{m_county.worker.id}, read_at, day(read_at)));
  ++scene.made.asks;
}

/// Others of the same place who say much the same within some weeks.
void Storyteller::join(db::Transaction& tx, Scene& scene) const {
  auto& dice = scene.dice;
  for (auto left = dice.roll(3); left > 0; --left) {
    auto const at = scene.began + Days{2 + dice.roll(18)} + some_time(dice);
    auto const cast = m_sentences.casting().cast(dice, scene.matter.children, scene.place.name);
    auto const saying = m_sentences.about(dice, scene.matter, cast, dice.pick(scene.matter.akin(scene.opening)));
    if (at > m_plan.now) continue;
    say(tx, scene, saying, at, dice.chance(80));
    auto const read_at = stage().at_work(dice, at, 1 + static_cast<int>(dice.roll(3)));
    if (!scene.ask || read_at > m_plan.now) continue;
    must(voices::pass_on(tx, scene.voice, read_at));
    must(asks::join(tx, scene.ask->id, {voices::kSourceKind, scene.voice.value}, std::nullopt,
                    "person " + std::to_string(m_county.worker.id), read_at));
  }
}

/// Voices that need no ask: thanks, what a worker could answer there and then, what was answered before, and what is
/// not read yet.
void Storyteller::settle(db::Transaction& tx, Scene& scene) const {
  auto& dice = scene.dice;
  while (scene.voices_told < kVoicesInStory) {
    auto const at = std::min(scene.began + Days{dice.roll(12)} + some_time(dice), m_plan.now);
    auto const settled = dice.chance(55) ? m_sentences.settled(dice, scene.service.slug, scene.place.name)
                                         : m_sentences.settled(dice, scene.matter, scene.place.name);
    say(tx, scene, settled.saying, at, dice.chance(70));
    auto const read_at = stage().at_work(dice, at, 1 + static_cast<int>(dice.roll(5)));
    if (read_at > m_plan.now) continue;
    must(voices::close(tx, scene.voice, settled.closing, people::PersonId{m_county.worker.id}, read_at));
    think_again(tx, stage(), scene, read_at);
  }
}

/// What the service does about it: mostly in time, sometimes late. Late stories may wait for longer, so that a county
/// has something that is late on any day.
void Storyteller::answer(db::Transaction& tx, Scene& scene) const {
  auto& dice = scene.dice;
  auto const& ask = *scene.ask;
  constexpr Days kMayBeSilent{60};
  auto const is_silent = dice.chance(10) && scene.began + kMayBeSilent > m_plan.now;
  auto const at = stage().at_work(dice, ask.created_at, working_days(dice, scene.service.answer_within_days));
  auto const ends = is_silent ? Time::max() : at;
  pause(tx, stage(), scene, ends);
  watch(tx, stage(), scene, ask.created_at, ends);
  if (!stage().has_come(ends)) return;
  auto const written =
      must(asks::answer(tx, ask.id, draft(scene, day(at)), std::nullopt, scene.service.lead, at, day(at)));
  if (hold_back(tx, stage(), scene, written, at)) return;
  publish(tx, scene.service, ask, at, day(at));
  go_on(tx, stage(), scene, written.draft, at);
}

asks::AnswerDraft Storyteller::draft(Scene& scene, Date today) const {
  auto& dice = scene.dice;
  auto const done = fitting(scene.matter.done, scene.opening);
  auto const promises = fitting(scene.matter.promises, scene.opening);
  auto const cannot = fitting(scene.matter.cannot, scene.opening);
  asks::AnswerDraft draft{.outcome = asks::Outcome::done, .text = {}, .will_do_by = {}};
  auto const chance = dice.roll(100);
  auto const is_no = !cannot.empty() && (chance >= 80 || (done.empty() && promises.empty()));
  auto const is_promise = !is_no && !promises.empty() && (chance >= 48 || done.empty());
  if (is_no) {
    draft.outcome = asks::Outcome::cannot;
    draft.text = scene.cast.fill(dice.pick(cannot)->text);
  } else if (is_promise) {
    auto const& promise = *dice.pick(promises);
    scene.kept = promise.kept;
    draft.outcome = asks::Outcome::will;
    draft.will_do_by = plus(today, Days{30 + dice.roll(150)});
    scene.cast.set("month", month_of(*draft.will_do_by));
    draft.text = scene.cast.fill(promise.text);
  } else {
    draft.text = scene.cast.fill(dice.pick(done)->text);
  }
  return draft;
}

}  // namespace earshot::demonstration
