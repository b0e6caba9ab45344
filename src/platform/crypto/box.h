// What must be read again but not by who reads the database: XSalsa20-Poly1305 from libsodium, under a secret.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace earshot::crypto {

/// `text` sealed under `secret` (16 to 64 bytes), as base64url. Sealed anew, it looks different. `purpose` keeps what
/// is sealed for one use from being read as another.
std::string seal(std::string_view secret, std::string_view purpose, std::string_view text);

/// What was sealed; nothing when it was not sealed so, or has been changed.
std::optional<std::string> unseal(std::string_view secret, std::string_view purpose, std::string_view sealed);

}  // namespace earshot::crypto
