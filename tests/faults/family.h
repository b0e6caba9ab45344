// A family with a bad signal, for tests of what is lost and what is doubled.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "app/page_testing.h"
#include "platform/http/forms.h"
#include "platform/http/test_client.h"

namespace earshot::faults {

/// Says things without an account. Whatever breaks off, or is answered with "try again" (500, 502, 503, 504), is sent
/// again, the same, until there is an answer; std::runtime_error after half a minute without one.
class Family {
 public:
  using Clock = std::chrono::steady_clock;

  explicit Family(std::uint16_t port) : m_port(port) {}

  /// Answers every question and sends; gives the link of the receipt, "/say/received/TOKEN".
  std::string say(std::string const& words);

  /// The page at `path`.
  http::TestClient::Answer get(std::string const& path);

  /// How often a line broke off before the answer came,
  [[nodiscard]] int broken_off() const { return m_broken_off; }
  /// how often it was told to try again,
  [[nodiscard]] int told_to_wait() const { return m_told_to_wait; }
  /// and the longest time from asking to an answer.
  [[nodiscard]] Clock::duration longest_wait() const { return m_longest_wait; }

 private:
  app::SeenForm form(std::string const& path);
  std::string post(std::string const& path, http::Fields const& fields);
  [[nodiscard]] std::string head(std::string const& method, std::string const& path) const;
  http::TestClient::Answer ask(std::string const& bytes);

  std::uint16_t m_port;
  std::unique_ptr<http::TestClient> m_line;
  std::string m_cookie;
  std::string m_csrf;
  int m_broken_off = 0;
  int m_told_to_wait = 0;
  Clock::duration m_longest_wait{};
};

}  // namespace earshot::faults
