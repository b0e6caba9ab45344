// What other machines' standards ask for and libsodium does not have, from OpenSSL's libcrypto.
#pragma once

#include <string>
#include <string_view>

namespace earshot::crypto {

/// HMAC-SHA-1 (RFC 2104), 20 bytes: for codes of authenticator apps, and for nothing that is signed.
std::string hmac_sha1(std::string_view key, std::string_view data);

/// SHA-256, 32 bytes.
std::string sha256(std::string_view data);

}  // namespace earshot::crypto
