#include "people/pages.h"
#include "people/people.h"
#include "platform/web/sessions.h"

namespace earshot::people {

web::Feature feature() {
  return {.name = "people",
          .migrations = migrations(),
          .routes = {web::form_route("/sign-in", web::kEveryone, show_sign_in, do_sign_in, {.sent_rarely = true}),
                     web::form_route("/sign-out", web::kSignedIn, show_sign_out, do_sign_out)},
          .jobs = {{.kind = "people.remove_ended_sessions",
                    .run =
                        [](jobs::Environment& environment, std::string const&) {
                          environment.db.write(
                              [&](db::Transaction& tx) { web::remove_ended_sessions(tx, environment.clock()); });
                        },
                    .every = std::chrono::hours{1}}}};
}

}  // namespace earshot::people
