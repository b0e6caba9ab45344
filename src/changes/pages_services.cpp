// The services: a list by agency, and a page each that says what families can expect of it and what it did.

#include <map>

#include "changes/pages.h"
#include "changes/store.h"
#include "platform/db/database.h"
#include "ui/empty_state.h"
#include "ui/fields.h"
#include "ui/figures.h"
#include "ui/govuk/details.h"
#include "ui/page.h"
#include "ui/prose.h"

namespace earshot::changes {
namespace {

constexpr int kNewest = 6;
/// More services than these are folded away, agency by agency.
constexpr std::size_t kMostInSight = 12;

std::string promised_time(i18n::Translator const& t, agencies::Service const& service) {
  return t.plural("They promise to answer within 1 working day.", "They promise to answer within {1} working days.",
                  service.answer_within_days);
}

Html line(i18n::Translator const& t, agencies::Service const& service, std::int64_t late, std::string const& heading) {
  auto facts = element("p", {{"class", "quiet"}}, promised_time(t, service));
  if (late > 0)
    facts += element("p", {{"class", "services__late"}}, t.plural("1 answer is late", "{1} answers are late", late));
  return element(
      "li", {{"class", "card"}},
      html(element(heading, {{"class", "govuk-heading-s"}}, ui::link("/services/" + service.slug, service.name)),
           ui::paragraph(service.about), facts));
}

/// The services of each agency under its name. Of many, the names alone are in sight until one opens an agency.
Html by_agency(i18n::Translator const& t, std::vector<agencies::Service> const& services,
               std::map<std::int64_t, std::int64_t> const& late) {
  auto const folds = services.size() > kMostInSight;
  struct Agency {
    std::string names;
    Html lines;
  };
  std::map<std::string, Agency> agencies;
  for (auto const& service : services) {
    auto const found = late.find(service.id.value);
    auto& agency = agencies[service.agency_name];
    agency.names += (agency.names.empty() ? "" : " · ") + service.name;
    agency.lines += line(t, service, found == late.end() ? 0 : found->second, folds ? "h2" : "h3");
  }
  Html list;
  for (auto const& [name, agency] : agencies) {
    auto const cards = element("ul", {{"class", "cards"}, {"role", "list"}}, agency.lines);
    if (folds)
      list += govuk::details(
          {.summary_text = html(name, " ", element("span", {{"class", "services__names"}}, agency.names)),
           .text = cards,
           .classes = "services__agency"});
    else
      list += html(ui::subheading(name), cards);
  }
  return list;
}

/// The figures of a service; each says in words what it counts.
Html figures(i18n::Translator const& t, agencies::Service const& service, asks::ServiceFigures const& seen,
             Promises const& promises, std::int64_t kept) {
  auto const list_of = [&](std::string_view outcome) {
    return Url("/changes?service=" + service.slug + "&outcome=" + std::string(outcome));
  };
  std::vector<ui::Figure> list{
      {.number = t.number(service.answer_within_days),
       .text = t.plural("working day is how long they may take", "working days is how long they may take",
                        service.answer_within_days)}};
  if (seen.median_days)
    list.push_back({.number = t.number(*seen.median_days),
                    .text = t.plural("working day is how long families usually wait",
                                     "working days is how long families usually wait", *seen.median_days)});
  list.push_back(
      {.number = t.number(seen.answered), .text = t("answered"), .href = "/changes?service=" + service.slug});
  list.push_back({.number = t.number(seen.late),
                  .text = t.plural("answer is late now", "answers are late now", seen.late),
                  .href = seen.late > 0 ? list_of("late") : Url(),
                  .warning = seen.late > 0});
  if (promises.open > 0)
    list.push_back({.number = t.number(promises.open),
                    .text = t.plural("promise with time to go", "promises with time to go", promises.open),
                    .href = list_of("will")});
  if (kept > 0)
    list.push_back(
        {.number = t.number(kept), .text = t.plural("promise kept", "promises kept", kept), .href = list_of("kept")});
  if (promises.broken > 0)
    list.push_back({.number = t.number(promises.broken),
                    .text = t.plural("promise not kept", "promises not kept", promises.broken),
                    .href = list_of("broken"),
                    .warning = true});
  if (seen.helped.for_everybody())
    list.push_back({.number = t("{1} of {2}", t.number(seen.helped.helped), t.number(seen.helped.told)),
                    .text = t("who told us said that the answer helped")});
  return ui::figures(list);
}

/// Promises of one kind under a heading; nothing when there are none.
Html promises_part(web::Context const& context, std::string const& heading, std::vector<Change> const& list) {
  if (list.empty()) return {};
  return html(ui::subheading(heading), cards(context, list));
}

struct Seen {
  agencies::Service service;
  asks::ServiceFigures figures;
  Promises promises;
  std::int64_t kept = 0;
  std::vector<Change> broken;
  std::vector<Change> open;
  std::vector<Change> newest;
};

std::optional<Seen> look(db::Transaction& tx, std::string const& slug, Date today) {
  auto const service = agencies::find_service(tx, slug);
  if (!service) return std::nullopt;
  Filter const its{.service = service->id};
  auto const with = [&](Became became) {
    auto filter = its;
    filter.became = became;
    return newest(tx, filter, today, kNewest);
  };
  Seen seen{.service = *service,
            .figures = asks::service_figures(tx, service->id, today),
            .promises = promises(tx, service->id, today),
            .kept = promises_kept(tx, service->id),
            .broken = with(Became::broken),
            .open = with(Became::will),
            .newest = newest(tx, its, today, kNewest)};
  leave_out(seen.newest, seen.broken);
  leave_out(seen.newest, seen.open);
  return seen;
}

}  // namespace

web::Answer show_services(web::Context& context) {
  auto const& t = context.t;
  std::vector<agencies::Service> services;
  std::map<std::int64_t, std::int64_t> late;
  context.db.read([&](db::Transaction& tx) {
    for (auto const& each : late_by_service(tx, context.today())) late[each.service.value] = each.asks;
    services = agencies::services(tx);
  });
  auto const list = services.empty()
                        ? ui::empty_state({.title = t("No service is here yet"),
                                           .text = t("Say what you want to say all the same. A worker reads it."),
                                           .action_text = t("Say something"),
                                           .action_href = "/say"})
                        : by_agency(t, services, late);
  return ui::page(
      context, {.title = t("Services"), .back = Url("/changes"), .wide = true},
      html(ui::heading(t("Services")),
           ui::lead(t("Who answers here, how long they take, what they promised, and what changed.")), list));
}

web::Answer show_service(web::Context& context, std::string slug) {
  auto const& t = context.t;
  auto const seen = context.db.read([&](db::Transaction& tx) { return look(tx, slug, context.today()); });
  if (!seen) return refuse(Refusal::Kind::not_found, msg("There is no page at this address."));
  auto const& service = seen->service;
  auto const changes = "/changes?service=" + service.slug;
  auto content =
      html(ui::heading(service.name), ui::lead(service.about), ui::quiet(t("Run by {1}", service.agency_name)),
           ui::paragraph(ui::button({.text = t("Say something about it"), .href = "/say?about=" + service.slug})),
           ui::subheading(t("How it is going")), figures(t, service, seen->figures, seen->promises, seen->kept),
           ui::paragraph(ui::link(changes + "&outcome=waiting", t("What families wait to hear from it"))),
           promises_part(context, t("Promises not kept"), seen->broken),
           promises_part(context, t("What they promised"), seen->open));
  if (seen->newest.empty())
    content += html(ui::subheading(t("What changed")),
                    ui::empty_state({.title = t("No answer yet"),
                                     .text = t("As soon as this service answers, you read it here."),
                                     .heading_level = 3}));
  else
    content += html(ui::subheading(t("What changed")), cards(context, seen->newest),
                    ui::paragraph(ui::link(changes, t("Everything that changed here"))),
                    ui::paragraph(ui::link("/services/" + service.slug + "/poster", t("A poster to print"))));
  return ui::page(context,
                  {.title = service.name,
                   .back = Url("/services"),
                   .feed = "/changes.atom?service=" + service.slug,
                   .wide = true,
                   .description = service.about},
                  content);
}

}  // namespace earshot::changes
