// The path for younger children: how it feels, what it is about, and their words, each a page with little on it. It
// ends in a voice like any other.

#include <algorithm>

#include "platform/crypto/token.h"
#include "platform/db/database.h"
#include "platform/web/sessions.h"
#include "ui/fields.h"
#include "ui/govuk/details.h"
#include "ui/govuk/inset_text.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "voices/pages.h"
#include "voices/pictures.h"
#include "voices/saying.h"
#include "voices/store.h"

namespace earshot::voices {
namespace {

constexpr std::string_view kFormId = "question";

/// Which button was pressed: what was written is kept, and files are added.
constexpr std::string_view kNextField = "next";
constexpr std::string_view kToFiles = "files";
constexpr Feeling kFeelings[] = {Feeling::very_happy, Feeling::happy, Feeling::so_so,
                                 Feeling::sad,        Feeling::angry, Feeling::worried};

/// One picture that can be chosen. The whole of it is the label, so that a small finger cannot miss it.
Html picture(std::string_view type, std::string_view name, std::string_view value, bool chosen, Html const& drawing,
             std::string const& text, bool first) {
  Attributes attributes{{"type", type}, {"name", name}, {"value", value}, {"class", "picture__input"}};
  if (first) attributes.add("id", name);
  if (chosen) attributes.flag("checked");
  return element("label", {{"class", "picture"}},
                 html(void_element("input", attributes), drawing, element("span", {{"class", "picture__text"}}, text)));
}

Html group(i18n::Translator const& t, web::FormState const& state, std::string_view name, std::string const& title,
           Html const& pictures) {
  auto const error = ui::error_for(t, state, name);
  auto const said = error ? element("p", {{"class", "govuk-error-message"}}, *error) : Html();
  return element("fieldset", {{"class", "govuk-fieldset"}},
                 html(element("legend", {{"class", "govuk-fieldset__legend govuk-fieldset__legend--l"}},
                              element("h1", {{"class", "govuk-fieldset__heading"}}, title)),
                      said, element("div", {{"class", "pictures"}}, pictures)));
}

/// Shown by the script, and only where the browser can speak.
Html read_aloud(i18n::Translator const& t) {
  Attributes attributes{{"type", "button"}, {"class", "govuk-button govuk-button--secondary"}, {"data-read-aloud", ""}};
  return element("button", attributes.flag("hidden"), t("Read this to me"));
}

web::Answer page(web::Context& context, web::FormState const& state, std::string const& title, Url const& back,
                 Url const& action, Html const& fields, Html const& after = {}) {
  auto const& t = context.t;
  auto const content =
      element("div", {{"class", "for-children"}},
              html(read_aloud(t), ui::form(context, action, fields, kFormId), after,
                   ui::quiet(t("You can stop at any time. The red button leads to another page at once.")),
                   ui::quiet(t("If you are in danger now, call {1}.", context.site.emergency_line))));
  return ui::page(context,
                  {.title = title,
                   .back = back,
                   .problems = state.problems,
                   .index = false,
                   .keeps_form = std::string(kFormId),
                   .exit = true},
                  content);
}

rules::Draft draft_of(web::Context const& context) {
  auto draft = saying::find_draft(context).value_or(rules::Draft{});
  return draft.sent ? rules::Draft{} : draft;
}

/// Changes the draft of the visit in one transaction.
template <class Change>
Result<rules::Draft> keep(web::Context& context, Change const& change) {
  auto const session = web::ensure_session(context).id;
  return context.db.write([&](db::Transaction& tx) -> Result<rules::Draft> {
    auto draft = store::find_draft(tx, session, context.now).value_or(rules::Draft{});
    if (draft.sent) draft = {};
    if (draft.submission_key.empty()) draft.submission_key = crypto::random_token();
    change(draft);
    store::save_draft(tx, session, draft, context.now);
    return draft;
  });
}

}  // namespace

web::Answer show_feeling(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  auto const title = t("How does it feel?");
  if (!state.sent && !saying::knows_exit(context, saying::Told::as_a_child))
    return web::go_to(saying::explained_before("/say/child"));
  auto const draft = draft_of(context);
  auto const chosen = state.value("feeling", draft.feeling ? to_word(*draft.feeling) : std::string_view());
  Html faces;
  for (auto const feeling : kFeelings)
    faces += picture("radio", "feeling", to_word(feeling), chosen == to_word(feeling), face(feeling), label(t, feeling),
                     feeling == Feeling::very_happy);
  return page(context, state, title, "/say", "/say/child",
              html(ui::lead(t("Hello! Here you can tell us what is good and what is not.")),
                   group(t, state, "feeling", title, faces), ui::button({.text = t("Next")})));
}

web::Answer save_feeling(web::Context& context, http::Form const& form) {
  auto const feeling = from_word<Feeling>(form.fields.get("feeling"));
  if (!feeling) return refuse("feeling", msg("Choose a face. Any one is right."));
  TRY(keep(context, [&](rules::Draft& draft) { draft.feeling = feeling; }));
  return web::go_to("/say/child/about");
}

web::Answer show_pictures(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  auto const title = t("What is it about?");
  auto const draft = draft_of(context);
  if (!draft.feeling && !state.sent) return web::go_to("/say/child");
  auto chosen = rules::split_about(draft.about.value_or(""));
  if (state.sent) {
    chosen.clear();
    for (auto const each : state.values.all("about")) chosen.push_back(std::string(rules::kPicturePrefix) += each);
  }
  Html pictures;
  for (auto const& each : picture_list())
    pictures += picture(
        "checkbox", "about", each.name,
        std::find(chosen.begin(), chosen.end(), std::string(rules::kPicturePrefix) += each.name) != chosen.end(),
        drawing(each), t(each.label), &each == &picture_list().front());
  return page(context, state, title, "/say/child", "/say/child/about",
              html(group(t, state, "about", title, pictures), ui::button({.text = t("Next")})));
}

web::Answer save_pictures(web::Context& context, http::Form const& form) {
  std::vector<std::string> chosen;
  for (auto const& each : picture_list())
    for (auto const value : form.fields.all("about"))
      if (value == each.name) chosen.push_back(std::string(rules::kPicturePrefix) += each.name);
  if (chosen.empty()) return refuse("about", msg("Choose a picture. You can choose more than one."));
  TRY(keep(context, [&](rules::Draft& draft) { draft.about = rules::join_about(chosen); }));
  return web::go_to("/say/child/words");
}

web::Answer show_child_words(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  auto const found = saying::find_draft(context);
  if (auto const sent = saying::path_of_sent(context, found); !sent.empty() && !state.sent) return web::go_to(sent);
  auto const draft = draft_of(context);
  if (!draft.feeling && !state.sent) return web::go_to("/say/child");
  auto const title = t("Tell us in your words");
  auto const after = govuk::inset_text(
      {.text = html(ui::paragraph(t("A grown-up who works for families reads this. If you may be getting hurt, they "
                                    "tell somebody whose work is to keep children safe.")),
                    ui::paragraph(t("You can tell a grown-up you trust, too. Or call {1}: it is free.",
                                    context.site.child_line)))});
  auto const box = ui::checkboxes_field(
      t, {.name = "may_show",
          .legend = {},
          .items = {{.value = "without-name", .label = t("You can show my words to other families, not my name")}},
          .values = {state.value("may_show", draft.may_show ? to_word(*draft.may_show) : std::string_view())}});
  return page(
      context, state, title, "/say/child/about", "/say/child/words",
      html(ui::textarea_field(t, {.name = "words",
                                  .label = title,
                                  .heading = true,
                                  .hint = t("A few words are enough. You can also leave it empty."),
                                  .value = state.value("words", draft.words),
                                  .error = ui::error_for(t, state, "words"),
                                  .rows = 4}),
           saying::file_list(context, draft), after, box,
           ui::button_group(html(ui::button({.text = t("Send it")}), ui::button({.text = t("Add a photo or your voice"),
                                                                                 .look = ui::Button::Look::secondary,
                                                                                 .name = std::string(kNextField),
                                                                                 .value = std::string(kToFiles)})))));
}

web::Answer save_child_words(web::Context& context, http::Form const& form) {
  auto const& t = context.t;
  auto const session = web::ensure_session(context).id;
  auto const typed = TRY(rules::read_optional(form.fields, "words"));
  if (form.fields.get(kNextField) == kToFiles) {
    TRY(keep(context, [&](rules::Draft& draft) {
      draft.words = typed;
      draft.may_show = from_word<MayShow>(form.fields.get("may_show"));
    }));
    return web::go_to(saying::kFilesPath);
  }
  auto const receipt = context.db.write([&](db::Transaction& tx) -> Result<Receipt> {
    auto const draft = store::find_draft(tx, session, context.now);
    if (draft && draft->sent)
      if (auto stored = find_receipt(tx, draft->submission_key)) return std::move(*stored);
    if (!draft || !draft->feeling || !draft->about)
      return refuse("", msg("Something is missing. Choose a face and a picture first."));
    Words const words{.words = words_of_child(t, *draft->about, typed),
                      .language = rules::language_of(typed, t.language().code),
                      .speaker = Speaker::child,
                      .may_show = from_word<MayShow>(form.fields.get("may_show")).value_or(MayShow::no),
                      .feeling = draft->feeling};
    auto stored = receive(tx, words, draft->submission_key, context.now);
    store::mark_sent(tx, session, context.now);
    return stored;
  });
  if (!receipt) return tl::make_unexpected(receipt.error());
  return web::go_to("/say/received/" + receipt->token);
}

}  // namespace earshot::voices
