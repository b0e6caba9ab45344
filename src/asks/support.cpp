// "This matters to us too": counting it, and what enough of it obliges.

#include "asks/rules.h"
#include "asks/store.h"
#include "asks/watch.h"
#include "platform/crypto/token.h"
#include "platform/record/record.h"
#include "ui/fields.h"

namespace earshot::asks {
namespace {

/// Whether support can still oblige an answer: one is owed, or the one that stands is a no.
bool can_oblige(AnsweredAsk const& item) {
  return !item.ask.obliged_at && (item.ask.waits || (item.answer && item.answer->outcome == Outcome::cannot));
}

void oblige(db::Transaction& tx, AnsweredAsk const& item, std::int64_t count, Time now, Date today) {
  auto const& ask = item.ask;
  auto const service = agencies::find_service(tx, ask.service);
  auto const due_on = rules::due_on(county::calendar(tx), today, service->answer_within_days);
  store::oblige(tx, ask.id, due_on, now);
  auto const due = store::find(tx, ask.id)->ask.due_on;
  write_to_leads(
      tx, ask, Step::reminder, "asks.obliged", std::to_string(ask.id.value),
      [&](i18n::Translator const& t) {
        return messages::Note{
            .title = t("Ask {1} matters to {2} people", ask.reference, t.number(count)),
            .text = t("So many have said so that the county asks for an answer. It is due on {1}.", t.date(due)),
            .path = "/asks/" + std::to_string(ask.id.value),
            .link = t("Read the ask and answer it")};
      },
      now);
  record::note(tx, {"earshot", "asks.oblige", "ask " + ask.reference, std::to_string(count)}, now);
  tx.changed(kPublishedAnswers);
}

}  // namespace

// How many support it is not told to remembered pages (no tx.changed): a crowd would keep them from being remembered.
// They are a minute old at most.
Result<void> support(db::Transaction& tx, std::string_view reference, std::string_view visit,
                     std::optional<messages::ContactId> contact, Time now, Date today) {
  auto const item = store::find_public(tx, reference);
  if (!item) return refuse(Refusal::Kind::not_found, msg("There is no page at this address."));
  if (!store::add_support(tx, item->ask.id, crypto::token_hash("support " + std::string(visit)), contact, now))
    return {};
  auto const count = supports(tx, item->ask.id);
  if (can_oblige(*item) && count >= county::settings(tx).support_obliges) oblige(tx, *item, count, now, today);
  return {};
}

Html support_button(i18n::Translator const& t, std::string_view reference) {
  return ui::button({.text = t("This matters to us too"),
                     .look = ui::Button::Look::secondary,
                     .href = "/changes/" + std::string(reference) + "/support"});
}

}  // namespace earshot::asks
