#include "moderation/moderation.h"
#include "moderation/pages.h"

namespace earshot::moderation {

web::Feature feature() {
  return {
      .name = "moderation",
      .migrations = migrations(),
      .routes = {web::page_route("/moderation", kModerate, show_queue),
                 web::form_route("/moderation/{}", kModerate, show_item, save_decision),
                 web::form_route("/moderation/{}/danger", kModerate, show_raise_item, raise_item,
                                 {.measured_as = "/moderation/{}"}),
                 web::page_route("/moderation/reasons", web::kEveryone, show_reasons,
                                 {.remembered_under = {kModeration}}),
                 web::page_route("/moderation/reported", web::kEveryone, show_reported),
                 web::form_route("/changes/{}/report", web::kEveryone, show_report, save_report, {.sent_rarely = true}),
                 web::form_route("/follow/{}/shown", web::kEveryone, show_not_shown, save_plea)},
      .grants = {{kModerate, {people::kModerator, people::kAdministrator}}},
      .navigation = {{i18n::mark("To look over"), "/moderation", kModerate, 57}}};
}

}  // namespace earshot::moderation
