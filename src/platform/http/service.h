// What the connections of a server share, and what those of one I/O thread share.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_set>
#include <utility>
#include <vector>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>

#include "platform/http/address.h"
#include "platform/http/answer.h"
#include "platform/http/server.h"
#include "platform/http/workers.h"

namespace earshot::http {

class Connection;

/// The options and callbacks, the workers and the counts. Outlives every connection.
struct Service {
  ServerOptions options;
  Handler handler;
  FromMemory from_memory;
  ErrorPage error_page;
  std::vector<Network> trusted;
  Workers workers;
  std::atomic<std::size_t> connections{0};
  std::atomic<std::uint64_t> requests{0};
  std::atomic<std::size_t> large_bytes{0};  ///< held now of bodies that are larger than most may be
  std::atomic<bool> stopping{false};
  std::mutex mutex;
  std::condition_variable all_closed;

  Service(ServerOptions its_options, Handler its_handler, FromMemory its_from_memory, ErrorPage its_error_page,
          std::vector<Network> its_trusted)
      : options(std::move(its_options)),
        handler(std::move(its_handler)),
        from_memory(std::move(its_from_memory)),
        error_page(std::move(its_error_page)),
        trusted(std::move(its_trusted)),
        workers(options.workers, options.limits.waiting) {}
};

/// Short references for requests: no two alike in a server's life, and no telling how many came before.
class References {
 public:
  References();
  std::string next();

 private:
  std::uint64_t m_state;
};

/// One I/O thread and its connections, which are touched on that thread alone.
struct Lane {
  boost::asio::io_context context{1};
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> stays_open{context.get_executor()};
  std::unordered_set<std::shared_ptr<Connection>> connections;
  DateText date;
  References references;
  std::thread thread;
};

}  // namespace earshot::http
