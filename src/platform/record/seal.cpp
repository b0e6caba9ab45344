#include "platform/record/seal.h"

#include <limits>

#include "platform/crypto/digest.h"
#include "platform/db/database.h"
#include "platform/record/chain.h"

namespace earshot::record {

namespace {

constexpr Milliseconds kEvery{5'000};

// Takes the lock of the row on PostgreSQL; on SQLite whoever writes is alone anyway.
constexpr db::Sql kLockHead{"UPDATE record_head SET sequence = sequence WHERE id = 1 RETURNING sequence, hash"};

// Not "after the last that was sealed": on PostgreSQL a smaller id may be committed later than a larger one.
constexpr db::Sql kUnsealed{
    "SELECT id, at, actor, action, subject, detail FROM record_entries WHERE sequence IS NULL ORDER BY id LIMIT $1"};

constexpr db::Sql kSeal{"UPDATE record_entries SET sequence = $2, hash = $3 WHERE id = $1"};
constexpr db::Sql kMoveHead{"UPDATE record_head SET sequence = $1, hash = $2 WHERE id = 1"};
constexpr db::Sql kHead{"SELECT sequence, hash FROM record_head WHERE id = 1"};

constexpr db::Sql kList{
    "SELECT id, at, actor, action, subject, detail, sequence FROM record_entries WHERE id < $1 "
    "ORDER BY id DESC LIMIT $2"};
constexpr db::Sql kListOfSubject{
    "SELECT id, at, actor, action, subject, detail, sequence FROM record_entries WHERE id < $1 AND subject = $3 "
    "ORDER BY id DESC LIMIT $2"};

}  // namespace

std::string hash_of(std::string_view previous, std::int64_t sequence, Stored const& stored) {
  return crypto::Digest()
      .field(previous)
      .field(std::to_string(sequence))
      .field(std::to_string(stored.id))
      .field(std::to_string(stored.at.time_since_epoch().count()))
      .field(stored.entry.actor)
      .field(stored.entry.action)
      .field(stored.entry.subject)
      .field(stored.entry.detail)
      .hex();
}

std::size_t seal(db::Transaction& tx, std::size_t most) {
  auto end = tx.one<Head>(kLockHead);
  auto const unsealed = tx.all<Stored>(kUnsealed, most);
  for (auto const& stored : unsealed) {
    ++end.sequence;
    end.hash = hash_of(end.hash, end.sequence, stored);
    tx.execute(kSeal, stored.id, end.sequence, end.hash);
  }
  if (!unsealed.empty()) tx.execute(kMoveHead, end.sequence, end.hash);
  return unsealed.size();
}

Head head(db::Transaction& tx) { return tx.first<Head>(kHead).value_or(Head{}); }

std::vector<Listed> list(db::Transaction& tx, std::int64_t before, int most, std::string const& subject) {
  auto const end = before == 0 ? std::numeric_limits<std::int64_t>::max() : before;
  if (subject.empty()) return tx.all<Listed>(kList, end, most);
  return tx.all<Listed>(kListOfSubject, end, most, subject);
}

jobs::Job seal_job() {
  return {"record.seal",
          [](jobs::Environment& environment, std::string const&) {
            constexpr std::size_t kBatch = 200;
            while (environment.db.write([](db::Transaction& tx) { return seal(tx, kBatch); }) == kBatch) {
            }
          },
          kEvery};
}

}  // namespace earshot::record
