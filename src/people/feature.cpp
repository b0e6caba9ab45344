#include "people/pages.h"
#include "people/people.h"
#include "people/store.h"
#include "platform/web/sessions.h"

namespace earshot::people {
namespace {

/// Half sign-ins count for ten minutes; links are counted for an hour, so that nobody is sent too many.
void remove_what_is_over(jobs::Environment& environment, std::string const&) {
  auto const now = environment.clock();
  environment.db.write([&](db::Transaction& tx) {
    web::remove_ended_sessions(tx, now);
    store::remove_what_is_over(tx, now - std::chrono::minutes{15}, now - std::chrono::hours{1});
  });
}

}  // namespace

web::Feature feature() {
  web::RouteOptions const rarely{.sent_rarely = true};
  return {
      .name = "people",
      .migrations = migrations(),
      .routes = {web::form_route("/sign-in", web::kEveryone, show_sign_in, do_sign_in, rarely),
                 web::form_route("/sign-in/code", web::kEveryone, show_code, give_code, rarely),
                 web::form_route("/sign-in/second-step", web::kEveryone, show_required_factor, save_required_factor,
                                 rarely),
                 web::page_route("/sign-in/agency", web::kEveryone, go_to_agency),
                 web::page_route("/sign-in/agency/back", web::kEveryone, come_back_from_agency),
                 web::form_route("/sign-out", web::kSignedIn, show_sign_out, do_sign_out),
                 web::form_route("/forgotten", web::kEveryone, show_forgotten, send_reset, rarely),
                 web::page_route("/forgotten/sent", web::kEveryone, show_reset_sent),
                 web::form_route("/new-password/{}", web::kEveryone, show_new_password, save_new_password, rarely),
                 web::form_route("/invitation/{}", web::kEveryone, show_invitation, accept_invitation, rarely),
                 web::form_route("/account", kHaveAccount, show_account, end_sign_ins),
                 web::form_route("/account/password", kHaveAccount, show_change_password, change_password, rarely),
                 web::form_route("/account/language", kHaveAccount, show_language, save_language),
                 web::form_route("/account/second-step", kHaveAccount, show_second_factor, save_second_factor, rarely),
                 web::form_route("/account/recovery-codes", kHaveAccount, show_new_recovery_codes,
                                 make_new_recovery_codes, rarely)},
      .grants = {{kHaveAccount, roles()}},
      .jobs = {{.kind = "people.remove_ended_sessions", .run = remove_what_is_over, .every = std::chrono::hours{1}}}};
}

}  // namespace earshot::people
