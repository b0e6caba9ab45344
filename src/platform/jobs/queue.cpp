#include "platform/jobs/queue.h"

#include "platform/db/database.h"

namespace earshot::jobs::queue {

namespace {

constexpr db::Sql kAnyDue{"SELECT id FROM jobs WHERE state <> 'dead' AND due_at <= $1 ORDER BY due_at LIMIT 1"};

constexpr db::Sql kClaim{
    "UPDATE jobs SET state = 'running', claim = $2, due_at = $3, attempts = attempts + 1 WHERE id = "
    "(SELECT id FROM jobs WHERE state <> 'dead' AND due_at <= $1 ORDER BY due_at, id LIMIT 1 @skip_locked) "
    "RETURNING id, kind, payload, attempts"};

constexpr db::Sql kRemove{"DELETE FROM jobs WHERE id = $1 AND claim = $2"};

constexpr db::Sql kPutBack{
    "UPDATE jobs SET state = 'waiting', claim = NULL, due_at = $3, last_error = $4 WHERE id = $1 AND claim = $2"};

constexpr db::Sql kBury{
    "UPDATE jobs SET state = 'dead', claim = NULL, failed_at = $3, last_error = $4 WHERE id = $1 AND claim = $2"};

constexpr db::Sql kRemoveEarlierDead{
    "DELETE FROM jobs WHERE state = 'dead' AND id <> $1 AND unique_key = (SELECT unique_key FROM jobs WHERE id = $1)"};

constexpr db::Sql kNextAt{"SELECT next_at FROM job_schedules WHERE kind = $1"};

constexpr db::Sql kAdvance{
    "INSERT INTO job_schedules (kind, next_at) VALUES ($1, $2) "
    "ON CONFLICT (kind) DO UPDATE SET next_at = excluded.next_at WHERE job_schedules.next_at <= $3"};

}  // namespace

std::optional<Claimed> claim(db::Database& db, std::string const& claim, Time now, Milliseconds lease) {
  // An idle node only reads.
  if (!db.read([&](db::Transaction& tx) { return tx.first<JobId>(kAnyDue, now); })) return std::nullopt;
  return db.write([&](db::Transaction& tx) { return tx.first<Claimed>(kClaim, now, claim, now + lease); });
}

void finish(db::Database& db, JobId id, std::string const& claim) {
  db.write([&](db::Transaction& tx) { tx.execute(kRemove, id, claim); });
}

void put_back(db::Database& db, JobId id, std::string const& claim, Time due_at, std::string_view error) {
  db.write([&](db::Transaction& tx) {
    // One with the same key has been enqueued meanwhile, and does its work.
    if (!tx.attempt(kPutBack, id, claim, due_at, error)) tx.execute(kRemove, id, claim);
  });
}

void bury(db::Database& db, JobId id, std::string const& claim, Time now, std::string_view error) {
  db.write([&](db::Transaction& tx) {
    if (tx.execute(kBury, id, claim, now, error) > 0) tx.execute(kRemoveEarlierDead, id);
  });
}

Time enqueue_scheduled(db::Database& db, std::string_view kind, Milliseconds every, Time now) {
  auto const next = db.read([&](db::Transaction& tx) { return tx.first<Time>(kNextAt, kind); });
  if (next && *next > now) return *next;
  // Counted from the epoch, so that all nodes come to the same times.
  Time const after = now - now.time_since_epoch() % every + every;
  db.write([&](db::Transaction& tx) {
    if (tx.execute(kAdvance, kind, after, now) > 0)
      enqueue(tx, kind, "", {.unique_key = "every " + std::string(kind), .run_at = now});
  });
  return after;
}

}  // namespace earshot::jobs::queue
