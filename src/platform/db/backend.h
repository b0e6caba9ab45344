// What an engine does for Database. Private to this room.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>

#include "platform/db/database.h"
#include "platform/db/listeners.h"
#include "platform/db/write_queue.h"

namespace earshot::db::detail {

struct AtomicCounters {
  std::atomic<std::uint64_t> reads{0};
  std::atomic<std::uint64_t> writes{0};
  std::atomic<std::uint64_t> commits{0};
  std::atomic<std::uint64_t> retries{0};
};

class Backend {
 public:
  Backend() = default;
  Backend(Backend const&) = delete;
  Backend& operator=(Backend const&) = delete;
  virtual ~Backend() = default;

  [[nodiscard]] virtual Engine engine() const = 0;
  virtual void read(std::function<void(Transaction&)> const& fn) = 0;
  virtual void write(WriteFunction const& fn) = 0;
  virtual void on_change(Listener listener) = 0;

  [[nodiscard]] Counters counters() const {
    return {m_counters.reads, m_counters.writes, m_counters.commits, m_counters.retries};
  }

 protected:
  AtomicCounters m_counters;
};

/// Opens the file, makes it when missing.
std::unique_ptr<Backend> open_sqlite(std::string const& path, Options const& options);

/// Connects once, so that a wrong address is noticed at once.
std::unique_ptr<Backend> open_postgresql(std::string const& url, Options const& options);

}  // namespace earshot::db::detail
