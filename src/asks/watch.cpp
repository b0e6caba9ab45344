#include "asks/watch.h"

#include "asks/store.h"
#include "platform/db/database.h"
#include "platform/record/record.h"

namespace earshot::asks {
namespace {

std::vector<people::PersonListed> recipients(db::Transaction& tx, agencies::ServiceId service, Step step) {
  auto list = step == Step::reminder ? store::leads_of_service(tx, service) : std::vector<people::PersonListed>();
  if (list.empty() && step != Step::county) list = store::leads_of_agency(tx, service);
  if (list.empty()) list = people::holding(tx, people::kCountyLead);
  if (list.empty()) list = people::holding(tx, people::kAdministrator);
  return list;
}

messages::Note reminder(i18n::Translator const& t, Ask const& ask) {
  return {.title = t("Ask {1} is due on {2}", ask.reference, t.date(ask.due_on)),
          .text = t("The family waits for an answer from {1}. They have been told that it comes by {2}.",
                    ask.service_name, t.date(ask.due_on)),
          .path = "/asks/" + std::to_string(ask.id.value),
          .link = t("Read the ask and answer it")};
}

messages::Note escalation(i18n::Translator const& t, Ask const& ask) {
  return {.title = t("Ask {1} is late", ask.reference),
          .text = t("{1} was to answer it by {2} and has not. The family sees that it is late. Find out what is in the "
                    "way, and see that they hear.",
                    ask.service_name, t.date(ask.due_on)),
          .path = "/asks/" + std::to_string(ask.id.value),
          .link = t("Read the ask")};
}

void run(jobs::Environment& environment, std::string const&) {
  auto const now = environment.clock();
  auto const today = i18n::Translator(i18n::language("en"), environment.config.time_zone).day(now);
  auto const [paused, due] = environment.db.read([&](db::Transaction& tx) {
    auto const by = county::calendar(tx).after(today, county::settings(tx).remind_before);
    return std::pair(store::paused(tx), store::to_watch(tx, by));
  });
  for (auto const id : paused)
    environment.db.write([&](db::Transaction& tx) { resume_when_used_up(tx, id, now, today); });
  for (auto const id : due) environment.db.write([&](db::Transaction& tx) { watch(tx, id, now, today); });
}

}  // namespace

void watch(db::Transaction& tx, AskId id, Time now, Date today) {
  auto const found = store::find(tx, id);
  if (!found || !found->ask.waits || found->ask.paused_on || found->ask.returned_at) return;
  auto const& ask = found->ask;
  auto const remind = [&](i18n::Translator const& t) { return reminder(t, ask); };
  auto const escalate = [&](i18n::Translator const& t) { return escalation(t, ask); };
  for (auto const step : rules::steps_due(county::calendar(tx), ask.due_on, today, county::settings(tx))) {
    if (!store::take_step(tx, id, step, ask.due_on, now)) continue;
    auto const key = std::to_string(id.value) + " " + std::string(to_word(step)) + " " + to_iso(ask.due_on);
    if (step == Step::reminder) {
      write_to_leads(tx, ask, Step::reminder, "asks.reminder", key, remind, now);
    } else {
      write_to_leads(tx, ask, step, "asks.late", key, escalate, now);
      // Who is to answer hears of it too, not only those above them.
      if (step == Step::agency) write_to_leads(tx, ask, Step::reminder, "asks.late", key, escalate, now);
    }
    record::note(tx,
                 {"earshot", step == Step::reminder ? "asks.remind" : "asks.escalate", "ask " + ask.reference,
                  std::string(to_word(step))},
                 now);
  }
}

void write_to_leads(db::Transaction& tx, Ask const& ask, Step above, std::string_view kind, std::string_view key,
                    std::function<messages::Note(i18n::Translator const&)> const& write, Time now) {
  for (auto const& lead : recipients(tx, ask.service, above)) {
    i18n::Translator const t(i18n::language(lead.language));
    messages::send(
        tx,
        {.kind = std::string(kind),
         .key = std::string(key),
         .address = lead.email,
         .language = lead.language,
         .note = write(t),
         .why = t("You get this because you work with Earshot and lead on what {1} answers.", ask.service_name)},
        now);
  }
}

jobs::Job watch_job() { return {.kind = "asks.watch_clocks", .run = run, .every = std::chrono::hours{4}}; }

}  // namespace earshot::asks
