// A stand-in for an agency's own sign-in: an OpenID Connect provider on this machine, with a key of its own, that signs
// whatever a test tells it to. Only the tests include this.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>

#include <boost/json.hpp>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include "platform/base/time.h"
#include "platform/crypto/mac.h"
#include "platform/crypto/token.h"
#include "platform/http/forms.h"
#include "platform/http/server.h"

namespace earshot::people::openid {

/// An RSA key that signs as RS256.
class SigningKey {
 public:
  explicit SigningKey(std::string id, unsigned bits = 2048) : m_id(std::move(id)), m_key(EVP_RSA_gen(bits)) {
    if (m_key == nullptr) throw std::runtime_error("no RSA key");
  }
  ~SigningKey() { EVP_PKEY_free(m_key); }
  SigningKey(SigningKey const&) = delete;
  SigningKey& operator=(SigningKey const&) = delete;

  [[nodiscard]] std::string sign(std::string_view data) const {
    auto* context = EVP_MD_CTX_new();
    std::size_t size = 0;
    auto const* bytes = reinterpret_cast<unsigned char const*>(data.data());
    EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, m_key);
    EVP_DigestSign(context, nullptr, &size, bytes, data.size());
    std::string signature(size, '\0');
    EVP_DigestSign(context, reinterpret_cast<unsigned char*>(signature.data()), &size, bytes, data.size());
    EVP_MD_CTX_free(context);
    signature.resize(size);
    return signature;
  }

  /// A JWT of these claims.
  [[nodiscard]] std::string token(boost::json::object const& claims, std::string const& algorithm = "RS256") const {
    boost::json::object const header{{"alg", algorithm}, {"kid", m_id}};
    auto const data = crypto::to_base64url(boost::json::serialize(header)) + "." +
                      crypto::to_base64url(boost::json::serialize(claims));
    return data + "." + crypto::to_base64url(sign(data));
  }

  /// {"keys": […]} with the public half.
  [[nodiscard]] std::string keys() const {
    boost::json::object key{{"kty", "RSA"},
                            {"use", "sig"},
                            {"kid", m_id},
                            {"n", crypto::to_base64url(part(OSSL_PKEY_PARAM_RSA_N))},
                            {"e", crypto::to_base64url(part(OSSL_PKEY_PARAM_RSA_E))}};
    return boost::json::serialize(boost::json::object{{"keys", boost::json::array{std::move(key)}}});
  }

  [[nodiscard]] std::string part(char const* name) const {
    BIGNUM* number = nullptr;
    EVP_PKEY_get_bn_param(m_key, name, &number);
    std::string bytes(static_cast<std::size_t>(BN_num_bytes(number)), '\0');
    BN_bn2bin(number, reinterpret_cast<unsigned char*>(bytes.data()));
    BN_free(number);
    return bytes;
  }

 private:
  std::string m_id;
  EVP_PKEY* m_key;
};

/// The provider. A person "signs in" there by sign_in(), with the address that the browser was sent to.
class StandIn {
 public:
  static constexpr char const* kClient = "earshot";
  static constexpr char const* kSecret = "a secret & more";

  StandIn()
      : m_server({.listen = "127.0.0.1:0", .workers = 1, .io_threads = 1},
                 [this](http::Request const& request) { return answer(request); }) {
    m_server.start();
  }

  [[nodiscard]] std::string issuer() const { return "http://127.0.0.1:" + std::to_string(m_server.port()); }

  /// What the provider does with a person who came to `address`: gives the address that they are sent back to. The
  /// token that it will give for the code says `email`, after `change` has changed what a test wants changed.
  std::string sign_in(std::string const& address, std::string const& email, Time now,
                      std::function<void(boost::json::object&)> const& change = {}) {
    std::lock_guard const lock(m_mutex);
    m_asked = http::parse_urlencoded(address.substr(address.find('?') + 1)).fields;
    auto const seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    m_claims = {{"iss", issuer()}, {"sub", "248289761001"}, {"aud", kClient},
                {"iat", seconds},  {"exp", seconds + 300},  {"nonce", std::string(m_asked.get("nonce"))},
                {"email", email},  {"email_verified", true}};
    if (change) change(m_claims);
    return "/sign-in/agency/back?code=a-code&state=" + std::string(m_asked.get("state"));
  }

  /// Signs with another key than the one that is published.
  void sign_with(SigningKey const& key) { m_signs = &key; }

  /// What was asked when a person was sent here.
  [[nodiscard]] http::Fields asked() const {
    std::lock_guard const lock(m_mutex);
    return m_asked;
  }

 private:
  static http::Response json(std::string body) {
    http::Response response;
    response.headers.set("Content-Type", "application/json");
    response.body = std::move(body);
    return response;
  }

  http::Response answer(http::Request const& request) {
    std::lock_guard const lock(m_mutex);
    if (request.path == "/.well-known/openid-configuration")
      return json(boost::json::serialize(boost::json::object{{"issuer", issuer()},
                                                             {"authorization_endpoint", issuer() + "/authorize"},
                                                             {"token_endpoint", issuer() + "/token"},
                                                             {"jwks_uri", issuer() + "/keys"}}));
    if (request.path == "/keys") return json(m_key.keys());
    if (request.path == "/token" && may_have_token(request))
      return json(boost::json::serialize(boost::json::object{{"id_token", m_signs->token(m_claims)}}));
    return {.status = 400};
  }

  /// The code, the client's secret, and the verifier of the challenge that was sent (RFC 7636, section 4.6).
  bool may_have_token(http::Request const& request) const {
    auto const& form = request.form.fields;
    return request.headers.get("Authorization") == "Basic ZWFyc2hvdDphJTIwc2VjcmV0JTIwJTI2JTIwbW9yZQ==" &&
           form.get("grant_type") == "authorization_code" && form.get("code") == "a-code" &&
           form.get("redirect_uri") == m_asked.get("redirect_uri") &&
           crypto::to_base64url(crypto::sha256(form.get("code_verifier"))) == m_asked.get("code_challenge");
  }

  mutable std::mutex m_mutex;
  SigningKey m_key{"the key of the agency"};
  SigningKey const* m_signs = &m_key;
  http::Fields m_asked;
  boost::json::object m_claims;
  http::Server m_server;
};

}  // namespace earshot::people::openid
