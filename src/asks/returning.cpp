// Giving an ask back ("not for us"), and opening it again ("this is not what I asked").

#include <algorithm>

#include "asks/rules.h"
#include "asks/store.h"
#include "asks/telling.h"
#include "asks/watch.h"
#include "platform/record/record.h"

namespace earshot::asks {

Result<void> give_back(db::Transaction& tx, AskId id, std::string_view reason,
                       std::optional<agencies::ServiceId> suggested, web::Viewer const& by, Time now) {
  auto const item = TRY(find(tx, id, by));
  TRY(rules::may_answer(by, item.ask));
  TRY(rules::may_give_back(item));
  record::note(tx, {"person " + std::to_string(by.id), "asks.give_back", "ask " + item.ask.reference, ""}, now);
  store::return_sources(tx, id, {.reason = std::string(reason), .suggested = suggested, .by = by.id}, now);
  tell_followers(tx, id, Event::returned, 1);
  tx.changed(kPublishedAnswers);
  return {};
}

Result<void> reopen(db::Transaction& tx, AskId id, Source const& source, std::string_view reason, Time now,
                    Date today) {
  auto const item = store::find(tx, id);
  auto const sources = sources_of(tx, id);
  auto const theirs = std::any_of(sources.begin(), sources.end(),
                                  [&](Source const& each) { return each.kind == source.kind && each.id == source.id; });
  if (!item || !theirs) return refuse(Refusal::Kind::not_found, msg("There is no page at this address."));
  TRY(rules::may_reopen(*item));
  auto const service = agencies::find_service(tx, item->ask.service);
  auto const due_on = rules::due_on(county::calendar(tx), today, service->answer_within_days);
  store::reopen(tx, id, reason, due_on, now);
  record::note(tx, {"a family", "asks.reopen", "ask " + item->ask.reference, "due " + to_iso(due_on)}, now);
  write_to_leads(
      tx, item->ask, Step::reminder, "asks.reopened", std::to_string(id.value),
      [&](i18n::Translator const& t) {
        return messages::Note{
            .title = t("Ask {1} is open again", item->ask.reference),
            .text = t("The family says that the answer is not what they asked. Read why, and answer again by {1}.",
                      t.date(due_on)),
            .path = "/asks/" + std::to_string(id.value),
            .link = t("Read the ask and answer it")};
      },
      now);
  tell_followers(tx, id, Event::reopened, 1);
  tx.changed(kPublishedAnswers);
  return {};
}

}  // namespace earshot::asks
