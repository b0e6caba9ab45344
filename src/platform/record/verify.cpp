#include <algorithm>

#include "platform/db/database.h"
#include "platform/record/chain.h"
#include "platform/record/seal.h"

namespace earshot::record {

namespace {

constexpr int kPage = 500;

constexpr db::Sql kSealed{
    "SELECT id, at, actor, action, subject, detail, sequence, hash FROM record_entries WHERE sequence > $1 "
    "ORDER BY sequence LIMIT $2"};
constexpr db::Sql kUnsealed{"SELECT count(*) FROM record_entries WHERE sequence IS NULL"};

struct Sealed {
  Stored stored;
  std::int64_t sequence = 0;
  std::string hash;
};

/// What is wrong with `next`, the entry that stands after `so_far`.
std::optional<Fault> fault_of(Sealed const& next, Head const& so_far, Head const& stored_head,
                              std::optional<Head> const& known) {
  using Kind = Fault::Kind;
  auto const expected = so_far.sequence + 1;
  if (next.sequence != expected) return Fault{Kind::missing, expected, 0};
  if (next.hash != hash_of(so_far.hash, expected, next.stored)) return Fault{Kind::altered, expected, next.stored.id};
  if (known && known->sequence == expected && known->hash != next.hash)
    return Fault{Kind::rewritten, expected, next.stored.id};
  if (expected > stored_head.sequence) return Fault{Kind::added, expected, next.stored.id};
  if (expected == stored_head.sequence && next.hash != stored_head.hash)
    return Fault{Kind::rewritten, expected, next.stored.id};
  return std::nullopt;
}

/// What is wrong with a record that ends with `end`.
std::optional<Fault> fault_of_end(Head const& end, Head const& stored_head, std::optional<Head> const& known) {
  auto const last = std::max(stored_head.sequence, known ? known->sequence : 0);
  if (end.sequence < last) return Fault{Fault::Kind::cut_off, end.sequence + 1, 0};
  return std::nullopt;
}

}  // namespace

Verification verify(db::Database& db, std::optional<Head> const& known) {
  return db.read([&](db::Transaction& tx) {
    Verification found;
    auto const stored_head = head(tx);
    found.unsealed = tx.one<std::int64_t>(kUnsealed);
    while (true) {
      auto const page = tx.all<Sealed>(kSealed, found.head.sequence, kPage);
      for (auto const& next : page) {
        found.fault = fault_of(next, found.head, stored_head, known);
        if (found.fault) return found;
        found.head = {next.sequence, next.hash};
        ++found.sealed;
      }
      if (page.size() < kPage) break;
    }
    found.fault = fault_of_end(found.head, stored_head, known);
    return found;
  });
}

}  // namespace earshot::record
