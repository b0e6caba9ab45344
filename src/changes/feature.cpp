#include "changes/changes.h"
#include "changes/pages.h"
#include "people/people.h"

namespace earshot::changes {

web::Feature feature() {
  using web::form_route;
  using web::kEveryone;
  using web::page_route;
  std::vector<std::string> const shown{asks::kPublishedAnswers, county::kCounty};
  web::RouteOptions const remembered{.remembered_under = shown};
  web::RouteOptions const list{.remembered_under = shown, .remembered_query = remembered_fields()};
  web::RouteOptions const poster{.remembered_under = shown, .remembered_query = {"period"}};
  return {.name = "changes",
          .migrations = migrations(),
          .routes = {page_route("/changes", kEveryone, show_changes, list),
                     page_route("/changes.atom", kEveryone, show_feed, list),
                     page_route("/changes.csv", kEveryone, show_sheet),
                     page_route("/changes/poster", kEveryone, show_county_poster, list),
                     page_route("/changes/{}", kEveryone, show_change, remembered),
                     page_route("/services", kEveryone, show_services, remembered),
                     page_route("/services/{}", kEveryone, show_service, remembered),
                     page_route("/services/{}/poster", kEveryone, show_service_poster, poster),
                     page_route("/telling", kTellChanges, show_telling),
                     form_route("/telling/new", kTellChanges, show_new_telling, save_new_telling),
                     form_route("/telling/{}", kTellChanges, show_told, save_told),
                     form_route("/telling/{}/publish", kTellChanges, show_publish_told, publish_told)},
          .grants = {{kTellChanges,
                      {people::kServiceLead, people::kAgencyLead, people::kCountyLead, people::kAdministrator}}},
          .navigation = {{i18n::mark("What changed"), "/changes", kEveryone, 30},
                         {i18n::mark("Promises"), "/telling", kTellChanges, 65}}};
}

}  // namespace earshot::changes
