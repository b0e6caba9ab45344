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

voices::Speaker speaker(Dice& dice, Saying const& saying) {
  if (saying.by_child) return voices::Speaker::child;
  if (saying.topic == "care" || (saying.topic == "growing-up" && !saying.names_a_child))
    return voices::Speaker::young_person;
  auto const chance = dice.roll(100);
  if (chance < 72) return voices::Speaker::parent_or_carer;
  if (chance < 84) return voices::Speaker::somebody_else;
  return chance < 92 && !saying.names_a_child ? voices::Speaker::young_person : voices::Speaker::rather_not_say;
}

/// Some minutes of a waking day.
Milliseconds some_time(Dice& dice) { return std::chrono::minutes{7 * 60 + static_cast<int>(dice.roll(15 * 60))}; }

}  // namespace

Storyteller::Storyteller(County const& county, Plan const& plan)
    : m_county(county),
      m_plan(plan),
      m_sentences([&] {
        std::vector<std::string> names;
        for (auto const& place : county.places) names.push_back(place.name);
        return names;
      }()),
      m_days(i18n::language("en"), plan.time_zone) {}

Made Storyteller::tell(db::Transaction& tx, std::int64_t number, std::int64_t total) const {
  Dice dice(seed_of(m_plan.seed, number));
  auto const& service = dice.pick(m_county.services);
  // Early in the morning of its day; what follows takes place in waking hours.
  auto const began = std::chrono::floor<Days>(m_plan.now - kSpan + kSpan * number / total);
  Scene scene{.dice = dice, .number = number, .after_it = total - 1 - number, .service = service, .began = Time(began)};
  found(tx, scene);
  join(tx, scene);
  settle(tx, scene);
  if (scene.ask && !give_back(tx, stage(), scene)) answer(tx, scene);
  raise_concerns(tx, stage(), scene);
  return scene.made;
}

void Storyteller::say(db::Transaction& tx, Scene& scene, Saying const& saying, Time at, bool sure) const {
  auto& dice = scene.dice;
  auto const shown = dice.chance(80);
  voices::Words words{.words = saying.words,
                      .language = saying.language,
                      .speaker = speaker(dice, saying),
                      .wish = saying.wish,
                      .may_show = shown ? voices::MayShow::without_name : voices::MayShow::no};
  if (sure) words.services = {scene.service.id};
  if (dice.chance(70)) words.topics = {m_county.topics.find(saying.topic)->second};
  if (dice.chance(75)) words.place = dice.pick(m_county.places).id;
  words.contact = address(tx, stage(), scene, saying.language, at);
  scene.voice = store(tx, scene, words, at);
  ++scene.voices_told;
  scene.words_to_show = shown ? saying.words : saying.summary;
  ++scene.made.voices;
}

/// Most families say it themselves; some are heard by a worker or by a parent who speaks for others.
voices::VoiceId Storyteller::store(db::Transaction& tx, Scene& scene, voices::Words const& words, Time at) const {
  auto& dice = scene.dice;
  auto const key = "demonstration " + std::to_string(scene.number) + " " + std::to_string(scene.voices_told);
  if (!dice.chance(8)) return voices::receive(tx, words, key, at).voice;
  auto const reports = dice.chance(30);
  inbox::Recorded recorded{.words = words,
                           .recording = {.heard_where = m_sentences.any(dice, "heard_where"),
                                         .heard_on = day(at),
                                         .heard_how = inbox::HeardHow::at_a_group,
                                         .heard_from = m_sentences.any(dice, "heard_from"),
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
  scene.first = m_sentences.family(dice, scene.service.topics);
  auto const said_at = std::min(scene.began + some_time(dice), m_plan.now);
  say(tx, scene, scene.first, said_at, dice.chance(80));
  scene.founder = scene.voice;
  auto const read_at = said_at + Days{1 + dice.roll(3)};
  if (read_at > m_plan.now) return;
  scene.ask = must(voices::make_ask(tx, scene.voice, {scene.service.id, scene.words_to_show, scene.first.wish},
                                    people::PersonId{m_county.worker.id}, read_at, day(read_at)));
  ++scene.made.asks;
}

/// Others who say much the same within some weeks.
void Storyteller::join(db::Transaction& tx, Scene& scene) const {
  auto& dice = scene.dice;
  for (auto left = dice.roll(3); left > 0; --left) {
    auto const at = scene.began + Days{2 + dice.roll(18)} + some_time(dice);
    auto saying = m_sentences.family(dice, {scene.first.topic});
    if (at > m_plan.now) continue;
    say(tx, scene, saying, at, dice.chance(80));
    auto const read_at = at + Days{1 + dice.roll(3)};
    if (!scene.ask || read_at > m_plan.now) continue;
    must(voices::pass_on(tx, scene.voice, read_at));
    must(asks::join(tx, scene.ask->id, {voices::kSourceKind, scene.voice.value}, std::nullopt,
                    "person " + std::to_string(m_county.worker.id), read_at));
  }
}

/// Voices that need no ask: thanks, what was settled while it waited, and what is not read yet.
void Storyteller::settle(db::Transaction& tx, Scene& scene) const {
  auto& dice = scene.dice;
  while (scene.voices_told < kVoicesInStory) {
    auto const at = std::min(scene.began + Days{dice.roll(12)} + some_time(dice), m_plan.now);
    say(tx, scene, m_sentences.family(dice, scene.service.topics), at, dice.chance(70));
    auto const read_at = at + Days{2 + dice.roll(6)};
    if (read_at > m_plan.now) continue;
    auto const as = dice.chance(60) ? voices::ClosedAs::thanks : voices::ClosedAs::no_ask_needed;
    must(voices::close(tx, scene.voice, {as, m_sentences.any(dice, "thanks")}, people::PersonId{m_county.worker.id},
                       read_at));
    think_again(tx, stage(), scene, read_at);
  }
}

/// What the service does about it: mostly in time, sometimes late, sometimes not at all.
void Storyteller::answer(db::Transaction& tx, Scene& scene) const {
  auto& dice = scene.dice;
  auto const& ask = *scene.ask;
  auto const is_silent = dice.chance(8);
  auto const wait = static_cast<int>(dice.roll(static_cast<std::size_t>(scene.service.answer_within_days) * 8 / 5));
  auto const at = ask.created_at + Days{1 + wait};
  pause(tx, stage(), scene, at);
  if (is_silent || at > m_plan.now) return;
  auto const chance = dice.roll(100);
  asks::AnswerDraft draft{.outcome = asks::Outcome::done, .text = {}, .will_do_by = {}};
  if (chance >= 45) draft.outcome = chance < 78 ? asks::Outcome::will : asks::Outcome::cannot;
  draft.text = m_sentences.answer(dice, scene.first.topic, to_word(draft.outcome));
  if (draft.outcome == asks::Outcome::will) draft.will_do_by = plus(day(at), Days{30 + dice.roll(150)});
  auto const written = must(asks::answer(tx, ask.id, draft, std::nullopt, scene.service.lead, at, day(at)));
  if (hold_back(tx, stage(), scene, written, at)) return;
  publish(tx, scene.service, ask, at, day(at));
  go_on(tx, stage(), scene, draft, at);
}

}  // namespace earshot::demonstration
