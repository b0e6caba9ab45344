// The writes that wait to be committed together. Private to this room.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "platform/base/time.h"
#include "platform/db/database.h"

namespace earshot::db::detail {

using WriteFunction = std::function<Verdict(Transaction&)>;

/// One caller of Database::write, waiting to be answered.
class Write {
 public:
  explicit Write(WriteFunction const& function) : fn(function) {}

  /// Lets the caller go on; with an exception when there is one. Once only.
  void finish(std::exception_ptr error);

  /// Waits for `finish`, and throws its exception.
  void wait();

  WriteFunction const& fn;

 private:
  std::mutex m_mutex;
  std::condition_variable m_answered;
  bool m_finished = false;
  std::exception_ptr m_error;
};

// Shared, because the caller may be gone before the thread that answers it has left `finish`.
using Batch = std::vector<std::shared_ptr<Write>>;

class WriteQueue {
 public:
  /// Waits until `fn` has been run and committed by a thread that takes from here, and throws what went wrong.
  void write(WriteFunction const& fn);

  /// All that waits, up to `most`; empty after `patience` or when the queue is closed and nothing is left.
  Batch take(std::size_t most, Milliseconds patience);

  /// Nothing more comes in. What waits is still given out.
  void close();
  [[nodiscard]] bool closed() const;

 private:
  mutable std::mutex m_mutex;
  std::condition_variable m_came;
  std::deque<std::shared_ptr<Write>> m_waiting;
  bool m_closed = false;
};

}  // namespace earshot::db::detail
