// Work that is done after the page has been answered: rows in the same transaction as what they follow from, so that
// neither is ever without the other. A job may run twice (a node can die in the middle of one), so it must bear it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/id.h"
#include "platform/base/time.h"
#include "platform/config/config.h"

namespace earshot::db {
class Database;
struct Migration;
class Transaction;
}  // namespace earshot::db

namespace earshot::jobs {

/// The tables of the jobs.
std::vector<db::Migration> migrations();

using JobId = Id<struct JobRow>;

struct EnqueueOptions {
  std::string unique_key = {};  ///< While a job with this key waits, a second one is not stored. Empty: no matter.
  Time run_at = {};             ///< Not before this time; at once when not given.
};

/// Stores a job, to be run when `tx` has been committed. `payload` is what the kind's `run` is given, as it is (an id,
/// or JSON); no more than 64 KiB.
void enqueue(db::Transaction& tx, std::string_view kind, std::string_view payload, EnqueueOptions const& options = {});

/// What a job is given beside its payload.
struct Environment {
  db::Database& db;
  Clock clock;
  config::Config config = {};  ///< What the operator has set.
};

/// A kind of job, as a feature lists it. What `run` throws is logged, and it is tried again later.
struct Job {
  std::string_view kind;  ///< "asks.tell_followers"
  std::function<void(Environment&, std::string const& payload)> run;
  std::optional<Milliseconds> every = {};  ///< Also run each so often, with an empty payload, on one of the nodes.
};

/// A job that failed as often as it may.
struct Dead {
  JobId id;
  std::string kind;
  std::string payload;
  int attempts = 0;
  std::string last_error;
  Time failed_at;
};

/// Up to `most` jobs that have failed for good, the latest first.
std::vector<Dead> dead(db::Transaction& tx, int most = 100);

/// Lets a job that has failed for good be tried again at once. False when there is no such job.
bool retry(db::Transaction& tx, JobId id);

/// How many jobs there are, for the measures.
struct Counts {
  std::int64_t waiting = 0;
  std::int64_t running = 0;
  std::int64_t dead = 0;
};
Counts counts(db::Transaction& tx);

}  // namespace earshot::jobs
