// From what is written to what everybody reads: writing, looking over, publishing now or at a time.

#include <sstream>

#include "asks/rules.h"
#include "asks/store.h"
#include "asks/telling.h"
#include "asks/watch.h"
#include "platform/db/database.h"
#include "platform/record/record.h"
#include "platform/search/search.h"

namespace earshot::asks {
namespace {

constexpr char const* kPublishDue = "asks.publish_due";

std::string person(std::int64_t id) { return "person " + std::to_string(id); }

void note(db::Transaction& tx, std::string const& actor, std::string const& action, Ask const& ask,
          std::string const& detail, Time now) {
  record::note(tx, {actor, action, "ask " + ask.reference, detail}, now);
}

Event event_of(How how) {
  switch (how) {
    case How::answered:
      return Event::answered;
    case How::corrected:
      return Event::corrected;
    case How::kept:
      return Event::kept;
  }
  return Event::answered;
}

/// Days are counted in UTC here: midnight is at most an hour from midnight in the county.
Date day_of(Time time) { return std::chrono::floor<Days>(time); }

/// Whether what is written can be published on this day.
Result<void> can_publish(db::Transaction& tx, AnsweredAsk const& item, Date on) {
  auto const& written = *item.written;
  if (written.draft.will_do_by && *written.draft.will_do_by < on)
    return refuse("", msg("The day by which you will do it has passed. Change the answer before you publish it."));
  if (wants_second_look(tx, item.ask) && written.look != Look::approved)
    return refuse("", msg("Your agency wants a second person to look over each answer. Ask for a look first."));
  return {};
}

AnsweredAsk publish_written(db::Transaction& tx, AnsweredAsk item, std::string const& actor, Time now, Date today) {
  auto const& written = *item.written;
  auto const id = item.ask.id;
  Answer const answer{.outcome = written.draft.outcome,
                      .text = written.draft.text,
                      .will_do_by = written.draft.will_do_by,
                      .written_by = written.written_by,
                      .written_at = written.written_at,
                      .published_at = now,
                      .version = item.answer ? item.answer->version + 1 : 1,
                      .how = rules::how(item, written.draft.outcome),
                      .because = written.draft.because,
                      .kept_on = rules::kept_on(item, written.draft.outcome, today)};
  if (item.ask.paused_on) store::end_pause(tx, id, today, 0, item.ask.due_on);
  store::publish(tx, id, answer, county::calendar(tx).between(day_of(item.ask.asked_at), today));
  search::put(tx, "asks", id.value, item.ask.words + "\n" + answer.text);
  note(tx, actor, "asks.publish", item.ask, std::string(to_word(answer.how)), now);
  tell_followers(tx, id, event_of(answer.how), answer.version);
  tx.changed(kPublishedAnswers);
  item.answer = answer;
  item.written.reset();
  return item;
}

/// What `by` is about to publish, as they have seen it.
Result<AnsweredAsk> find_written(db::Transaction& tx, AskId id, Time seen, web::Viewer const& by) {
  auto item = TRY(find(tx, id, by));
  TRY(rules::may_answer(by, item.ask));
  if (!item.written && item.published()) return item;
  if (!item.written) return refuse(Refusal::Kind::conflict, msg("Write the answer before you publish it."));
  TRY(rules::has_seen(item, seen));
  return item;
}

void publish_due(jobs::Environment& environment, std::string const& payload) {
  AskId id;
  std::int64_t at = 0;
  std::istringstream(payload) >> id.value >> at;
  auto const now = environment.clock();
  auto const today = i18n::Translator(i18n::language("en"), environment.config.time_zone).day(now);
  environment.db.write([&](db::Transaction& tx) {
    auto const item = store::find(tx, id);
    // Changed, called off, published by hand or run before: there is nothing to do.
    if (!item || !item->written || item->written->publish_at != Time(Milliseconds(at))) return;
    if (can_publish(tx, *item, today)) {
      publish_written(tx, *item, "earshot", now, today);
      return;
    }
    store::save_publish_at(tx, id, std::nullopt);
    write_to_leads(
        tx, item->ask, Step::reminder, "asks.not_published", payload,
        [&](i18n::Translator const& t) {
          return messages::Note{.title = t("The answer to {1} was not published", item->ask.reference),
                                .text = t("It was to be published today, and it cannot be as it is. Look at it again."),
                                .path = "/asks/" + std::to_string(id.value),
                                .link = t("Read the ask")};
        },
        now);
  });
}

}  // namespace

Result<Written> answer(db::Transaction& tx, AskId id, AnswerDraft const& draft, std::optional<Time> seen,
                       web::Viewer const& by, Time now, Date today) {
  auto const item = TRY(find(tx, id, by));
  TRY(rules::may_answer(by, item.ask));
  TRY(rules::may_write(item, draft));
  TRY(rules::has_seen(item, seen));
  if (draft.will_do_by && *draft.will_do_by < today)
    return refuse(rules::kByField, msg("The day by which you will do it must be today or later."));
  Written const written{.draft = draft, .written_by = by.id, .written_at = now};
  store::save_written(tx, id, written);
  note(tx, person(by.id), "asks.answer", item.ask, std::string(to_word(draft.outcome)), now);
  return written;
}

Result<AnsweredAsk> publish(db::Transaction& tx, AskId id, Time seen, web::Viewer const& by, Time now, Date today) {
  auto const item = TRY(find_written(tx, id, seen, by));
  if (!item.written) return item;
  TRY(can_publish(tx, item, today));
  return publish_written(tx, item, person(by.id), now, today);
}

Result<void> publish_later(db::Transaction& tx, AskId id, Time seen, std::optional<Time> at, web::Viewer const& by,
                           Time now, Date today) {
  auto const item = TRY(find_written(tx, id, seen, by));
  if (!item.written) return {};
  if (at) {
    if (*at <= now) return refuse(rules::kWhenField, msg("Choose a day and an hour that are still to come."));
    TRY(can_publish(tx, item, std::max(today, day_of(*at))));
    auto const payload = std::to_string(id.value) + " " + std::to_string(at->time_since_epoch().count());
    jobs::enqueue(tx, kPublishDue, payload, {.unique_key = std::string(kPublishDue) + " " + payload, .run_at = *at});
  }
  store::save_publish_at(tx, id, at);
  note(tx, person(by.id), at ? "asks.publish_later" : "asks.call_off", item.ask, at ? to_iso(*at) : std::string(), now);
  return {};
}

bool wants_second_look(db::Transaction& tx, Ask const& ask) {
  auto const service = agencies::find_service(tx, ask.service);
  auto const agency = service ? agencies::find_agency(tx, service->agency) : std::nullopt;
  return agency && agency->second_pair_of_eyes;
}

Result<void> ask_for_look(db::Transaction& tx, AskId id, web::Viewer const& by, Time now) {
  auto const item = TRY(find(tx, id, by));
  TRY(rules::may_answer(by, item.ask));
  if (!item.written) return refuse(Refusal::Kind::conflict, msg("Write the answer before you ask for a look."));
  if (item.written->look == Look::asked || item.written->look == Look::approved) return {};
  store::save_look(tx, id, Look::asked, std::nullopt, "");
  note(tx, person(by.id), "asks.ask_for_look", item.ask, "", now);
  write_to_leads(
      tx, item.ask, Step::agency, "asks.look",
      std::to_string(id.value) + " " + std::to_string(item.written->written_at.time_since_epoch().count()),
      [&](i18n::Translator const& t) {
        return messages::Note{
            .title = t("An answer to {1} waits for your look", item.ask.reference),
            .text = t("{1} has written it. Read it, then say that it can be published or send it back.",
                      item.ask.service_name),
            .path = "/asks/" + std::to_string(id.value) + "/look",
            .link = t("Read the answer")};
      },
      now);
  return {};
}

Result<void> look_over(db::Transaction& tx, AskId id, Time seen, Look verdict, std::string_view look_note,
                       web::Viewer const& by, Time now) {
  auto const item = TRY(find(tx, id, by));
  TRY(rules::may_look(by, item));
  TRY(rules::has_seen(item, seen));
  store::save_look(tx, id, verdict, by.id, look_note);
  if (verdict == Look::sent_back) store::save_publish_at(tx, id, std::nullopt);
  note(tx, person(by.id), "asks.look", item.ask, std::string(to_word(verdict)), now);
  return {};
}

jobs::Job publishing_job() { return {.kind = kPublishDue, .run = publish_due}; }

}  // namespace earshot::asks
