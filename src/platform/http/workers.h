// The threads that handlers run on, and the queue in front of them.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace earshot::http {

class Workers {
 public:
  using Job = std::function<void()>;  ///< must not throw

  /// `most_waiting`: jobs that may wait beyond those that run.
  Workers(int threads, std::size_t most_waiting) : m_threads_wanted(threads), m_most_waiting(most_waiting) {}
  ~Workers() { stop(); }
  Workers(Workers const&) = delete;
  Workers& operator=(Workers const&) = delete;

  void start();
  /// Queues a job. False when as many wait as may, or after `stop`.
  bool submit(Job job);
  /// Lets the jobs that run come to their end, drops those that wait, and ends the threads.
  void stop();

  /// How many jobs wait.
  [[nodiscard]] std::size_t waiting() const;

 private:
  void run();

  int m_threads_wanted;
  std::size_t m_most_waiting;
  mutable std::mutex m_mutex;
  std::condition_variable m_something_to_do;
  std::deque<Job> m_jobs;
  std::size_t m_free = 0;  // threads that wait for a job
  bool m_stopping = false;
  std::vector<std::thread> m_threads;
};

}  // namespace earshot::http
