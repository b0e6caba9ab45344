// libsodium, started once for the process. Included by the .cpp files of this room alone.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include <sodium.h>

namespace earshot::crypto {

/// Makes libsodium ready. Every function of this room that uses it calls this first; it costs nothing the second time.
inline void start_sodium() {
  static int const started = sodium_init();
  if (started < 0) throw std::runtime_error("libsodium cannot be started: the system gives no random numbers");
}

inline unsigned char const* bytes_of(std::string_view text) {
  return reinterpret_cast<unsigned char const*>(text.data());
}

inline unsigned char* bytes_of(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

}  // namespace earshot::crypto
