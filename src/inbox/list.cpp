#include "inbox/list.h"

#include <algorithm>
#include <charconv>

#include "platform/base/text.h"
#include "platform/http/forms.h"
#include "platform/search/search.h"

namespace earshot::inbox {
namespace {

constexpr std::size_t kLongestSearch = 200;

#define HAS_FILES                                                                                             \
  " EXISTS (SELECT 1 FROM attachments f WHERE f.source_kind = 'voice' AND f.source_id = v.id AND f.state <> " \
  "'refused')"
// $1 to $9 as Filter has them; an empty text or 0 for what it leaves open.
#define LISTED                                                                                                \
  "SELECT v.id, v.words, v.language, (SELECT @joined(x.service) FROM voice_services x WHERE x.voice = v.id)," \
  " v.received_at, CASE WHEN EXISTS (SELECT 1 FROM recordings r WHERE r.voice = v.id) THEN 1 ELSE 0 END,"     \
  " v.read_first, CASE WHEN" HAS_FILES " THEN 1 ELSE 0 END"
#define FILTER                                                                                                      \
  " FROM voices v WHERE v.asked_at IS NULL AND v.closed_at IS NULL AND v.withdrawn_at IS NULL AND v.hidden IS NULL" \
  " AND ($1 = '' OR EXISTS (SELECT 1 FROM voice_services x JOIN services s ON s.id = x.service"                     \
  " WHERE x.voice = v.id AND s.slug = $1))"                                                                         \
  " AND ($2 = 0 OR (NOT EXISTS (SELECT 1 FROM voice_services x WHERE x.voice = v.id)"                               \
  " AND NOT EXISTS (SELECT 1 FROM voice_topics x WHERE x.voice = v.id)))"                                           \
  " AND ($3 = '' OR EXISTS (SELECT 1 FROM voice_topics x JOIN topics c ON c.id = x.topic"                           \
  " WHERE x.voice = v.id AND c.slug = $3))"                                                                         \
  " AND ($4 = '' OR v.place IN (SELECT p.id FROM places p WHERE p.slug = $4))"                                      \
  " AND ($5 = '' OR v.speaker = $5) AND ($6 = '' OR v.language = $6) AND v.received_at >= $7"                       \
  " AND ($8 = 0 OR EXISTS (SELECT 1 FROM recordings r WHERE r.voice = v.id))"                                       \
  " AND ($9 = 0 OR" HAS_FILES ")"
// The + keeps SQLite from looking up every voice that was found to see whether it waits.
#define SEARCH " AND +v.id IN (SELECT item FROM @found(voices, $10))"

constexpr db::Sql kWaiting{LISTED FILTER " ORDER BY v.read_first DESC, v.received_at, v.id LIMIT $10 OFFSET $11"};
constexpr db::Sql kCountWaiting{"SELECT count(*)" FILTER};
constexpr db::Sql kWaitingFound{LISTED FILTER SEARCH
                                " ORDER BY v.read_first DESC, v.received_at, v.id LIMIT $11 OFFSET $12"};
constexpr db::Sql kCountWaitingFound{"SELECT count(*)" FILTER SEARCH};

// A voice that was joined to, or made into, another ask since then is in good hands again.
// CROSS JOIN keeps SQLite to the order: what was given back is the fewest rows.
#define CAME_BACK                                                                                     \
  "SELECT v.id, v.words, v.language, s.name, a.returned_at FROM asks a CROSS JOIN ask_sources x"      \
  " CROSS JOIN voices v CROSS JOIN services s WHERE a.returned_at IS NOT NULL"                        \
  " AND x.ask = a.id AND x.source_kind = 'voice' AND v.id = x.source_id AND s.id = a.service"         \
  " AND a.hidden_at IS NULL AND a.withdrawn_at IS NULL"                                               \
  " AND v.closed_at IS NULL AND v.withdrawn_at IS NULL AND v.hidden IS NULL"                          \
  " AND NOT EXISTS (SELECT 1 FROM ask_sources n WHERE n.source_kind = 'voice' AND n.source_id = v.id" \
  " AND n.joined_at > a.returned_at)"
constexpr db::Sql kCameBack{CAME_BACK " ORDER BY a.returned_at, v.id LIMIT $1"};
constexpr db::Sql kHowItCameBack{CAME_BACK " AND v.id = $1 ORDER BY a.returned_at"};
#undef CAME_BACK

#undef HAS_FILES
#undef LISTED
#undef FILTER
#undef SEARCH

/// Calls `run` with the filter as the parameters of FILTER.
template <class Run>
auto with(Filter const& filter, Time now, Run const& run) {
  auto const not_sure = filter.service == kNotSure;
  return run(not_sure ? std::string() : filter.service, not_sure, filter.topic, filter.place,
             filter.speaker ? to_word(*filter.speaker) : std::string_view(), filter.language,
             filter.days == 0 ? Time{} : now - Days{filter.days}, filter.recorded, filter.files);
}

}  // namespace

Filter read_filter(http::Fields const& query) {
  Filter filter{.service = std::string(query.get("service")),
                .topic = std::string(query.get("topic")),
                .place = std::string(query.get("place")),
                .speaker = from_word<voices::Speaker>(query.get("speaker")),
                .language = std::string(query.get("in")),
                .recorded = query.get("recorded") == "yes",
                .files = query.get("files") == "yes",
                .search = shortened(tidy(query.get("q")), kLongestSearch)};
  auto const days = query.get("days");
  int number = 0;
  std::from_chars(days.data(), days.data() + days.size(), number);
  if (std::find(std::begin(kDays), std::end(kDays), number) != std::end(kDays)) filter.days = number;
  return filter;
}

std::string to_query(Filter const& filter) {
  http::Fields fields;
  auto const add = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) fields.add(name, value);
  };
  add("q", filter.search);
  add("service", filter.service);
  add("topic", filter.topic);
  add("place", filter.place);
  if (filter.speaker) add("speaker", to_word(*filter.speaker));
  add("in", filter.language);
  if (filter.days != 0) add("days", std::to_string(filter.days));
  if (filter.recorded) add("recorded", "yes");
  if (filter.files) add("files", "yes");
  return http::to_urlencoded(fields);
}

namespace store {

std::vector<CameBack> came_back(db::Transaction& tx, int most) { return tx.all<CameBack>(kCameBack, most); }

std::vector<CameBack> came_back(db::Transaction& tx, voices::VoiceId id) {
  return tx.all<CameBack>(kHowItCameBack, id);
}

std::vector<Listed> waiting(db::Transaction& tx, Filter const& filter, Time now, int page, int per_page) {
  auto const offset = std::int64_t{page - 1} * per_page;
  return with(filter, now, [&](auto const&... values) -> std::vector<Listed> {
    if (filter.search.empty()) return tx.all<Listed>(kWaiting, values..., per_page, offset);
    auto const query = search::query(tx.engine(), filter.search);
    if (!query) return {};
    return tx.all<Listed>(kWaitingFound, values..., *query, per_page, offset);
  });
}

std::int64_t count_waiting(db::Transaction& tx, Filter const& filter, Time now) {
  return with(filter, now, [&](auto const&... values) -> std::int64_t {
    if (filter.search.empty()) return tx.one<std::int64_t>(kCountWaiting, values...);
    auto const query = search::query(tx.engine(), filter.search);
    if (!query) return 0;
    return tx.one<std::int64_t>(kCountWaitingFound, values..., *query);
  });
}

}  // namespace store
}  // namespace earshot::inbox
