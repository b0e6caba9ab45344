#include "families/families.h"
#include "families/pages.h"
#include "people/people.h"

namespace earshot::families {

web::Feature feature() {
  web::RouteOptions const rarely{.sent_rarely = true};
  return {.name = "families",
          .routes = {web::form_route("/families/sign-in", web::kEveryone, show_sign_in, send_link, rarely),
                     web::page_route("/families/sent", web::kEveryone, show_sent),
                     web::form_route("/families/enter/{}", web::kEveryone, show_enter, enter, rarely),
                     web::page_route("/families", kOwnPage, show_own_page),
                     web::form_route("/families/preferences", kOwnPage, show_preferences, save_preferences),
                     web::form_route("/families/leave", kOwnPage, show_leave, leave)},
          .grants = {{kOwnPage, {people::kFamily}}}};
}

}  // namespace earshot::families
