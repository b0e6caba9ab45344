#include "inbox/list.h"

#include <algorithm>
#include <charconv>

#include "platform/base/text.h"
#include "platform/crypto/reference.h"
#include "platform/http/forms.h"
#include "platform/search/search.h"

namespace earshot::inbox {
namespace {

constexpr std::size_t kLongestSearch = 200;

#define HAS_FILES                                                                                             \
  " EXISTS (SELECT 1 FROM attachments f WHERE f.source_kind = 'voice' AND f.source_id = v.id AND f.state <> " \
  "'refused')"
// $1 to $9 as Filter has them; an empty text or 0 for what it leaves open.
#define LISTED                                                                                               \
  "@anew SELECT v.id, v.reference, v.words, v.language,"                                                     \
  " (SELECT @joined(x.service) FROM voice_services x WHERE x.voice = v.id),"                                 \
  " (SELECT @joined(x.topic) FROM voice_topics x WHERE x.voice = v.id), v.place, v.received_at, v.asked_at," \
  " v.closed_at, v.withdrawn_at, CASE WHEN EXISTS (SELECT 1 FROM recordings r WHERE r.voice = v.id)"         \
  " THEN 1 ELSE 0 END, v.read_first, CASE WHEN" HAS_FILES " THEN 1 ELSE 0 END"
#define CHOSEN                                                                                  \
  " AND ($1 = '' OR EXISTS (SELECT 1 FROM voice_services x JOIN services s ON s.id = x.service" \
  " WHERE x.voice = v.id AND s.slug = $1))"                                                     \
  " AND ($2 = 0 OR (NOT EXISTS (SELECT 1 FROM voice_services x WHERE x.voice = v.id)"           \
  " AND NOT EXISTS (SELECT 1 FROM voice_topics x WHERE x.voice = v.id)))"                       \
  " AND ($3 = '' OR EXISTS (SELECT 1 FROM voice_topics x JOIN topics c ON c.id = x.topic"       \
  " WHERE x.voice = v.id AND c.slug = $3))"                                                     \
  " AND ($4 = '' OR v.place IN (SELECT p.id FROM places p WHERE p.slug = $4))"                  \
  " AND ($5 = '' OR v.speaker = $5) AND ($6 = '' OR v.language = $6) AND v.received_at >= $7"   \
  " AND ($8 = 0 OR EXISTS (SELECT 1 FROM recordings r WHERE r.voice = v.id)) AND ($9 = 0 OR" HAS_FILES ")"

// Every voice has read_first at 0 or 1; asking for it leads SQLite to the index of what waits.
#define WAITING                                                                           \
  " FROM voices v WHERE v.read_first >= 0 AND v.asked_at IS NULL AND v.closed_at IS NULL" \
  " AND v.withdrawn_at IS NULL AND v.hidden IS NULL" CHOSEN
// The other way round, every voice that was found would be looked up to see whether it waits.
#define FOUND " AND @has(voices, @aside(v.id), $10)"
#define OLDEST_FIRST " ORDER BY v.read_first DESC, v.received_at, v.id"
// What is shown of a voice is read of those on the page only.
#define ROWS(ids, order) LISTED " FROM voices v WHERE v.id IN (" ids ")" order
constexpr db::Sql kWaiting{ROWS("SELECT v.id" WAITING OLDEST_FIRST " LIMIT $10 OFFSET $11", OLDEST_FIRST)};
constexpr db::Sql kWaitingFound{ROWS("SELECT v.id" WAITING FOUND OLDEST_FIRST " LIMIT $11 OFFSET $12", OLDEST_FIRST)};
constexpr db::Sql kCountWaiting{"@anew SELECT count(*)" WAITING};
constexpr db::Sql kCountWaitingFound{"@anew SELECT count(*)" WAITING FOUND};

#define BEHIND(first, received, id)                                                                               \
  " AND v.id <> " id " AND (v.read_first < " first " OR (v.read_first = " first " AND (v.received_at > " received \
  " OR (v.received_at = " received " AND v.id > " id "))))"
constexpr db::Sql kNext{"@anew SELECT v.id" WAITING BEHIND("$10", "$11", "$12") OLDEST_FIRST " LIMIT 1"};
constexpr db::Sql kNextFound{"@anew SELECT v.id" WAITING FOUND BEHIND("$11", "$12", "$13") OLDEST_FIRST " LIMIT 1"};

// What does not only wait, with $10 its state. There can be very much of it, so the statement is led by what finds the
// least: what was searched for, the service, or else all, of which the index has what is filtered by. Only ids are
// found so, the latest first.
#define OF_STATE                                                                                             \
  " v.hidden IS NULL AND ($10 = 'all' OR $10 = CASE WHEN v.withdrawn_at IS NOT NULL THEN 'withdrawn'"        \
  " WHEN v.closed_at IS NOT NULL THEN 'closed' WHEN v.asked_at IS NOT NULL THEN 'passed-on' ELSE 'waiting' " \
  "END)" CHOSEN
#define ANY " FROM voices v WHERE" OF_STATE
#define BY_SERVICE                                                                                               \
  " FROM voice_services l CROSS JOIN voices v WHERE l.service = (SELECT s.id FROM services s WHERE s.slug = $1)" \
  " AND v.id = l.voice AND" OF_STATE
#define BY_SEARCH " FROM @found(voices, $11) CROSS JOIN voices v WHERE v.id = item AND" OF_STATE
#define LATEST_FIRST " ORDER BY v.id DESC"
// One more than kMostCounted.
#define UP_TO(found) "@anew SELECT count(*) FROM (SELECT 1" found " LIMIT 201) n"
constexpr db::Sql kAny{ROWS("SELECT v.id" ANY LATEST_FIRST " LIMIT $11 OFFSET $12", LATEST_FIRST)};
constexpr db::Sql kByService{
    ROWS("SELECT l.voice" BY_SERVICE " ORDER BY l.voice DESC LIMIT $11 OFFSET $12", LATEST_FIRST)};
constexpr db::Sql kBySearch{ROWS("SELECT item" BY_SEARCH " ORDER BY item DESC LIMIT $12 OFFSET $13", LATEST_FIRST)};
constexpr db::Sql kCountAny{UP_TO(ANY)};
constexpr db::Sql kCountByService{UP_TO(BY_SERVICE)};
constexpr db::Sql kCountBySearch{UP_TO(BY_SEARCH)};

#define OF_REFERENCE                                                                                              \
  " FROM voices v WHERE v.hidden IS NULL AND v.id IN (SELECT o.id FROM voices o WHERE o.reference = $1 UNION ALL" \
  " SELECT x.source_id FROM asks a JOIN ask_sources x ON x.ask = a.id AND x.source_kind = 'voice'"                \
  " WHERE a.reference = $1 AND a.hidden_at IS NULL AND a.withdrawn_at IS NULL)"
constexpr db::Sql kOfReference{LISTED OF_REFERENCE " ORDER BY v.id LIMIT $2 OFFSET $3"};
constexpr db::Sql kCountOfReference{"SELECT count(*)" OF_REFERENCE};

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
#undef CHOSEN
#undef WAITING
#undef FOUND
#undef OLDEST_FIRST
#undef LATEST_FIRST
#undef BEHIND
#undef OF_STATE
#undef ANY
#undef BY_SERVICE
#undef BY_SEARCH
#undef ROWS
#undef UP_TO
#undef OF_REFERENCE

/// Calls `run` with the filter as the parameters of CHOSEN.
template <class Run>
auto with(Filter const& filter, Time now, Run const& run) {
  auto const not_sure = filter.service == kNotSure;
  return run(not_sure ? std::string() : filter.service, not_sure, filter.topic, filter.place,
             filter.speaker ? to_word(*filter.speaker) : std::string_view(), filter.language,
             filter.days == 0 ? Time{} : now - Days{filter.days}, filter.recorded, filter.files);
}

bool has_service(Filter const& filter) { return !filter.service.empty() && filter.service != kNotSure; }

}  // namespace

Filter read_filter(http::Fields const& query) {
  Filter filter{.state = from_word<State>(query.get("state")).value_or(State::waiting),
                .service = std::string(query.get("service")),
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
  if (filter.state != State::waiting) add("state", to_word(filter.state));
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

std::optional<std::string> searched_reference(Filter const& filter) {
  auto reference = crypto::read_reference(filter.search);
  return reference && (reference->starts_with("V-") || reference->starts_with("A-")) ? reference : std::nullopt;
}

namespace store {

std::vector<CameBack> came_back(db::Transaction& tx, int most) { return tx.all<CameBack>(kCameBack, most); }

std::vector<CameBack> came_back(db::Transaction& tx, voices::VoiceId id) {
  return tx.all<CameBack>(kHowItCameBack, id);
}

std::vector<Listed> list(db::Transaction& tx, Filter const& filter, Time now, int page, int per_page) {
  auto const offset = std::int64_t{page - 1} * per_page;
  if (auto const reference = searched_reference(filter))
    return tx.all<Listed>(kOfReference, *reference, per_page, offset);
  return with(filter, now, [&](auto const&... values) -> std::vector<Listed> {
    auto const waits = filter.state == State::waiting;
    auto const state = to_word(filter.state);
    if (filter.search.empty()) {
      if (waits) return tx.all<Listed>(kWaiting, values..., per_page, offset);
      return tx.all<Listed>(has_service(filter) ? kByService : kAny, values..., state, per_page, offset);
    }
    auto const query = search::query(tx.engine(), filter.search);
    if (!query) return {};
    if (waits) return tx.all<Listed>(kWaitingFound, values..., *query, per_page, offset);
    return tx.all<Listed>(kBySearch, values..., state, *query, per_page, offset);
  });
}

std::int64_t count(db::Transaction& tx, Filter const& filter, Time now) {
  if (auto const reference = searched_reference(filter)) return tx.one<std::int64_t>(kCountOfReference, *reference);
  return with(filter, now, [&](auto const&... values) -> std::int64_t {
    auto const waits = filter.state == State::waiting;
    auto const state = to_word(filter.state);
    if (filter.search.empty()) {
      if (waits) return tx.one<std::int64_t>(kCountWaiting, values...);
      return tx.one<std::int64_t>(has_service(filter) ? kCountByService : kCountAny, values..., state);
    }
    auto const query = search::query(tx.engine(), filter.search);
    if (!query) return 0;
    if (waits) return tx.one<std::int64_t>(kCountWaitingFound, values..., *query);
    return tx.one<std::int64_t>(kCountBySearch, values..., state, *query);
  });
}

std::optional<voices::VoiceId> next(db::Transaction& tx, Filter const& filter, voices::Voice const& after, Time now) {
  // What was looked for by its reference is not the list that somebody works through.
  auto const query = searched_reference(filter) ? std::nullopt : search::query(tx.engine(), filter.search);
  return with(filter, now, [&](auto const&... values) {
    auto const behind = [&](bool first, Time received, voices::VoiceId id) {
      return query ? tx.first<voices::VoiceId>(kNextFound, values..., *query, first, received, id)
                   : tx.first<voices::VoiceId>(kNext, values..., first, received, id);
    };
    auto const found = behind(after.read_first, after.received_at, after.id);
    // In front of all: read first, and said before anything.
    return found ? found : behind(true, Time{}, after.id);
  });
}

}  // namespace store
}  // namespace earshot::inbox
