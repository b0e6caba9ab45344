// Signatures of others that we check, from OpenSSL's libcrypto.
#pragma once

#include <string_view>

namespace earshot::crypto {

/// Whether `signature` is that of `data` by RSASSA-PKCS1-v1_5 with SHA-256 (RS256 of RFC 7518) under the public key of
/// this modulus and exponent, as bytes with the big end first. A key of fewer than 2048 bits proves nothing.
bool rs256_verifies(std::string_view modulus, std::string_view exponent, std::string_view data,
                    std::string_view signature);

}  // namespace earshot::crypto
