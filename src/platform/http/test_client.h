// A raw client for tests: it sends bytes as they are given and reads what comes, with a time limit on everything.
#pragma once

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "platform/base/time.h"
#include "platform/http/message.h"

namespace earshot::http {

class TestClient {
 public:
  struct Answer {
    int status = 0;  // 0: the line was closed, or nothing came in time
    Headers headers;
    std::string body;
  };

  /// From another address of this machine, `from` is 127.0.0.2 and so on.
  explicit TestClient(std::uint16_t port, char const* from = nullptr) : m_socket(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    if (from != nullptr) {
      inet_pton(AF_INET, from, &address.sin_addr);
      ::bind(m_socket, reinterpret_cast<sockaddr const*>(&address), sizeof address);
    }
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    m_connected = ::connect(m_socket, reinterpret_cast<sockaddr const*>(&address), sizeof address) == 0;
  }
  ~TestClient() { ::close(m_socket); }
  TestClient(TestClient const&) = delete;
  TestClient& operator=(TestClient const&) = delete;

  [[nodiscard]] bool connected() const { return m_connected; }

  /// False when the other side takes no more.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      auto const count = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (count <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
  }

  void finish_sending() { ::shutdown(m_socket, SHUT_WR); }

  /// From now on, waits a little before each piece that it reads.
  void read_slowly() { m_pause = Milliseconds(1); }

  /// The next answer. `to_head`: it answers a HEAD and has no body.
  Answer receive(bool to_head = false) {
    Answer answer;
    std::size_t header_end = 0;
    while ((header_end = m_waiting.find("\r\n\r\n")) == std::string::npos)
      if (!more()) return answer;
    auto head = std::string_view(m_waiting).substr(0, header_end + 2);
    auto const status = head.substr(std::min<std::size_t>(9, head.size()), 3);
    std::from_chars(status.data(), status.data() + status.size(), answer.status);
    for (head.remove_prefix(head.find("\r\n") + 2); !head.empty(); head.remove_prefix(head.find("\r\n") + 2)) {
      auto const line = head.substr(0, head.find("\r\n"));
      answer.headers.add(line.substr(0, line.find(':')), trimmed(line.substr(line.find(':') + 1)));
    }
    m_waiting.erase(0, header_end + 4);
    std::size_t length = 0;
    auto const text = answer.headers.get("Content-Length");
    std::from_chars(text.data(), text.data() + text.size(), length);
    if (to_head) length = 0;
    while (m_waiting.size() < length)
      if (!more()) return {};
    answer.body = m_waiting.substr(0, length);
    m_waiting.erase(0, length);
    return answer;
  }

  /// Sends, then gives the answer.
  Answer ask(std::string_view bytes) {
    send(bytes);
    return receive();
  }

  /// True when the other side closes within `time` without sending anything more.
  bool is_closed_within(Milliseconds time) {
    auto const end = std::chrono::steady_clock::now() + time;
    while (std::chrono::steady_clock::now() < end && m_waiting.empty())
      if (!more(Milliseconds(20)) && m_ended) return true;
    return false;
  }

 private:
  bool more(Milliseconds time = Milliseconds(5'000)) {
    pollfd wanted{m_socket, POLLIN, 0};
    if (::poll(&wanted, 1, static_cast<int>(time.count())) <= 0) return false;
    std::this_thread::sleep_for(m_pause);
    char bytes[65536];
    auto const count = ::recv(m_socket, bytes, sizeof bytes, 0);
    m_ended = count <= 0;
    if (count > 0) m_waiting.append(bytes, static_cast<std::size_t>(count));
    return count > 0;
  }

  int m_socket;
  bool m_connected = false;
  bool m_ended = false;
  Milliseconds m_pause{0};
  std::string m_waiting;
};

/// A GET of `target` as a browser would send it, in short.
inline std::string get(std::string_view target) {
  return "GET " + std::string(target) + " HTTP/1.1\r\nHost: test\r\n\r\n";
}

/// A POST of `body`.
inline std::string post(std::string_view target, std::string_view type, std::string_view body) {
  return "POST " + std::string(target) + " HTTP/1.1\r\nHost: test\r\nContent-Type: " + std::string(type) +
         "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

}  // namespace earshot::http
