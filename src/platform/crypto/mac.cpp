#include "platform/crypto/mac.h"

#include <stdexcept>

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "platform/crypto/sodium.h"

namespace earshot::crypto {

std::string hmac_sha1(std::string_view key, std::string_view data) {
  std::string mac(20, '\0');
  unsigned int size = 0;
  if (HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), bytes_of(data), data.size(), bytes_of(mac), &size) ==
      nullptr)
    throw std::runtime_error("OpenSSL has no HMAC-SHA-1");
  return mac;
}

std::string sha256(std::string_view data) {
  start_sodium();
  std::string hash(crypto_hash_sha256_BYTES, '\0');
  crypto_hash_sha256(bytes_of(hash), bytes_of(data), data.size());
  return hash;
}

}  // namespace earshot::crypto
