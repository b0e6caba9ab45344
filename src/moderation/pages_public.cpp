// What everybody can do and read: the reasons, reporting published words, and for a family what was not shown.

#include <algorithm>

#include "changes/changes.h"
#include "moderation/pages.h"
#include "moderation/rules.h"
#include "moderation/store.h"
#include "platform/crypto/reference.h"
#include "platform/db/database.h"
#include "ui/empty_state.h"
#include "ui/fields.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "ui/words.h"

namespace earshot::moderation {
namespace {

constexpr std::string_view kItemField = "item";

/// The published ask of this reference: its id and words.
Result<changes::Change> find_published(web::Context const& context, std::string_view typed) {
  auto const reference = crypto::read_reference(typed);
  auto found = reference ? context.db.read([&](db::Transaction& tx) { return changes::find(tx, *reference); })
                         : std::optional<changes::Change>();
  if (!found || found->kind != changes::Kind::asked || found->words.empty())
    return refuse(Refusal::Kind::not_found, msg("There is no page at this address."));
  return std::move(*found);
}

std::vector<ui::Choice> reason_choices(i18n::Translator const& t) {
  std::vector<ui::Choice> choices;
  for (auto const reason : rules::reasons())
    choices.push_back({.value = std::string(to_word(reason)), .label = label(t, reason)});
  return choices;
}

/// What was decided for the family with this private link.
Result<std::vector<Item>> find_not_shown(web::Context const& context, std::string_view token) {
  return context.db.read([&](db::Transaction& tx) -> Result<std::vector<Item>> {
    auto const voice = voices::find_by_token(tx, token);
    if (!voice)
      return refuse(Refusal::Kind::not_found,
                    msg("This link does not lead anywhere. Check that you have all of it, to its last letter."));
    return not_shown(tx, voice->id);
  });
}

Html not_shown_item(web::Context const& context, web::FormState const& state, std::string const& token,
                    Item const& item, bool asked_again) {
  auto const& t = context.t;
  auto const what =
      item.kind == Kind::file ? t("A photo or a recording that you sent") : t("The words that everybody reads");
  Html result =
      html(ui::subheading(what), ui::paragraph(t("{1}. {2}", label(t, *item.decision), t.date(*item.decided_at))));
  if (item.reason) result += ui::paragraph(t("Why: {1}", label(t, *item.reason)));
  if (!item.note.empty()) result += ui::written(item.note);
  if (item.again_of) return html(result, ui::quiet(t("Two moderators have looked at it.")));
  if (asked_again) return html(result, ui::quiet(t("Another moderator looks at it again.")));
  auto const number = std::to_string(item.id.value);
  auto const mine = state.value(kItemField) == number;
  return html(result,
              ui::form(context, "/follow/" + token + "/shown",
                       html(ui::hidden(kItemField, number),
                            ui::textarea_field(t, {.name = std::string(rules::kPleaField),
                                                   .label = t("Do you see it otherwise? Say why"),
                                                   .hint = t("Another moderator looks at it. You can ask once."),
                                                   .value = mine ? state.value(rules::kPleaField) : std::string(),
                                                   .error = mine ? ui::error_for(t, state, rules::kPleaField)
                                                                 : std::optional<std::string>(),
                                                   .rows = 3,
                                                   .max_characters = kLongestNote}),
                            ui::button({.text = t("Ask for another look"), .look = ui::Button::Look::secondary}))));
}

}  // namespace

web::Answer show_reasons(web::Context& context) {
  auto const& t = context.t;
  auto const median = context.db.read([](db::Transaction& tx) { return median_time(tx); });
  Html list;
  for (auto const reason : rules::reasons()) list += element("li", {}, label(t, reason));
  auto const title = t("What we do not show, and why");
  auto const content =
      html(ui::heading(title), ui::lead(t("A person decides, never a machine, and only for one of these reasons.")),
           element("ul", {{"class", "govuk-list govuk-list--bullet"}}, list),
           ui::paragraph(t("That somebody complains about a service is no reason. Hard words about a service stay.")),
           ui::paragraph(t("Photos and recordings are looked at before anybody else sees them.")),
           ui::subheading(t("How long it takes")),
           ui::paragraph(t.plural("A moderator decides within 1 working day.",
                                  "A moderator decides within {1} working days.", kDecideWithin)),
           ui::paragraph(speed(t, median)), ui::subheading(t("If it is about what you wrote")),
           ui::paragraph(t("You are told, with the reason. Behind your private link you can ask once for another look. "
                           "Another moderator decides then.")));
  return ui::page(context, {.title = title}, content);
}

web::Answer show_report(web::Context& context, web::FormState const& state, std::string reference) {
  auto const& t = context.t;
  auto const change = TRY(find_published(context, reference));
  auto const title = t("Report these words");
  auto const content =
      html(ui::heading(title), ui::words(change.words, change.language),
           ui::form(context, "/changes/" + change.reference + "/report",
                    html(ui::radios_field(t, {.name = std::string(rules::kReasonField),
                                              .legend = t("What is wrong with them?"),
                                              .items = reason_choices(t),
                                              .value = state.value(rules::kReasonField),
                                              .error = ui::error_for(t, state, rules::kReasonField)}),
                         ui::textarea_field(t, {.name = std::string(rules::kWordsField),
                                                .label = t("Is there more to say?"),
                                                .hint = t("You can leave this empty. Do not tell us who you are."),
                                                .value = state.value(rules::kWordsField),
                                                .error = ui::error_for(t, state, rules::kWordsField),
                                                .rows = 3,
                                                .max_characters = kLongestNote}),
                         ui::button({.text = t("Report it")}))),
           ui::quiet(t("If somebody is in danger now, call {1}.", context.site.emergency_line)));
  return ui::page(
      context,
      {.title = title, .back = Url("/changes/" + change.reference), .problems = state.problems, .index = false},
      content);
}

web::Answer save_report(web::Context& context, http::Form const& form, std::string reference) {
  auto const change = TRY(find_published(context, reference));
  auto const read = TRY(rules::read_report(form.fields));
  context.db.write(
      [&](db::Transaction& tx) { report(tx, asks::AskId{change.item}, read, context.now, context.today()); });
  return web::go_to("/moderation/reported");
}

web::Answer show_reported(web::Context& context) {
  auto const& t = context.t;
  auto const title = t("Thank you. A moderator looks at it.");
  auto const content =
      html(ui::heading(title),
           ui::paragraph(t.plural("They decide within 1 working day. The words stay until then.",
                                  "They decide within {1} working days. The words stay until then.", kDecideWithin)),
           ui::paragraph(ui::link("/moderation/reasons", t("What we do not show, and why"))),
           ui::paragraph(ui::link("/changes", t("Back to what changed"))));
  return ui::page(context, {.title = title, .index = false}, content);
}

web::Answer show_not_shown(web::Context& context, web::FormState const& state, std::string token) {
  auto const& t = context.t;
  auto const items = TRY(find_not_shown(context, token));
  auto const title = t("What is not shown");
  Html content =
      html(ui::heading(title), ui::paragraph(ui::link("/moderation/reasons", t("What we do not show, and why"))));
  if (items.empty()) content += ui::paragraph(t("Everything is shown as you sent it, or waits for a moderator."));
  for (auto const& item : items) {
    auto const again = context.db.read([&](db::Transaction& tx) { return store::is_asked_again(tx, item.id); });
    content += not_shown_item(context, state, token, item, again);
  }
  return ui::page(
      context, {.title = title, .back = Url("/follow/" + token), .problems = state.problems, .index = false}, content);
}

web::Answer save_plea(web::Context& context, http::Form const& form, std::string token) {
  auto const items = TRY(find_not_shown(context, token));
  auto const number = form.fields.get(kItemField);
  auto const mine = std::find_if(items.begin(), items.end(),
                                 [&](Item const& item) { return std::to_string(item.id.value) == number; });
  if (mine == items.end()) return refuse(Refusal::Kind::not_found, msg("There is no page at this address."));
  auto const plea = TRY(rules::read_plea(form.fields));
  TRY(context.db.write(
      [&](db::Transaction& tx) { return ask_again(tx, mine->id, plea, context.now, context.today()); }));
  return web::go_to("/follow/" + token + "/shown");
}

}  // namespace earshot::moderation
