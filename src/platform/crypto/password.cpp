#include "platform/crypto/password.h"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <mutex>

#include "platform/crypto/sodium.h"

namespace earshot::crypto {

namespace {

// OWASP Password Storage Cheat Sheet: Argon2id, m=19456 (19 MiB), t=2, p=1.
constexpr unsigned long long kPasses = 2;
constexpr std::size_t kMemory = std::size_t{19} * 1024 * 1024;

// Made with the costs above, of a password that nobody knows.
constexpr std::string_view kNobodys =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Lets a few in at a time. A std::counting_semaphore cannot be given another number later.
class Gate {
 public:
  void set_places(int places) {
    std::lock_guard const lock(m_mutex);
    m_places = std::max(places, 1);
    m_free.notify_all();
  }

  void enter() {
    std::unique_lock lock(m_mutex);
    m_free.wait(lock, [&] { return m_inside < m_places; });
    ++m_inside;
  }

  void leave() {
    std::lock_guard const lock(m_mutex);
    --m_inside;
    m_free.notify_one();
  }

 private:
  std::mutex m_mutex;
  std::condition_variable m_free;
  int m_places = 2;
  int m_inside = 0;
};

// The memory it guards is the process's, so there is one gate for the process.
Gate& gate() {
  static Gate the_gate;
  return the_gate;
}

class Inside {
 public:
  Inside() { gate().enter(); }
  ~Inside() { gate().leave(); }
  Inside(Inside const&) = delete;
  Inside& operator=(Inside const&) = delete;
};

}  // namespace

void set_passwords_at_once(int number) { gate().set_places(number); }

std::string hash_password(std::string_view password) {
  start_sodium();
  Inside const inside;
  std::array<char, crypto_pwhash_STRBYTES> stored{};
  if (crypto_pwhash_str_alg(stored.data(), password.data(), password.size(), kPasses, kMemory,
                            crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw std::runtime_error("not enough memory to hash a password");
  return stored.data();
}

bool verify_password(std::string_view stored, std::string_view password) {
  start_sodium();
  Inside const inside;
  std::string const against(stored.empty() ? kNobodys : stored);
  // A view of nothing may point nowhere, which libsodium does not take.
  std::string const given(password);
  auto const fits = crypto_pwhash_str_verify(against.c_str(), given.c_str(), given.size()) == 0;
  return fits && !stored.empty();
}

bool needs_rehash(std::string_view stored) {
  start_sodium();
  return crypto_pwhash_str_needs_rehash(std::string(stored).c_str(), kPasses, kMemory) != 0;
}

}  // namespace earshot::crypto
