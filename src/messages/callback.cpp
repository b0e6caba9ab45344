// What GOV.UK Notify tells us: delivery receipts of e-mail and texts, and letters that came back.

#include <boost/json.hpp>

#include "messages/outbox.h"
#include "messages/pages.h"
#include "platform/crypto/token.h"
#include "platform/db/database.h"

namespace earshot::messages {
namespace {

namespace json = boost::json;

http::Response plain(int status, std::string body) {
  http::Response response{.status = status, .body = std::move(body)};
  response.headers.set("Content-Type", "text/plain; charset=utf-8");
  return response;
}

std::string text_of(json::object const& object, std::string_view name) {
  auto const* found = object.if_contains(name);
  return found && found->is_string() ? std::string(found->as_string()) : std::string();
}

bool is_from_notify(web::Context const& context) {
  auto const header = context.request.headers.get("Authorization");
  return crypto::equal(header, "Bearer " + context.site.config.notify_callback_token);
}

}  // namespace

web::Answer take_callback(web::Context& context, http::Form const&, web::PathValues const&) {
  if (context.site.config.notify_callback_token.empty())
    return refuse(Refusal::Kind::not_found, msg("There is no page at this address."));
  if (!is_from_notify(context)) return plain(403, "The bearer token is not ours.\n");
  boost::system::error_code broken;
  auto const value = json::parse(context.request.body, broken);
  auto const* told = broken ? nullptr : value.if_object();
  if (told == nullptr) return plain(400, "This is no JSON object.\n");
  auto const reference = text_of(*told, "reference");
  if (!db::is_storable(reference)) return plain(400, "The reference is not text.\n");

  auto outcome = mail::outcome_of(text_of(*told, "status"));
  if (outcome) outcome->id = text_of(*told, "id");
  if (outcome && !db::is_storable(outcome->id)) return plain(400, "The id is not text.\n");
  auto const came_back = told->contains("notification_id") && !told->contains("status");
  context.db.write([&](db::Transaction& tx) {
    if (outcome)
      outbox::report(tx, reference, *outcome, context.now);
    else if (came_back)
      outbox::came_back(tx, reference, "The letter came back.", context.now);
  });
  // Also when the message is unknown: Notify would only tell us again.
  return plain(200, "Thank you.\n");
}

}  // namespace earshot::messages
