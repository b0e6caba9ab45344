// From a written answer to a published one: seeing it as families will, a second person's look, now or at a time.

#include "asks/pages.h"
#include "asks/parts.h"
#include "asks/rules.h"
#include "asks/store.h"
#include "platform/db/database.h"
#include "ui/fields.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "ui/words.h"

namespace earshot::asks {
namespace {

constexpr int kFirstHour = 7, kLastHour = 20;

Html panel(i18n::Translator const& t, AnsweredAsk const& item) {
  auto const& draft = item.written->draft;
  return ui::answer_panel({.kind = std::string(to_word(draft.outcome)),
                           .heading = outcome_heading(t, draft.outcome, draft.will_do_by),
                           .text = draft.text,
                           .by = item.ask.service_name});
}

/// One of the forms of the page: what it does stands in a hidden field.
Html small_form(web::Context const& context, AnsweredAsk const& item, std::string_view what, Html const& content) {
  return ui::form(context, parts::address(item.ask.id, "/publish"),
                  html(parts::seen(item), ui::hidden("do", what), content));
}

Html when_form(web::Context const& context, web::FormState const& state, AnsweredAsk const& item) {
  auto const& t = context.t;
  std::vector<ui::Choice> hours;
  for (int hour = kFirstHour; hour <= kLastHour; ++hour)
    hours.push_back({.value = std::to_string(hour), .label = std::to_string(hour) + ":00"});
  auto const fields =
      html(ui::date_field(t, {.name = std::string(rules::kWhenField),
                              .legend = t("On which day?"),
                              .hint = t("For example, {1}", "31 3 2027"),
                              .value = ui::date_parts(state, rules::kWhenField),
                              .error = ui::error_for(t, state, rules::kWhenField)}),
           ui::select_field(
               t, {.name = "hour", .label = t("At what time?"), .items = hours, .value = state.value("hour", "9")}),
           ui::button({.text = t("Publish it then"), .look = ui::Button::Look::secondary}));
  return html(ui::subheading(t("Publish it later")), small_form(context, item, "later", fields));
}

Html look_form(web::Context const& context, AnsweredAsk const& item) {
  auto const& t = context.t;
  auto const& written = *item.written;
  switch (written.look) {
    case Look::asked:
      return ui::paragraph(t("Somebody else has been asked to look it over. You can publish it when they have."));
    case Look::sent_back:
      return html(ui::paragraph(t("It was sent back: {1}", written.look_note)),
                  small_form(context, item, "look", ui::button({.text = t("Ask for another look")})));
    case Look::none:
    case Look::approved:
      break;
  }
  return html(ui::paragraph(t("Your agency wants a second person to look over each answer before it is published.")),
              small_form(context, item, "look", ui::button({.text = t("Ask for a look")})));
}

Html forms(web::Context const& context, web::FormState const& state, AnsweredAsk const& item, bool needs_look) {
  auto const& t = context.t;
  auto const change = ui::link(parts::address(item.ask.id, "/answer"), t("Change the answer"));
  if (needs_look && item.written->look != Look::approved) return html(look_form(context, item), ui::paragraph(change));
  Html content =
      small_form(context, item, "now", ui::button_group(html(ui::button({.text = t("Publish now")}), change)));
  if (item.written->publish_at)
    return html(content,
                ui::paragraph(t("It is published by itself on {1}.", t.date_and_time(*item.written->publish_at))),
                small_form(context, item, "call-off",
                           ui::button({.text = t("Do not publish it then"), .look = ui::Button::Look::secondary})));
  return html(content, when_form(context, state, item));
}

Result<Time> read_when(web::Context const& context, http::Fields const& fields) {
  auto const day = ui::to_date(ui::date_parts(fields, rules::kWhenField));
  if (!day) return refuse(rules::kWhenField, msg("Write the day on which it is published, such as 31 3 2027."));
  auto const hour = fields.get("hour");
  for (int each = kFirstHour; each <= kLastHour; ++each)
    if (hour == std::to_string(each)) return rules::at_hour(context.t, *day, each);
  return refuse(rules::kWhenField, msg("Choose the time at which it is published."));
}

}  // namespace

web::Answer show_publish_form(web::Context& context, web::FormState const& state, AskId id) {
  auto const& t = context.t;
  auto const item = TRY(parts::find_to_answer(context, id));
  if (!item.written && item.published()) return web::go_to("/changes/" + item.ask.reference);
  if (!item.written) return web::go_to(parts::address(id, "/answer"));
  auto const needs_look = context.db.read([&](db::Transaction& tx) { return wants_second_look(tx, item.ask); });
  auto const content =
      html(ui::heading(t("Check and publish")),
           ui::lead(t("This is what everybody will read. The family that asked sees it in their receipt.")),
           parts::words(t, item.ask), panel(t, item), forms(context, state, item, needs_look));
  return ui::page(context,
                  {.title = t("Check and publish"),
                   .back = Url(parts::address(id, "/answer")),
                   .problems = state.problems,
                   .index = false},
                  content);
}

web::Answer publish_answer(web::Context& context, http::Form const& form, AskId id) {
  auto const read = rules::read_seen(form.fields).value_or(Time{});
  auto const what = form.fields.get("do");
  auto const& by = *context.viewer;
  if (what == "look") {
    TRY(context.db.write([&](db::Transaction& tx) { return ask_for_look(tx, id, by, context.now); }));
    return web::go_to(parts::address(id, "/publish"));
  }
  if (what == "later" || what == "call-off") {
    auto const at = what == "later" ? std::optional(TRY(read_when(context, form.fields))) : std::nullopt;
    TRY(context.db.write(
        [&](db::Transaction& tx) { return publish_later(tx, id, read, at, by, context.now, context.today()); }));
    return web::go_to(parts::address(id, "/publish"));
  }
  auto const published = TRY(
      context.db.write([&](db::Transaction& tx) { return publish(tx, id, read, by, context.now, context.today()); }));
  return web::go_to("/changes/" + published.ask.reference);
}

web::Answer show_look_form(web::Context& context, web::FormState const& state, AskId id) {
  auto const& t = context.t;
  auto const item = TRY(parts::find(context, id));
  TRY(rules::may_look(*context.viewer, item));
  auto const note = ui::textarea_field(t, {.name = std::string(rules::kNoteField),
                                           .label = t("What should be different?"),
                                           .value = state.value(rules::kNoteField),
                                           .error = ui::error_for(t, state, rules::kNoteField),
                                           .rows = 3,
                                           .max_characters = rules::kLongestNote});
  auto const verdict =
      ui::radios_field(t, {.name = "verdict",
                           .legend = t("Can it be published?"),
                           .items = {{.value = "approved", .label = t("Yes, as it is")},
                                     {.value = "sent-back", .label = t("No, send it back"), .conditional = note}},
                           .value = state.value("verdict"),
                           .error = ui::error_for(t, state, "verdict")});
  auto const content = html(ui::heading(t("Look over an answer")), parts::asked(t, item.ask), panel(t, item),
                            ui::form(context, parts::address(id, "/look"),
                                     html(parts::seen(item), verdict, ui::button({.text = t("Save")}))));
  return ui::page(
      context,
      {.title = t("Look over an answer"), .back = Url(parts::address(id)), .problems = state.problems, .index = false},
      content);
}

web::Answer save_look(web::Context& context, http::Form const& form, AskId id) {
  auto const verdict = from_word<Look>(form.fields.get("verdict"));
  if (verdict != Look::approved && verdict != Look::sent_back)
    return refuse("verdict", msg("Choose whether it can be published."));
  auto const note = verdict == Look::sent_back
                        ? TRY(rules::read_note(form.fields, rules::kNoteField, msg("Write what should be different.")))
                        : std::string();
  TRY(context.db.write([&](db::Transaction& tx) {
    return look_over(tx, id, rules::read_seen(form.fields).value_or(Time{}), *verdict, note, *context.viewer,
                     context.now);
  }));
  return web::go_to(parts::address(id));
}

}  // namespace earshot::asks
