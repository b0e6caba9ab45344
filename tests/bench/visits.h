// People who visit the server: somebody who is signed in, and a family that says something.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "platform/http/message.h"
#include "platform/http/test_client.h"

namespace earshot::bench {

/// The cookie of the worker, who is signed in straight in the database.
std::string signed_in(std::string const& database);

/// Says things without an account and with a script, page by page, as a browser would: what it is asked it reads first.
class Visit {
 public:
  /// Told of each step and of the milliseconds it took.
  using Listener = std::function<void(std::string const& step, double milliseconds)>;

  explicit Visit(std::uint16_t port, Listener listener = {}) : m_port(port), m_listener(std::move(listener)) {}

  /// Answers every question. `words` is what is said. Ends before the last button is pressed.
  void write(std::string const& words);

  /// Presses the last button.
  void send();

  /// Reads the receipt, which send() led to.
  void read_receipt();

  /// Closes the line; the next step opens another.
  void hang_up() { m_line.reset(); }
  /// Takes the line of another visit, as a proxy would.
  void take_line_of(Visit& other) { m_line = std::move(other.m_line); }

 private:
  http::TestClient::Answer get(std::string const& path);
  std::string post(std::string const& path, http::Fields fields);
  http::TestClient::Answer ask(std::string const& step, std::string const& bytes, int status);
  [[nodiscard]] std::string head(std::string const& method, std::string const& path) const;
  void keep_cookies(http::Headers const& headers);

  std::uint16_t m_port;
  Listener m_listener;
  std::unique_ptr<http::TestClient> m_line;
  http::Fields m_cookies;
  std::string m_csrf;
  std::string m_key;
  std::string m_receipt;
};

}  // namespace earshot::bench
