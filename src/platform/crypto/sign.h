// Signatures with a shared key, as other systems check them: HMAC-SHA256, which signs JSON Web Tokens.
#pragma once

#include <string>
#include <string_view>

namespace earshot::crypto {

/// The 32 bytes of HMAC-SHA256 (RFC 2104) of `text` under `key`, which may have any length.
std::string hmac_sha256(std::string_view key, std::string_view text);

}  // namespace earshot::crypto
