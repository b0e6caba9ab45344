// People who work here: the list, inviting somebody, what they may do and for whom, closing an account.

#include <algorithm>

#include "administration/pages.h"
#include "administration/rules.h"
#include "administration/shared.h"
#include "platform/db/database.h"
#include "ui/empty_state.h"
#include "ui/fields.h"
#include "ui/govuk/summary_list.h"
#include "ui/govuk/tag.h"
#include "ui/grouped_boxes.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "ui/seen.h"
#include "ui/table.h"

namespace earshot::administration {
namespace {

using people::Account;
using people::PersonId;

constexpr char const* kList = "/administration/people";
constexpr char const* kNew = "/administration/people/new";

std::string address(PersonId id, std::string_view below = {}) {
  return std::string(kList) + "/" + number(id) + std::string(below);
}

Result<Account> find(web::Context const& context, PersonId id) {
  auto account = context.db.read([&](db::Transaction& tx) { return people::find_account(tx, id); });
  if (!account) return refuse(Refusal::Kind::not_found, msg("There is no page at this address."));
  return *account;
}

Html state_of(web::Context const& context, Account const& account) {
  auto const& t = context.t;
  if (!account.active) return govuk::tag({.text = t("Closed"), .classes = "govuk-tag--grey"});
  if (!account.has_password) return govuk::tag({.text = t("Invited"), .classes = "govuk-tag--yellow"});
  return govuk::tag({.text = t("Open"), .classes = "govuk-tag--green"});
}

std::string roles_of(web::Context const& context, Account const& account) {
  std::string text;
  for (auto const& role : account.roles) text += (text.empty() ? "" : "; ") + context.t(people::label(role));
  return text;
}

/// The boxes that were ticked, or those that stand.
std::vector<std::string> ticked(web::FormState const& state, std::string_view name, std::vector<std::string> stand) {
  if (!state.sent) return stand;
  std::vector<std::string> values;
  for (auto const value : state.values.all(name)) values.emplace_back(value);
  return values;
}

template <class Id>
std::vector<std::string> numbers(std::vector<Id> const& ids) {
  std::vector<std::string> result;
  for (auto const id : ids) result.push_back(number(id));
  return result;
}

/// Name, roles and scope: what is asked of a new person and of one who is here.
Html standing_fields(web::Context const& context, web::FormState const& state, Account const& stands) {
  auto const& t = context.t;
  std::vector<agencies::Service> services;
  std::vector<agencies::Agency> list;
  context.db.read([&](db::Transaction& tx) {
    services = agencies::all_services(tx);
    list = agencies::agencies(tx);
  });
  auto const boxes = [&](std::string_view name, std::string const& legend, Html const& hint,
                         std::vector<std::string> values) {
    return ui::CheckboxesField{.name = std::string(name),
                               .legend = legend,
                               .hint = hint,
                               .items = {},
                               .values = ticked(state, name, std::move(values)),
                               .error = ui::error_for(t, state, name),
                               .small = true};
  };
  auto roles = boxes(rules::kRolesField, t("What this person does here"), {}, stands.roles);
  for (auto const& role : people::roles())
    roles.items.push_back({.value = std::string(role.name), .label = t(people::label(role.name))});
  ui::GroupedBoxesField leads{.name = std::string(rules::kServicesField),
                              .legend = t("Services that they lead"),
                              .hint = t("For those who lead a service."),
                              .groups = {},
                              .values = ticked(state, rules::kServicesField, numbers(stands.services)),
                              .error = ui::error_for(t, state, rules::kServicesField),
                              .small = true};
  for (auto const& each : services)
    if (!each.closed_at || std::find(stands.services.begin(), stands.services.end(), each.id) != stands.services.end())
      ui::add_to_group(leads.groups, each.agency_name, {.value = number(each.id), .label = each.name});
  auto of = boxes(rules::kAgenciesField, t("Agencies that they lead"), t("For those who lead an agency."),
                  numbers(stands.agencies));
  for (auto const& each : list)
    if (!each.closed_at || std::find(stands.agencies.begin(), stands.agencies.end(), each.id) != stands.agencies.end())
      of.items.push_back({.value = number(each.id), .label = each.name});
  return html(ui::text_field(t, {.name = std::string(rules::kNameField),
                                 .label = t("Name"),
                                 .value = state.value(rules::kNameField, stands.name),
                                 .error = ui::error_for(t, state, rules::kNameField),
                                 .autocomplete = "off"}),
              ui::checkboxes_field(t, roles), leads.groups.empty() ? Html() : ui::grouped_boxes_field(t, leads),
              of.items.empty() ? Html() : ui::checkboxes_field(t, of));
}

/// What stands in the form of somebody's account.
std::vector<ui::Stands> stands_of(db::Transaction& tx, web::Context const& context, Account const& account) {
  auto const joined = [](std::vector<std::string> const& list) {
    std::string text;
    for (auto const& each : list) text += (text.empty() ? "" : "; ") + each;
    return text;
  };
  std::vector<std::string> services;
  std::vector<std::string> of;
  for (auto const id : account.services)
    if (auto service = agencies::find_service(tx, id)) services.push_back(std::move(service->name));
  for (auto const id : account.agencies)
    if (auto agency = agencies::find_agency(tx, id)) of.push_back(std::move(agency->name));
  return {{rules::kNameField, account.name},
          {rules::kRolesField, joined(account.roles), roles_of(context, account)},
          {rules::kServicesField, joined(numbers(account.services)), joined(services)},
          {rules::kAgenciesField, joined(numbers(account.agencies)), joined(of)}};
}

/// What the form says of somebody.
people::Standing standing_of(web::Context const& context, http::Form const& form) {
  return context.db.read([&](db::Transaction& tx) {
    return rules::read_standing(form.fields, agencies::all_services(tx), agencies::agencies(tx));
  });
}

/// A page that asks before something is done to an account: what follows, and a button.
http::Response confirm(web::Context const& context, web::FormState const& state, Account const& account,
                       std::string_view below, std::string const& title, std::string const& follows) {
  auto const& t = context.t;
  auto const back = address(account.id);
  return framed(
      context, {.title = title, .back = back, .problems = state.problems},
      html(ui::paragraph(follows),
           ui::form(context, address(account.id, below),
                    ui::button_group(html(ui::button({.text = title}), ui::link(back, t("Leave it as it is")))))));
}

/// What can be done to an account beside changing it.
Html more(web::Context const& context, Account const& account) {
  auto const& t = context.t;
  auto const way = [&](std::string_view below, std::string const& text) {
    return ui::paragraph(ui::link(address(account.id, below), text));
  };
  return html(account.active && !account.has_password ? way("/invitation", t("Send the invitation again")) : Html(),
              account.has_second_factor ? way("/second-step", t("Turn off their second step")) : Html(),
              account.id.value == context.viewer->id
                  ? Html()
                  : way("/close", account.active ? t("Close this account") : t("Open this account again")));
}

}  // namespace

web::Answer show_people(web::Context& context) {
  auto const& t = context.t;
  auto const list = context.db.read([](db::Transaction& tx) { return people::accounts(tx); });
  govuk::TableOptions table{.head = {{.text = t("Name")},
                                     {.text = t("E-mail address")},
                                     {.text = t("What they do here")},
                                     {.text = t("Signed in last")},
                                     {.text = t("State")}},
                            .first_cell_is_header = true};
  for (auto const& account : list)
    table.rows.push_back({{.text = ui::link(address(account.id), account.name)},
                          {.text = account.email},
                          {.text = roles_of(context, account)},
                          {.text = account.signed_in_at ? t.date(*account.signed_in_at) : t("Never")},
                          {.text = state_of(context, account)}});
  return framed(context, {.title = t("People"), .wide = true},
                html(ui::paragraph(t("Everybody who works with Earshot. Families have no account here and need none.")),
                     ui::button({.text = t("Invite somebody"), .href = kNew}), ui::wide_table(t("People"), table)));
}

web::Answer show_invite(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  ui::SelectField language{.name = std::string(rules::kLanguageField),
                           .label = t("Language of the invitation"),
                           .items = {},
                           .value = state.value(rules::kLanguageField, "en")};
  for (auto const& each : i18n::languages())
    language.items.push_back({.value = std::string(each.code), .label = std::string(each.name)});
  auto const content =
      html(ui::email_field(t, {.name = std::string(rules::kEmailField),
                               .label = t("E-mail address"),
                               .value = state.value(rules::kEmailField),
                               .error = ui::error_for(t, state, rules::kEmailField),
                               .autocomplete = "off"}),
           standing_fields(context, state, {}), ui::select_field(t, language), ui::button({.text = t("Invite")}));
  return framed(context, {.title = t("Invite somebody"), .back = kList, .problems = state.problems},
                html(ui::paragraph(t("They get an e-mail with a link, by which they choose a password within 7 days.")),
                     ui::form(context, kNew, content)));
}

web::Answer invite(web::Context& context, http::Form const& form) {
  people::Invitation const invitation{
      .email = std::string(form.fields.get(rules::kEmailField)),
      .standing = standing_of(context, form),
      .language = std::string(i18n::language(form.fields.get(rules::kLanguageField)).code)};
  TRY(context.db.write(
      [&](db::Transaction& tx) { return people::invite(tx, invitation, *context.viewer, context.now); }));
  return web::go_to(kList);
}

web::Answer show_person(web::Context& context, web::FormState const& state, PersonId id) {
  auto const& t = context.t;
  auto const account = TRY(find(context, id));
  auto const stands = context.db.read([&](db::Transaction& tx) { return stands_of(tx, context, account); });
  auto const row = [](std::string const& key, Html const& value) {
    return govuk::SummaryRow{.key = {.text = key}, .value = {.text = value}};
  };
  auto const facts = govuk::summary_list(
      {.rows = {row(t("E-mail address"), account.email), row(t("State"), state_of(context, account)),
                row(t("Second step at sign-in"), account.has_second_factor ? t("Yes") : t("No")),
                row(t("Signed in last"), account.signed_in_at ? t.date_and_time(*account.signed_in_at) : t("Never"))}});
  return framed(
      context, {.title = account.name, .back = kList, .problems = state.problems},
      html(facts,
           ui::form(context, address(id),
                    html(ui::seen(stands), standing_fields(context, state, account), ui::button({.text = t("Save")}))),
           more(context, account)));
}

web::Answer save_person(web::Context& context, http::Form const& form, PersonId id) {
  auto const standing = standing_of(context, form);
  return then_go(context.db.write([&](db::Transaction& tx) -> Result<void> {
    if (auto const account = people::find_account(tx, id))
      TRY(ui::nobody_else_changed(form.fields, stands_of(tx, context, *account)));
    return people::change(tx, id, standing, *context.viewer, context.now);
  }),
                 kList);
}

web::Answer show_close_person(web::Context& context, web::FormState const& state, PersonId id) {
  auto const& t = context.t;
  auto const account = TRY(find(context, id));
  return closing_page(
      context, state,
      {.name = account.name,
       .action = address(id, "/close"),
       .back = address(id),
       .closed = !account.active,
       .close_follows = t("They are signed out at once and cannot sign in. What they did stays in the record."),
       .open_follows = t("They can sign in again as before.")});
}

web::Answer close_person(web::Context& context, http::Form const& form, PersonId id) {
  auto const opens = form.fields.get("open") == "yes";
  return then_go(context.db.write([&](db::Transaction& tx) {
    return people::set_active(tx, id, opens, *context.viewer, context.now);
  }),
                 kList);
}

web::Answer show_invite_again(web::Context& context, web::FormState const& state, PersonId id) {
  auto const& t = context.t;
  auto const account = TRY(find(context, id));
  return confirm(context, state, account, "/invitation", t("Send the invitation again"),
                 t("{1} gets a new link, which can be used for 7 days.", account.email));
}

web::Answer invite_again(web::Context& context, http::Form const&, PersonId id) {
  return then_go(
      context.db.write([&](db::Transaction& tx) { return people::invite_again(tx, id, *context.viewer, context.now); }),
      address(id));
}

web::Answer show_second_step(web::Context& context, web::FormState const& state, PersonId id) {
  auto const& t = context.t;
  auto const account = TRY(find(context, id));
  return confirm(
      context, state, account, "/second-step", t("Turn off their second step"),
      t("Only when they have lost their phone and their recovery codes, and you are sure that it is they who "
        "ask. They are told by e-mail."));
}

web::Answer remove_second_step(web::Context& context, http::Form const&, PersonId id) {
  return then_go(context.db.write([&](db::Transaction& tx) {
    return people::remove_second_factor(tx, id, *context.viewer, context.now);
  }),
                 address(id));
}

}  // namespace earshot::administration
