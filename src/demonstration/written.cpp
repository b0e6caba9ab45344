#include "demonstration/written.h"

#include <boost/json.hpp>

#include "asks/asks.h"
#include "demonstration/files.h"
#include "demonstration/publishing.h"
#include "demonstration/reading.h"
#include "platform/i18n/translator.h"
#include "voices/voices.h"

namespace earshot::demonstration {
namespace {

namespace json = boost::json;

Made tell(db::Transaction& tx, County const& county, json::object const& facts, i18n::Translator const& days, Time now,
          std::string_view key) {
  auto const said_at = now - Days{facts.at("days_ago").as_int64()};
  auto const language = text(facts, "language");
  auto const slug = text(facts, "service");
  auto const* service = slug.empty() ? nullptr : &county.service(slug);
  voices::Words words{.words = text(facts, "words"),
                      .language = language.empty() ? "en" : language,
                      .speaker = *from_word<voices::Speaker>(text(facts, "speaker")),
                      .wish = text(facts, "wish"),
                      .may_show = flag(facts, "show") ? voices::MayShow::without_name : voices::MayShow::no};
  if (service != nullptr) words.services = {service->id};
  auto const voice = voices::receive(tx, words, key, said_at).voice;
  if (flag(facts, "waits")) return {.voices = 1};

  auto const read_at = said_at + Days{1};
  auto const published = text(facts, "published");
  auto const ask =
      must(voices::make_ask(tx, voice, {service->id, published.empty() ? words.words : published, words.wish},
                            people::PersonId{county.worker.id}, read_at, days.day(read_at)));
  auto const* answer = facts.if_contains("answer");
  if (answer == nullptr) return {.voices = 1, .asks = 1};
  auto const& told = answer->as_object();
  auto const answered_at = said_at + Days{told.at("after").as_int64()};
  asks::AnswerDraft draft{.outcome = *from_word<asks::Outcome>(text(told, "outcome")), .text = text(told, "text")};
  if (auto const* in_days = told.if_contains("in_days"))
    draft.will_do_by = plus(days.day(answered_at), Days{in_days->as_int64()});
  must(asks::answer(tx, ask.id, draft, std::nullopt, service->lead, answered_at, days.day(answered_at)));
  publish(tx, *service, ask, answered_at, days.day(answered_at));
  return {.voices = 1, .asks = 1};
}

}  // namespace

Made tell_written(db::Database& db, County const& county, Plan const& plan) {
  auto const written = json::parse(file("county.json")).as_object();
  auto const& voices = written.at("voices").as_array();
  i18n::Translator const days(i18n::language("en"), plan.time_zone);
  return db.write([&](db::Transaction& tx) {
    Made made;
    for (std::size_t i = 0; i < voices.size(); ++i) {
      auto const one = tell(tx, county, voices[i].as_object(), days, plan.now, "written " + std::to_string(i));
      made.voices += one.voices;
      made.asks += one.asks;
    }
    return made;
  });
}

}  // namespace earshot::demonstration
