#include "platform/record/record.h"

#include "platform/db/transaction.h"

namespace earshot::record {

namespace {
constexpr db::Sql kNote{"INSERT INTO record_entries (at, actor, action, subject, detail) VALUES ($1, $2, $3, $4, $5)"};
}

void note(db::Transaction& tx, Entry const& entry, Time now) {
  tx.execute(kNote, now, entry.actor, entry.action, entry.subject, entry.detail);
}

}  // namespace earshot::record
