#include "changes/store.h"

#include <algorithm>

namespace earshot::changes {
namespace {

constexpr db::Sql kTopicsOfAsk{"SELECT topic FROM ask_topics WHERE ask = $1 ORDER BY topic"};
constexpr db::Sql kTopicsOfTold{"SELECT topic FROM told_topics WHERE told = $1 ORDER BY topic"};
#define SHOWN " a.hidden_at IS NULL AND a.withdrawn_at IS NULL"
#define LATE " a.waits = 1 AND a.due_on < COALESCE(a.paused_on, $1) AND a.returned_at IS NULL AND" SHOWN
#define PROMISES                                                                                               \
  "SELECT COALESCE(sum(CASE WHEN y.ask IS NULL AND n.will_do_by >= $1 THEN 1 ELSE 0 END), 0),"                 \
  " COALESCE(sum(CASE WHEN y.ask IS NULL AND n.will_do_by < $1 THEN 1 ELSE 0 END), 0), count(y.ask)"           \
  " FROM answers n CROSS JOIN asks a LEFT JOIN promises_kept y ON y.ask = a.id WHERE n.will_do_by IS NOT NULL" \
  " AND n.published_at IS NOT NULL AND a.id = n.ask AND" SHOWN

constexpr db::Sql kPromises{PROMISES};
constexpr db::Sql kPromisesOfService{PROMISES " AND a.service = $2"};
constexpr db::Sql kAnswered{"SELECT count(*) FROM asks a WHERE a.service = $1 AND a.answered_at IS NOT NULL AND" SHOWN};
constexpr db::Sql kMedianWait{
    "SELECT a.answered_at - a.asked_at AS wait FROM asks a WHERE a.service = $1 AND a.answered_at IS NOT NULL AND" SHOWN
    " ORDER BY wait LIMIT 1 OFFSET $2"};
constexpr db::Sql kLate{"SELECT count(*) FROM asks a WHERE a.service = $2 AND" LATE};
constexpr db::Sql kLateByService{"SELECT a.service, count(*) FROM asks a WHERE" LATE " GROUP BY a.service"};

#undef SHOWN
#undef LATE
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

ServiceFigures service_figures(db::Transaction& tx, agencies::ServiceId service, Date today) {
  ServiceFigures figures{.answered = tx.one<std::int64_t>(kAnswered, service),
                         .late = tx.one<std::int64_t>(kLate, today, service),
                         .median_days = {},
                         .promises = promises(tx, service, today)};
  if (figures.answered == 0) return figures;
  auto const wait = tx.one<std::int64_t>(kMedianWait, service, (figures.answered - 1) / 2);
  figures.median_days = std::chrono::duration_cast<Days>(Milliseconds{wait}).count();
  return figures;
}

std::vector<Late> late_by_service(db::Transaction& tx, Date today) { return tx.all<Late>(kLateByService, today); }

}  // namespace earshot::changes
