// Signing in by a link. No page tells whether an address is known; opening the link signs nobody in, because scanners
// of mail open links too.

#include "families/pages.h"
#include "messages/messages.h"
#include "people/people.h"
#include "platform/db/database.h"
#include "platform/web/sessions.h"
#include "ui/fields.h"
#include "ui/page.h"
#include "ui/prose.h"

namespace earshot::families {
namespace {

http::Response over(web::Context& context) {
  auto const& t = context.t;
  auto const title = t("This link does not work any more");
  return ui::page(
      context, {.title = title, .index = false, .status = 404},
      html(ui::heading(title),
           ui::paragraph(t("A link to sign in works once, for 15 minutes. You can get another at any time.")),
           ui::button({.text = t("Get another link"), .href = "/families/sign-in"})));
}

}  // namespace

web::Answer show_sign_in(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  auto const title = t("See everything you said");
  return ui::page(
      context, {.title = title, .problems = state.problems, .index = false},
      html(ui::heading(title),
           ui::lead(t("Did you leave your e-mail address when you said something? Then we can send you a link.")),
           ui::paragraph(t("It shows all that you said with this address, what became of it, and how we tell you. You "
                           "need no password.")),
           ui::form(context, "/families/sign-in",
                    html(ui::email_field(t, {.name = "email",
                                             .label = t("Your e-mail address"),
                                             .value = state.value("email"),
                                             .error = ui::error_for(t, state, "email")}),
                         ui::button({.text = t("Send me a link")}))),
           ui::paragraph(t("Did you not leave an address? The private link that you were shown still works."))));
}

web::Answer send_link(web::Context& context, http::Form const& form) {
  auto const email = TRY(messages::read_address(messages::Channel::email, form.fields.get("email"), "email"));
  context.db.write(
      [&](db::Transaction& tx) { people::send_family_link(tx, email, context.t.language().code, context.now); });
  return web::go_to("/families/sent");
}

web::Answer show_sent(web::Context& context) {
  auto const& t = context.t;
  auto const title = t("Look into your e-mail");
  return ui::page(
      context, {.title = title, .index = false},
      html(ui::heading(title), ui::lead(t("A link is on its way to you. It works once, for 15 minutes.")),
           ui::paragraph(t("Nothing there after a few minutes? Look among the junk mail, and check that you "
                           "wrote your address right.")),
           ui::paragraph(ui::link("/families/sign-in", t("Try again")))));
}

web::Answer show_enter(web::Context& context, web::FormState const& state, std::string token) {
  auto const& t = context.t;
  if (!context.db.read([&](db::Transaction& tx) { return people::is_family_link(tx, token, context.now); }))
    return over(context);
  auto const title = t("Sign in");
  return ui::page(context, {.title = title, .problems = state.problems, .index = false},
                  html(ui::heading(title), ui::paragraph(t("Press the button, and you see everything that you said.")),
                       ui::form(context, "/families/enter/" + token, ui::button({.text = t("Sign in")})),
                       ui::quiet(t("On a phone or computer that others use, sign out when you have finished."))));
}

web::Answer enter(web::Context& context, http::Form const&, std::string token) {
  auto const person = context.db.write([&](db::Transaction& tx) {
    return people::enter_by_family_link(tx, token, context.t.language().code, context.now);
  });
  if (!person) return over(context);
  web::sign_in(context, person->value);
  return web::go_to("/families");
}

}  // namespace earshot::families
