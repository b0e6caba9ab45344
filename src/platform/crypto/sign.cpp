#include "platform/crypto/sign.h"

#include "platform/crypto/sodium.h"

namespace earshot::crypto {

std::string hmac_sha256(std::string_view key, std::string_view text) {
  start_sodium();
  crypto_auth_hmacsha256_state state;
  std::string signature(crypto_auth_hmacsha256_BYTES, '\0');
  crypto_auth_hmacsha256_init(&state, bytes_of(key), key.size());
  crypto_auth_hmacsha256_update(&state, bytes_of(text), text.size());
  crypto_auth_hmacsha256_final(&state, bytes_of(signature));
  sodium_memzero(&state, sizeof state);
  return signature;
}

std::string base64url(std::string_view bytes) {
  constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string text(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes_of(bytes), bytes.size(), kVariant);
  text.pop_back();  // the NUL that libsodium writes
  return text;
}

}  // namespace earshot::crypto
