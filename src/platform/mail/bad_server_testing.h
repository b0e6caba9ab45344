// A mail server that misbehaves as a test asks. Only tests include this.
#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <poll.h>

#include "platform/fetch/tls_testing.h"

namespace earshot::mail {

/// What it does wrong; everything up to there goes as it should.
enum class Fault {
  none,
  refuses_greeting,     ///< 554 instead of 220
  busy,                 ///< 421 instead of 220
  refuses_sign_in,      ///< 535
  refuses_person,       ///< 550 to RCPT
  puts_person_off,      ///< 450 to RCPT
  refuses_message,      ///< 554 after the dot
  puts_message_off,     ///< 452 after the dot
  stalls_at_greeting,   ///< says nothing
  stalls_in_message,    ///< does not read on
  cuts_off_in_message,  ///< closes after the first bytes of the message
  cuts_off_after_dot,   ///< has the message, closes without a word
  babbles,              ///< what is no SMTP
};

class BadServer {
 public:
  BadServer() {
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    if (::bind(m_socket, reinterpret_cast<sockaddr*>(&address), length) != 0 || ::listen(m_socket, 16) != 0 ||
        ::getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &length) != 0)
      throw std::runtime_error("the bad server cannot listen");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { serve(); });
  }
  ~BadServer() {
    m_stopping = true;
    m_thread.join();
    ::close(m_socket);
  }
  BadServer(BadServer const&) = delete;
  BadServer& operator=(BadServer const&) = delete;

  [[nodiscard]] std::string address() const { return "plain://127.0.0.1:" + std::to_string(m_port); }
  void misbehave(Fault fault) { m_fault = fault; }

  /// Every message of which the end came, as it was on the wire.
  [[nodiscard]] std::vector<std::string> messages() {
    std::lock_guard const lock(m_mutex);
    return m_messages;
  }

 private:
  void serve() {
    while (!m_stopping) {
      if (!readable(m_socket)) continue;
      auto const client = ::accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC);
      if (client < 0) continue;
      m_waiting.clear();
      talk(client);
      ::close(client);
    }
  }

  void talk(int client) {
    auto const fault = m_fault.load();
    if (fault == Fault::stalls_at_greeting) return stall(client);
    if (fault == Fault::refuses_greeting) return say(client, "554 no");
    if (fault == Fault::busy) return say(client, "421 later");
    if (fault == Fault::babbles) return say(client, "HTTP/1.1 400 Bad Request");
    say(client, "220 test");
    for (std::string line; read_line(client, line);) {
      if (line.starts_with("EHLO")) {
        say(client, "250-test\r\n250 AUTH PLAIN");
      } else if (line.starts_with("AUTH")) {
        say(client, fault == Fault::refuses_sign_in ? "535 no" : "235 come in");
      } else if (line.starts_with("RCPT")) {
        say(client, fault == Fault::refuses_person    ? "550 unknown"
                    : fault == Fault::puts_person_off ? "450 later"
                                                      : "250 yes");
      } else if (line.starts_with("DATA")) {
        say(client, "354 go on");
        if (!take_message(client, fault)) return;
      } else if (line.starts_with("QUIT")) {
        return say(client, "221 bye");
      } else {
        say(client, "250 yes");
      }
    }
  }

  bool take_message(int client, Fault fault) {
    if (fault == Fault::stalls_in_message) {
      stall(client);
      return false;
    }
    std::string message;
    for (std::string line; read_line(client, line);) {
      if (fault == Fault::cuts_off_in_message) return false;
      if (line != ".") {
        message += line + "\n";
        continue;
      }
      if (fault == Fault::refuses_message || fault == Fault::puts_message_off) {
        say(client, fault == Fault::refuses_message ? "554 no" : "452 full");
        return true;
      }
      std::lock_guard const lock(m_mutex);
      m_messages.push_back(message);
      if (fault == Fault::cuts_off_after_dot) return false;
      say(client, "250 kept");
      return true;
    }
    return false;
  }

  /// Until the other side has gone, or the test ends.
  void stall(int client) const {
    char byte = 0;
    while (!m_stopping && ::recv(client, &byte, 1, MSG_DONTWAIT | MSG_PEEK) != 0)
      std::this_thread::sleep_for(Milliseconds(10));
  }

  [[nodiscard]] bool readable(int socket) const {
    pollfd wanted{socket, POLLIN, 0};
    return ::poll(&wanted, 1, 20) > 0;
  }

  bool read_line(int client, std::string& line) {
    std::size_t end = 0;
    while ((end = m_waiting.find("\r\n")) == std::string::npos) {
      char bytes[4096];
      while (!readable(client))
        if (m_stopping) return false;
      auto const count = ::recv(client, bytes, sizeof bytes, 0);
      if (count <= 0) return false;
      m_waiting.append(bytes, static_cast<std::size_t>(count));
    }
    line = m_waiting.substr(0, end);
    m_waiting.erase(0, end + 2);
    return true;
  }

  static void say(int client, std::string const& line) {
    auto const bytes = line + "\r\n";
    static_cast<void>(::send(client, bytes.data(), bytes.size(), MSG_NOSIGNAL));
  }

  int m_socket;
  std::uint16_t m_port = 0;
  std::atomic<Fault> m_fault{Fault::none};
  std::atomic<bool> m_stopping{false};
  std::string m_waiting;
  std::mutex m_mutex;
  std::vector<std::string> m_messages;
  std::thread m_thread;
};

}  // namespace earshot::mail
