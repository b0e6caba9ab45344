// Runs the jobs. Any number of nodes may run one against the same database: each job is claimed by one of them, for a
// while (the lease), and by another when the first has died.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "platform/jobs/jobs.h"

namespace earshot::jobs {

struct RunnerOptions {
  int threads = 2;
  Milliseconds poll{500};            ///< How often to look when there was nothing to do.
  Milliseconds lease{300'000};       ///< A job that takes longer may be run by another node as well.
  int attempts = 10;                 ///< A job that has failed so often is dead.
  Milliseconds first_retry{10'000};  ///< Doubles with each failure, up to `longest_retry`, give or take a quarter.
  Milliseconds longest_retry{3'600'000};
  config::Config config = {};  ///< What the operator has set, for the jobs.
};

class Runner {
 public:
  /// A runner of `jobs` that has not been started. Throws std::invalid_argument when two are of one kind.
  Runner(db::Database& db, Clock clock, std::vector<Job> jobs, RunnerOptions options = {});
  /// Stops when it has not been stopped.
  ~Runner();
  Runner(Runner const&) = delete;
  Runner& operator=(Runner const&) = delete;

  /// Starts the threads and returns.
  void start();
  /// Returns when the jobs under way have ended; no other is begun. May be called more than once.
  void stop();
  /// Looks for work at once instead of at the next poll. Cheap; from any thread.
  void wake();

  /// Runs what is due at `now`, on this thread, each once, and gives how many were run. For tests and commands.
  std::size_t run_due(Time now);

 private:
  class Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace earshot::jobs
