#include "platform/crypto/token.h"

#include "platform/crypto/digest.h"
#include "platform/crypto/sodium.h"

namespace earshot::crypto {

namespace {

constexpr std::size_t kFewestBytes = 16;
constexpr int kBase64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

std::string exclusive_or(std::string_view one, std::string_view other) {
  std::string result(one);
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = static_cast<char>(result[i] ^ other[i]);
  return result;
}

}  // namespace

std::string random_bytes(std::size_t count) {
  start_sodium();
  std::string bytes(count, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

std::string to_base64url(std::string_view bytes) {
  std::string text(sodium_base64_encoded_len(bytes.size(), kBase64), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes_of(bytes), bytes.size(), kBase64);
  text.pop_back();  // the NUL that libsodium writes
  return text;
}

std::optional<std::string> from_base64url(std::string_view text) {
  start_sodium();
  std::string bytes(text.size(), '\0');
  std::size_t size = 0;
  if (sodium_base642bin(bytes_of(bytes), bytes.size(), text.data(), text.size(), nullptr, &size, nullptr, kBase64) != 0)
    return std::nullopt;
  bytes.resize(size);
  return bytes;
}

std::string random_token(std::size_t bytes) {
  if (bytes < kFewestBytes) throw std::invalid_argument("a token of fewer than 16 bytes can be guessed");
  return to_base64url(random_bytes(bytes));
}

std::string token_hash(std::string_view token) {
  start_sodium();
  std::string hash(crypto_generichash_BYTES, '\0');
  crypto_generichash(bytes_of(hash), hash.size(), bytes_of(token), token.size(), nullptr, 0);
  std::string hex(2 * hash.size() + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), bytes_of(hash), hash.size());
  hex.pop_back();  // the NUL that libsodium writes
  return hex;
}

std::string derive(std::string_view secret, std::string_view purpose, std::string_view value) {
  return to_base64url(Digest(secret).field(purpose).field(value).bytes());
}

bool equal(std::string_view one, std::string_view other) {
  return one.size() == other.size() && sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

std::string mask(std::string_view secret) {
  auto const pad = random_bytes(secret.size());
  return to_base64url(pad + exclusive_or(secret, pad));
}

std::string unmask(std::string_view masked) {
  auto const bytes = from_base64url(masked).value_or(std::string());
  if (bytes.size() % 2 != 0) return {};
  auto const half = bytes.size() / 2;
  return exclusive_or(std::string_view(bytes).substr(half), std::string_view(bytes).substr(0, half));
}

}  // namespace earshot::crypto
