// Saying something: one question a page, then check and send.

#include "platform/crypto/token.h"
#include "platform/db/database.h"
#include "platform/web/sessions.h"
#include "ui/fields.h"
#include "ui/govuk/inset_text.h"
#include "ui/govuk/summary_list.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "voices/pages.h"
#include "voices/store.h"

namespace earshot::voices {
namespace {

using rules::Question;

std::vector<agencies::Service> services(web::Context const& context) {
  return context.db.read([](db::Transaction& tx) { return agencies::services(tx); });
}

std::optional<rules::Draft> find_draft(web::Context const& context) {
  if (!context.session) return std::nullopt;
  return context.db.read([&](db::Transaction& tx) { return store::find_draft(tx, context.session->id, context.now); });
}

/// Stores the answer to one question and goes on: to the next that is open, or back to the check. Reading and writing
/// the draft is one transaction, so that a second window, or the sending of it, cannot come between.
web::Answer save(web::Context& context, Question question, http::Form const& form) {
  auto const session = web::ensure_session(context).id;
  auto saved = context.db.write([&](db::Transaction& tx) -> Result<rules::Draft> {
    auto so_far = store::find_draft(tx, session, context.now).value_or(rules::Draft{});
    if (so_far.sent) so_far = {};
    so_far = TRY(rules::answer(std::move(so_far), question, form.fields, agencies::services(tx)));
    if (so_far.submission_key.empty()) so_far.submission_key = crypto::random_token();
    so_far.language = rules::language_of(so_far.words, context.t.language().code);
    store::save_draft(tx, session, so_far, context.now);
    return so_far;
  });
  auto const draft = TRY(std::move(saved));
  auto const next = rules::next_question(draft);
  return web::go_to(next ? rules::path_of(*next) : "/say/check");
}

/// The way to the receipt of what this visit sent last; empty when it has sent nothing, or is saying something new.
std::string path_of_sent(web::Context const& context, std::optional<rules::Draft> const& draft) {
  if (!draft || !draft->sent) return {};
  auto const receipt = context.db.read([&](db::Transaction& tx) { return find_receipt(tx, draft->submission_key); });
  return receipt ? "/say/received/" + receipt->token : std::string();
}

/// Said on the first question to a visit that has sent something: nobody should think that it was lost.
Html sent_note(i18n::Translator const& t, std::string const& path) {
  if (path.empty()) return {};
  return govuk::inset_text(
      {.text = html(t("We have what you sent before."), " ", ui::link(path, t("See where it stands")))});
}

/// The page of one question. Without a draft there is nothing to go on from, and the first question is shown; after
/// sending, the way back leads to the receipt.
template <class Fields>
web::Answer show(web::Context& context, web::FormState const& state, Question question, std::string const& title,
                 Url const& back, Fields const& fields) {
  auto const& t = context.t;
  auto const draft = find_draft(context);
  auto const sent = path_of_sent(context, draft);
  if (question != Question::words && !state.sent) {
    if (!sent.empty()) return web::go_to(sent);
    if (!draft) return web::go_to(rules::path_of(Question::words));
  }
  auto const content = ui::form(context, rules::path_of(question),
                                html(fields(draft.value_or(rules::Draft{})), ui::button({.text = t("Carry on")})));
  return ui::page(context, {.title = title, .back = back, .problems = state.problems, .index = false},
                  html(sent_note(t, sent), content,
                       ui::quiet(t("If a child is in danger now, call {1}.", context.site.emergency_line))));
}

}  // namespace

web::Answer show_words(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  auto const title = t("What do you want to say?");
  return show(context, state, Question::words, title, "/", [&](rules::Draft const& draft) {
    return ui::textarea_field(t,
                              {.name = "words",
                               .label = title,
                               .heading = true,
                               .hint = t("In your own words, in any language. Please leave out names and addresses."),
                               .value = state.value("words", draft.words),
                               .error = ui::error_for(t, state, "words"),
                               .rows = 8,
                               .max_characters = kLongestWords});
  });
}

web::Answer save_words(web::Context& context, http::Form const& form) { return save(context, Question::words, form); }

web::Answer show_about(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  auto const title = t("What is it about?");
  return show(context, state, Question::about, title, "/say", [&](rules::Draft const& draft) {
    std::vector<ui::Choice> choices;
    for (auto const& service : services(context))
      choices.push_back({.value = service.slug, .label = service.name, .hint = service.about});
    choices.push_back({.value = std::string(rules::kNotSure),
                       .label = t("Not sure"),
                       .hint = t("We will find out who can answer."),
                       .divider_before = t("or")});
    return ui::radios_field(t, {.name = "about",
                                .legend = title,
                                .heading = true,
                                .items = std::move(choices),
                                .value = state.value("about", draft.about.value_or("")),
                                .error = ui::error_for(t, state, "about")});
  });
}

web::Answer save_about(web::Context& context, http::Form const& form) { return save(context, Question::about, form); }

web::Answer show_speaker(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  auto const title = t("Who is speaking?");
  return show(context, state, Question::speaker, title, "/say/about", [&](rules::Draft const& draft) {
    std::vector<ui::Choice> choices;
    for (auto const speaker : speakers())
      choices.push_back({.value = std::string(to_word(speaker)), .label = label(t, speaker)});
    return ui::radios_field(t, {.name = "speaker",
                                .legend = title,
                                .heading = true,
                                .hint = t("We ask so that we can see whether everybody is heard."),
                                .items = std::move(choices),
                                .value = state.value("speaker", draft.speaker ? to_word(*draft.speaker) : ""),
                                .error = ui::error_for(t, state, "speaker")});
  });
}

web::Answer save_speaker(web::Context& context, http::Form const& form) {
  return save(context, Question::speaker, form);
}

web::Answer show_wish(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  auto const title = t("What would you like to happen?");
  return show(context, state, Question::wish, title, "/say/speaker", [&](rules::Draft const& draft) {
    return ui::textarea_field(t, {.name = "wish",
                                  .label = title,
                                  .heading = true,
                                  .hint = t("You can leave this empty."),
                                  .value = state.value("wish", draft.wish.value_or("")),
                                  .error = ui::error_for(t, state, "wish"),
                                  .max_characters = kLongestWords});
  });
}

web::Answer save_wish(web::Context& context, http::Form const& form) { return save(context, Question::wish, form); }

web::Answer show_may_show(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  auto const title = t("May we show your words to others?");
  return show(context, state, Question::may_show, title, "/say/wish", [&](rules::Draft const& draft) {
    std::vector<ui::Choice> choices;
    for (auto const may_show : {MayShow::without_name, MayShow::no})
      choices.push_back({.value = std::string(to_word(may_show)), .label = label(t, may_show)});
    return ui::radios_field(t, {.name = "may_show",
                                .legend = title,
                                .heading = true,
                                .hint = t("Other families see that they are not alone. We take out anything that could "
                                          "show who you are. You get an answer either way."),
                                .items = std::move(choices),
                                .value = state.value("may_show", draft.may_show ? to_word(*draft.may_show) : ""),
                                .error = ui::error_for(t, state, "may_show")});
  });
}

web::Answer save_may_show(web::Context& context, http::Form const& form) {
  return save(context, Question::may_show, form);
}

web::Answer show_check(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  auto const draft = find_draft(context);
  if (!draft) return web::go_to(rules::path_of(Question::words));
  if (auto const sent = path_of_sent(context, draft); !sent.empty()) return web::go_to(sent);
  if (auto const open = rules::next_question(*draft)) return web::go_to(rules::path_of(*open));

  auto about = t("Not sure");
  for (auto const& service : services(context))
    if (service.slug == *draft->about) about = service.name;
  govuk::SummaryListOptions list;
  auto const row = [&](std::string const& key, Html const& value, Question question) {
    list.rows.push_back(
        {.key = {.text = key},
         .value = {.text = value},
         .actions = {.items = {{.text = t("Change"), .href = rules::path_of(question), .visually_hidden_text = key}}}});
  };
  row(t("What you say"), ui::written(draft->words), Question::words);
  row(t("About"), about, Question::about);
  row(t("Who is speaking"), label(t, *draft->speaker), Question::speaker);
  row(t("What you would like"), draft->wish->empty() ? Html(t("Nothing in particular")) : ui::written(*draft->wish),
      Question::wish);
  row(t("May we show your words"), label(t, *draft->may_show), Question::may_show);
  auto const content =
      html(ui::heading(t("Check what you said")), govuk::summary_list(list),
           ui::form(context, "/say/check",
                    html(ui::hidden("key", draft->submission_key), ui::button({.text = t("Send it")}))),
           ui::quiet(t("When you send it, you get a private link. With it you can see what becomes of this.")));
  return ui::page(context,
                  {.title = t("Check what you said"),
                   .back = Url(rules::path_of(Question::may_show)),
                   .problems = state.problems,
                   .index = false},
                  content);
}

web::Answer send(web::Context& context, http::Form const& form) {
  auto const key = std::string(form.fields.get("key"));
  auto const session = context.session ? context.session->id : 0;
  auto const receipt = TRY(context.db.write([&](db::Transaction& tx) -> Result<Receipt> {
    auto const draft = store::find_draft(tx, session, context.now);
    if (draft && draft->submission_key == key && !rules::next_question(*draft)) {
      auto const known = agencies::services(tx);
      auto stored = receive(tx, rules::finished(*draft, known), key, context.now);
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
