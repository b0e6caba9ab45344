// An nginx of our own that serves one answer as a file: the fastest way to send these bytes that is in common use.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include <sys/types.h>

#include "platform/http/test_client.h"

namespace earshot::bench {

class Nginx {
 public:
  static constexpr char const* kPath = "/answer";

  /// Serves the body of `answer`, with its headers, at kPath. Throws std::runtime_error when it does not start.
  explicit Nginx(http::TestClient::Answer const& answer);
  ~Nginx();
  Nginx(Nginx const&) = delete;
  Nginx& operator=(Nginx const&) = delete;

  [[nodiscard]] std::uint16_t port() const { return m_port; }
  [[nodiscard]] pid_t process() const { return m_process; }
  /// The tag by which it knows the file.
  [[nodiscard]] std::string const& etag() const { return m_etag; }

 private:
  std::filesystem::path m_folder;
  std::uint16_t m_port;
  pid_t m_process = 0;
  std::string m_etag;
};

}  // namespace earshot::bench
