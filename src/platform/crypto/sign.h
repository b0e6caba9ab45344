// Signatures with a shared key, as other systems check them: HMAC-SHA256 in base64url, the parts of a JSON Web Token.
#pragma once

#include <string>
#include <string_view>

namespace earshot::crypto {

/// The 32 bytes of HMAC-SHA256 (RFC 2104) of `text` under `key`, which may have any length.
std::string hmac_sha256(std::string_view key, std::string_view text);

/// `bytes` as base64url without padding (RFC 4648, section 5).
std::string base64url(std::string_view bytes);

}  // namespace earshot::crypto
