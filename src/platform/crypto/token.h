// Random tokens, what is stored of them, and values derived from a secret. All from libsodium.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace earshot::crypto {

/// `bytes` random bytes (16 or more) as base64url without padding: 16 bytes are 22 characters.
std::string random_token(std::size_t bytes = 16);

/// `count` random bytes.
std::string random_bytes(std::size_t count);

/// Bytes as base64url without padding (RFC 4648, section 5), and back; nothing when it is not that.
std::string to_base64url(std::string_view bytes);
std::optional<std::string> from_base64url(std::string_view text);

/// What is stored of a token, so that who reads the database cannot use it: BLAKE2b-256 in lower-case hex (64).
std::string token_hash(std::string_view token);

/// A token that anybody who knows `secret` can make again from `value`: keyed BLAKE2b-256 of both, base64url (43
/// characters). `purpose` keeps values of different uses apart ("receipt link"). `secret` is 16 bytes or more.
std::string derive(std::string_view secret, std::string_view purpose, std::string_view value);

/// Whether both are the same, in a time that tells nothing of where they differ.
bool equal(std::string_view one, std::string_view other);

/// `secret` (a token) under a fresh random pad, so that a page's compressed size tells nothing about it: for forms.
std::string mask(std::string_view secret);

/// The secret that mask() was given; empty when `masked` was not made by mask().
std::string unmask(std::string_view masked);

}  // namespace earshot::crypto
