// The pages of links that were sent: an invitation, and a new password.

#include "messages/messages.h"
#include "people/letters.h"
#include "people/links.h"
#include "people/page_parts.h"
#include "people/pages.h"
#include "people/passwords.h"
#include "people/sign_in.h"
#include "people/store.h"
#include "platform/crypto/password.h"
#include "platform/record/record.h"
#include "platform/web/sessions.h"
#include "ui/fields.h"
#include "ui/page.h"
#include "ui/prose.h"

namespace earshot::people {
namespace {

/// A link that cannot be used any more, or never could: what a person can do now.
http::Response over(web::Context& context, LinkKind kind) {
  auto const& t = context.t;
  auto const title = t("This link does not work any more");
  auto const what =
      kind == LinkKind::invitation
          ? ui::paragraph(t("An invitation can be used once, within 7 days. Ask whoever invited you to send it "
                            "again. Have you chosen a password already? Then sign in with it."))
          : ui::paragraph(t("A link for a new password can be used once, within 30 minutes. You can get "
                            "another."));
  auto const button = kind == LinkKind::invitation ? ui::button({.text = t("Sign in"), .href = "/sign-in"})
                                                   : ui::button({.text = t("Get another link"), .href = "/forgotten"});
  return ui::page(context, {.title = title, .index = false, .status = 404}, html(ui::heading(title), what, button));
}

web::Answer show_choice(web::Context& context, web::FormState const& state, std::string const& token, LinkKind kind,
                        std::string_view folder) {
  auto const& t = context.t;
  auto const link = context.db.read([&](db::Transaction& tx) { return find_link(tx, token, kind, context.now); });
  if (!link) return over(context, kind);
  auto const title = kind == LinkKind::invitation ? t("Welcome to Earshot") : t("Choose a new password");
  return ui::page(
      context, {.title = title, .problems = state.problems, .index = false},
      html(ui::heading(title),
           ui::paragraph(
               kind == LinkKind::invitation
                   ? t("Choose a password, and your account is ready. You sign in with {1}.", link->email)
                   : t("For the account {1}. Everywhere you are signed in now, you are signed out.", link->email)),
           ui::form(context, std::string(folder) + token,
                    html(ui::hidden("username", link->email), new_password_field(context, state),
                         ui::button({.text = t("Save the password")})))));
}

web::Answer save_choice(web::Context& context, http::Form const& form, std::string const& token, LinkKind kind) {
  struct Found {
    Link link;
    Account account;
  };
  auto const found = context.db.read([&](db::Transaction& tx) -> std::optional<Found> {
    auto const link = find_link(tx, token, kind, context.now);
    auto const account = link && link->person ? find_account(tx, *link->person) : std::nullopt;
    return account ? std::optional(Found{*link, *account}) : std::nullopt;
  });
  if (!found) return over(context, kind);
  auto const password = form.fields.get("password");
  TRY(check_new_password(password, {found->account.email, found->account.name, context.site.place}));
  auto const hash = crypto::hash_password(password);
  auto const used = context.db.write([&](db::Transaction& tx) {
    if (!use_link(tx, token, kind, context.now)) return false;
    auto const id = found->account.id;
    store::update_password(tx, id, hash);
    end_waiting(tx, found->account.email);
    web::end_sessions_of(tx, id.value);
    record::note(tx, {"person " + std::to_string(id.value), "people.choose_password", "", std::string(to_word(kind))},
                 context.now);
    if (kind == LinkKind::reset)
      letters::password_changed(tx, {found->account.email, store::credentials(tx, id)->language}, context.now);
    return true;
  });
  if (!used) return over(context, kind);
  return web::go_to("/sign-in?new-password");
}

}  // namespace

web::Answer show_forgotten(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  auto const title = t("Choose a new password");
  return ui::page(
      context, {.title = title, .back = Url("/sign-in"), .problems = state.problems, .index = false},
      html(ui::heading(title), ui::paragraph(t("Write the e-mail address that you sign in with. We send you a link.")),
           ui::form(context, "/forgotten",
                    html(ui::email_field(t, {.name = "email",
                                             .label = t("E-mail address"),
                                             .value = state.value("email"),
                                             .error = ui::error_for(t, state, "email"),
                                             .autocomplete = "username"}),
                         ui::button({.text = t("Send me a link")})))));
}

web::Answer send_reset(web::Context& context, http::Form const& form) {
  auto const email = TRY(messages::read_address(messages::Channel::email, form.fields.get("email"), "email"));
  context.db.write([&](db::Transaction& tx) {
    auto const person = store::find_worker(tx, email);
    // A link is made for an address without an account too, so that both take as long.
    auto const token = make_link(tx, {LinkKind::reset, person, email}, context.now);
    if (!token) return;
    if (person)
      letters::reset(tx, {email, store::credentials(tx, *person)->language}, *token, context.now);
    else if (store::find_family(tx, email))
      letters::no_password_needed(tx, {email, context.t.language().code}, context.now);
  });
  return web::go_to("/forgotten/sent");
}

web::Answer show_reset_sent(web::Context& context) {
  auto const& t = context.t;
  auto const title = t("Look into your e-mail");
  return ui::page(
      context, {.title = title, .index = false},
      html(ui::heading(title),
           ui::lead(t("If there is an account with this address, a link is on its way. It works for 30 "
                      "minutes.")),
           ui::paragraph(t("Nothing there after a few minutes? Look among the junk mail, and check that you "
                           "wrote the address that you sign in with.")),
           ui::paragraph(ui::link("/forgotten", t("Try another address")))));
}

web::Answer show_new_password(web::Context& context, web::FormState const& state, std::string token) {
  return show_choice(context, state, token, LinkKind::reset, "/new-password/");
}

web::Answer save_new_password(web::Context& context, http::Form const& form, std::string token) {
  return save_choice(context, form, token, LinkKind::reset);
}

web::Answer show_invitation(web::Context& context, web::FormState const& state, std::string token) {
  return show_choice(context, state, token, LinkKind::invitation, "/invitation/");
}

web::Answer accept_invitation(web::Context& context, http::Form const& form, std::string token) {
  return save_choice(context, form, token, LinkKind::invitation);
}

}  // namespace earshot::people
