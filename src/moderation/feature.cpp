#include <charconv>

#include "moderation/moderation.h"
#include "moderation/pages.h"
#include "platform/db/database.h"

namespace earshot::moderation {
namespace {

/// A photo or a recording was sent: nobody else sees it before a moderator does.
void look_at_file(jobs::Environment& environment, std::string const& payload) {
  attachments::AttachmentId id;
  std::from_chars(payload.data(), payload.data() + payload.size(), id.value);
  auto const now = environment.clock();
  auto const today = i18n::Translator(i18n::language("en"), environment.config.time_zone).day(now);
  environment.db.write([&](db::Transaction& tx) { queue_file(tx, id, now, today); });
}

}  // namespace

web::Feature feature() {
  return {
      .name = "moderation",
      .migrations = migrations(),
      .routes = {web::page_route("/moderation", kModerate, show_queue),
                 web::form_route("/moderation/{}", kModerate, show_item, save_decision),
                 web::form_route("/moderation/{}/danger", kModerate, show_raise_item, raise_item,
                                 {.measured_as = "/moderation/{}"}),
                 web::page_route("/moderation/{}/file", kModerate, show_item_file),
                 web::page_route("/moderation/reasons", web::kEveryone, show_reasons,
                                 {.remembered_under = {kModeration}}),
                 web::page_route("/moderation/reported", web::kEveryone, show_reported),
                 web::form_route("/changes/{}/report", web::kEveryone, show_report, save_report, {.sent_rarely = true}),
                 web::form_route("/follow/{}/shown", web::kEveryone, show_not_shown, save_plea)},
      .grants = {{kModerate, {people::kModerator, people::kAdministrator}}},
      .navigation = {{i18n::mark("To look over"), "/moderation", kModerate, 57}},
      .jobs = {{.kind = attachments::kToDecide, .run = look_at_file}}};
}

}  // namespace earshot::moderation
