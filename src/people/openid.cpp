#include "people/openid.h"

#include <algorithm>
#include <optional>

#include <boost/json.hpp>

#include "platform/crypto/mac.h"
#include "platform/crypto/signature.h"
#include "platform/crypto/token.h"
#include "platform/fetch/fetch.h"
#include "platform/log/log.h"

namespace earshot::people::openid {
namespace {

namespace json = boost::json;

constexpr std::size_t kTokenBytes = 32;
/// Clocks of two machines may differ by so much.
constexpr std::int64_t kLeewaySeconds = 60;

/// One sentence for people whatever went wrong; the log says what it was, without what anybody is called.
tl::unexpected<Refusal> failed(std::string_view why) {
  log::warning("Signing in with the agency failed", {{"why", why}});
  return refuse(Refusal::Kind::forbidden,
                msg("Signing in with your agency did not work, and nothing was changed. Try again. If it happens "
                    "again, tell whoever runs Earshot where you work."));
}

Result<json::object> read_object(std::string_view text, std::string_view what) {
  boost::system::error_code error;
  auto value = json::parse(text, error);
  if (error || !value.is_object()) return failed(std::string(what) + " is no JSON object");
  return std::move(value.as_object());
}

std::string text(json::object const& object, std::string_view name) {
  auto const* value = object.if_contains(name);
  return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::optional<std::int64_t> number(json::object const& object, std::string_view name) {
  auto const* value = object.if_contains(name);
  if (!value) return std::nullopt;
  if (value->is_int64()) return value->get_int64();
  if (value->is_double()) return static_cast<std::int64_t>(value->get_double());
  return std::nullopt;
}

Result<json::object> asked(fetch::Call const& call, std::string_view what) {
  auto const reply = fetch::ask(call);
  if (!reply) return failed(std::string(what) + ": " + reply.error().why);
  if (reply->status != 200) return failed(std::string(what) + ": status " + std::to_string(reply->status));
  return read_object(reply->body, what);
}

/// RFC 4648, section 4, as the Basic scheme wants it.
std::string base64(std::string_view bytes) {
  auto result = crypto::to_base64url(bytes);
  std::replace(result.begin(), result.end(), '-', '+');
  std::replace(result.begin(), result.end(), '_', '/');
  result.append((4 - result.size() % 4) % 4, '=');
  return result;
}

/// Whether the audience is Earshot alone, or Earshot is the one it was made for.
bool is_for(json::object const& claims, std::string_view client_id) {
  auto const* audience = claims.if_contains("aud");
  if (!audience) return false;
  if (audience->is_string()) return audience->get_string() == client_id;
  if (!audience->is_array()) return false;
  auto const& all = audience->get_array();
  auto const named = std::any_of(all.begin(), all.end(), [&](json::value const& each) {
    return each.is_string() && each.get_string() == client_id;
  });
  return named && (all.size() == 1 || text(claims, "azp") == client_id);
}

/// The key that signed, by its id when the token names one. RSA only: every provider has it (section 15.1).
bool is_signed(std::string_view data, std::string_view signature, json::object const& header,
               json::object const& keys) {
  auto const* list = keys.if_contains("keys");
  if (!list || !list->is_array()) return false;
  auto const id = text(header, "kid");
  for (auto const& each : list->get_array()) {
    if (!each.is_object()) continue;
    auto const& key = each.get_object();
    if (text(key, "kty") != "RSA" || (!id.empty() && text(key, "kid") != id)) continue;
    auto const modulus = crypto::from_base64url(text(key, "n"));
    auto const exponent = crypto::from_base64url(text(key, "e"));
    if (modulus && exponent && crypto::rs256_verifies(*modulus, *exponent, data, signature)) return true;
  }
  return false;
}

struct Parts {
  json::object header;
  json::object claims;
  std::string signed_part;
  std::string signature;
};

Result<Parts> parts_of(std::string_view token) {
  auto const first = token.find('.');
  auto const second = first == std::string_view::npos ? first : token.find('.', first + 1);
  if (second == std::string_view::npos || token.find('.', second + 1) != std::string_view::npos)
    return failed("the id_token has not three parts");
  auto const header = crypto::from_base64url(token.substr(0, first));
  auto const claims = crypto::from_base64url(token.substr(first + 1, second - first - 1));
  auto const signature = crypto::from_base64url(token.substr(second + 1));
  if (!header || !claims || !signature) return failed("the id_token is not base64url");
  auto header_object = TRY(read_object(*header, "the id_token's header"));
  auto claims_object = TRY(read_object(*claims, "the id_token"));
  return Parts{std::move(header_object), std::move(claims_object), std::string(token.substr(0, second)), *signature};
}

}  // namespace

Attempt new_attempt() {
  return {crypto::random_token(kTokenBytes), crypto::random_token(kTokenBytes), crypto::random_token(kTokenBytes)};
}

Result<Endpoints> discover(Provider const& provider) {
  auto const document =
      TRY(asked({.url = provider.issuer + "/.well-known/openid-configuration"}, "the discovery document"));
  if (text(document, "issuer") != provider.issuer) return failed("the discovery document is of another issuer");
  Endpoints endpoints{text(document, "authorization_endpoint"), text(document, "token_endpoint"),
                      text(document, "jwks_uri")};
  auto const own_machine = provider.issuer.starts_with("http://");
  for (auto const& each : {endpoints.authorization, endpoints.token, endpoints.keys})
    if (!each.starts_with("https://") && !(own_machine && each.starts_with(provider.issuer + "/")))
      return failed("the discovery document names an address without TLS");
  return endpoints;
}

std::string authorization_address(Endpoints const& endpoints, Provider const& provider, std::string_view redirect,
                                  Attempt const& attempt) {
  auto const joint = endpoints.authorization.find('?') == std::string::npos ? "?" : "&";
  return endpoints.authorization + joint +
         "response_type=code&scope=openid%20email&client_id=" + fetch::encoded(provider.client_id) +
         "&redirect_uri=" + fetch::encoded(redirect) + "&state=" + attempt.state + "&nonce=" + attempt.nonce +
         "&code_challenge=" + crypto::to_base64url(crypto::sha256(attempt.verifier)) + "&code_challenge_method=S256";
}

Result<std::string> id_token(Endpoints const& endpoints, Provider const& provider, std::string_view redirect,
                             std::string_view code, std::string_view verifier) {
  fetch::Call call{.method = http::Method::post,
                   .url = endpoints.token,
                   .headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}},
                   .body = "grant_type=authorization_code&code=" + fetch::encoded(code) +
                           "&redirect_uri=" + fetch::encoded(redirect) + "&code_verifier=" + fetch::encoded(verifier)};
  if (provider.client_secret.empty())
    call.body += "&client_id=" + fetch::encoded(provider.client_id);
  else
    call.headers.set("Authorization", "Basic " + base64(fetch::encoded(provider.client_id) + ":" +
                                                        fetch::encoded(provider.client_secret)));
  auto const reply = TRY(asked(call, "the token"));
  auto token = text(reply, "id_token");
  if (token.empty()) return failed("there is no id_token");
  return token;
}

Result<std::string> keys(Endpoints const& endpoints) {
  return json::serialize(TRY(asked({.url = endpoints.keys}, "the keys")));
}

Result<std::string> checked_email(std::string_view token, std::string_view keys, Expected const& expected) {
  auto const parts = TRY(parts_of(token));
  auto const key_set = TRY(read_object(keys, "the keys"));
  auto const& claims = parts.claims;
  // Only what we chose is taken: a token must not choose how it is checked ("none", or HMAC with a public key).
  if (text(parts.header, "alg") != "RS256") return failed("the id_token is signed in another way than RS256");
  if (!is_signed(parts.signed_part, parts.signature, parts.header, key_set))
    return failed("the signature is not right");
  if (text(claims, "iss") != expected.issuer) return failed("the id_token is of another issuer");
  if (!is_for(claims, expected.client_id)) return failed("the id_token is for somebody else");
  auto const now = std::chrono::duration_cast<std::chrono::seconds>(expected.now.time_since_epoch()).count();
  auto const ends = number(claims, "exp");
  if (!ends || *ends + kLeewaySeconds <= now) return failed("the id_token is over");
  auto const made = number(claims, "iat");
  if (!made || *made - kLeewaySeconds > now) return failed("the id_token is of a time to come");
  auto const begins = number(claims, "nbf");
  if (begins && *begins - kLeewaySeconds > now) return failed("the id_token is not valid yet");
  if (expected.nonce.empty() || !crypto::equal(text(claims, "nonce"), expected.nonce))
    return failed("the nonce is not the one that was sent");
  auto const* verified = claims.if_contains("email_verified");
  auto email = text(claims, "email");
  if (email.empty() || !verified || !verified->is_bool() || !verified->get_bool())
    return failed("the e-mail address is not verified");
  return email;
}

}  // namespace earshot::people::openid
