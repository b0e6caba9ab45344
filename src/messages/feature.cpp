#include "messages/bounces.h"
#include "messages/messages.h"
#include "messages/pages.h"
#include "messages/sending.h"

namespace earshot::messages {
namespace {

/// Other programs send here; there is nothing to see.
web::Route callback_route() {
  return {.pattern = "/messages/notify",
          .permission = web::kEveryone,
          .show = [](web::Context&, web::FormState const&, web::PathValues const&) -> web::Answer {
            return refuse(Refusal::Kind::not_found, msg("There is no page at this address."));
          },
          .act = take_callback,
          .options = {.token = web::Token::none}};
}

}  // namespace

web::Feature feature() {
  return {.name = "messages",
          .migrations = migrations(),
          .routes = {web::form_route("/stop/{}", web::kEveryone, show_stop, do_stop, {.token = web::Token::none}),
                     web::page_route("/outbox", web::kEveryone, show_outbox),
                     web::page_route("/outbox/{}", web::kEveryone, show_message), callback_route()},
          .jobs = sending_jobs(),
          .imports = {bounces_import()}};
}

}  // namespace earshot::messages
