#include "people/pages.h"

#include "people/people.h"
#include "platform/http/forms.h"
#include "platform/record/record.h"
#include "platform/web/sessions.h"
#include "ui/fields.h"
#include "ui/page.h"
#include "ui/prose.h"

namespace earshot::people {
namespace {

/// Where a person goes once they are in, when they asked for no page in particular.
constexpr std::string_view kFirstPage = "/work";

/// A path of this site, so that a link to sign in cannot send anybody elsewhere.
std::string own_path(std::string_view path) {
  auto const own = path.size() > 1 && path[0] == '/' && path[1] != '/' && path[1] != '\\' && Url(path).text() == path;
  return std::string(own ? path : kFirstPage);
}

/// What the sign-in form carries through: where to go, and what had been typed there.
struct Onward {
  std::string path;
  std::string kept;
};

http::Response show_form(web::Context& context, web::FormState const& state, Onward const& onward) {
  auto const& t = context.t;
  auto const content = html(
      ui::heading(t("Sign in")),
      onward.kept.empty()
          ? Html()
          : ui::paragraph(t("You have been signed out. What you typed is kept: sign in and you will see it "
                            "again.")),
      ui::paragraph(t("This is for people who work with families. To say something, you do not need an account.")),
      ui::form(
          context, "/sign-in",
          html(ui::email_field(t, {.name = "email",
                                   .label = t("E-mail address"),
                                   .value = state.value("email"),
                                   .error = ui::error_for(t, state, "email"),
                                   .autocomplete = "username"}),
               ui::password_field(
                   t, {.name = "password", .label = t("Password"), .error = ui::error_for(t, state, "password")}),
               ui::hidden("then", onward.path), ui::hidden("kept", onward.kept), ui::button({.text = t("Sign in")}))));
  return ui::page(context, {.title = t("Sign in"), .problems = state.problems, .index = false}, content);
}

}  // namespace

http::Response sign_in_page(web::Context& context, std::string const& path, http::Fields const& kept) {
  if (kept.empty()) return web::go_to("/sign-in?then=" + http::percent_encoded(path));
  return show_form(context, {}, {path, http::to_urlencoded(kept)});
}

web::Answer show_sign_in(web::Context& context, web::FormState const& state) {
  if (context.viewer) return web::go_to(kFirstPage);
  auto const then = state.sent ? state.value("then") : std::string(context.request.query.get("then"));
  return show_form(context, state, {own_path(then), state.value("kept")});
}

web::Answer do_sign_in(web::Context& context, http::Form const& form) {
  auto const person = TRY(check_password(context.db, form.fields.get("email"), form.fields.get("password")));
  web::sign_in(context, person.value);
  auto const then = own_path(form.fields.get("then"));
  auto const kept = http::parse_urlencoded(form.fields.get("kept")).fields;
  context.db.write([&](db::Transaction& tx) {
    if (!kept.empty()) web::keep_form(tx, context.session->id, then, kept);
    record::note(tx, {"person " + std::to_string(person.value), "people.sign_in", "", ""}, context.now);
  });
  return web::go_to(then);
}

web::Answer show_sign_out(web::Context& context, web::FormState const&) {
  auto const& t = context.t;
  return ui::page(
      context, {.title = t("Sign out"), .index = false},
      html(ui::heading(t("Sign out")), ui::form(context, "/sign-out", ui::button({.text = t("Sign out")}))));
}

web::Answer do_sign_out(web::Context& context, http::Form const&) {
  web::sign_out(context);
  return web::go_to("/");
}

}  // namespace earshot::people
