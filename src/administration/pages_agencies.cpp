// Agencies: the list, adding one, changing one, closing one.

#include <algorithm>

#include "administration/pages.h"
#include "administration/rules.h"
#include "administration/shared.h"
#include "platform/db/database.h"
#include "ui/empty_state.h"
#include "ui/fields.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "ui/seen.h"
#include "ui/table.h"

namespace earshot::administration {
namespace {

using agencies::Agency;
using agencies::AgencyId;

constexpr char const* kList = "/administration/agencies";

std::string address(AgencyId id, std::string_view below = {}) {
  return std::string(kList) + "/" + number(id) + std::string(below);
}

Result<Agency> find(web::Context const& context, AgencyId id) {
  auto agency = context.db.read([&](db::Transaction& tx) { return agencies::find_agency(tx, id); });
  if (!agency) return refuse(Refusal::Kind::not_found, msg("There is no page at this address."));
  return *agency;
}

/// What stands in the form of an agency.
std::vector<ui::Stands> stands_of(i18n::Translator const& t, Agency const& agency) {
  auto const wants = agency.second_pair_of_eyes;
  return {{rules::kNameField, agency.name}, {rules::kSecondField, wants ? "yes" : "no", wants ? t("Yes") : t("No")}};
}

Html fields(web::Context const& context, web::FormState const& state, Agency const& stands) {
  auto const& t = context.t;
  auto const wants = state.value(rules::kSecondField, stands.second_pair_of_eyes ? "yes" : "");
  return html(
      ui::seen(stands_of(t, stands)),
      ui::text_field(t, {.name = std::string(rules::kNameField),
                         .label = t("Name"),
                         .hint = t("As families know it"),
                         .value = state.value(rules::kNameField, stands.name),
                         .error = ui::error_for(t, state, rules::kNameField)}),
      ui::checkboxes_field(
          t, {.name = std::string(rules::kSecondField),
              .legend = t("Second pair of eyes"),
              .items = {{.value = "yes", .label = t("Somebody else looks over each answer before it is published")}},
              .values = {wants},
              .error = ui::error_for(t, state, rules::kSecondField)}),
      ui::button({.text = t("Save")}));
}

}  // namespace

web::Answer show_agencies(web::Context& context) {
  auto const& t = context.t;
  std::vector<Agency> list;
  std::vector<agencies::Service> services;
  context.db.read([&](db::Transaction& tx) {
    list = agencies::agencies(tx);
    services = agencies::services(tx);
  });
  auto const add = ui::button({.text = t("Add an agency"), .href = std::string(kList) + "/new"});
  if (list.empty())
    return framed(context, {.title = t("Agencies")},
                  html(ui::empty_state({.title = t("There is no agency yet"),
                                        .text = t("An agency runs services: a council, a health trust, a voluntary "
                                                  "group. Add the first one, then its services.")}),
                       add));
  govuk::TableOptions table{.head = {{.text = t("Agency")},
                                     {.text = t("Open services")},
                                     {.text = t("Second pair of eyes")},
                                     {.text = t("State")}},
                            .first_cell_is_header = true};
  for (auto const& agency : list) {
    auto const count = std::count_if(services.begin(), services.end(),
                                     [&](agencies::Service const& each) { return each.agency == agency.id; });
    table.rows.push_back({{.text = ui::link(address(agency.id), agency.name)},
                          {.text = t.number(count)},
                          {.text = agency.second_pair_of_eyes ? t("Yes") : t("No")},
                          {.text = standing(context, agency.closed_at)}});
  }
  return framed(context, {.title = t("Agencies"), .wide = true}, html(add, ui::wide_table(t("Agencies"), table)));
}

web::Answer show_new_agency(web::Context& context, web::FormState const& state) {
  auto const action = std::string(kList) + "/new";
  return framed(context, {.title = context.t("Add an agency"), .back = kList, .problems = state.problems},
                ui::form(context, action, fields(context, state, {})));
}

web::Answer add_agency(web::Context& context, http::Form const& form) {
  auto agency = TRY(rules::read_agency(form.fields, {}));
  return then_go(context.db.write([&](db::Transaction& tx) -> Result<void> {
    for (auto const& each : agencies::agencies(tx))
      if (each.name == agency.name) return refuse(rules::kNameField, msg("There is an agency with this name already."));
    agency.id = agencies::add_agency(tx, agency.name);
    TRY(agencies::save(tx, agency));
    note(tx, context, "add_agency", "agency " + number(agency.id));
    return {};
  }),
                 kList);
}

web::Answer show_agency(web::Context& context, web::FormState const& state, AgencyId id) {
  auto const& t = context.t;
  auto const agency = TRY(find(context, id));
  auto const close =
      ui::link(address(id, "/close"), agency.closed_at ? t("Open this agency again") : t("Close this agency"));
  return framed(context, {.title = agency.name, .back = kList, .problems = state.problems},
                html(ui::form(context, address(id), fields(context, state, agency)), ui::paragraph(close)));
}

web::Answer save_agency(web::Context& context, http::Form const& form, AgencyId id) {
  TRY(find(context, id));
  return then_go(context.db.write([&](db::Transaction& tx) -> Result<void> {
    auto const stands = *agencies::find_agency(tx, id);
    auto const agency = TRY(rules::read_agency(form.fields, stands));
    TRY(ui::nobody_else_changed(form.fields, stands_of(context.t, stands)));
    rules::Changes changes;
    changes.compare("name", stands.name, agency.name);
    changes.compare("second pair of eyes", stands.second_pair_of_eyes, agency.second_pair_of_eyes);
    TRY(agencies::save(tx, agency));
    note(tx, context, "change_agency", "agency " + number(id), changes.parts());
    return {};
  }),
                 kList);
}

web::Answer show_close_agency(web::Context& context, web::FormState const& state, AgencyId id) {
  auto const& t = context.t;
  auto const agency = TRY(find(context, id));
  return closing_page(context, state,
                      {.name = agency.name,
                       .action = address(id, "/close"),
                       .back = address(id),
                       .closed = agency.closed_at.has_value(),
                       .close_follows = t("It gets no new services. Everything that its services answered stays."),
                       .open_follows = t("Its services can be opened again after that.")});
}

web::Answer close_agency(web::Context& context, http::Form const& form, AgencyId id) {
  TRY(find(context, id));
  auto const opens = form.fields.get("open") == "yes";
  return then_go(context.db.write([&](db::Transaction& tx) -> Result<void> {
    if (opens)
      agencies::open(tx, id);
    else
      TRY(agencies::close(tx, id, context.now));
    note(tx, context, opens ? "open_agency" : "close_agency", "agency " + number(id));
    return {};
  }),
                 kList);
}

}  // namespace earshot::administration
