#include "platform/crypto/box.h"

#include "platform/crypto/digest.h"
#include "platform/crypto/sodium.h"
#include "platform/crypto/token.h"

namespace earshot::crypto {
namespace {

std::string key_for(std::string_view secret, std::string_view purpose) {
  auto key = Digest(secret).field("box").field(purpose).bytes();
  static_assert(crypto_secretbox_KEYBYTES == crypto_generichash_BYTES);
  return key;
}

}  // namespace

std::string seal(std::string_view secret, std::string_view purpose, std::string_view text) {
  auto const nonce = random_bytes(crypto_secretbox_NONCEBYTES);
  std::string box(crypto_secretbox_MACBYTES + text.size(), '\0');
  crypto_secretbox_easy(bytes_of(box), bytes_of(text), text.size(), bytes_of(nonce),
                        bytes_of(key_for(secret, purpose)));
  return to_base64url(nonce + box);
}

std::optional<std::string> unseal(std::string_view secret, std::string_view purpose, std::string_view sealed) {
  start_sodium();
  auto const bytes = from_base64url(sealed);
  constexpr std::size_t kLeast = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
  if (!bytes || bytes->size() < kLeast) return std::nullopt;
  auto const nonce = std::string_view(*bytes).substr(0, crypto_secretbox_NONCEBYTES);
  auto const box = std::string_view(*bytes).substr(crypto_secretbox_NONCEBYTES);
  std::string text(bytes->size() - kLeast, '\0');
  if (crypto_secretbox_open_easy(bytes_of(text), bytes_of(box), box.size(), bytes_of(nonce),
                                 bytes_of(key_for(secret, purpose))) != 0)
    return std::nullopt;
  return text;
}

}  // namespace earshot::crypto
