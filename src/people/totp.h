// Codes of an authenticator app: RFC 6238 with SHA-1, 30 seconds and six digits, which every app knows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "platform/base/time.h"

namespace earshot::people {

/// The step of 30 seconds that a time is in.
std::int64_t totp_step(Time time);

/// The code of a step, six digits.
std::string totp_code(std::string_view secret, std::int64_t step);

/// The step whose code this is: the present one or a neighbour, for clocks that are off, and later than `last_step`, so
/// that no code is taken twice. Spaces between the digits do not matter.
std::optional<std::int64_t> totp_match(std::string_view secret, std::string_view code, Time now,
                                       std::int64_t last_step);

/// A new secret of 20 random bytes, as RFC 4226 (section 4, R6) advises.
std::string new_totp_secret();

/// "JBSW Y3DP …": the secret in base32 (RFC 4648) and groups of four, for typing.
std::string spelled(std::string_view secret);

/// otpauth://totp/…: what the QR code for the app holds. `issuer` and `account` are shown in the app.
std::string totp_address(std::string_view secret, std::string_view issuer, std::string_view account);

}  // namespace earshot::people
