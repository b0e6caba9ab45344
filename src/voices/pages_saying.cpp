// Saying something: the first question, the check of all that was said, and sending it.

#include "platform/db/database.h"
#include "ui/fields.h"
#include "ui/govuk/summary_list.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "voices/pages.h"
#include "voices/saying.h"
#include "voices/store.h"

namespace earshot::voices {
namespace {

using rules::Question;

/// The names of what a draft is about, one after another.
std::string about_names(i18n::Translator const& t, rules::Draft const& draft, rules::Choices const& choices) {
  std::string names;
  auto const add = [&](std::string const& name) { names += (names.empty() ? "" : ", ") + name; };
  for (auto const& part : rules::split_about(*draft.about)) {
    for (auto const& topic : choices.topics)
      if (std::string(rules::kTopicPrefix) + topic.slug == part) add(topic.name);
    for (auto const& service : choices.services)
      if (service.slug == part) add(service.name);
  }
  return names.empty() ? t("Not sure") : names;
}

std::string place_name(i18n::Translator const& t, rules::Draft const& draft, rules::Choices const& choices) {
  for (auto const& place : choices.places)
    if (place.slug == draft.place) return place.name;
  return draft.place == rules::kSomewhereElse ? t("Somewhere else") : t("I’d rather not say");
}

Html told(i18n::Translator const& t, rules::Draft const& draft) {
  if (*draft.told_by == rules::kReceiptOnly) return t("By my private link alone");
  return html(label(t, *from_word<messages::Channel>(*draft.told_by)), ui::written(draft.address));
}

/// Stores what was said and how to tell who said it.
Receipt receive(web::Context const& context, db::Transaction& tx, rules::Draft const& draft,
                rules::Choices const& choices) {
  auto words = rules::finished(draft, choices);
  if (auto const channel = from_word<messages::Channel>(draft.told_by.value_or("")))
    words.contact = messages::keep_contact(tx, *channel, draft.address, context.t.language().code, context.now);
  return voices::receive(tx, words, draft.submission_key, context.now);
}

}  // namespace

web::Answer show_words(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  auto const title = t("What do you want to say?");
  // Whoever begins on the front page reads it after their words, which are kept by then.
  if (!state.sent && !saying::knows_exit(context)) return web::go_to(saying::explained_before(context.request.target));
  return saying::show(context, state, Question::words, title, [&](rules::Draft const& draft, rules::Choices const&) {
    auto const field =
        ui::textarea_field(t, {.name = "words",
                               .label = title,
                               .heading = true,
                               .hint = t("In your own words, in any language. Please leave out names and addresses."),
                               .value = state.value("words", draft.words),
                               .error = ui::error_for(t, state, "words"),
                               .rows = 8,
                               .max_characters = kLongestWords});
    // From the page of a service, what it is about is known.
    auto const about = state.value("about", context.request.query.get("about"));
    return html(field, about.empty() ? Html() : ui::hidden("about", about),
                ui::paragraph(ui::link("/say/child", t("For children: say it with pictures"))),
                ui::quiet(t("You can add photos or a recording before you send it.")));
  });
}

web::Answer save_words(web::Context& context, http::Form const& form) {
  return saying::save(context, Question::words, form);
}

web::Answer show_check(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  auto const draft = saying::find_draft(context);
  if (!draft) return web::go_to(rules::path_of(Question::words));
  if (auto const sent = saying::path_of_sent(context, draft); !sent.empty()) return web::go_to(sent);
  auto const choices = saying::choices(context);
  if (auto const open = rules::next_question(*draft, choices)) return web::go_to(rules::path_of(*open));

  govuk::SummaryListOptions list;
  auto const row = [&](std::string const& key, Html const& value, Question question) {
    list.rows.push_back(
        {.key = {.text = key},
         .value = {.text = value},
         .actions = {.items = {{.text = t("Change"), .href = rules::path_of(question), .visually_hidden_text = key}}}});
  };
  row(t("What you say"), ui::written(draft->words), Question::words);
  row(t("About"), about_names(t, *draft, choices), Question::about);
  if (!choices.places.empty()) row(t("Where"), place_name(t, *draft, choices), Question::place);
  row(t("Who is speaking"), label(t, *draft->speaker), Question::speaker);
  row(t("What you would like"), draft->wish->empty() ? Html(t("Nothing in particular")) : ui::written(*draft->wish),
      Question::wish);
  row(t("May we show your words"), label(t, *draft->may_show), Question::may_show);
  row(t("How we tell you"), told(t, *draft), Question::told_by);
  auto const files = saying::file_list(context, *draft);
  list.rows.push_back({.key = {.text = t("Photos and recordings")},
                       .value = {.text = files.empty() ? Html(t("None")) : files},
                       .actions = {.items = {{.text = t("Add"),
                                              .href = saying::kFilesPath,
                                              .visually_hidden_text = t("photos and recordings")}}}});
  auto const content =
      html(ui::heading(t("Check what you said")), govuk::summary_list(list), saying::danger_note(context),
           ui::form(context, "/say/check",
                    html(ui::hidden("key", draft->submission_key), ui::button({.text = t("Send it")}))),
           ui::quiet(t("When you send it, you get a private link. With it you can see what becomes of this.")),
           ui::quiet(ui::link(saying::kForgettingPath, t("Delete what I wrote"))));
  return ui::page(context,
                  {.title = t("Check what you said"),
                   .back = Url(rules::path_of(Question::told_by)),
                   .problems = state.problems,
                   .index = false,
                   .exit = true},
                  content);
}

web::Answer send(web::Context& context, http::Form const& form) {
  auto const key = std::string(form.fields.get("key"));
  auto const session = context.session ? context.session->id : 0;
  auto const receipt = TRY(context.db.write([&](db::Transaction& tx) -> Result<Receipt> {
    auto const draft = store::find_draft(tx, session, context.now);
    auto const choices = saying::choices(tx);
    if (draft && draft->submission_key == key && !rules::next_question(*draft, choices)) {
      auto stored = receive(context, tx, *draft, choices);
      store::mark_sent(tx, session, context.now);
      return stored;
    }
    // A second click, a reload, a signal that came back: it is here already, and its key gives the same link.
    if (rules::is_submission_key(key))
      if (auto stored = find_receipt(tx, key)) return std::move(*stored);
    return refuse("", msg("This was changed in another window. Check it once more and send it."));
  }));
  return web::go_to("/say/received/" + receipt.token);
}

}  // namespace earshot::voices
