#include "platform/crypto/digest.h"

#include <array>
#include <cstdint>

#include "platform/crypto/sodium.h"

namespace earshot::crypto {

struct Digest::State {
  crypto_generichash_state sodium;
};

Digest::Digest(std::string_view key) : m_state(std::make_unique<State>()) {
  start_sodium();
  if (!key.empty() && (key.size() < crypto_generichash_KEYBYTES_MIN || key.size() > crypto_generichash_KEYBYTES_MAX))
    throw std::invalid_argument("the key of a digest has 16 to 64 bytes");
  crypto_generichash_init(&m_state->sodium, bytes_of(key), key.size(), crypto_generichash_BYTES);
}

Digest::~Digest() { sodium_memzero(m_state.get(), sizeof(State)); }

Digest& Digest::field(std::string_view bytes) {
  std::array<unsigned char, 8> length{};
  for (std::size_t i = 0; i < length.size(); ++i)
    length[i] = static_cast<unsigned char>(std::uint64_t{bytes.size()} >> (8 * (length.size() - 1 - i)));
  crypto_generichash_update(&m_state->sodium, length.data(), length.size());
  crypto_generichash_update(&m_state->sodium, bytes_of(bytes), bytes.size());
  return *this;
}

std::string Digest::bytes() {
  std::string digest(crypto_generichash_BYTES, '\0');
  crypto_generichash_final(&m_state->sodium, bytes_of(digest), digest.size());
  return digest;
}

std::string Digest::hex() {
  auto const digest = bytes();
  std::string text(2 * digest.size() + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes_of(digest), digest.size());
  text.pop_back();  // the NUL that libsodium writes
  return text;
}

}  // namespace earshot::crypto
