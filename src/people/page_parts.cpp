#include "people/page_parts.h"

#include "formats/qr.h"
#include "people/second_factor.h"
#include "people/sign_in.h"
#include "people/store.h"
#include "people/totp.h"
#include "platform/http/forms.h"
#include "platform/web/sessions.h"
#include "ui/fields.h"
#include "ui/govuk/inset_text.h"
#include "ui/govuk/warning_text.h"
#include "ui/page.h"
#include "ui/prose.h"

namespace earshot::people {

std::string own_path(std::string_view path) {
  auto const own = path.size() > 1 && path[0] == '/' && path[1] != '/' && path[1] != '\\' && Url(path).text() == path;
  return std::string(own ? path : kFirstPage);
}

bool code_required(web::Context const& context) { return context.site.config.second_factor == "required"; }

bool should_have_second_factor(std::vector<std::string> const& roles) {
  auto const has = [&](web::Role role) { return std::find(roles.begin(), roles.end(), role.name) != roles.end(); };
  return has(kAdministrator) || has(kSafeguardingLead);
}

std::string go_in(web::Context& context, PersonId person, Onward const& onward, std::string_view way) {
  auto const half = context.session ? context.session->id : 0;
  web::sign_in(context, person.value);
  auto const kept = http::parse_urlencoded(onward.kept).fields;
  auto const account = context.db.write([&](db::Transaction& tx) {
    store::remove_half_sign_in(tx, half);
    if (!kept.empty()) web::keep_form(tx, context.session->id, onward.path, kept);
    note_sign_in(tx, person, way, context.t.language().code, context.now);
    return find_account(tx, person);
  });
  // Whoever can see or change most is told each time until it is done; an agency's own sign-in has its own rules.
  auto const tell = onward.path == kFirstPage && way == "password" && account && !account->has_second_factor &&
                    should_have_second_factor(account->roles);
  return tell ? "/account" : onward.path;
}

std::string go_half_in(web::Context& context, PersonId person, Onward const& onward, bool has_second_factor) {
  auto const session = web::ensure_session(context).id;
  context.db.write([&](db::Transaction& tx) {
    store::save_half_sign_in(tx, session, {person, onward.path, onward.kept, context.now});
  });
  return has_second_factor ? "/sign-in/code" : "/sign-in/second-step";
}

Html new_password_field(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  return ui::password_field(
      t,
      {.name = "password",
       .label = t("New password"),
       .hint = t("At least 8 characters. 15 or more are better: three or four words that do not belong together. Not "
                 "a password that many people use, and not your name. It needs no capitals, digits or signs."),
       .error = ui::error_for(t, state, "password"),
       .autocomplete = "new-password"});
}

Html enrolment(web::Context& context, web::FormState const& state, PersonId person, Url const& action,
               bool ask_password) {
  auto const& t = context.t;
  auto const opened = opened_secret(context.db, person, state.value("sealed"));
  auto const fresh = opened ? NewSecret{*opened, state.value("sealed")} : new_secret(context.db, person);
  auto const account = context.db.read([&](db::Transaction& tx) { return find_account(tx, person); });
  auto const address = totp_address(fresh.secret, context.site.place, account ? account->email : std::string());
  auto const steps =
      html(element("li", {},
                   t("Get an app for codes on your phone, if you have none. Any will do: it may be called an "
                     "authenticator, and many password managers have one.")),
           element("li", {}, t("Scan the picture with the app, or type the letters below it.")),
           element("li", {}, t("Write the six digits that the app shows into the box.")));
  auto const password =
      ask_password
          ? ui::password_field(
                t, {.name = "password", .label = t("Your password"), .error = ui::error_for(t, state, "password")})
          : Html();
  return html(element("ol", {{"class", "govuk-list govuk-list--number"}}, steps),
              element("div", {{"class", "qr-frame"}},
                      Html::trusted(formats::qr_svg(
                          address, t("A picture for your app to scan. The letters below say the same.")))),
              ui::paragraph(html(t("The letters:"), " ", element("code", {{"dir", "ltr"}}, spelled(fresh.secret)))),
              ui::form(context, action,
                       html(ui::text_field(t, {.name = "code",
                                               .label = t("The six digits"),
                                               .error = ui::error_for(t, state, "code"),
                                               .autocomplete = "one-time-code",
                                               .inputmode = "numeric",
                                               .width = 10}),
                            password, ui::hidden("sealed", fresh.sealed), ui::button({.text = t("Turn it on")}))));
}

http::Response recovery_codes_page(web::Context& context, std::vector<std::string> const& codes,
                                   std::string const& onward) {
  auto const& t = context.t;
  Html list;
  for (auto const& code : codes) list += element("li", {}, element("code", {{"dir", "ltr"}}, code));
  auto const title = t("Your recovery codes");
  return ui::page(
      context, {.title = title, .index = false},
      html(ui::heading(title),
           ui::lead(t("If you lose your phone, each of these codes lets you in once, in place of the six digits.")),
           govuk::warning_text(
               {.text = t("They are shown only now. Print this page or write them down, and keep them where "
                          "you keep what matters, not beside your password."),
                .icon_fallback_text = t("Warning")}),
           element("ul", {{"class", "govuk-list"}}, list),
           ui::button({.text = t("I have kept them. Go on"), .href = Url(onward)})));
}

}  // namespace earshot::people
