#include "asks/asks.h"
#include "asks/pages.h"

namespace earshot::asks {

web::Feature feature() {
  return {
      .name = "asks",
      .migrations = migrations(),
      .routes = {web::page_route("/asks", kSeeAsks, show_open_asks), web::page_route("/asks/{}", kSeeAsks, show_ask),
                 web::form_route("/asks/{}/answer", kAnswerAsks, show_answer_form, save_answer),
                 web::form_route("/asks/{}/publish", kAnswerAsks, show_publish_form, publish_answer)},
      .grants = {{kSeeAsks,
                  {people::kWorker, people::kServiceLead, people::kAgencyLead, people::kCountyLead,
                   people::kAdministrator}},
                 {kAnswerAsks, {people::kServiceLead, people::kAgencyLead, people::kAdministrator}}},
      .navigation = {{i18n::mark("To answer"), "/asks", kSeeAsks, 60}}};
}

}  // namespace earshot::asks
