// The server: sockets, limits and timeouts. It knows no routes, sessions or pages; those are the handler's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "platform/base/time.h"
#include "platform/http/message.h"

namespace earshot::http {

struct Limits {
  std::size_t header_bytes = 16 * 1024;
  std::size_t body_bytes = 256 * 1024;
  std::size_t large_bytes = std::size_t{256} << 20;  ///< of all bodies together, past body_bytes of each; above: 503
  Milliseconds header_timeout{10'000};               ///< from a request's first byte to the end of its header
  Milliseconds body_timeout{30'000};   ///< for the body, and a quarter of a second more for each KiB that has come
  Milliseconds idle_timeout{30'000};   ///< between two requests of a connection
  Milliseconds write_timeout{30'000};  ///< without the client taking anything of the answer
  Milliseconds stop_timeout{10'000};   ///< what is under way when the server stops may still take this long
  std::size_t connections = 20'000;    ///< above: 503 with Retry-After, then close
  std::size_t waiting = 1'000;         ///< requests queued for workers; above: 503 with Retry-After
};

struct ServerOptions {
  std::string listen = "127.0.0.1:8080";  ///< "address:port" or "[address]:port"; port 0 takes a free one
  int workers = 0;                        ///< threads for handlers; 0: four for each processor
  int io_threads = 0;                     ///< threads for sockets; 0: one for every two processors
  Limits limits;
  std::vector<std::string> trusted_proxies;               ///< addresses or networks: "10.0.0.0/8"
  std::function<std::size_t(Request const&)> body_limit;  ///< asked when the header has come; instead of body_bytes
  Clock clock;                                            ///< for the Date header; system_now when not given
};

/// Answers a request on a worker thread, where blocking is fine. When it throws, the client is answered a 500.
using Handler = std::function<Response(Request const&)>;

/// Answers at once on the I/O thread and must not block; nothing: the request goes to a worker. Only asked for GET and
/// HEAD.
using FromMemory = std::function<std::optional<Response>(Request const&)>;

/// Makes the page for what the server answers itself (400, 408, 413, 417, 431, 500, 501, 503, 505). Runs on the I/O
/// thread and must not block; the request is as far as it was read. `status` wins over the status of what it gives.
using ErrorPage = std::function<Response(int status, Request const&)>;

struct ServerStats {
  std::size_t connections = 0;  ///< open now
  std::size_t waiting = 0;      ///< requests queued for workers now
  std::uint64_t requests = 0;   ///< answered since the start, whoever answered
};

class Server {
 public:
  /// Throws std::runtime_error with one clear line when `options` cannot be read.
  Server(ServerOptions options, Handler handler, FromMemory from_memory = {}, ErrorPage error_page = {});
  /// Stops when it has not been stopped.
  ~Server();
  Server(Server const&) = delete;
  Server& operator=(Server const&) = delete;

  /// Binds, starts the threads and returns. Throws std::runtime_error with one clear line, e.g. when the port is taken.
  void start();
  /// Stops accepting, closes idle connections, finishes what is under way for at most `stop_timeout`, and returns when
  /// all is closed and the threads have ended. May be called from any thread but the server's own, more than once.
  void stop();
  /// Returns when the server has been stopped.
  void wait();

  /// The port that is listened on; 0 before `start`.
  [[nodiscard]] std::uint16_t port() const;
  [[nodiscard]] ServerStats stats() const;

 private:
  class Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace earshot::http
