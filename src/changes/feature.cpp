#include "changes/changes.h"
#include "changes/pages.h"

namespace earshot::changes {

web::Feature feature() {
  web::RouteOptions const remembered{.remembered_under = {asks::kPublishedAnswers}};
  return {.name = "changes",
          .routes = {web::page_route("/changes", web::kEveryone, show_changes,
                                     {.remembered_under = {asks::kPublishedAnswers},
                                      .remembered_query = {"service", "outcome", "page"}}),
                     web::page_route("/changes/{}", web::kEveryone, show_change, remembered),
                     web::page_route("/changes.atom", web::kEveryone, show_feed, remembered)},
          .navigation = {{i18n::mark("What changed"), "/changes", web::kEveryone, 30}}};
}

}  // namespace earshot::changes
