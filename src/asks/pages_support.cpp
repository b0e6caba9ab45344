// The page where people say that an ask matters to them too: nothing is needed, and an address only to be told.

#include "asks/pages.h"
#include "asks/parts.h"
#include "asks/rules.h"
#include "asks/store.h"
#include "platform/base/text.h"
#include "platform/crypto/reference.h"
#include "platform/db/database.h"
#include "platform/web/sessions.h"
#include "ui/fields.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "ui/told_fields.h"
#include "ui/words.h"

namespace earshot::asks {
namespace {

constexpr std::size_t kInTitle = 200;

Result<AnsweredAsk> find_public(web::Context const& context, std::string const& typed) {
  auto const reference = crypto::read_reference(typed);
  auto item = reference ? context.db.read([&](db::Transaction& tx) { return store::find_public(tx, *reference); })
                        : std::optional<AnsweredAsk>();
  if (!item) return refuse(Refusal::Kind::not_found, msg("There is no page at this address."));
  return std::move(*item);
}

Html so_many(i18n::Translator const& t, std::int64_t count) {
  if (count == 0) return {};
  return ui::quiet(
      t.plural("1 person said that this matters to them.", "{1} people said that this matters to them.", count));
}

}  // namespace

Html below_answer(web::Context const& context, AskId id) {
  auto const& t = context.t;
  return context.db.read([&](db::Transaction& tx) -> Html {
    auto const item = store::find(tx, id);
    if (!item) return {};
    Html content;
    for (auto const& note : notes(t, item->ask)) content += ui::paragraph(note);
    if (item->answer) {
      content += former_answers(t, *item->answer, former_answers(tx, id));
      content += ui::quiet(told_in_words(t, told(tx, id)));
    }
    if (auto const verdicts = helped(tx, id); verdicts.for_everybody())
      content += ui::quiet(helped_in_words(t, verdicts));
    if (context.viewer && rules::may_answer(*context.viewer, item->ask))
      content += ui::paragraph(ui::link(parts::address(id, "/answer"), parts::to_write(t, *item)));
    return html(content, so_many(t, supports(tx, id)), support_button(t, item->ask.reference));
  });
}

web::Answer show_support(web::Context& context, web::FormState const& state, std::string reference) {
  auto const& t = context.t;
  auto const item = TRY(find_public(context, reference));
  auto const count = context.db.read([&](db::Transaction& tx) { return supports(tx, item.ask.id); });
  auto const how = ui::radios_field(
      t, {.name = "how",
          .legend = t("Shall we tell you what becomes of it?"),
          .items = {{.value = "no", .label = t("No, just count me")},
                    {.value = "email", .label = t("By e-mail"), .conditional = ui::told_by_email_field(t, state)},
                    {.value = "text", .label = t("By text message"), .conditional = ui::told_by_text_field(t, state)}},
          .value = state.value("how", "no"),
          .error = ui::error_for(t, state, "how")});
  auto const path = "/changes/" + item.ask.reference;
  auto const asked = said(t, item.ask.words, item.ask.language);
  auto const what_it_does = item.published() ? t("When many people say so, the service has to answer again.")
                                             : t("When many people say so, the county asks the service for an answer.");
  auto const content = html(
      ui::heading(t("This matters to us too")), ui::words(shortened(asked.words, kInTitle), asked.language),
      so_many(t, count), ui::paragraph(html(t("You need no account, and nobody sees who you are."), " ", what_it_does)),
      ui::form(context, path + "/support", html(how, ui::button({.text = t("This matters to us too")}))));
  return ui::page(context,
                  {.title = t("This matters to us too"), .back = Url(path), .problems = state.problems, .index = false},
                  content);
}

web::Answer save_support(web::Context& context, http::Form const& form, std::string reference) {
  auto const item = TRY(find_public(context, reference));
  auto const how = form.fields.get("how");
  auto const channel = from_word<messages::Channel>(how);
  if (how != "no" && (!channel || *channel == messages::Channel::post))
    return refuse("how", msg("Choose whether we shall tell you what becomes of it."));
  std::string address;
  if (channel) address = TRY(messages::read_address(*channel, form.fields.get(how), how));
  auto const visit = std::to_string(web::ensure_session(context).id);
  TRY(context.db.write([&](db::Transaction& tx) {
    auto const contact =
        channel ? std::optional(messages::keep_contact(tx, *channel, address, context.t.language().code, context.now))
                : std::nullopt;
    return support(tx, item.ask.reference, visit, contact, context.now, context.today());
  }));
  return web::go_to("/changes/" + item.ask.reference + "/supported");
}

web::Answer show_supported(web::Context& context, std::string reference) {
  auto const& t = context.t;
  auto const item = TRY(find_public(context, reference));
  auto const count = context.db.read([&](db::Transaction& tx) { return supports(tx, item.ask.id); });
  auto const path = "/changes/" + item.ask.reference;
  auto const content = html(
      ui::heading(t("Thank you. You are counted.")), so_many(t, count), ui::subheading(t("What happens next")),
      ui::paragraph(t("{1} sees how many people this matters to. What becomes of it stands on the page of the ask.",
                      item.ask.service_name)),
      ui::paragraph(ui::link(path, t("Back to what was said and answered"))));
  return ui::page(context, {.title = t("Thank you. You are counted."), .index = false}, content);
}

}  // namespace earshot::asks
