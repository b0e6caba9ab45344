#include "platform/http/workers.h"

#include <utility>

namespace earshot::http {

void Workers::start() {
  m_free = static_cast<std::size_t>(m_threads_wanted);
  for (int each = 0; each < m_threads_wanted; ++each) m_threads.emplace_back([this] { run(); });
}

bool Workers::submit(Job job) {
  {
    std::lock_guard const lock(m_mutex);
    if (m_stopping || m_jobs.size() >= m_most_waiting + m_free) return false;
    m_jobs.push_back(std::move(job));
  }
  m_something_to_do.notify_one();
  return true;
}

void Workers::stop() {
  std::deque<Job> dropped;
  {
    std::lock_guard const lock(m_mutex);
    m_stopping = true;
    dropped.swap(m_jobs);
  }
  m_something_to_do.notify_all();
  for (auto& thread : m_threads) thread.join();
  m_threads.clear();
}

std::size_t Workers::waiting() const {
  std::lock_guard const lock(m_mutex);
  return m_jobs.size() > m_free ? m_jobs.size() - m_free : 0;
}

void Workers::run() {
  std::unique_lock lock(m_mutex);
  for (;;) {
    m_something_to_do.wait(lock, [this] { return m_stopping || !m_jobs.empty(); });
    if (m_stopping) return;
    auto job = std::move(m_jobs.front());
    m_jobs.pop_front();
    --m_free;
    lock.unlock();
    job();
    job = nullptr;  // what the job holds is let go of before the lock is taken
    lock.lock();
    ++m_free;
  }
}

}  // namespace earshot::http
