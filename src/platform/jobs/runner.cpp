#include "platform/jobs/runner.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <random>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>

#include "platform/crypto/token.h"
#include "platform/db/database.h"
#include "platform/jobs/queue.h"
#include "platform/log/log.h"

namespace earshot::jobs {

class Runner::Impl {
 public:
  Impl(db::Database& db, Clock clock, std::vector<Job> jobs, RunnerOptions options)
      : m_db(db), m_clock(std::move(clock)), m_options(options) {
    for (auto& job : jobs) {
      std::string const kind(job.kind);
      if (job.every && *job.every <= Milliseconds(0)) throw std::invalid_argument(kind + " is to run every no time");
      if (!m_jobs.emplace(kind, std::move(job)).second) throw std::invalid_argument("two jobs are called " + kind);
    }
  }

  void start() {
    std::lock_guard const lock(m_threads_mutex);
    if (!m_threads.empty()) return;
    m_stopping = false;
    for (int i = 0; i < m_options.threads; ++i) m_threads.emplace_back([this] { work(); });
  }

  void stop() {
    std::lock_guard const lock(m_threads_mutex);
    {
      std::lock_guard const signal(m_mutex);
      m_stopping = true;
    }
    m_signal.notify_all();
    for (auto& thread : m_threads) thread.join();
    m_threads.clear();
  }

  void wake() {
    {
      std::lock_guard const lock(m_mutex);
      ++m_wakes;
    }
    m_signal.notify_all();
  }

  std::size_t run_due(Time now) {
    enqueue_scheduled(now);
    Environment environment{m_db, [now] { return now; }, m_options.config};
    std::size_t count = 0;
    while (run_one(environment)) ++count;
    return count;
  }

 private:
  void work() {
    while (true) {
      auto const wakes = seen_wakes();
      if (!wakes) return;
      if (!run_one_or_log()) wait(*wakes);
    }
  }

  /// How often wake() was called so far; nothing when it is time to stop.
  std::optional<std::uint64_t> seen_wakes() {
    std::lock_guard const lock(m_mutex);
    if (m_stopping) return std::nullopt;
    return m_wakes;
  }

  void wait(std::uint64_t wakes) {
    std::unique_lock lock(m_mutex);
    m_signal.wait_for(lock, m_options.poll, [&] { return m_stopping || m_wakes != wakes; });
  }

  /// Runs a job when one is due. A database that cannot be reached is waited for, like work.
  bool run_one_or_log() {
    try {
      enqueue_scheduled(m_clock());
      Environment environment{m_db, m_clock, m_options.config};
      return run_one(environment);
    } catch (std::exception const& fault) {
      log::error("Jobs cannot be run", {{"why", fault.what()}});
      return false;
    }
  }

  void enqueue_scheduled(Time now) {
    for (auto const& [kind, job] : m_jobs)
      if (job.every && now >= next_of(kind)) set_next(kind, queue::enqueue_scheduled(m_db, kind, *job.every, now));
  }

  Time next_of(std::string const& kind) {
    std::lock_guard const lock(m_mutex);
    return m_next[kind];
  }

  void set_next(std::string const& kind, Time next) {
    std::lock_guard const lock(m_mutex);
    m_next[kind] = next;
  }

  bool run_one(Environment& environment) {
    auto const claim = crypto::random_token();
    auto const job = queue::claim(m_db, claim, environment.clock(), m_options.lease);
    if (!job) return false;
    auto const error = run(environment, *job);
    if (!error)
      queue::finish(m_db, job->id, claim);
    else
      fail(*job, claim, environment.clock(), *error);
    return true;
  }

  /// What went wrong, or nothing.
  std::optional<std::string> run(Environment& environment, queue::Claimed const& job) {
    auto const known = m_jobs.find(job.kind);
    if (known == m_jobs.end()) return "this program has no job of this kind";
    if (job.attempts > m_options.attempts) return "whoever ran it stopped in the middle, each time";
    try {
      known->second.run(environment, job.payload);
      return std::nullopt;
    } catch (std::exception const& fault) {
      return fault.what();
    } catch (...) {
      return "something that is no exception was thrown";
    }
  }

  void fail(queue::Claimed const& job, std::string const& claim, Time now, std::string error) {
    // An error may quote anything; only what can be stored is.
    error = db::is_storable(error) ? error : "an error that is not text";
    if (job.attempts >= m_options.attempts) {
      log::error("A job has failed for good",
                 {{"kind", job.kind}, {"job", job.id}, {"attempts", job.attempts}, {"why", error}});
      queue::bury(m_db, job.id, claim, now, error);
      return;
    }
    auto const pause = pause_after(job.attempts);
    log::warning("A job failed and is tried again",
                 {{"kind", job.kind}, {"job", job.id}, {"attempts", job.attempts}, {"in", pause}, {"why", error}});
    queue::put_back(m_db, job.id, claim, now + pause, error);
  }

  /// Doubled with each attempt, give or take a quarter so that what failed together does not come back together.
  Milliseconds pause_after(int attempts) {
    auto pause = m_options.first_retry;
    for (int i = 1; i < attempts && pause < m_options.longest_retry; ++i) pause *= 2;
    pause = std::min(pause, m_options.longest_retry);
    std::lock_guard const lock(m_mutex);
    std::uniform_real_distribution<double> factor(0.75, 1.25);
    return Milliseconds(static_cast<Milliseconds::rep>(static_cast<double>(pause.count()) * factor(m_random)));
  }

  db::Database& m_db;
  Clock m_clock;
  RunnerOptions m_options;
  std::map<std::string, Job, std::less<>> m_jobs;

  std::mutex m_mutex;  // of what follows, down to m_random
  std::condition_variable m_signal;
  bool m_stopping = false;
  std::uint64_t m_wakes = 0;
  std::map<std::string, Time> m_next;
  std::mt19937 m_random{std::random_device{}()};

  std::mutex m_threads_mutex;
  std::vector<std::thread> m_threads;
};

Runner::Runner(db::Database& db, Clock clock, std::vector<Job> jobs, RunnerOptions options)
    : m_impl(std::make_unique<Impl>(db, std::move(clock), std::move(jobs), options)) {}

Runner::~Runner() { stop(); }

void Runner::start() { m_impl->start(); }
void Runner::stop() { m_impl->stop(); }
void Runner::wake() { m_impl->wake(); }
std::size_t Runner::run_due(Time now) { return m_impl->run_due(now); }

}  // namespace earshot::jobs
