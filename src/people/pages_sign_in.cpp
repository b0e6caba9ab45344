#include "people/page_parts.h"
#include "people/pages.h"
#include "people/second_factor.h"
#include "people/sign_in.h"
#include "people/store.h"
#include "platform/http/forms.h"
#include "platform/web/sessions.h"
#include "ui/fields.h"
#include "ui/govuk/notification_banner.h"
#include "ui/page.h"
#include "ui/prose.h"

namespace earshot::people {
namespace {

/// Who has given the right password must give the code before long.
constexpr Milliseconds kHalfSignInLasts = std::chrono::minutes{10};

/// What stands above the form, after a link or at the end of an account.
Html notice(web::Context& context) {
  auto const& t = context.t;
  if (!context.request.query.has("new-password")) return {};
  return govuk::notification_banner({.text = t("Your password is set. Sign in with it."),
                                     .title_text = t("Done"),
                                     .type = govuk::NotificationType::success});
}

Html agency_sign_in(web::Context& context, Onward const& onward) {
  auto const& t = context.t;
  auto const& config = context.site.config;
  if (config.openid_issuer.empty()) return {};
  auto const name = config.openid_name.empty() ? t("your agency") : config.openid_name;
  return html(ui::button({.text = t("Sign in with {1}", name),
                          .look = ui::Button::Look::secondary,
                          .href = Url("/sign-in/agency?then=" + http::percent_encoded(onward.path))}),
              ui::subheading(t("Or with your password")));
}

http::Response show_form(web::Context& context, web::FormState const& state, Onward const& onward) {
  auto const& t = context.t;
  auto const content = html(
      notice(context), ui::heading(t("Sign in")),
      onward.kept.empty()
          ? Html()
          : ui::paragraph(t("You have been signed out. What you typed is kept: sign in and you will see it "
                            "again.")),
      ui::paragraph(html(t("This is for people who work with families. To say something, you do not need an account."),
                         " ", ui::link("/families/sign-in", t("See what you said before, by a link in an e-mail")))),
      onward.kept.empty() ? agency_sign_in(context, onward) : Html(),
      ui::form(
          context, "/sign-in",
          html(ui::email_field(t, {.name = "email",
                                   .label = t("E-mail address"),
                                   .value = state.value("email"),
                                   .error = ui::error_for(t, state, "email"),
                                   .autocomplete = "username"}),
               ui::password_field(
                   t, {.name = "password", .label = t("Password"), .error = ui::error_for(t, state, "password")}),
               ui::hidden("then", onward.path), ui::hidden("kept", onward.kept), ui::button({.text = t("Sign in")}))),
      ui::paragraph(ui::link("/forgotten", t("I have forgotten my password"))));
  return ui::page(context, {.title = t("Sign in"), .problems = state.problems, .index = false}, content);
}

/// Who is half in by this visit, for as long as it counts.
std::optional<store::HalfSignIn> half_in(web::Context& context) {
  if (!context.session) return std::nullopt;
  auto half = context.db.read([&](db::Transaction& tx) { return store::half_sign_in(tx, context.session->id); });
  if (half && context.now - half->created_at >= kHalfSignInLasts) return std::nullopt;
  return half;
}

tl::unexpected<Refusal> begin_again() {
  return refuse(Refusal::Kind::conflict, msg("You waited too long. Go to the page for signing in and begin again."));
}

}  // namespace

http::Response sign_in_page(web::Context& context, std::string const& path, http::Fields const& kept) {
  if (kept.empty()) return web::go_to("/sign-in?then=" + http::percent_encoded(path));
  return show_form(context, {}, {path, http::to_urlencoded(kept)});
}

web::Answer show_sign_in(web::Context& context, web::FormState const& state) {
  if (context.viewer) return web::go_to(context.viewer->has(kFamily) ? context.viewer->own_page : kFirstPage);
  auto const then = state.sent ? state.value("then") : std::string(context.request.query.get("then"));
  return show_form(context, state, {own_path(then), state.value("kept")});
}

web::Answer do_sign_in(web::Context& context, http::Form const& form) {
  auto const admitted =
      TRY(check_password(context.db, form.fields.get("email"), form.fields.get("password"), context.now));
  Onward const onward{own_path(form.fields.get("then")), std::string(form.fields.get("kept"))};
  if (admitted.has_second_factor || code_required(context))
    return web::go_to(go_half_in(context, admitted.person, onward, admitted.has_second_factor));
  return web::go_to(go_in(context, admitted.person, onward, "password"));
}

web::Answer show_code(web::Context& context, web::FormState const& state) {
  if (!half_in(context)) return web::go_to(context.viewer ? kFirstPage : "/sign-in");
  auto const& t = context.t;
  auto const title = t("Your code");
  return ui::page(
      context, {.title = title, .back = Url("/sign-in"), .problems = state.problems, .index = false},
      html(ui::heading(title), ui::paragraph(t("Open the app for codes on your phone, and write what it shows.")),
           ui::form(context, "/sign-in/code",
                    html(ui::text_field(t, {.name = "code",
                                            .label = t("The six digits"),
                                            .hint = t("Have you lost your phone? Write one of your recovery codes."),
                                            .value = state.value("code"),
                                            .error = ui::error_for(t, state, "code"),
                                            .autocomplete = "one-time-code",
                                            .width = 20}),
                         ui::button({.text = t("Sign in")}))),
           ui::quiet(t("If you have neither, whoever runs Earshot where you work can turn the code off for you."))));
}

web::Answer give_code(web::Context& context, http::Form const& form) {
  auto const half = half_in(context);
  if (!half) return begin_again();
  TRY(check_code(context.db, half->person, form.fields.get("code"), context.now));
  return web::go_to(go_in(context, half->person, {half->onward, half->kept}, "code"));
}

web::Answer show_required_factor(web::Context& context, web::FormState const& state) {
  auto const half = half_in(context);
  if (!half) return web::go_to(context.viewer ? kFirstPage : "/sign-in");
  auto const& t = context.t;
  auto const title = t("Sign in with a code as well");
  return ui::page(context, {.title = title, .back = Url("/sign-in"), .problems = state.problems, .index = false},
                  html(ui::heading(title),
                       ui::lead(t("Here, everybody who works with families signs in with a password and a code from "
                                  "their phone. Set it up now; it takes two minutes.")),
                       enrolment(context, state, half->person, "/sign-in/second-step", false)));
}

web::Answer save_required_factor(web::Context& context, http::Form const& form) {
  auto const half = half_in(context);
  if (!half) return begin_again();
  auto const codes =
      TRY(turn_on(context.db, half->person, form.fields.get("sealed"), form.fields.get("code"), context.now));
  auto const onward = go_in(context, half->person, {half->onward, half->kept}, "code");
  context.viewer = context.db.read([&](db::Transaction& tx) { return find_viewer(tx, half->person.value); });
  // Shown in answer to the form and at no address, because nobody may see them twice.
  return recovery_codes_page(context, codes, onward);
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
