// What the runner does to the rows. Each function is one short transaction; none is called by features.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/jobs/jobs.h"

namespace earshot::jobs::queue {

/// A job that was claimed and is to be run.
struct Claimed {
  JobId id;
  std::string kind;
  std::string payload;
  int attempts = 0;  ///< with this one
};

/// Claims the job that has been due longest, for `lease` from `now`, under the word `claim`. Nothing when none is due.
std::optional<Claimed> claim(db::Database& db, std::string const& claim, Time now, Milliseconds lease);

/// Removes a job that was done, unless another has claimed it since.
void finish(db::Database& db, JobId id, std::string const& claim);

/// Lets a job that failed wait until `due_at`, unless another has claimed it since.
void put_back(db::Database& db, JobId id, std::string const& claim, Time due_at, std::string_view error);

/// Sets a job aside that has failed for good, instead of an earlier one with its key.
void bury(db::Database& db, JobId id, std::string const& claim, Time now, std::string_view error);

/// Puts a job of `kind` into the queue when its schedule says so at `now`, and gives when to ask again. Of many nodes
/// that ask at once, one does.
Time enqueue_scheduled(db::Database& db, std::string_view kind, Milliseconds every, Time now);

}  // namespace earshot::jobs::queue
