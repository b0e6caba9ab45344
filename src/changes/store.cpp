#include "changes/store.h"

#include <algorithm>

namespace earshot::changes {
namespace {

constexpr db::Sql kTopicsOfAsk{"SELECT topic FROM ask_topics WHERE ask = $1 ORDER BY topic"};
constexpr db::Sql kTopicsOfTold{"SELECT topic FROM told_topics WHERE told = $1 ORDER BY topic"};
#define SHOWN " a.hidden_at IS NULL AND a.withdrawn_at IS NULL"
#define LATE " a.waits = 1 AND a.due_on < COALESCE(a.paused_on, $1) AND a.returned_at IS NULL AND" SHOWN
#define PROMISES_THAT(ARE, OF) "(SELECT count(*)" OF ARE " AND n.published_at IS NOT NULL AND" SHOWN ")"
#define PROMISES(OF)                                                                                                \
  "SELECT " PROMISES_THAT("n.will_do_by >= $1", OF) ", " PROMISES_THAT("n.will_do_by < $1", OF) ", " PROMISES_THAT( \
      "n.kept_on > ''", OF)
// Every day is after '', and SQLite looks for that in the index, which it does not for IS NOT NULL.
// CROSS JOIN keeps SQLite to the order: the promises of all, or the asks of a service, are the fewest rows.
constexpr db::Sql kPromises{PROMISES(" FROM answers n CROSS JOIN asks a WHERE a.id = n.ask AND ")};
constexpr db::Sql kPromisesOfService{
    PROMISES(" FROM asks a CROSS JOIN answers n WHERE a.service = $2 AND n.ask = a.id AND ")};
constexpr db::Sql kLateByService{"SELECT a.service, count(*) FROM asks a WHERE" LATE " GROUP BY a.service"};

#undef SHOWN
#undef LATE
#undef PROMISES_THAT
#undef PROMISES

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
  return service ? tx.one<Promises>(kPromisesOfService, today, *service) : tx.one<Promises>(kPromises, today);
}

std::vector<Late> late_by_service(db::Transaction& tx, Date today) { return tx.all<Late>(kLateByService, today); }

}  // namespace earshot::changes
