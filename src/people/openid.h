// An agency's own sign-in by OpenID Connect Core 1.0: the authorisation code flow with PKCE (RFC 7636, S256).
#pragma once

#include <string>
#include <string_view>

#include "platform/base/result.h"
#include "platform/base/time.h"

namespace earshot::people::openid {

/// The provider, and as whom Earshot is known there.
struct Provider {
  std::string issuer;
  std::string client_id;
  std::string client_secret;  ///< Empty for a client that has none.
};

/// Where the provider is asked, from its discovery document.
struct Endpoints {
  std::string authorization;
  std::string token;
  std::string keys;
};

/// What is made anew for each sign-in and must come back.
struct Attempt {
  std::string state;
  std::string nonce;
  std::string verifier;
};
Attempt new_attempt();

/// Asks the provider where its doors are. Refused when it cannot be asked, or gives another issuer than its own.
Result<Endpoints> discover(Provider const& provider);

/// The address that sends a person to the provider, to come back to `redirect`.
std::string authorization_address(Endpoints const& endpoints, Provider const& provider, std::string_view redirect,
                                  Attempt const& attempt);

/// Trades the code for the id_token.
Result<std::string> id_token(Endpoints const& endpoints, Provider const& provider, std::string_view redirect,
                             std::string_view code, std::string_view verifier);

/// The provider's keys, as it gives them (RFC 7517).
Result<std::string> keys(Endpoints const& endpoints);

/// What an id_token must say.
struct Expected {
  std::string_view issuer;
  std::string_view client_id;
  std::string_view nonce;
  Time now;
};

/// The verified e-mail address of the person that an id_token is about. Refused when its signature, its issuer, its
/// audience, its time or its nonce is not in order (section 3.1.3.7), and when the address is not verified.
Result<std::string> checked_email(std::string_view token, std::string_view keys, Expected const& expected);

}  // namespace earshot::people::openid
