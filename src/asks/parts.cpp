#include "asks/parts.h"

#include "asks/rules.h"
#include "platform/db/database.h"
#include "ui/change_card.h"
#include "ui/fields.h"
#include "ui/govuk/summary_list.h"
#include "ui/govuk/tag.h"
#include "ui/prose.h"
#include "ui/words.h"

namespace earshot::asks::parts {

std::string address(AskId id, std::string_view below) {
  return "/asks/" + std::to_string(id.value) + std::string(below);
}

Counting counting(db::Transaction& tx, Date today) {
  return {.calendar = county::calendar(tx), .soon = county::settings(tx).remind_before, .today = today};
}

Html clock(i18n::Translator const& t, Counting const& counting, Ask const& ask) {
  return clock_tag(t, asks::clock(ask, counting.calendar, counting.today, counting.soon));
}

Html state(i18n::Translator const& t, AnsweredAsk const& item) {
  if (item.ask.returned_at) return govuk::tag({.text = t("Returned"), .classes = "govuk-tag--grey"});
  if (item.written && item.written->look == Look::asked)
    return govuk::tag({.text = t("Waits for a second look"), .classes = "govuk-tag--purple"});
  if (item.written && item.written->publish_at)
    return html(govuk::tag({.text = t("Published soon")}), " ", t.date_and_time(*item.written->publish_at));
  if (item.written) return govuk::tag({.text = t("Written, not published")});
  if (item.ask.waits && item.ask.reopened_at)
    return govuk::tag({.text = t("To look at again"), .classes = "govuk-tag--orange"});
  if (item.ask.waits && item.ask.obliged_at)
    return govuk::tag({.text = t("Many ask for an answer"), .classes = "govuk-tag--orange"});
  if (item.published()) return govuk::tag({.text = t("Published"), .classes = "govuk-tag--green"});
  return govuk::tag({.text = t("Waiting for an answer"), .classes = "govuk-tag--yellow"});
}

Html facts(i18n::Translator const& t, Counting const& counting, AnsweredAsk const& item) {
  auto const row = [](std::string const& key, Html const& value) {
    return govuk::SummaryRow{.key = {.text = key}, .value = {.text = value}};
  };
  govuk::SummaryListOptions list{
      .rows = {row(t("Reference"), item.ask.reference), row(t("Service"), item.ask.service_name)}};
  if (!item.ask.place_name.empty()) list.rows.push_back(row(t("Place"), item.ask.place_name));
  list.rows.push_back(row(t("Said on"), t.date(item.ask.asked_at)));
  list.rows.push_back(row(t("Answer by"), clock(t, counting, item.ask)));
  list.rows.push_back(row(t("State"), state(t, item)));
  return govuk::summary_list(list);
}

Html words(i18n::Translator const& t, Ask const& ask) {
  auto const shown = said(t, ask.words, ask.language);
  return html(ui::subheading(t("What the family asks")), ui::words(shown.words, shown.language));
}

Html asked(i18n::Translator const& t, Ask const& ask) {
  auto const said = words(t, ask);
  if (ask.wish.empty()) return said;
  return html(said, ui::subheading(t("What they would like")), ui::written(ask.wish));
}

Html written(i18n::Translator const& t, AnsweredAsk const& item) {
  if (!item.written) return {};
  auto const& draft = item.written->draft;
  auto const shown = said(t, item.ask.words, item.ask.language);
  return ui::change_card(t, {.words = shown.words,
                             .words_language = shown.language,
                             .kind = std::string(to_word(draft.outcome)),
                             .heading = outcome_heading(t, draft.outcome, draft.will_do_by),
                             .text = ui::lines(draft.text),
                             .by = item.ask.service_name});
}

std::string to_write(i18n::Translator const& t, AnsweredAsk const& item) {
  if (item.written) return t("Change the answer");
  if (!item.published() || item.ask.waits) return t("Write the answer");
  return item.answer->outcome == Outcome::will ? t("Say that it is done, or correct it") : t("Correct the answer");
}

Html seen(AnsweredAsk const& item) {
  if (!item.written) return {};
  return ui::hidden(rules::kSeenField, std::to_string(item.written->written_at.time_since_epoch().count()));
}

Result<AnsweredAsk> find(web::Context const& context, AskId id) {
  return context.db.read([&](db::Transaction& tx) { return asks::find(tx, id, *context.viewer); });
}

Result<AnsweredAsk> find_to_answer(web::Context const& context, AskId id) {
  auto item = TRY(find(context, id));
  TRY(rules::may_answer(*context.viewer, item.ask));
  return item;
}

}  // namespace earshot::asks::parts
