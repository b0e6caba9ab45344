#include "changes/store.h"

#include <algorithm>

namespace earshot::changes {
namespace {

constexpr db::Sql kTopicsOfAsk{"SELECT topic FROM ask_topics WHERE ask = $1 ORDER BY topic"};
constexpr db::Sql kTopicsOfTold{"SELECT topic FROM told_topics WHERE told = $1 ORDER BY topic"};
#define SHOWN " a.hidden_at IS NULL AND a.withdrawn_at IS NULL"
#define LATE " a.waits = 1 AND a.due_on < COALESCE(a.paused_on, $1) AND a.returned_at IS NULL AND" SHOWN
#define COUNT_OF(WHICH) "(SELECT count(*) FROM asks a WHERE " WHICH " AND" SHOWN ")"
constexpr db::Sql kPromises{"SELECT " COUNT_OF("a.promised_for >= $1") ", " COUNT_OF("a.promised_for < $1")};
#define OF_SERVICE "a.service = $2 AND a.published_at > 0 AND "
constexpr db::Sql kPromisesOfService{
    "SELECT " COUNT_OF(OF_SERVICE "a.promised_for >= $1") ", " COUNT_OF(OF_SERVICE "a.promised_for < $1")};
constexpr db::Sql kKeptByService{"SELECT " COUNT_OF("a.service = $1 AND a.published_at > 0 AND a.became = 'kept'")};
constexpr db::Sql kLateByService{"SELECT a.service, count(*) FROM asks a WHERE" LATE " GROUP BY a.service"};

#undef SHOWN
#undef LATE
#undef COUNT_OF
#undef OF_SERVICE

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

std::int64_t promises_kept(db::Transaction& tx, agencies::ServiceId service) {
  return tx.one<std::int64_t>(kKeptByService, service);
}

std::vector<Late> late_by_service(db::Transaction& tx, Date today) { return tx.all<Late>(kLateByService, today); }

}  // namespace earshot::changes
