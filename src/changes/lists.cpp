// The list of what is published. Any of its filters may be set, so each statement is led by one of them, whichever
// leaves the fewest rows to look at; the others are tested row by row. CROSS JOIN keeps SQLite to that order.

#include <algorithm>

#include "changes/changes.h"
#include "platform/search/search.h"

namespace earshot::changes {
namespace {

// $1 service, $2 agency, $3 place, $4 topic: an id or 0. $5 a Became or ''. $6 today. $7 and $8 the first millisecond
// and the one after the last. $9 what search::query gave, or ''. $10 how many rows at most from each side, $11 how many
// in all, $12 how many of them are passed over.
// A promise that was kept is a thing done, too.
#define BECAME "CASE WHEN a.promised_for < $6 THEN 'broken' ELSE a.became END"
#define ASKED_FILTER                                                                                         \
  " a.published_at >= $7 AND a.published_at < $8 AND a.hidden_at IS NULL AND a.withdrawn_at IS NULL"         \
  " AND ($1 = 0 OR a.service = $1) AND ($2 = 0 OR a.service IN (SELECT id FROM services WHERE agency = $2))" \
  " AND ($3 = 0 OR a.place = $3)"                                                                            \
  " AND ($4 = 0 OR EXISTS (SELECT 1 FROM ask_topics x WHERE x.topic = $4 AND x.ask = a.id))"                 \
  " AND $5 <> 'told' AND ($5 = '' OR " BECAME " = $5 OR ($5 = 'done' AND a.became = 'kept'))"

#define BY_PUBLICATION " FROM asks a WHERE"
#define BY_PROMISE " FROM asks a WHERE a.promised_for < $6 AND"
#define BY_SERVICE " FROM asks a WHERE a.service = $1 AND"
#define BY_PLACE " FROM asks a WHERE a.place = $3 AND"
#define BY_TOPIC " FROM ask_topics d CROSS JOIN asks a WHERE d.topic = $4 AND a.id = d.ask AND"
#define BY_WORDS " FROM (SELECT item FROM @found(asks, $9)) f CROSS JOIN asks a WHERE a.id = f.item AND"
// A word that thousands of asks have is looked for among those that were made last.
#define BY_WORDS_AMONG_THE_LAST                                                                                    \
  " FROM (SELECT item FROM @found(asks, $9) ORDER BY item DESC LIMIT 400) f CROSS JOIN asks a WHERE a.id = f.item" \
  " AND"
#define BY_SERVICE_AND_WORDS " FROM asks a WHERE a.service = $1 AND a.id IN (SELECT item FROM @found(asks, $9)) AND"

#define TOLD                                                                                               \
  " FROM changes_told c WHERE c.published_at >= $7 AND c.published_at < $8 AND ($1 = 0 OR c.service = $1)" \
  " AND ($2 = 0 OR c.service IN (SELECT id FROM services WHERE agency = $2)) AND ($3 = 0 OR c.place = $3)" \
  " AND ($4 = 0 OR EXISTS (SELECT 1 FROM told_topics x WHERE x.told = c.id AND x.topic = $4))"             \
  " AND ($5 = '' OR $5 = 'told')"
#define NOT_BY_WORDS " AND $9 = ''"
#define TOLD_BY_WORDS " AND c.id IN (SELECT item FROM @found(told, $9))"

#define CHANGE_COLUMNS                                                                                                \
  "SELECT k.kind, k.item, COALESCE(a.reference, c.reference), s.id, s.name, s.slug, g.name, COALESCE(p.name, ''),"    \
  " COALESCE(a.words, c.reason), COALESCE(a.words_by, 'worker'), COALESCE(a.language, c.language), a.asked_at,"       \
  " a.created_at, c.changed_on, COALESCE(n.outcome, 'done'), COALESCE(n.text, c.changed, ''), n.will_do_by,"          \
  " COALESCE(n.published_at, c.published_at, a.created_at), (SELECT count(*) FROM ask_sources o WHERE o.ask = a.id)," \
  " n.kept_on, a.answered_at, CASE WHEN n.ask IS NULL AND c.id IS NULL THEN 0 ELSE 1 END, a.due_on, a.paused_on"
#define CHANGE_TABLES                                                                             \
  " k LEFT JOIN asks a ON k.kind = 'asked' AND a.id = k.item LEFT JOIN answers n ON n.ask = a.id" \
  " LEFT JOIN changes_told c ON k.kind = 'told' AND c.id = k.item"                                \
  " JOIN services s ON s.id = COALESCE(a.service, c.service) JOIN agencies g ON g.id = s.agency"  \
  " LEFT JOIN places p ON p.id = COALESCE(a.place, c.place)"

#define LIST(LED_BY, TOLD_LED_BY)                                                                              \
  "@anew " CHANGE_COLUMNS                                                                                      \
  " FROM (SELECT * FROM (SELECT 'asked' AS kind, a.id AS item, a.published_at AS shown_at" LED_BY ASKED_FILTER \
  " ORDER BY a.published_at DESC, a.id DESC LIMIT $10) u"                                                      \
  " UNION ALL SELECT * FROM (SELECT 'told' AS kind, c.id AS item, c.published_at AS shown_at" TOLD TOLD_LED_BY \
  " ORDER BY c.published_at DESC, c.id DESC LIMIT $10) v ORDER BY 3 DESC, 2 DESC LIMIT $11 OFFSET "            \
  "$12)" CHANGE_TABLES " ORDER BY k.shown_at DESC, k.item DESC"
#define COUNT(LED_BY, TOLD_LED_BY)                                   \
  "@anew SELECT (SELECT count(*) FROM (SELECT 1" LED_BY ASKED_FILTER \
  " LIMIT $10) u)"                                                   \
  " + (SELECT count(*) FROM (SELECT 1" TOLD TOLD_LED_BY " LIMIT $10) v)"

struct Statements {
  db::Sql list;
  db::Sql count;
};

constexpr Statements kByPublication{{LIST(BY_PUBLICATION, NOT_BY_WORDS)}, {COUNT(BY_PUBLICATION, NOT_BY_WORDS)}};
constexpr Statements kByPromise{{LIST(BY_PROMISE, NOT_BY_WORDS)}, {COUNT(BY_PROMISE, NOT_BY_WORDS)}};
constexpr Statements kByService{{LIST(BY_SERVICE, NOT_BY_WORDS)}, {COUNT(BY_SERVICE, NOT_BY_WORDS)}};
constexpr Statements kByPlace{{LIST(BY_PLACE, NOT_BY_WORDS)}, {COUNT(BY_PLACE, NOT_BY_WORDS)}};
constexpr Statements kByTopic{{LIST(BY_TOPIC, NOT_BY_WORDS)}, {COUNT(BY_TOPIC, NOT_BY_WORDS)}};
constexpr Statements kByWords{{LIST(BY_WORDS, TOLD_BY_WORDS)}, {COUNT(BY_WORDS, TOLD_BY_WORDS)}};
constexpr Statements kByWordsAmongTheLast{{LIST(BY_WORDS_AMONG_THE_LAST, TOLD_BY_WORDS)},
                                          {COUNT(BY_WORDS_AMONG_THE_LAST, TOLD_BY_WORDS)}};
constexpr Statements kByServiceAndWords{{LIST(BY_SERVICE_AND_WORDS, TOLD_BY_WORDS)},
                                        {COUNT(BY_SERVICE_AND_WORDS, TOLD_BY_WORDS)}};

// What waits for an answer. $7 and $8 are of the time at which it was passed on here.
#define WAITS(AND_FOUND)                                                                                        \
  " FROM asks a WHERE a.waits = 1 AND a.returned_at IS NULL AND a.hidden_at IS NULL AND a.withdrawn_at IS NULL" \
  " AND (a.published_at IS NULL OR $5 = 'late') AND a.created_at >= $7 AND a.created_at < $8"                   \
  " AND ($5 = 'waiting' OR a.due_on < COALESCE(a.paused_on, $6)) AND ($1 = 0 OR a.service = $1)"                \
  " AND ($2 = 0 OR a.service IN (SELECT id FROM services WHERE agency = $2)) AND ($3 = 0 OR a.place = $3)"      \
  " AND ($4 = 0 OR EXISTS (SELECT 1 FROM ask_topics x WHERE x.topic = $4 AND x.ask = a.id))" AND_FOUND
#define LIST_WAITING(AND_FOUND)                                                \
  "@anew " CHANGE_COLUMNS " FROM (SELECT 'asked' AS kind, a.id AS item" WAITS( \
      AND_FOUND) " ORDER BY a.due_on, a.id LIMIT $11 OFFSET $12)" CHANGE_TABLES " ORDER BY a.due_on, a.id"
#define COUNT_WAITING(AND_FOUND) "@anew SELECT count(*) FROM (SELECT 1" WAITS(AND_FOUND) " LIMIT $10) u"
constexpr Statements kWaiting{{LIST_WAITING(" AND $9 = ''")}, {COUNT_WAITING(" AND $9 = ''")}};
#define AND_FOUND_BY_WORDS " AND @has(asks, a.id, $9)"
constexpr Statements kWaitingByWords{{LIST_WAITING(AND_FOUND_BY_WORDS)}, {COUNT_WAITING(AND_FOUND_BY_WORDS)}};

constexpr db::Sql kFind{
    CHANGE_COLUMNS
    " FROM (SELECT 'asked' AS kind, a.id AS item FROM asks a WHERE a.reference = $1"
    " AND (a.published_at IS NOT NULL OR (a.waits = 1 AND a.returned_at IS NULL)) AND a.hidden_at IS NULL"
    " AND a.withdrawn_at IS NULL"
    " UNION ALL SELECT 'told', c.id FROM changes_told c WHERE c.reference = $1 AND c.published_at IS NOT "
    "NULL)" CHANGE_TABLES};
constexpr db::Sql kNextPromises{
    CHANGE_COLUMNS
    " FROM (SELECT 'asked' AS kind, a.id AS item FROM asks a WHERE a.promised_for >= $1 AND a.hidden_at IS NULL"
    " AND a.withdrawn_at IS NULL ORDER BY a.promised_for, a.id LIMIT $2)" CHANGE_TABLES
    " ORDER BY a.promised_for, a.id"};
constexpr db::Sql kOfTopic{"SELECT count(*) FROM (SELECT 1 FROM ask_topics WHERE topic = $1 LIMIT $2) u"};

/// A topic of so few asks is the quickest way to them; those of a common one are found sooner among the newest.
constexpr int kRare = 1'500;

bool is_rare(db::Transaction& tx, county::TopicId topic) {
  return tx.one<std::int64_t>(kOfTopic, topic, kRare) < kRare;
}

Statements const& led_by_words(Filter const& filter) {
  if (filter.service) return kByServiceAndWords;
  auto const is_narrow = filter.agency || filter.place || filter.topic || filter.became || filter.from || filter.until;
  return is_narrow ? kByWords : kByWordsAmongTheLast;
}

Statements const& led_by(db::Transaction& tx, Filter const& filter) {
  if (filter.became == Became::waiting || filter.became == Became::late)
    return filter.search.empty() ? kWaiting : kWaitingByWords;
  if (!filter.search.empty()) return led_by_words(filter);
  if (filter.service) return kByService;
  if (filter.topic && is_rare(tx, *filter.topic)) return kByTopic;
  if (filter.place) return kByPlace;
  if (filter.became == Became::broken) return kByPromise;
  return kByPublication;
}

/// The search of a filter as the engine takes it; empty when there is none. Nothing when there is no word in it, so
/// that nothing can be found.
std::optional<std::string> query_of(db::Transaction& tx, Filter const& filter) {
  if (filter.search.empty()) return std::string();
  return search::query(tx.engine(), filter.search);
}

constexpr Time kEver{Milliseconds{0}};
/// After the year 9999, which is as late as a day can be.
constexpr Time kNever{Milliseconds{300'000'000'000'000}};

template <class T>
std::int64_t id_or_none(std::optional<T> const& id) {
  return id ? id->value : 0;
}

/// Runs a list or a count: with $1 to $9, which they share, and `more`.
template <class T, class... More>
std::vector<T> run(db::Transaction& tx, db::Sql const& sql, Filter const& filter, std::string const& query, Date today,
                   More const&... more) {
  return tx.all<T>(sql, id_or_none(filter.service), id_or_none(filter.agency), id_or_none(filter.place),
                   id_or_none(filter.topic), filter.became ? to_word(*filter.became) : std::string_view{}, today,
                   filter.from.value_or(kEver), filter.until.value_or(kNever), query, more...);
}

std::vector<Change> list(db::Transaction& tx, Filter const& filter, Date today, int most, std::int64_t passed_over) {
  auto const query = query_of(tx, filter);
  if (!query) return {};
  return run<Change>(tx, led_by(tx, filter).list, filter, *query, today, passed_over + most, most, passed_over);
}

}  // namespace

Page published(db::Transaction& tx, Filter const& filter, Date today, int page, int per_page) {
  auto const query = query_of(tx, filter);
  if (!query) return {};
  auto const counted = run<std::int64_t>(tx, led_by(tx, filter).count, filter, *query, today, kMostCounted + 1).front();
  return {list(tx, filter, today, per_page, std::int64_t{page - 1} * per_page), std::min(counted, kMostCounted + 1)};
}

std::vector<Change> newest(db::Transaction& tx, Filter const& filter, Date today, int most) {
  return list(tx, filter, today, most, 0);
}

std::vector<Change> next_promises(db::Transaction& tx, Date today, int most) {
  return tx.all<Change>(kNextPromises, today, most);
}

std::optional<Change> find(db::Transaction& tx, std::string_view reference) {
  return tx.first<Change>(kFind, reference);
}

}  // namespace earshot::changes
