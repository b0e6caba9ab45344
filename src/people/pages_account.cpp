#include <algorithm>

#include "people/letters.h"
#include "people/page_parts.h"
#include "people/pages.h"
#include "people/passwords.h"
#include "people/second_factor.h"
#include "people/sign_in.h"
#include "people/store.h"
#include "platform/crypto/password.h"
#include "platform/record/record.h"
#include "platform/web/sessions.h"
#include "ui/fields.h"
#include "ui/govuk/summary_list.h"
#include "ui/govuk/warning_text.h"
#include "ui/page.h"
#include "ui/prose.h"

namespace earshot::people {
namespace {

PersonId self(web::Context const& context) { return {context.viewer->id}; }

/// The language of letters to whoever is looking.
std::string own_language(web::Context& context) {
  return context.db
      .read([&](db::Transaction& tx) { return store::credentials(tx, self(context)).value_or(store::Credentials{}); })
      .language;
}

/// The account of whoever is looking: it is there, because they are signed in with it.
Account own_account(web::Context& context) {
  return context.db.read([&](db::Transaction& tx) { return find_account(tx, self(context)); }).value_or(Account{});
}

std::string roles_text(i18n::Translator const& t, std::vector<std::string> const& roles) {
  std::string text;
  for (auto const& role : roles) text += (text.empty() ? "" : "; ") + t(label(role));
  return text;
}

govuk::SummaryRow row(std::string const& key, Html const& value, std::vector<govuk::SummaryAction> actions = {}) {
  return {.key = {.text = key}, .value = {.text = value}, .actions = {.items = std::move(actions)}};
}

Html facts(web::Context& context, Account const& account, std::int64_t codes_left) {
  auto const& t = context.t;
  std::vector<govuk::SummaryRow> rows{
      row(t("Name"), account.name),
      row(t("E-mail address"), account.email),
      row(t("What you do here"), roles_text(t, account.roles)),
      row(t("Password"), account.has_password ? t("You have one.") : t("You have none: you sign in with your agency."),
          {{.text = t("Change"), .href = "/account/password", .visually_hidden_text = t("your password")}}),
      row(t("Code from your phone"),
          account.has_second_factor ? t("Asked for each time you sign in.") : t("Not set up."),
          {{.text = account.has_second_factor ? t("Turn off") : t("Set up"),
            .href = "/account/second-step",
            .visually_hidden_text = t("the code from your phone")}}),
      row(t("E-mails to you"), std::string(i18n::language(own_language(context)).name),
          {{.text = t("Change"), .href = "/account/language", .visually_hidden_text = t("their language")}})};
  if (account.has_second_factor)
    rows.push_back(row(t("Recovery codes"), t.plural("{1} is left.", "{1} are left.", codes_left),
                       {{.text = t("Make new ones"),
                         .href = "/account/recovery-codes",
                         .visually_hidden_text = t("recovery codes")}}));
  return govuk::summary_list({.rows = std::move(rows)});
}

std::string device(i18n::Translator const& t, web::Device const& device) {
  if (device.browser.empty() && device.system.empty()) return t("A device that we do not know");
  if (device.browser.empty()) return device.system;
  if (device.system.empty()) return device.browser;
  return t("{1} on {2}", device.browser, device.system);
}

Html sign_ins(web::Context& context, std::vector<web::SignedIn> const& list) {
  auto const& t = context.t;
  std::vector<govuk::SummaryRow> rows;
  for (auto const& each : list) {
    auto const here = each.session == context.session->id;
    auto const name = device(t, each.device);
    auto value = html(t("Signed in {1}.", t.date_and_time(each.since)), " ",
                      here ? t("This is where you are now.") : t("Last seen {1}.", t.date_and_time(each.seen_at)));
    if (!here)
      value += ui::form(context, "/account",
                        ui::button({.text = t("Sign out there"),
                                    .look = ui::Button::Look::secondary,
                                    .name = "session",
                                    .value = std::to_string(each.session)}));
    rows.push_back(row(name, value));
  }
  Html content = govuk::summary_list({.rows = std::move(rows)});
  if (list.size() > 1)
    content += ui::form(context, "/account",
                        ui::button({.text = t("Sign out everywhere else"),
                                    .look = ui::Button::Look::warning,
                                    .name = "session",
                                    .value = "others"}));
  return content;
}

Html advice(web::Context& context, Account const& account) {
  auto const& t = context.t;
  if (account.has_second_factor || !account.has_password || !should_have_second_factor(account.roles)) return {};
  return html(
      govuk::warning_text({.text = t("You can see or change more than most. Set up a code from your phone, so that a "
                                     "stolen password is not enough."),
                           .icon_fallback_text = t("Warning")}),
      ui::button({.text = t("Set it up now"), .href = "/account/second-step"}),
      ui::paragraph(ui::link(kFirstPage, t("Later: go on to your work"))));
}

/// The form that asks for what must be shown again before something is changed.
Html code_field(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  return ui::text_field(t, {.name = "code",
                            .label = t("The six digits that your app shows"),
                            .hint = t("Or one of your recovery codes"),
                            .value = state.value("code"),
                            .error = ui::error_for(t, state, "code"),
                            .autocomplete = "one-time-code",
                            .width = 20});
}

Html turn_off_form(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  return html(
      ui::paragraph(t("Then your password alone is enough to sign in. Your recovery codes go, too.")),
      ui::form(
          context, "/account/second-step",
          html(ui::password_field(
                   t, {.name = "password", .label = t("Your password"), .error = ui::error_for(t, state, "password")}),
               code_field(context, state), ui::button({.text = t("Turn it off"), .look = ui::Button::Look::warning}))));
}

}  // namespace

web::Answer show_account(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  auto const account = own_account(context);
  struct Rest {
    std::int64_t codes;
    std::vector<web::SignedIn> sign_ins;
  };
  auto const rest = context.db.read([&](db::Transaction& tx) {
    return Rest{recovery_codes_left(tx, account.id), web::sign_ins_of(tx, account.id.value, context.now)};
  });
  auto const title = t("Your account");
  return ui::page(context, {.title = title, .problems = state.problems, .index = false},
                  html(ui::heading(title), advice(context, account), facts(context, account, rest.codes),
                       ui::subheading(t("Where you are signed in")), sign_ins(context, rest.sign_ins)));
}

web::Answer end_sign_ins(web::Context& context, http::Form const& form) {
  auto const which = form.fields.get("session");
  auto const number =
      which == "others" ? std::optional<std::int64_t>() : std::strtoll(std::string(which).c_str(), nullptr, 10);
  context.db.write([&](db::Transaction& tx) {
    if (!number)
      web::end_other_sessions_of(tx, context.viewer->id, context.session->id);
    else if (!web::end_session_of(tx, *number, context.viewer->id))
      return;
    record::note(tx,
                 {"person " + std::to_string(context.viewer->id), "people.end_sessions", "", number ? "one" : "others"},
                 context.now);
  });
  return web::go_to("/account");
}

web::Answer show_change_password(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  auto const account = own_account(context);
  auto const title = t("Change your password");
  if (!account.has_password) return web::go_to("/account");
  return ui::page(context, {.title = title, .back = Url("/account"), .problems = state.problems, .index = false},
                  html(ui::heading(title), ui::paragraph(t("Everywhere else you are signed in, you are signed out.")),
                       ui::form(context, "/account/password",
                                html(ui::hidden("username", account.email),
                                     ui::password_field(t, {.name = "current",
                                                            .label = t("Your password now"),
                                                            .error = ui::error_for(t, state, "current")}),
                                     new_password_field(context, state), ui::button({.text = t("Change it")})))));
}

web::Answer change_password(web::Context& context, http::Form const& form) {
  auto const account = own_account(context);
  auto const password = form.fields.get("password");
  TRY(check_new_password(password, {account.email, account.name, context.site.place}));
  TRY(check_password_again(context.db, account.id, form.fields.get("current"), "current", context.now));
  auto const hash = crypto::hash_password(password);
  auto const language = own_language(context);
  context.db.write([&](db::Transaction& tx) {
    store::update_password(tx, account.id, hash);
    web::end_other_sessions_of(tx, account.id.value, context.session->id);
    record::note(tx, {"person " + std::to_string(account.id.value), "people.change_password", "", ""}, context.now);
    letters::password_changed(tx, {account.email, language}, context.now);
  });
  return web::go_to("/account");
}

web::Answer show_language(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  std::vector<ui::Choice> languages;
  for (auto const& each : i18n::languages())
    languages.push_back({.value = std::string(each.code), .label = std::string(each.name)});
  auto const title = t("The language of e-mails to you");
  return ui::page(
      context, {.title = title, .back = Url("/account"), .problems = state.problems, .index = false},
      html(ui::heading(title),
           ui::paragraph(t("The language of the pages is chosen at the top of each page, for this browser alone.")),
           ui::form(context, "/account/language",
                    html(ui::radios_field(t, {.name = "language",
                                              .legend = t("In which language shall we write to you?"),
                                              .items = std::move(languages),
                                              .value = state.value("language", own_language(context)),
                                              .error = ui::error_for(t, state, "language")}),
                         ui::button({.text = t("Save")})))));
}

web::Answer save_language(web::Context& context, http::Form const& form) {
  auto const language = form.fields.get("language");
  auto const& all = i18n::languages();
  if (std::none_of(all.begin(), all.end(), [&](auto const& each) { return each.code == language; }))
    return refuse("language", msg("Choose a language."));
  context.db.write([&](db::Transaction& tx) {
    store::update_letters_in(tx, self(context), language);
    record::note(tx,
                 {"person " + std::to_string(context.viewer->id), "people.choose_language", "", std::string(language)},
                 context.now);
  });
  return web::go_to("/account");
}

web::Answer show_second_factor(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  auto const account = own_account(context);
  auto const on = account.has_second_factor;
  auto const title = on ? t("Sign in without a code") : t("Sign in with a code as well");
  auto const required = on && code_required(context);
  return ui::page(
      context, {.title = title, .back = Url("/account"), .problems = state.problems, .index = false},
      html(ui::heading(title),
           required
               ? ui::paragraph(t("Here, everybody signs in with a code. If you turn yours off, you set up a new one "
                                 "when you next sign in."))
               : Html(),
           on ? turn_off_form(context, state)
              : html(ui::lead(
                         t("Beside your password, you then need your phone to sign in. Who steals only your password "
                           "does not get in.")),
                     enrolment(context, state, account.id, "/account/second-step", account.has_password))));
}

web::Answer save_second_factor(web::Context& context, http::Form const& form) {
  auto const account = own_account(context);
  if (!account.has_second_factor) {
    // Or else who finds a screen unlocked could put their own phone there.
    if (account.has_password)
      TRY(check_password_again(context.db, account.id, form.fields.get("password"), "password", context.now));
    auto const codes =
        TRY(turn_on(context.db, account.id, form.fields.get("sealed"), form.fields.get("code"), context.now));
    // Shown in answer to the form and at no address, because nobody may see them twice.
    return recovery_codes_page(context, codes, "/account");
  }
  TRY(check_password_again(context.db, account.id, form.fields.get("password"), "password", context.now));
  TRY(check_code(context.db, account.id, form.fields.get("code"), context.now));
  context.db.write([&](db::Transaction& tx) { turn_off(tx, account.id, context.now); });
  return web::go_to("/account");
}

web::Answer show_new_recovery_codes(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  if (!own_account(context).has_second_factor) return web::go_to("/account");
  auto const title = t("Make new recovery codes");
  return ui::page(context, {.title = title, .back = Url("/account"), .problems = state.problems, .index = false},
                  html(ui::heading(title), ui::paragraph(t("The old ones do not work any more then.")),
                       ui::form(context, "/account/recovery-codes",
                                html(code_field(context, state), ui::button({.text = t("Make new ones")})))));
}

web::Answer make_new_recovery_codes(web::Context& context, http::Form const& form) {
  auto const account = own_account(context);
  if (!account.has_second_factor) return web::go_to("/account");
  TRY(check_code(context.db, account.id, form.fields.get("code"), context.now));
  return recovery_codes_page(context, new_recovery_codes(context.db, account.id, context.now), "/account");
}

}  // namespace earshot::people
