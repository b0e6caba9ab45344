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

}  // namespace earshot::crypto
