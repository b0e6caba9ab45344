// What a family can do behind its private link: add to what they said, say what they think of an answer, change how
// they are told, and take it back.

#include "platform/db/database.h"
#include "ui/fields.h"
#include "ui/govuk/warning_text.h"
#include "ui/prose.h"
#include "ui/words.h"
#include "voices/following.h"
#include "voices/pages.h"
#include "voices/rules.h"
#include "voices/saying.h"

namespace earshot::voices {
namespace {

using following::find_standing;
using following::find_voice;
using following::path_of;

constexpr std::string_view kFormId = "question";

/// A form behind the link, with the way back to it. What was typed goes along into another language.
web::Answer form_page(web::Context& context, web::FormState const& state, std::string const& title,
                      std::string_view token, std::string_view part, Html const& fields) {
  auto options = following::options(title, Url(path_of(token)), state.problems);
  options.keeps_form = std::string(kFormId);
  return ui::page(context, options, ui::form(context, path_of(token, part), fields, kFormId));
}

/// The published answer of this reference that the family of the link got; not found otherwise.
Result<asks::AnsweredAsk> find_answer(following::Standing const& standing, std::string_view reference) {
  for (auto const& item : standing.asks)
    if (item.ask.reference == reference && item.published()) return item;
  return refuse(Refusal::Kind::not_found, msg("There is no page at this address."));
}

}  // namespace

web::Answer show_adding(web::Context& context, web::FormState const& state, std::string token) {
  auto const& t = context.t;
  auto const standing = TRY(find_standing(context, token));
  if (standing.voice.withdrawn_at) return web::go_to(path_of(token));
  auto const title = t("What do you want to add?");
  return form_page(context, state, title, token, "add",
                   html(ui::textarea_field(t, {.name = "words",
                                               .label = title,
                                               .heading = true,
                                               .hint = t("The people who look at what you said read this too. Please "
                                                         "leave out names and addresses."),
                                               .value = state.value("words"),
                                               .error = ui::error_for(t, state, "words"),
                                               .rows = 6,
                                               .max_characters = kLongestWords}),
                        ui::button({.text = t("Add it")})));
}

web::Answer save_adding(web::Context& context, http::Form const& form, std::string token) {
  auto const words = TRY(rules::read_more(form.fields, "words", msg("Write what you want to add.")));
  auto const added = context.db.write([&](db::Transaction& tx) -> Result<void> {
    auto const voice = TRY(find_voice(tx, token));
    return add_words(tx, voice.id, words, rules::language_of(words, context.t.language().code), context.now);
  });
  if (!added) return tl::make_unexpected(added.error());
  return web::go_to(path_of(token));
}

web::Answer show_verdict(web::Context& context, web::FormState const& state, std::string token, std::string ask) {
  auto const& t = context.t;
  auto const standing = TRY(find_standing(context, token));
  auto const item = TRY(find_answer(standing, ask));
  auto const title = t("Did this answer what you asked?");
  auto const* before = standing.verdict(item.ask.id);
  auto const missing = ui::textarea_field(t, {.name = "missing",
                                              .label = t("What is missing?"),
                                              .hint = t("A sentence is enough. The service reads it."),
                                              .value = state.value("missing", before ? before->words : ""),
                                              .error = ui::error_for(t, state, "missing"),
                                              .rows = 3});
  auto const choice = std::string(before == nullptr ? "" : before->helped ? "yes" : "no");
  return form_page(
      context, state, title, token, "verdict/" + ask,
      html(ui::heading(title), ui::quiet(t("{1} answered", item.ask.service_name)),
           element("div", {{"class", "govuk-inset-text"}}, ui::written(item.answer->text)),
           ui::radios_field(t,
                            {.name = "verdict",
                             .legend = t("What do you think of this answer?"),
                             .items = {{.value = "yes", .label = t("This helped")},
                                       {.value = "no", .label = t("This is not what I asked"), .conditional = missing}},
                             .value = state.value("verdict", choice),
                             .error = ui::error_for(t, state, "verdict")}),
           ui::button({.text = t("Send it")})));
}

web::Answer save_verdict(web::Context& context, http::Form const& form, std::string token, std::string ask) {
  auto const standing = TRY(find_standing(context, token));
  auto const item = TRY(find_answer(standing, ask));
  auto const choice = form.fields.get("verdict");
  if (choice != "yes" && choice != "no") return refuse("verdict", msg("Choose what you think of this answer."));
  Verdict verdict{.ask = item.ask.id, .helped = choice == "yes", .words = {}, .given_at = {}};
  if (!verdict.helped)
    verdict.words = TRY(rules::read_more(form.fields, "missing", msg("Write in a sentence what is missing.")));
  auto const kept = context.db.write([&](db::Transaction& tx) -> Result<void> {
    auto const voice = TRY(find_voice(tx, token));
    return judge(tx, voice.id, verdict, context.now, context.today());
  });
  if (!kept) return tl::make_unexpected(kept.error());
  return web::go_to(path_of(token));
}

web::Answer show_telling(web::Context& context, web::FormState const& state, std::string token) {
  auto const& t = context.t;
  auto const standing = TRY(find_standing(context, token));
  if (standing.voice.withdrawn_at) return web::go_to(path_of(token));
  auto const& contact = standing.contact;
  // The address is not shown: whoever finds the link must not learn where the family can be reached.
  auto const chosen = contact ? to_word(contact->channel) : rules::kReceiptOnly;
  auto const known = contact ? ui::quiet(t("We have an address of yours. For safety it is not shown here.")) : Html();
  return form_page(context, state, t("How shall we tell you?"), token, "told",
                   html(saying::told_field(t, state, true, chosen, {}), known, ui::button({.text = t("Save")})));
}

web::Answer save_telling(web::Context& context, http::Form const& form, std::string token) {
  auto const told = TRY(rules::read_told(form.fields));
  auto const changed = context.db.write([&](db::Transaction& tx) -> Result<void> {
    auto const voice = TRY(find_voice(tx, token));
    std::optional<messages::ContactId> contact;
    if (told)
      contact = messages::keep_contact(tx, told->channel, told->address, context.t.language().code, context.now);
    change_contact(tx, voice.id, contact, context.now);
    return {};
  });
  if (!changed) return tl::make_unexpected(changed.error());
  return web::go_to(path_of(token));
}

web::Answer show_withdrawing(web::Context& context, web::FormState const& state, std::string token) {
  auto const& t = context.t;
  auto const standing = TRY(find_standing(context, token));
  if (standing.voice.withdrawn_at) return web::go_to(path_of(token));
  auto const title = t("Do you want to take it back?");
  auto published = false;
  for (auto const& item : standing.asks) published = published || item.published();
  auto const content = html(
      ui::heading(title), ui::paragraph(t("If you take it back:")),
      element("ul", {{"class", "govuk-list govuk-list--bullet"}},
              html(element("li", {}, t("your words, what you would like and all that you added are erased")),
                   standing.files.empty() ? Html() : element("li", {}, t("your photos and recordings are erased")),
                   element("li", {}, t("we do not write to you about it any more")),
                   element("li", {}, t("nobody answers it, unless other families asked for the same")),
                   element("li", {}, t("we keep only that something was said, and when")))),
      published ? ui::paragraph(t("An answer to it is public already. Your words are taken out of that page. What the "
                                  "service changed stays changed."))
                : Html(),
      ui::paragraph(t("Only what must be kept to keep somebody safe is kept longer, and nobody reads it but the people "
                      "who see to that.")),
      govuk::warning_text({.text = t("Nobody can bring it back afterwards."), .icon_fallback_text = t("Warning")}),
      ui::form(context, path_of(token, "withdraw"),
               html(ui::hidden("reference", standing.voice.reference),
                    ui::button_group(html(ui::button({.text = t("Take it back"), .look = ui::Button::Look::warning}),
                                          ui::link(path_of(token), t("Keep it")))))));
  return ui::page(context, following::options(title, Url(path_of(token)), state.problems), content);
}

web::Answer save_withdrawing(web::Context& context, http::Form const& form, std::string token) {
  auto const done = context.db.write([&](db::Transaction& tx) -> Result<void> {
    auto const voice = TRY(find_voice(tx, token));
    // Said by the page before: a form that was made up, or of another voice, takes nothing away.
    if (form.fields.get("reference") != voice.reference)
      return refuse("", msg("Read this page once more, and then choose."));
    withdraw(tx, voice.id, context.now);
    return {};
  });
  if (!done) return tl::make_unexpected(done.error());
  return web::go_to(path_of(token));
}

}  // namespace earshot::voices
