#include "asks/asks.h"
#include "asks/pages.h"
#include "asks/telling.h"
#include "asks/watch.h"

namespace earshot::asks {

web::Feature feature() {
  return {
      .name = "asks",
      .migrations = migrations(),
      .routes = {web::page_route("/asks", kSeeAsks, show_open_asks), web::page_route("/asks/{}", kSeeAsks, show_ask),
                 web::form_route("/asks/{}/clock", kAnswerAsks, show_clock_form, save_clock),
                 web::form_route("/asks/{}/look", kLookOver, show_look_form, save_look),
                 web::form_route("/asks/{}/not-for-us", kAnswerAsks, show_return_form, save_return),
                 web::form_route("/changes/{}/support", web::kEveryone, show_support, save_support,
                                 {.sent_rarely = true}),
                 web::page_route("/changes/{}/supported", web::kEveryone, show_supported),
                 web::form_route("/asks/{}/answer", kAnswerAsks, show_answer_form, save_answer),
                 web::form_route("/asks/{}/publish", kAnswerAsks, show_publish_form, publish_answer)},
      .grants = {{kSeeAsks,
                  {people::kWorker, people::kServiceLead, people::kAgencyLead, people::kCountyLead,
                   people::kAdministrator}},
                 {kLookOver, {people::kServiceLead, people::kAgencyLead, people::kCountyLead, people::kAdministrator}},
                 {kAnswerAsks, {people::kServiceLead, people::kAgencyLead, people::kAdministrator}}},
      .navigation = {{i18n::mark("To answer"), "/asks", kAnswerAsks, 60}, {i18n::mark("Asks"), "/asks", kSeeAsks, 60}},
      .jobs = {watch_job(), telling_job(), publishing_job()}};
}

}  // namespace earshot::asks
