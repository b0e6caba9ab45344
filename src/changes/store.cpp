#include "changes/store.h"

#include <algorithm>

namespace earshot::changes {
namespace {

constexpr db::Sql kTopicsOfAsk{"SELECT topic FROM ask_topics WHERE ask = $1 ORDER BY topic"};
constexpr db::Sql kTopicsOfTold{"SELECT topic FROM told_topics WHERE told = $1 ORDER BY topic"};
#define SHOWN " a.hidden_at IS NULL AND a.withdrawn_at IS NULL"
#define LATE " a.waits = 1 AND a.due_on < COALESCE(a.paused_on, $1) AND a.returned_at IS NULL AND" SHOWN
// Of the service $2, or with 0 of all.
#define PROMISES_THAT(ARE)                                       \
  "(SELECT count(*) FROM answers n CROSS JOIN asks a WHERE " ARE \
  " AND n.published_at IS NOT NULL AND a.id = n.ask"             \
  " AND ($2 = 0 OR a.service = $2) AND" SHOWN ")"

constexpr db::Sql kPromises{"SELECT " PROMISES_THAT("n.will_do_by >= $1") ", " PROMISES_THAT(
    "n.will_do_by < $1") ", " PROMISES_THAT("n.kept_on IS NOT NULL")};
constexpr db::Sql kLateByService{"SELECT a.service, count(*) FROM asks a WHERE" LATE " GROUP BY a.service"};

#undef SHOWN
#undef LATE
#undef PROMISES_THAT

}  // namespace

std::vector<Change> related(db::Transaction& tx, Change const& change, Date today, std::size_t most) {
  std::vector<Filter> alike;
  for (auto const topic :
       tx.all<county::TopicId>(change.kind == Kind::told ? kTopicsOfTold : kTopicsOfAsk, change.item))
    alike.push_back({.topic = topic});
  alike.push_back({.service = change.service});
  std::vector<Change> result;
  auto const is_new = [&](Change const& found) {
    auto const same = [&](Change const& other) { return other.reference == found.reference; };
    return !same(change) && std::none_of(result.begin(), result.end(), same);
  };
  for (auto const& filter : alike)
    for (auto const& found : newest(tx, filter, today, static_cast<int>(most + 1)))
      if (result.size() < most && is_new(found)) result.push_back(found);
  return result;
}

Promises promises(db::Transaction& tx, std::optional<agencies::ServiceId> service, Date today) {
  return tx.one<Promises>(kPromises, today, service.value_or(agencies::ServiceId{}));
}

std::vector<Late> late_by_service(db::Transaction& tx, Date today) { return tx.all<Late>(kLateByService, today); }

}  // namespace earshot::changes
