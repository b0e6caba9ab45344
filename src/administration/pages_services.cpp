// Services: the list, adding one, changing one, closing one.

#include <algorithm>

#include "administration/pages.h"
#include "administration/rules.h"
#include "administration/shared.h"
#include "platform/base/text.h"
#include "platform/db/database.h"
#include "ui/empty_state.h"
#include "ui/fields.h"
#include "ui/page.h"
#include "ui/prose.h"
#include "ui/seen.h"
#include "ui/table.h"

namespace earshot::administration {
namespace {

using agencies::Service;
using agencies::ServiceId;

constexpr char const* kList = "/administration/services";
constexpr char const* kNew = "/administration/services/new";

std::string address(ServiceId id, std::string_view below = {}) {
  return std::string(kList) + "/" + number(id) + std::string(below);
}

/// A service with all that its form shows.
struct Stands {
  Service service;
  std::vector<county::TopicId> topics;
  std::vector<county::PlaceId> places;
  std::vector<people::PersonId> owners;
  rules::Choices choices;
};

template <class Values, class Value>
bool contains(Values const& values, Value const& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

rules::Choices choices(db::Transaction& tx, agencies::AgencyId now) {
  rules::Choices result{.agencies = {}, .topics = county::topics(tx), .places = county::places(tx), .leads = {}};
  for (auto& each : agencies::agencies(tx))
    if (!each.closed_at || each.id == now) result.agencies.push_back(std::move(each));
  for (auto& each : people::accounts(tx))
    if (each.active && contains(each.roles, people::kServiceLead.name)) result.leads.push_back(std::move(each));
  return result;
}

Result<Stands> find(db::Transaction& tx, ServiceId id) {
  auto service = agencies::find_service(tx, id);
  if (!service) return refuse(Refusal::Kind::not_found, msg("There is no page at this address."));
  auto const agency = service->agency;
  Stands stands{.service = std::move(*service),
                .topics = agencies::topics_of(tx, id),
                .places = agencies::places_of(tx, id),
                .owners = {},
                .choices = choices(tx, agency)};
  for (auto const& lead : stands.choices.leads)
    if (contains(lead.services, id)) stands.owners.push_back(lead.id);
  return stands;
}

Result<Stands> find(web::Context const& context, ServiceId id) {
  return context.db.read([&](db::Transaction& tx) { return find(tx, id); });
}

/// The part of a list of ids that are among `known`, by number and by name.
template <class Id, class Known>
ui::Stands chosen(std::string_view field, std::vector<Id> const& ids, std::vector<Known> const& known) {
  ui::Stands result{field, {}};
  for (auto const& each : known) {
    if (!contains(ids, each.id)) continue;
    result.value += number(each.id) + " ";
    result.words += (result.words.empty() ? "" : "; ") + each.name;
  }
  return result;
}

/// What stands in the form, as a person reads it.
std::vector<ui::Stands> stands_of(Stands const& stands) {
  auto const& service = stands.service;
  return {{rules::kNameField, service.name},
          {rules::kAboutField, service.about},
          {rules::kAgencyField, number(service.agency), service.agency_name},
          {rules::kDaysField, std::to_string(service.answer_within_days)},
          chosen(rules::kTopicsField, stands.topics, stands.choices.topics),
          chosen(rules::kPlacesField, stands.places, stands.choices.places),
          chosen(rules::kOwnersField, stands.owners, stands.choices.leads)};
}

template <class Id>
std::vector<Id> sorted(std::vector<Id> ids) {
  std::sort(ids.begin(), ids.end(), [](Id one, Id other) { return one.value < other.value; });
  return ids;
}

/// What was ticked, and what stands and cannot be chosen any more: a closed topic that is opened again still has the
/// services that are for it.
template <class Id, class Known>
std::vector<Id> with_closed(std::vector<Id> ticked, std::vector<Id> const& stand, std::vector<Known> const& choices) {
  for (auto const id : stand)
    if (std::none_of(choices.begin(), choices.end(), [&](Known const& each) { return each.id == id; }))
      ticked.push_back(id);
  return sorted(std::move(ticked));
}

Stands nothing_yet(web::Context const& context) {
  return {.service = {}, .topics = {}, .places = {}, .owners = {}, .choices = context.db.read([](db::Transaction& tx) {
            return choices(tx, {});
          })};
}

/// A box for each of a list, ticked as it was sent or as it stands.
template <class Known, class Id>
Html boxes(web::Context const& context, web::FormState const& state, ui::CheckboxesField field,
           std::vector<Known> const& known, std::vector<Id> const& stand) {
  if (known.empty()) return {};
  for (auto const& each : known) field.items.push_back({.value = number(each.id), .label = each.name});
  if (state.sent) {
    for (auto const value : state.values.all(field.name)) field.values.emplace_back(value);
  } else {
    for (auto const id : stand) field.values.push_back(number(id));
  }
  return ui::checkboxes_field(context.t, field);
}

Html fields(web::Context const& context, web::FormState const& state, Stands const& stands) {
  auto const& t = context.t;
  auto const& service = stands.service;
  auto const text = [&](std::string_view name, std::string const& label, Html const& hint, std::string const& now) {
    return ui::text_field(t, {.name = std::string(name),
                              .label = label,
                              .hint = hint,
                              .value = state.value(name, now),
                              .error = ui::error_for(t, state, name)});
  };
  ui::SelectField agency{.name = std::string(rules::kAgencyField),
                         .label = t("Agency that runs it"),
                         .items = {{.value = "", .label = t("Choose one")}},
                         .value = state.value(rules::kAgencyField, service.agency.value ? number(service.agency) : ""),
                         .error = ui::error_for(t, state, rules::kAgencyField)};
  for (auto const& each : stands.choices.agencies)
    agency.items.push_back({.value = number(each.id), .label = each.name});
  // An address is chosen once: links and printed posters hold for good.
  auto const slug =
      service.id.value
          ? Html()
          : text(rules::kSlugField, t("Name in addresses"),
                 t("For example, {1}. It cannot be changed later. Leave it empty to have it made of the name.",
                   "school-transport"),
                 "");
  auto const days =
      ui::text_field(t, {.name = std::string(rules::kDaysField),
                         .label = t("Answers within"),
                         .hint = t("In working days, from 1 to 365. Asks that stand already keep their day."),
                         .value = state.value(rules::kDaysField, std::to_string(service.answer_within_days)),
                         .error = ui::error_for(t, state, rules::kDaysField),
                         .inputmode = "numeric",
                         .width = 3,
                         .suffix = t("working days")});
  return html(text(rules::kNameField, t("Name"), t("As families know it"), service.name), slug,
              text(rules::kAboutField, t("What families know it for"),
                   t("For example, {1}", t("Buses and taxis to school")), service.about),
              ui::select_field(t, agency), days,
              boxes(context, state,
                    {.name = std::string(rules::kTopicsField),
                     .legend = t("Topics that it is for"),
                     .items = {},
                     .error = ui::error_for(t, state, rules::kTopicsField),
                     .small = true},
                    stands.choices.topics, stands.topics),
              boxes(context, state,
                    {.name = std::string(rules::kPlacesField),
                     .legend = t("Places that it is for"),
                     .hint = t("Tick none if it is for the whole county."),
                     .items = {},
                     .error = ui::error_for(t, state, rules::kPlacesField),
                     .small = true},
                    stands.choices.places, stands.places),
              boxes(context, state,
                    {.name = std::string(rules::kOwnersField),
                     .legend = t("Who leads it and answers"),
                     .hint = t("Those who lead a service. Invite others under People."),
                     .items = {},
                     .error = ui::error_for(t, state, rules::kOwnersField),
                     .small = true},
                    stands.choices.leads, stands.owners),
              ui::button({.text = t("Save")}));
}

/// Gives a lead the service, or takes it from them.
Result<void> set_lead(db::Transaction& tx, web::Context const& context, people::Account const& lead, ServiceId id,
                      bool leads) {
  people::Standing standing{.name = lead.name, .roles = {}, .services = lead.services, .agencies = lead.agencies};
  for (auto const& role : people::roles())
    if (contains(lead.roles, role.name)) standing.roles.push_back(role);
  std::erase(standing.services, id);
  if (leads) standing.services.push_back(id);
  if (people::change(tx, lead.id, standing, *context.viewer, context.now)) return {};
  return refuse(rules::kOwnersField,
                msg("{1} leads no other service. Change what they do here under People first.", lead.name));
}

/// Keeps what a service is for and who leads it.
Result<void> save_lists(db::Transaction& tx, web::Context const& context, ServiceId id, Stands const& stands,
                        rules::ServiceForm const& read) {
  agencies::set_topics(tx, id, with_closed(read.topics, stands.topics, stands.choices.topics));
  agencies::set_places(tx, id, with_closed(read.places, stands.places, stands.choices.places));
  for (auto const& lead : stands.choices.leads) {
    auto const leads = contains(read.owners, lead.id);
    if (leads != contains(stands.owners, lead.id)) TRY(set_lead(tx, context, lead, id, leads));
  }
  return {};
}

/// What a form changes, as the record has it.
std::string changed_parts(Stands const& stands, rules::ServiceForm const& read) {
  rules::Changes changes;
  changes.compare("name", stands.service.name, read.service.name);
  changes.compare("about", stands.service.about, read.service.about);
  changes.compare("agency", stands.service.agency, read.service.agency);
  changes.compare("days", stands.service.answer_within_days, read.service.answer_within_days);
  changes.compare("topics", sorted(stands.topics), with_closed(read.topics, stands.topics, stands.choices.topics));
  changes.compare("places", sorted(stands.places), with_closed(read.places, stands.places, stands.choices.places));
  changes.compare("owners", stands.owners, read.owners);
  return changes.parts();
}

/// Whether a new service may be called so.
Result<void> is_free(db::Transaction& tx, Service const& service) {
  Problems problems;
  for (auto const& each : agencies::all_services(tx)) {
    if (each.name == service.name) problems.add(rules::kNameField, msg("There is a service with this name already."));
    if (each.slug == service.slug)
      problems.add(rules::kSlugField, msg("There is a service with this name in its address already."));
  }
  TRY(problems.or_value(0));
  return {};
}

}  // namespace

web::Answer show_services(web::Context& context) {
  auto const& t = context.t;
  auto const list = context.db.read([](db::Transaction& tx) { return agencies::all_services(tx); });
  auto const add = ui::button({.text = t("Add a service"), .href = kNew});
  if (list.empty())
    return framed(context, {.title = t("Services")},
                  html(ui::empty_state({.title = t("There is no service yet"),
                                        .text = t("A service answers what families ask. As soon as there is one, "
                                                  "families can choose it.")}),
                       add));
  govuk::TableOptions table{
      .head = {{.text = t("Service")}, {.text = t("Agency")}, {.text = t("Answers within")}, {.text = t("State")}},
      .first_cell_is_header = true};
  for (auto const& service : list)
    table.rows.push_back({{.text = ui::link(address(service.id), service.name)},
                          {.text = service.agency_name},
                          {.text = t.plural("1 working day", "{1} working days", service.answer_within_days)},
                          {.text = standing(context, service.closed_at)}});
  return framed(context, {.title = t("Services"), .wide = true}, html(add, ui::wide_table(t("Services"), table)));
}

web::Answer show_new_service(web::Context& context, web::FormState const& state) {
  auto const& t = context.t;
  auto const stands = nothing_yet(context);
  Frame const frame{.title = t("Add a service"), .back = kList, .problems = state.problems};
  if (stands.choices.agencies.empty())
    return framed(context, frame,
                  ui::empty_state({.title = t("There is no agency yet"),
                                   .text = t("A service belongs to an agency. Add the agency first."),
                                   .action_text = t("Add an agency"),
                                   .action_href = "/administration/agencies/new"}));
  return framed(context, frame, ui::form(context, kNew, fields(context, state, stands)));
}

web::Answer add_service(web::Context& context, http::Form const& form) {
  auto const stands = nothing_yet(context);
  auto const read = TRY(rules::read_service(form.fields, {}, stands.choices));
  return then_go(context.db.write([&](db::Transaction& tx) -> Result<void> {
    auto service = read.service;
    if (service.slug.empty())
      service.slug = free_slug(service.name,
                               [&](std::string const& each) { return agencies::find_service(tx, each).has_value(); });
    TRY(is_free(tx, service));
    auto const id = agencies::add_service(tx, {.agency = service.agency,
                                               .name = service.name,
                                               .slug = service.slug,
                                               .about = service.about,
                                               .answer_within_days = service.answer_within_days});
    TRY(save_lists(tx, context, id, stands, read));
    note(tx, context, "add_service", "service " + service.slug);
    return {};
  }),
                 kList);
}

web::Answer show_service(web::Context& context, web::FormState const& state, ServiceId id) {
  auto const& t = context.t;
  auto const stands = TRY(find(context, id));
  auto const close = ui::link(address(id, "/close"),
                              stands.service.closed_at ? t("Open this service again") : t("Close this service"));
  return framed(context, {.title = stands.service.name, .back = kList, .problems = state.problems},
                html(ui::quiet(t("Its address: {1}", context.absolute("/services/" + stands.service.slug))),
                     ui::form(context, address(id), html(ui::seen(stands_of(stands)), fields(context, state, stands))),
                     ui::paragraph(close)));
}

web::Answer save_service(web::Context& context, http::Form const& form, ServiceId id) {
  return then_go(context.db.write([&](db::Transaction& tx) -> Result<void> {
    auto const stands = TRY(find(tx, id));
    auto const read = TRY(rules::read_service(form.fields, stands.service, stands.choices));
    TRY(ui::nobody_else_changed(form.fields, stands_of(stands)));
    TRY(agencies::save(tx, read.service));
    TRY(save_lists(tx, context, id, stands, read));
    note(tx, context, "change_service", "service " + stands.service.slug, changed_parts(stands, read));
    return {};
  }),
                 kList);
}

web::Answer show_close_service(web::Context& context, web::FormState const& state, ServiceId id) {
  auto const& t = context.t;
  auto const service = TRY(find(context, id)).service;
  return closing_page(
      context, state,
      {.name = service.name,
       .action = address(id, "/close"),
       .back = address(id),
       .closed = service.closed_at.has_value(),
       .close_follows =
           t("Families cannot choose it any more. What it was asked still needs its answer, and all that it "
             "answered stays where it is."),
       .open_follows = t("Families can choose it again at once.")});
}

web::Answer close_service(web::Context& context, http::Form const& form, ServiceId id) {
  auto const service = TRY(find(context, id)).service;
  auto const opens = form.fields.get("open") == "yes";
  return then_go(context.db.write([&](db::Transaction& tx) -> Result<void> {
    if (opens)
      TRY(agencies::open(tx, id));
    else
      agencies::close(tx, id, context.now);
    note(tx, context, opens ? "open_service" : "close_service", "service " + service.slug);
    return {};
  }),
                 kList);
}

}  // namespace earshot::administration
