#include "voices/saying.h"

#include "platform/crypto/token.h"
#include "platform/db/database.h"
#include "platform/web/sessions.h"
#include "ui/fields.h"
#include "ui/govuk/inset_text.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "ui/told_fields.h"
#include "voices/store.h"

namespace earshot::voices::saying {
namespace {

using rules::Question;

constexpr std::string_view kFormId = "question";

/// Said on the first question to a visit that has sent something: nobody should think that it was lost.
Html sent_note(i18n::Translator const& t, std::string const& path) {
  if (path.empty()) return {};
  return govuk::inset_text(
      {.text = html(t("We have what you sent before."), " ", ui::link(path, t("See where it stands")))});
}

/// On the first question, to a visit that has not read the whole of it yet.
Html leaving_note(web::Context const& context) {
  auto const& t = context.t;
  if (knows_exit(context)) return {};
  return ui::quiet(
      t("The red button “Exit this page” shows another website at once, if somebody comes in. It does not "
        "take our pages out of your browser’s history."));
}

}  // namespace

rules::Choices choices(db::Transaction& tx) {
  return {.services = agencies::services(tx), .topics = county::topics(tx), .places = county::places(tx)};
}

rules::Choices choices(web::Context const& context) {
  return context.db.read([](db::Transaction& tx) { return choices(tx); });
}

std::optional<rules::Draft> find_draft(web::Context const& context) {
  if (!context.session) return std::nullopt;
  return context.db.read([&](db::Transaction& tx) { return store::find_draft(tx, context.session->id, context.now); });
}

web::Answer save(web::Context& context, Question question, http::Form const& form) {
  auto const session = web::ensure_session(context).id;
  std::optional<Question> next;
  // Reading and writing the draft is one transaction, so that a second window, or the sending of it, cannot come
  // between.
  auto const saved = context.db.write([&](db::Transaction& tx) -> Result<void> {
    auto so_far = store::find_draft(tx, session, context.now).value_or(rules::Draft{});
    if (so_far.sent) so_far = {};
    auto const known = choices(tx);
    so_far = TRY(rules::answer(std::move(so_far), question, form.fields, known));
    if (so_far.submission_key.empty()) so_far.submission_key = crypto::random_token();
    so_far.language = rules::language_of(so_far.words, context.t.language().code);
    store::save_draft(tx, session, so_far, context.now);
    next = rules::next_question(so_far, known);
    return {};
  });
  if (!saved) return tl::make_unexpected(saved.error());
  if (!knows_exit(context)) return web::go_to(kLeavingPath);
  return web::go_to(next ? rules::path_of(*next) : "/say/check");
}

std::string path_of_sent(web::Context const& context, std::optional<rules::Draft> const& draft) {
  if (!draft || !draft->sent) return {};
  auto const receipt = context.db.read([&](db::Transaction& tx) { return find_receipt(tx, draft->submission_key); });
  return receipt ? "/say/received/" + receipt->token : std::string();
}

web::Answer show(web::Context& context, web::FormState const& state, Question question, std::string const& title,
                 Fields const& fields) {
  auto const& t = context.t;
  auto const draft = find_draft(context);
  auto const sent = path_of_sent(context, draft);
  if (question != Question::words && !state.sent) {
    if (!sent.empty()) return web::go_to(sent);
    if (!draft) return web::go_to(rules::path_of(Question::words));
  }
  auto const known = choices(context);
  auto const back =
      question == Question::words ? Url("/") : Url(rules::path_of(rules::question_before(question, known)));
  auto const content =
      ui::form(context, rules::path_of(question),
               html(fields(draft.value_or(rules::Draft{}), known), ui::button({.text = t("Carry on")})), kFormId);
  return ui::page(
      context,
      {.title = title,
       .back = back,
       .problems = state.problems,
       .index = false,
       .keeps_form = std::string(kFormId),
       .exit = true},
      html(sent_note(t, sent), question == Question::words ? leaving_note(context) : Html(), content,
           ui::quiet(t("If a child is in danger now, call {1}.", context.site.emergency_line)),
           draft && !draft->sent ? ui::quiet(ui::link(kForgettingPath, t("Delete what I wrote"))) : Html()));
}

Html danger_note(web::Context const& context) {
  auto const& t = context.t;
  return govuk::inset_text(
      {.text = html(ui::subheading(t("If somebody may be in danger")),
                    ui::paragraph(t("If somebody is in danger now, call {1}. We do not read this at once.",
                                    context.site.emergency_line)),
                    ui::paragraph(t("A person reads what you send. If they think that somebody is being hurt or may be "
                                    "hurt, they pass it on to the people whose work is to keep children safe.")))});
}

Html told_field(i18n::Translator const& t, web::FormState const& state, bool heading, std::string_view chosen,
                std::string_view address) {
  auto const standing = [&](std::string_view channel) { return chosen == channel ? address : std::string_view(); };
  return ui::radios_field(
      t,
      {.name = "told_by",
       .legend = t("How shall we tell you?"),
       .heading = heading,
       .hint = t("We write when a service has it, and when there is an answer. The service never sees your address."),
       .items = {{.value = "email",
                  .label = t("By e-mail"),
                  .conditional = ui::told_by_email_field(t, state, standing("email"))},
                 {.value = "text",
                  .label = t("By text message"),
                  .conditional = ui::told_by_text_field(t, state, standing("text"))},
                 {.value = "post",
                  .label = t("By post"),
                  .conditional = ui::told_by_post_field(t, state, standing("post"))},
                 {.value = std::string(rules::kReceiptOnly),
                  .label = t("My private link is enough"),
                  .hint = t("You get it when you send this. Nobody writes to you."),
                  .divider_before = t("or")}},
       .value = state.value("told_by", chosen),
       .error = ui::error_for(t, state, "told_by")});
}

}  // namespace earshot::voices::saying
