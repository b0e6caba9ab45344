#include "platform/jobs/jobs.h"

#include <stdexcept>

#include "platform/db/transaction.h"

namespace earshot::jobs {

namespace {

constexpr std::size_t kLongestPayload = std::size_t{64} * 1024;

constexpr db::Sql kEnqueue{
    "INSERT INTO jobs (kind, payload, unique_key, state, due_at, attempts, last_error) "
    "VALUES ($1, $2, $3, 'waiting', $4, 0, '') "
    "ON CONFLICT (unique_key) WHERE state = 'waiting' DO NOTHING"};

constexpr db::Sql kDead{
    "SELECT id, kind, payload, attempts, last_error, failed_at FROM jobs WHERE state = 'dead' "
    "ORDER BY failed_at DESC, id DESC LIMIT $1"};

constexpr db::Sql kIsDead{"SELECT id FROM jobs WHERE id = $1 AND state = 'dead'"};
constexpr db::Sql kRevive{
    "UPDATE jobs SET state = 'waiting', due_at = 0, attempts = 0, failed_at = NULL WHERE id = $1 AND state = 'dead'"};
constexpr db::Sql kRemove{"DELETE FROM jobs WHERE id = $1 AND state = 'dead'"};

constexpr db::Sql kCounts{
    "SELECT count(CASE WHEN state = 'waiting' THEN 1 END), count(CASE WHEN state = 'running' THEN 1 END), "
    "count(CASE WHEN state = 'dead' THEN 1 END) FROM jobs"};

}  // namespace

void enqueue(db::Transaction& tx, std::string_view kind, std::string_view payload, EnqueueOptions const& options) {
  if (payload.size() > kLongestPayload) throw std::invalid_argument("the payload of a job is larger than 64 KiB");
  std::optional<std::string_view> unique_key;
  if (!options.unique_key.empty()) unique_key = options.unique_key;
  tx.execute(kEnqueue, kind, payload, unique_key, options.run_at);
}

std::vector<Dead> dead(db::Transaction& tx, int most) { return tx.all<Dead>(kDead, most); }

bool retry(db::Transaction& tx, JobId id) {
  if (!tx.first<JobId>(kIsDead, id)) return false;
  // One with the same key waits already, and does its work.
  if (!tx.attempt(kRevive, id)) tx.execute(kRemove, id);
  return true;
}

Counts counts(db::Transaction& tx) { return tx.one<Counts>(kCounts); }

}  // namespace earshot::jobs
