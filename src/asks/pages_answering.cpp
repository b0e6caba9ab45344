// Writing an answer, with help to say it in plain words.

#include "asks/pages.h"
#include "asks/parts.h"
#include "asks/rules.h"
#include "asks/store.h"
#include "plain_words/plain_words.h"
#include "platform/db/database.h"
#include "ui/fields.h"
#include "ui/page.h"
#include "ui/prose.h"

namespace earshot::asks {
namespace {

/// The button that looks at the words and saves nothing.
constexpr std::string_view kCheckField = "check";

Html list(std::vector<std::string> const& lines) {
  Html items;
  for (auto const& line : lines) items += element("li", {}, line);
  return element("ul", Attributes{{"class", "govuk-list govuk-list--bullet"}}, items);
}

/// In years. Beyond this a number says less than the words do.
constexpr int kHard = 16;

/// What there is to say about the words of the outcome that was chosen; nothing unless somebody asked. A script asks in
/// the same way while somebody writes, and takes this part out of the page: assets/ts/words.ts.
Html checked_words(i18n::Translator const& t, web::FormState const& state) {
  Attributes const place{{"id", "checked-words"}, {"role", "status"}, {"aria-live", "polite"}};
  if (!state.sent || state.value(kCheckField).empty()) return element("div", place, {});
  auto const report = plain_words::check(state.values.get(state.value(rules::kOutcomeField)));
  Html content = ui::subheading(t("Your words"));
  if (report.reading_age > kHard)
    content += ui::paragraph(t("This is very hard to read. Use short sentences and everyday words."));
  else
    content += ui::paragraph(report.reading_age ? t.plural("Somebody of 1 year can read this. Aim for 9 to 11.",
                                                           "Somebody of {1} years can read this. Aim for 9 to 11.",
                                                           *report.reading_age)
                                                : t("There are too few words to tell how hard they are to read."));
  if (!report.long_sentences.empty())
    content += html(ui::paragraph(t("These sentences have more than 25 words. Make two of each:")),
                    list(report.long_sentences));
  if (!report.acronyms.empty())
    content +=
        html(ui::paragraph(t("Say what these letters stand for, in brackets after them:")), list(report.acronyms));
  content += ui::quiet(t("Nothing was saved. This works for English only."));
  return element("div", place, element("div", Attributes{{"class", "govuk-inset-text"}}, content));
}

/// What stands in the form at first: what is written, or what is published and is corrected.
AnswerDraft stored(AnsweredAsk const& item) {
  if (item.written) return item.written->draft;
  if (item.answer && !item.ask.waits)
    return {.outcome = item.answer->outcome, .text = item.answer->text, .will_do_by = item.answer->will_do_by};
  return {};
}

Html outcome_field(i18n::Translator const& t, web::FormState const& state, AnswerDraft const& before) {
  auto const text = [&](std::string_view name, std::string const& label, Html const& hint, Outcome outcome) {
    return ui::textarea_field(t, {.name = std::string(name),
                                  .label = label,
                                  .hint = hint,
                                  .value = state.value(name, before.outcome == outcome ? before.text : std::string()),
                                  .error = ui::error_for(t, state, name),
                                  .max_characters = kLongestText});
  };
  auto const when = ui::date_field(t, {.name = std::string(rules::kByField),
                                       .legend = t("By when?"),
                                       .hint = t("For example, {1}", "31 3 2027"),
                                       .value = ui::date_parts(state, rules::kByField, before.will_do_by),
                                       .error = ui::error_for(t, state, rules::kByField)});
  auto const chosen = before.text.empty() ? std::string_view() : to_word(before.outcome);
  return ui::radios_field(
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
          .value = state.value(rules::kOutcomeField, chosen),
          .error = ui::error_for(t, state, rules::kOutcomeField)});
}

/// What is published keeps standing below a correction, with the reason.
Html because_field(i18n::Translator const& t, web::FormState const& state, AnsweredAsk const& item,
                   AnswerDraft const& before) {
  if (!item.published() || item.ask.waits) return {};
  return ui::textarea_field(
      t,
      {.name = std::string(rules::kBecauseField),
       .label = t("Why do you correct it?"),
       .hint = t("Everybody can read the reason beside the old answer. Leave it empty if you did what you promised."),
       .value = state.value(rules::kBecauseField, before.because),
       .error = ui::error_for(t, state, rules::kBecauseField),
       .rows = 2,
       .max_characters = rules::kLongestNote});
}

}  // namespace

web::Answer show_answer_form(web::Context& context, web::FormState const& state, AskId id) {
  auto const& t = context.t;
  auto const item = TRY(parts::find_to_answer(context, id));
  auto const counting = context.db.read([&](db::Transaction& tx) { return parts::counting(tx, context.today()); });
  auto const before = stored(item);
  auto const buttons =
      ui::button_group(html(ui::button({.text = t("Save and check")}), ui::button({.text = t("Check the words"),
                                                                                   .look = ui::Button::Look::secondary,
                                                                                   .name = std::string(kCheckField),
                                                                                   .value = "words"})));
  auto const content = html(
      ui::heading(t("Answer {1}", item.ask.reference)), checked_words(t, state), parts::asked(t, item.ask),
      parts::facts(t, counting, item), state.sent ? parts::written(t, item) : Html(),
      ui::form(
          context, parts::address(id, "/answer"),
          html(parts::seen(item), outcome_field(t, state, before), because_field(t, state, item, before), buttons)),
      ui::quiet(t("Nothing is published yet. You will see it first as families will.")));
  return ui::page(context,
                  {.title = t("Answer {1}", item.ask.reference),
                   .back = Url(parts::address(id)),
                   .problems = state.problems,
                   .index = false},
                  content);
}

web::Answer save_answer(web::Context& context, http::Form const& form, AskId id) {
  auto const item = TRY(parts::find_to_answer(context, id));
  if (!form.fields.get(kCheckField).empty())
    return show_answer_form(context, {.values = form.fields, .sent = true}, id);
  // Before anything else is to be put right: the form may not be the one that is asked for now.
  TRY(rules::has_seen(item, rules::read_seen(form.fields)));
  auto const draft = TRY(rules::read_answer(form.fields, context.today()));
  TRY(context.db.write([&](db::Transaction& tx) {
    return answer(tx, id, draft, rules::read_seen(form.fields), *context.viewer, context.now, context.today());
  }));
  return web::go_to(parts::address(id, "/publish"));
}

}  // namespace earshot::asks
