// What moderators and safeguarding leads see to in the demonstration county, what a worker keeps for herself, and what
// services tell unasked.

#include <algorithm>

#include "changes/changes.h"
#include "demonstration/files.h"
#include "demonstration/pictures.h"
#include "demonstration/reading.h"
#include "demonstration/turns.h"
#include "inbox/inbox.h"
#include "moderation/moderation.h"
#include "safeguarding/safeguarding.h"

namespace earshot::demonstration {
namespace {

namespace json = boost::json;

constexpr auto kHour = std::chrono::hours{1};

/// A reader reports the published words; of each two, a moderator has decided on one.
void report(db::Transaction& tx, Stage const& stage, Scene& scene) {
  auto const concerns = json::parse(file("concerns.json")).as_object();
  auto const& reports = concerns.at("reports").as_array();
  auto const& facts = reports.at(scene.dice.roll(reports.size())).as_object();
  auto const at = stage.plan.now - (8 + scene.dice.roll(40)) * kHour;
  moderation::report(tx, scene.ask->id, {*from_word<moderation::Reason>(text(facts, "reason")), text(facts, "words")},
                     at, stage.day(at));
  if (scene.number % 2 == 0) return;
  auto const item = moderation::queue(tx, moderation::Kind::ask, scene.ask->id.value, at, stage.day(at));
  must(moderation::decide(tx, item, {.decision = moderation::Decision::shown, .note = text(facts, "note")},
                          people::PersonId{stage.county.moderator.id}, at + 5 * kHour));
}

Time some_hours_ago(Stage const& stage, json::object const& facts) {
  return stage.plan.now - facts.at("hours_ago").as_int64() * kHour;
}

voices::Words words_of(Stage const& stage, json::object const& facts) {
  auto const place = text(facts, "place");
  voices::Words words{.words = text(facts, "words"),
                      .language = "en",
                      .speaker = *from_word<voices::Speaker>(text(facts, "speaker")),
                      .wish = text(facts, "wish"),
                      .may_show = flag(facts, "show") ? voices::MayShow::without_name : voices::MayShow::no};
  words.services = {stage.county.service(text(facts, "service")).id};
  if (!place.empty()) words.place = stage.county.places[stage.county.place(place)].id;
  return words;
}

/// A voice with a photo, on the way that families take: nobody sees it before a moderator does.
void send_photo(db::Transaction& tx, Stage const& stage, json::object const& facts) {
  auto const at = some_hours_ago(stage, facts);
  auto const name = text(facts, "picture");
  auto const key = "demonstration photo " + name;
  auto const sent = attachments::read({.fields = {},
                                       .uploads = {{.field = attachments::kPhotosField,
                                                    .file_name = name + ".png",
                                                    .content_type = "image/png",
                                                    .bytes = picture(name)}}});
  attachments::keep(tx, key, sent.ready, at);
  auto const voice = voices::receive(tx, words_of(stage, facts), key, at).voice;
  auto const photo = attachments::of_source(tx, {voices::kSourceKind, voice.value}).at(0).id;
  moderation::queue_file(tx, photo, at, stage.day(at));
  auto const decision = from_word<moderation::Decision>(text(facts, "decided"));
  if (!decision) return;
  auto const item = moderation::queue(tx, moderation::Kind::file, photo.value, at, stage.day(at));
  must(moderation::decide(tx, item,
                          {.decision = *decision,
                           .reason = from_word<moderation::Reason>(text(facts, "reason")),
                           .note = text(facts, "note")},
                          people::PersonId{stage.county.moderator.id}, at + 4 * kHour));
}

/// A voice that somebody has to read first, because of a word in it.
void flag_voice(db::Transaction& tx, Stage const& stage, json::object const& facts, std::size_t number) {
  auto const at = some_hours_ago(stage, facts);
  auto const voice =
      voices::receive(tx, words_of(stage, facts), "demonstration flag " + std::to_string(number), at).voice;
  safeguarding::look_over(tx, voice, at);
}

/// A voice that a worker raised, and how far its case has come.
Made tell_case(db::Transaction& tx, Stage const& stage, json::object const& facts, std::size_t number) {
  auto const at = some_hours_ago(stage, facts);
  auto const worker = people::PersonId{stage.county.worker.id};
  auto const lead = people::PersonId{stage.county.safeguarding_lead.id};
  Made made{.voices = 1};
  auto const words = words_of(stage, facts);
  auto const voice = voices::receive(tx, words, "demonstration case " + std::to_string(number), at).voice;
  if (auto const published = text(facts, "published"); !published.empty()) {
    must(voices::make_ask(
        tx, voice,
        {.service = words.services.front(), .words = published, .wish = words.wish, .language = words.language}, worker,
        at + kHour, stage.day(at + kHour)));
    ++made.asks;
  }
  safeguarding::raise(tx, voice, text(facts, "why"), worker, at + 2 * kHour);
  auto const found = safeguarding::case_of(tx, voice);
  auto const state = text(facts, "state");
  if (!found || state.empty()) return made;
  safeguarding::look(tx, *found, lead, at + 3 * kHour);
  auto const note = text(facts, "note");
  if (state == "handed-over")
    must(
        safeguarding::hand_over(tx, *found, {.taken_by = text(facts, "taken_by"), .note = note}, lead, at + 4 * kHour));
  else
    must(safeguarding::give_back(tx, *found, note, lead, at + 4 * kHour));
  return made;
}

}  // namespace

void raise_concerns(db::Transaction& tx, Stage const& stage, Scene& scene) {
  if (!scene.ask || scene.after_it < 60 || scene.after_it > 67) return;
  if (asks::find(tx, scene.ask->id, stage.county.worker)->published()) report(tx, stage, scene);
}

Made tell_concerns(db::Transaction& tx, Stage const& stage) {
  auto const concerns = json::parse(file("concerns.json")).as_object();
  Made made;
  std::size_t number = 0;
  for (auto const& each : concerns.at("photos").as_array()) {
    send_photo(tx, stage, each.as_object());
    ++made.voices;
  }
  for (auto const& each : concerns.at("flags").as_array()) {
    flag_voice(tx, stage, each.as_object(), number++);
    ++made.voices;
  }
  for (auto const& each : concerns.at("cases").as_array()) {
    auto const one = tell_case(tx, stage, each.as_object(), number++);
    made.voices += one.voices;
    made.asks += one.asks;
  }
  return made;
}

void keep_views(db::Transaction& tx, Stage const& stage) {
  auto const concerns = json::parse(file("concerns.json")).as_object();
  for (auto const& each : concerns.at("views").as_array()) {
    auto const& view = each.as_object();
    inbox::keep_view(tx, people::PersonId{stage.county.worker.id}, text(view, "name"), text(view, "query"));
  }
}

void tell_unasked(db::Transaction& tx, Stage const& stage) {
  auto at = stage.plan.now - Days{4};
  for (auto const& each : stage.sentences.unasked()) {
    auto const& service = stage.county.service(each.service);
    auto const told = must(changes::write(tx,
                                          {.service = service.id,
                                           .topics = agencies::topics_of(tx, service.id),
                                           .changed = each.changed,
                                           .reason = each.reason,
                                           .language = "en",
                                           .changed_on = stage.day(at - Days{20})},
                                          service.lead, at));
    must(changes::publish(tx, told, at, service.lead, at));
    at -= Days{23};
  }
}

}  // namespace earshot::demonstration
