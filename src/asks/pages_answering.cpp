// What the people who answer work with: the list of what waits, an ask, its answer, and publishing it.

#include "asks/pages.h"
#include "asks/rules.h"
#include "asks/store.h"
#include "platform/base/text.h"
#include "platform/db/database.h"
#include "ui/change_card.h"
#include "ui/empty_state.h"
#include "ui/fields.h"
#include "ui/govuk/summary_list.h"
#include "ui/govuk/tag.h"
#include "ui/page.h"
#include "ui/pager.h"
#include "ui/prose.h"
#include "ui/words.h"
#include "ui/work_list.h"

namespace earshot::asks {
namespace {

constexpr int kOnPage = 50;
constexpr std::size_t kInList = 120;
constexpr Days kSoon{7};

std::string address(AskId id, std::string_view below = {}) {
  return "/asks/" + std::to_string(id.value) + std::string(below);
}

/// The clock of an ask, always in words too.
Html clock(web::Context const& context, AnsweredAsk const& item) {
  auto const& t = context.t;
  auto const today = context.today();
  auto const due = item.ask.due_on;
  auto const date = t.date(due);
  if (due < today) return html(govuk::tag({.text = t("Late"), .classes = "govuk-tag--red"}), " ", date);
  if (due <= plus(today, kSoon))
    return html(govuk::tag({.text = t("Soon"), .classes = "govuk-tag--yellow"}), " ", date);
  return date;
}

Html state(web::Context const& context, AnsweredAsk const& item) {
  auto const& t = context.t;
  if (item.published()) return govuk::tag({.text = t("Published"), .classes = "govuk-tag--green"});
  if (item.answer) return govuk::tag({.text = t("Written, not published")});
  return govuk::tag({.text = t("Waiting for an answer"), .classes = "govuk-tag--yellow"});
}

Html facts(web::Context const& context, AnsweredAsk const& item) {
  auto const& t = context.t;
  auto const row = [](std::string const& key, Html const& value) {
    return govuk::SummaryRow{.key = {.text = key}, .value = {.text = value}};
  };
  return govuk::summary_list(
      {.rows = {row(t("Reference"), item.ask.reference), row(t("Service"), item.ask.service_name),
                row(t("Said on"), t.date(item.ask.asked_at)), row(t("Answer by"), clock(context, item)),
                row(t("State"), state(context, item))}});
}

Html words(web::Context const& context, Ask const& ask) {
  return html(ui::subheading(context.t("What the family asks")), ui::words(ask.words, ask.language));
}

/// The words, and what the family would like to happen: the service needs both, the public sees the words alone.
Html asked(web::Context const& context, Ask const& ask) {
  auto const said = words(context, ask);
  if (ask.wish.empty()) return said;
  return html(said, ui::subheading(context.t("What they would like")), ui::written(ask.wish));
}

/// Tells the form that comes back which answer its person had before them. What was typed goes on from there, also
/// after a refusal: the refusal has told them.
Html seen(AnsweredAsk const& item) {
  if (!item.answer) return {};
  return ui::hidden(rules::kSeenField, std::to_string(item.answer->written_at.time_since_epoch().count()));
}

Result<AnsweredAsk> find(web::Context const& context, AskId id) {
  return context.db.read([&](db::Transaction& tx) { return asks::find(tx, id, *context.viewer); });
}

/// The ask, for somebody who is about to answer it.
Result<AnsweredAsk> find_to_answer(web::Context const& context, AskId id) {
  auto item = TRY(find(context, id));
  TRY(rules::may_answer(*context.viewer, item.ask));
  return item;
}

}  // namespace

web::Answer show_open_asks(web::Context& context) {
  auto const& t = context.t;
  auto const& viewer = *context.viewer;
  auto const leads = rules::sees_all(viewer) ? std::optional<people::PersonId>() : people::PersonId{viewer.id};
  auto const number = ui::page_number(context.request.query);
  auto const list = context.db.read([&](db::Transaction& tx) { return store::open(tx, leads, number, kOnPage + 1); });

  Html content = ui::heading(t("Waiting for an answer"));
  if (list.empty()) {
    content += ui::empty_state(
        {.title = t("Nothing is waiting"), .text = t("Every ask that is yours has a published answer.")});
    return ui::page(context, {.title = t("Waiting for an answer"), .wide = true, .index = false}, content);
  }
  std::vector<ui::WorkItem> items;
  for (std::size_t i = 0; i < list.size() && i < kOnPage; ++i) {
    auto const& item = list[i];
    items.push_back({.href = address(item.ask.id),
                     .words = shortened(item.ask.words, kInList),
                     .language = item.ask.language,
                     .facts = {item.ask.service_name, clock(context, item), state(context, item)}});
  }
  content += ui::quiet(t("The one due first stands first"));
  content += ui::work_list(t("Waiting for an answer"), items);
  content += ui::pager(context, number, list.size() > kOnPage ? number + 1 : number);
  return ui::page(context, {.title = t("Waiting for an answer"), .wide = true, .index = false}, content);
}

web::Answer show_ask(web::Context& context, AskId id) {
  auto const& t = context.t;
  auto const item = TRY(find(context, id));
  Html content = html(ui::heading(t("Ask {1}", item.ask.reference)), asked(context, item.ask), facts(context, item));
  if (item.answer) content += ui::change_card(t, card(t, item));
  if (!item.published() && rules::may_answer(*context.viewer, item.ask)) {
    auto const answer = ui::button({.text = item.answer ? t("Change the answer") : t("Write the answer"),
                                    .look = item.answer ? ui::Button::Look::secondary : ui::Button::Look::main,
                                    .href = address(id, "/answer")});
    auto const publish =
        item.answer ? ui::button({.text = t("Check and publish"), .href = address(id, "/publish")}) : Html();
    content += ui::button_group(html(publish, answer));
  }
  if (item.published())
    content += ui::paragraph(ui::link("/changes/" + item.ask.reference, t("See it as everybody sees it")));
  // The page is that of the safeguarding room.
  content += ui::paragraph(ui::link(address(id, "/danger"), t("Somebody may be in danger")));
  return ui::page(context, {.title = t("Ask {1}", item.ask.reference), .back = Url("/asks"), .index = false}, content);
}

web::Answer show_answer_form(web::Context& context, web::FormState const& state, AskId id) {
  auto const& t = context.t;
  auto const item = TRY(find_to_answer(context, id));
  if (item.published())
    return refuse(Refusal::Kind::already_done, msg("This answer is published already, so it cannot be written anew."));
  auto const stored = [&](Outcome outcome) {
    return item.answer && item.answer->outcome == outcome ? item.answer->text : std::string();
  };
  auto const text = [&](std::string_view name, std::string const& label, Html const& hint, Outcome outcome) {
    return ui::textarea_field(t, {.name = std::string(name),
                                  .label = label,
                                  .hint = hint,
                                  .value = state.value(name, stored(outcome)),
                                  .error = ui::error_for(t, state, name),
                                  .max_characters = kLongestText});
  };
  auto const when = ui::date_field(
      t, {.name = std::string(rules::kByField),
          .legend = t("By when?"),
          .hint = t("For example, {1}", "31 3 2027"),
          .value = ui::date_parts(state, rules::kByField, item.answer ? item.answer->will_do_by : std::nullopt),
          .error = ui::error_for(t, state, rules::kByField)});
  auto const outcome = ui::radios_field(
      t, {.name = std::string(rules::kOutcomeField),
          .legend = t("What became of it?"),
          .items = {{.value = "done",
                     .label = t("We did it"),
                     .conditional = text(rules::kDoneField, t("What did you do?"), t("Say what is different now."),
                                         Outcome::done)},
                    {.value = "will",
                     .label = t("We will do it"),
                     .conditional = html(text(rules::kWillField, t("What will you do?"), {}, Outcome::will), when)},
                    {.value = "cannot",
                     .label = t("We cannot do it"),
                     .conditional = text(rules::kCannotField, t("Why not?"),
                                         t("Plain words. If there is something else you can offer, say that too."),
                                         Outcome::cannot)}},
          .value = state.value(rules::kOutcomeField, item.answer ? to_word(item.answer->outcome) : std::string_view()),
          .error = ui::error_for(t, state, rules::kOutcomeField)});
  auto const content = html(
      ui::heading(t("Answer {1}", item.ask.reference)), asked(context, item.ask), facts(context, item),
      state.sent && item.answer ? ui::change_card(t, card(t, item)) : Html(),
      ui::form(context, address(id, "/answer"), html(seen(item), outcome, ui::button({.text = t("Save and check")}))),
      ui::quiet(t("Nothing is published yet. You will see it first as families will.")));
  return ui::page(context,
                  {.title = t("Answer {1}", item.ask.reference),
                   .back = Url(address(id)),
                   .problems = state.problems,
                   .index = false},
                  content);
}

web::Answer save_answer(web::Context& context, http::Form const& form, AskId id) {
  TRY(find_to_answer(context, id));
  auto const draft = TRY(rules::read_answer(form.fields, context.today()));
  TRY(context.db.write([&](db::Transaction& tx) {
    return answer(tx, id, draft, rules::read_seen(form.fields), *context.viewer, context.now, context.today());
  }));
  return web::go_to(address(id, "/publish"));
}

web::Answer show_publish_form(web::Context& context, web::FormState const& state, AskId id) {
  auto const& t = context.t;
  auto const item = TRY(find_to_answer(context, id));
  if (!item.answer) return web::go_to(address(id, "/answer"));
  if (item.published()) return web::go_to("/changes/" + item.ask.reference);
  auto const content = html(
      ui::heading(t("Check and publish")),
      ui::lead(t("This is what everybody will read. The family that asked sees it in their receipt.")),
      words(context, item.ask),
      ui::answer_panel({.kind = std::string(to_word(item.answer->outcome)),
                        .heading = outcome_heading(t, *item.answer),
                        .text = item.answer->text,
                        .by = item.ask.service_name}),
      ui::form(context, address(id, "/publish"),
               html(seen(item), ui::button_group(html(ui::button({.text = t("Publish now")}),
                                                      ui::link(address(id, "/answer"), t("Change the answer")))))));
  return ui::page(context,
                  {.title = t("Check and publish"),
                   .back = Url(address(id, "/answer")),
                   .problems = state.problems,
                   .index = false},
                  content);
}

web::Answer publish_answer(web::Context& context, http::Form const& form, AskId id) {
  auto const read = rules::read_seen(form.fields).value_or(Time{});
  auto const published = TRY(context.db.write(
      [&](db::Transaction& tx) { return publish(tx, id, read, *context.viewer, context.now, context.today()); }));
  return web::go_to("/changes/" + published.ask.reference);
}

}  // namespace earshot::asks
