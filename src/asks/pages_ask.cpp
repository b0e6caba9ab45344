// An ask as those who answer see it, with all that happened to it; and its clock, stopped and run again.

#include "asks/clock.h"
#include "asks/pages.h"
#include "asks/parts.h"
#include "asks/rules.h"
#include "asks/store.h"
#include "platform/db/database.h"
#include "ui/change_card.h"
#include "ui/fields.h"
#include "ui/page.h"
#include "ui/prose.h"

namespace earshot::asks {
namespace {

/// What happened to an ask beside its answer.
struct Happened {
  std::vector<store::Pause> pauses;
  std::vector<store::StepTaken> steps;
  Told told;
  std::int64_t supports = 0;
  Helped helped;
  std::vector<Answer> former;
  std::string reopened_because;
};

std::string in_words(i18n::Translator const& t, store::StepTaken const& taken) {
  auto const day = t.date(taken.taken_at);
  auto const due = t.date(taken.due_on);
  switch (taken.step) {
    case Step::reminder:
      return t("{1}: the service was reminded that it is due on {2}.", day, due);
    case Step::agency:
      return t("{1}: the lead of the agency was told that it is late; it was due on {2}.", day, due);
    case Step::county:
      return t("{1}: the lead of the county was told that it is late; it was due on {2}.", day, due);
  }
  return {};
}

std::string in_words(i18n::Translator const& t, store::Pause const& pause) {
  if (!pause.resumed_on) return t("{1}: the clock was stopped. The reason: {2}", t.date(pause.paused_on), pause.reason);
  return t.plural("{2}: the clock was stopped for 1 working day. The reason: {3}",
                  "{2}: the clock was stopped for {1} working days. The reason: {3}", pause.working_days,
                  t.date(pause.paused_on), pause.reason);
}

Html list(std::vector<std::string> const& lines) {
  Html items;
  for (auto const& line : lines) items += element("li", {}, line);
  return element("ul", Attributes{{"class", "govuk-list govuk-list--bullet"}}, items);
}

Html history(i18n::Translator const& t, AnsweredAsk const& item, Happened const& happened) {
  auto lines = notes(t, item.ask);
  for (auto const& pause : happened.pauses) lines.push_back(in_words(t, pause));
  for (auto const& step : happened.steps) lines.push_back(in_words(t, step));
  if (happened.supports > 0)
    lines.push_back(t.plural("1 person said that this matters to them.", "{1} people said that this matters to them.",
                             happened.supports));
  if (item.published()) lines.push_back(told_in_words(t, happened.told));
  if (happened.helped.told > 0) lines.push_back(helped_in_words(t, happened.helped));
  if (item.written && !item.written->look_note.empty())
    lines.push_back(t("It was sent back: {1}", item.written->look_note));
  if (lines.empty()) return {};
  return html(ui::subheading(t("What happened so far")), list(lines));
}

Html buttons(i18n::Translator const& t, web::Viewer const& viewer, AnsweredAsk const& item) {
  auto const id = item.ask.id;
  Html content;
  if (item.written && item.written->look == Look::asked && rules::may_look(viewer, item))
    content += ui::button({.text = t("Look it over"), .href = parts::address(id, "/look")});
  if (!rules::may_answer(viewer, item.ask) || item.ask.returned_at)
    return content.empty() ? Html() : ui::button_group(content);
  auto const owed = !item.published() || item.ask.waits;
  if (item.written) content += ui::button({.text = t("Check and publish"), .href = parts::address(id, "/publish")});
  auto const look = item.written || !owed ? ui::Button::Look::secondary : ui::Button::Look::main;
  content += ui::button({.text = parts::to_write(t, item), .look = look, .href = parts::address(id, "/answer")});
  if (item.ask.waits)
    content +=
        ui::link(parts::address(id, "/clock"), item.ask.paused_on ? t("Let the clock run again") : t("Stop the clock"));
  if (!item.published()) content += ui::link(parts::address(id, "/not-for-us"), t("Not for us"));
  return ui::button_group(content);
}

}  // namespace

web::Answer show_ask(web::Context& context, AskId id) {
  auto const& t = context.t;
  auto const item = TRY(parts::find(context, id));
  auto const [happened, counting] = context.db.read([&](db::Transaction& tx) {
    return std::pair(Happened{.pauses = store::pauses(tx, id),
                              .steps = store::steps_taken(tx, id),
                              .told = told(tx, id),
                              .supports = supports(tx, id),
                              .helped = helped(tx, id),
                              .former = former_answers(tx, id),
                              .reopened_because = store::reopened_because(tx, id).value_or(std::string())},
                     parts::counting(tx, context.today()));
  });
  Html content =
      html(ui::heading(t("Ask {1}", item.ask.reference)), parts::asked(t, item.ask), parts::facts(t, counting, item));
  if (!happened.reopened_because.empty())
    content += html(ui::subheading(t("Why the family opened it again")), ui::written(happened.reopened_because));
  if (item.written) content += html(ui::subheading(t("Written, not published")), parts::written(t, item));
  if (item.published()) content += ui::change_card(t, card(t, item));
  content += buttons(t, *context.viewer, item);
  if (item.published())
    content += ui::paragraph(ui::link("/changes/" + item.ask.reference, t("See it as everybody sees it")));
  if (item.published()) content += former_answers(t, *item.answer, happened.former);
  content += history(t, item, happened);
  // The page is that of the safeguarding room.
  content += ui::paragraph(ui::link(parts::address(id, "/danger"), t("Somebody may be in danger")));
  return ui::page(context, {.title = t("Ask {1}", item.ask.reference), .back = Url("/asks"), .index = false}, content);
}

web::Answer show_clock_form(web::Context& context, web::FormState const& state, AskId id) {
  auto const& t = context.t;
  auto const item = TRY(parts::find_to_answer(context, id));
  auto const paused = item.ask.paused_on.has_value();
  auto const title = paused ? t("Let the clock run again") : t("Stop the clock");
  auto const stop = html(
      ui::paragraph(t("Stop it only when you cannot go on, for example because you have asked the family something. "
                      "In all it can stand still for 20 working days, then it runs again by itself.")),
      ui::form(context, parts::address(id, "/clock"),
               html(ui::textarea_field(t, {.name = std::string(rules::kReasonField),
                                           .label = t("Why does it have to stop?"),
                                           .hint = t("Everybody can read this, the family too. Name nobody."),
                                           .value = state.value(rules::kReasonField),
                                           .error = ui::error_for(t, state, rules::kReasonField),
                                           .rows = 3,
                                           .max_characters = rules::kLongestReason}),
                    ui::button({.text = t("Stop the clock")}))));
  auto const run = html(ui::paragraph(t("The day by which you answer moves by the working days that it stood still.")),
                        ui::form(context, parts::address(id, "/clock"),
                                 html(ui::hidden("run", "yes"), ui::button({.text = t("Let the clock run again")}))));
  return ui::page(context,
                  {.title = title, .back = Url(parts::address(id)), .problems = state.problems, .index = false},
                  html(ui::heading(title), paused ? run : stop));
}

web::Answer save_clock(web::Context& context, http::Form const& form, AskId id) {
  TRY(parts::find_to_answer(context, id));
  auto const runs = form.fields.get("run") == "yes";
  auto const reason = runs ? std::string() : TRY(rules::read_reason(form.fields));
  TRY(context.db.write([&](db::Transaction& tx) {
    return runs ? resume(tx, id, *context.viewer, context.now, context.today())
                : pause(tx, id, reason, *context.viewer, context.now, context.today());
  }));
  return web::go_to(parts::address(id));
}

}  // namespace earshot::asks
