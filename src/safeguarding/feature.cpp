#include "platform/db/database.h"
#include "safeguarding/pages.h"
#include "safeguarding/safeguarding.h"

namespace earshot::safeguarding {
namespace {

/// What the log and the measures call the pages of safeguarding: by those that workers use all day, so that neither
/// tells when a voice was raised or looked at.
constexpr char const* kMeasuredAs = "/voices/{}";

/// Looks at what was not looked over, a batch at a time. What is left after some thousands waits for the next minute,
/// so that a node that is to stop does not have to finish a whole county first.
void look_over_all(jobs::Environment& environment, std::string const&) {
  constexpr int kAtOnce = 200, kBatches = 20;
  auto const now = environment.clock();
  auto const look = [&](db::Transaction& tx) { return look_over_rest(tx, kAtOnce, now); };
  for (int batch = 0; batch < kBatches; ++batch)
    if (environment.db.write(look) < kAtOnce) return;
}

void heed(db::Transaction& tx, std::int64_t voice, Time now) { look_over(tx, voices::VoiceId{voice}, now); }

void heed_other_words(db::Transaction& tx, std::int64_t, Time) { voices::look_over_again(tx); }

void tell(jobs::Environment& environment, std::string const&) {
  environment.db.write([&](db::Transaction& tx) { tell_leads(tx, environment.clock()); });
}

}  // namespace

web::Feature feature() {
  web::RouteOptions const quiet{.measured_as = kMeasuredAs};
  return {.name = "safeguarding",
          .migrations = migrations(),
          .routes = {web::form_route("/voices/{}/danger", kRaiseVoices, show_raise_voice, raise_voice, quiet),
                     web::form_route("/asks/{}/danger", asks::kSeeAsks, show_raise_ask, raise_ask, quiet),
                     web::page_route(kAfterRaising, kHaveRaised, show_raised, quiet),
                     web::form_route("/voices/{}/first", kReadFirst, show_read_first, save_read_first, quiet),
                     web::page_route("/safeguarding", kSeeCases, show_cases, quiet),
                     web::form_route("/safeguarding/reach", kSeeCases, show_reach, save_reach, quiet),
                     web::form_route("/safeguarding/{}", kSeeCases, show_case, save_note, quiet),
                     web::page_route("/safeguarding/{}/files/{}", kSeeCases, show_file, quiet),
                     web::form_route("/safeguarding/{}/hand-over", kSeeCases, show_hand_over, save_hand_over, quiet),
                     web::form_route("/safeguarding/{}/decide", kSeeCases, show_decide, save_decision, quiet),
                     web::page_route("/safeguarding/{}/note", kSeeCases, show_handover_note, quiet)},
          .grants = {{kHaveRaised,
                      {people::kWorker, people::kServiceLead, people::kAgencyLead, people::kCountyLead,
                       people::kModerator, people::kSafeguardingLead, people::kAdministrator}},
                     {kRaiseVoices, {people::kWorker, people::kAdministrator, people::kSafeguardingLead}},
                     {kReadFirst, {people::kWorker, people::kAdministrator, people::kSafeguardingLead}},
                     {kSeeCases, {people::kSafeguardingLead}}},
          .navigation = {{i18n::mark("Safeguarding"), "/safeguarding", kSeeCases, 55}},
          .jobs = {{.kind = "safeguarding.look_over", .run = look_over_all, .every = std::chrono::minutes{1}},
                   {.kind = "safeguarding.tell", .run = tell, .every = std::chrono::minutes{1}}},
          .hooks = {{voices::kSaid, heed}, {county::kDangerWordsChanged, heed_other_words}}};
}

}  // namespace earshot::safeguarding
