// Signing in with an agency's own accounts: there and back.

#include "messages/messages.h"
#include "people/openid.h"
#include "people/page_parts.h"
#include "people/pages.h"
#include "people/sign_in.h"
#include "people/store.h"
#include "platform/crypto/token.h"
#include "platform/web/sessions.h"

namespace earshot::people {
namespace {

constexpr char const* kBack = "/sign-in/agency/back";
constexpr Milliseconds kAwayLasts = std::chrono::minutes{10};

openid::Provider provider(web::Context const& context) {
  auto const& config = context.site.config;
  return {config.openid_issuer, config.openid_client_id, config.openid_client_secret};
}

tl::unexpected<Refusal> no_page() { return refuse(Refusal::Kind::not_found, msg("There is no page at this address.")); }

}  // namespace

web::Answer go_to_agency(web::Context& context) {
  auto const agency = provider(context);
  if (agency.issuer.empty()) return no_page();
  auto const endpoints = TRY(openid::discover(agency));
  auto const attempt = openid::new_attempt();
  auto const session = web::ensure_session(context).id;
  auto const onward = own_path(context.request.query.get("then"));
  context.db.write([&](db::Transaction& tx) {
    store::save_agency_sign_in(tx, crypto::token_hash(attempt.state),
                               {session, attempt.nonce, attempt.verifier, onward, context.now});
  });
  return web::go_to(openid::authorization_address(endpoints, agency, context.absolute(kBack), attempt));
}

web::Answer come_back_from_agency(web::Context& context) {
  auto const agency = provider(context);
  if (agency.issuer.empty()) return no_page();
  auto const again = refuse(Refusal::Kind::forbidden,
                            msg("Signing in with your agency was not finished. Go to the page for signing in and begin "
                                "again."));
  auto const& query = context.request.query;
  // Taken once, by the visit that set out: another site must not sign somebody in as another.
  auto const away = context.db.write(
      [&](db::Transaction& tx) { return store::take_agency_sign_in(tx, crypto::token_hash(query.get("state"))); });
  if (!away || !context.session || away->session != context.session->id || context.now - away->created_at >= kAwayLasts)
    return again;
  if (query.get("code").empty()) return again;
  auto const endpoints = TRY(openid::discover(agency));
  auto const token =
      TRY(openid::id_token(endpoints, agency, context.absolute(kBack), query.get("code"), away->verifier));
  auto const keys = TRY(openid::keys(endpoints));
  auto const email = TRY(openid::checked_email(
      token, keys, {.issuer = agency.issuer, .client_id = agency.client_id, .nonce = away->nonce, .now = context.now}));
  auto const person =
      context.db.read([&](db::Transaction& tx) { return store::find_worker(tx, normal_address(email)); });
  if (!person)
    return refuse(Refusal::Kind::forbidden, msg("Your agency knows you, but you have no account here. Ask whoever runs "
                                                "Earshot where you work to invite you."));
  return web::go_to(go_in(context, *person, {away->onward, ""}, "agency"));
}

}  // namespace earshot::people
