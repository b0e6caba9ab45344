// A BLAKE2b-256 digest over fields, each with its length before it, so that no two lists of fields are hashed alike.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace earshot::crypto {

class Digest {
 public:
  /// A digest under `key` (none, or 16 to 64 bytes).
  explicit Digest(std::string_view key = {});
  ~Digest();
  Digest(Digest const&) = delete;
  Digest& operator=(Digest const&) = delete;

  /// Adds a field: its length as 8 bytes, big end first, then its bytes.
  Digest& field(std::string_view bytes);

  /// The 32 bytes of the digest. Asked for once, at the end.
  std::string bytes();
  /// The same in lower-case hex (64 characters). Asked for once, instead of bytes().
  std::string hex();

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

}  // namespace earshot::crypto
