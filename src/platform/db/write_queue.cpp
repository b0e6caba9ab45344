#include "platform/db/write_queue.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace earshot::db::detail {

void Write::finish(std::exception_ptr error) {
  std::lock_guard const lock(m_mutex);
  m_error = std::move(error);
  m_finished = true;
  m_answered.notify_one();
}

void Write::wait() {
  std::unique_lock lock(m_mutex);
  m_answered.wait(lock, [&] { return m_finished; });
  if (m_error) std::rethrow_exception(std::exchange(m_error, nullptr));
}

void WriteQueue::write(WriteFunction const& fn) {
  auto const job = std::make_shared<Write>(fn);
  {
    std::lock_guard const lock(m_mutex);
    if (m_closed) throw Error("The database is being closed");
    m_waiting.push_back(job);
  }
  m_came.notify_one();
  job->wait();
}

Batch WriteQueue::take(std::size_t most, Milliseconds patience) {
  std::unique_lock lock(m_mutex);
  m_came.wait_for(lock, patience, [&] { return m_closed || !m_waiting.empty(); });
  auto const end = m_waiting.begin() + static_cast<std::ptrdiff_t>(std::min(most, m_waiting.size()));
  Batch batch(std::make_move_iterator(m_waiting.begin()), std::make_move_iterator(end));
  m_waiting.erase(m_waiting.begin(), end);
  return batch;
}

void WriteQueue::close() {
  {
    std::lock_guard const lock(m_mutex);
    m_closed = true;
  }
  m_came.notify_all();
}

bool WriteQueue::closed() const {
  std::lock_guard const lock(m_mutex);
  return m_closed;
}

}  // namespace earshot::db::detail
