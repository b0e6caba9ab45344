#include "asks/store.h"

#include "asks/list.h"
#include "asks/shown.h"
#include "platform/search/search.h"

namespace earshot::asks {
namespace {

#define ASK_COLUMNS                                                                                        \
  "SELECT a.id, a.reference, a.service, s.name, s.slug, a.source_kind, a.source_id, a.words, a.words_by,"  \
  " a.language, a.wish, a.asked_at, a.created_at, a.due_on, a.place, coalesce(d.name, ''), a.waits,"       \
  " a.paused_on, a.pause_reason, a.answered_at, a.returned_at, a.reopened_at, a.obliged_at,"               \
  " n.outcome, n.text, n.will_do_by, n.written_by, n.written_at, n.published_at, n.version, n.how,"        \
  " n.because, n.kept_on, r.outcome, r.text, r.will_do_by, r.because, r.written_by, r.written_at, r.look," \
  " r.looked_by, r.look_note, r.publish_at"                                                                \
  " FROM asks a JOIN services s ON s.id = a.service LEFT JOIN places d ON d.id = a.place"                  \
  " LEFT JOIN answers n ON n.ask = a.id LEFT JOIN answer_drafts r ON r.ask = a.id"

constexpr db::Sql kInsert{
    "INSERT INTO asks (reference, service, source_kind, source_id, words, words_by, language, wish, asked_at,"
    " created_at, due_on, place) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id"};
constexpr db::Sql kInsertTopic{"INSERT INTO ask_topics (ask, topic) VALUES ($1, $2) ON CONFLICT DO NOTHING"};
constexpr db::Sql kInsertSource{
    "INSERT INTO ask_sources (ask, source_kind, source_id, contact, path, joined_at) VALUES ($1, $2, $3, $4, $5, $6)"
    " ON CONFLICT DO NOTHING"};
constexpr db::Sql kFind{ASK_COLUMNS " WHERE a.id = $1 AND" ASKS_SHOWN};
constexpr db::Sql kOfSource{ASK_COLUMNS
                            " WHERE a.id IN (SELECT f.ask FROM ask_sources f WHERE f.source_kind = $1 AND"
                            " f.source_id = $2) AND a.returned_at IS NULL AND" ASKS_SHOWN " ORDER BY a.id"};
constexpr db::Sql kSourcesOf{
    "SELECT source_kind, source_id FROM ask_sources WHERE ask = $1 ORDER BY joined_at, source_kind, source_id"};
constexpr db::Sql kTopicsOf{
    "SELECT t.id, t.name, t.slug FROM ask_topics a JOIN topics t ON t.id = a.topic WHERE a.ask = $1 ORDER BY t.name"};
constexpr db::Sql kWithWordsOf{"SELECT id FROM asks WHERE source_kind = $1 AND source_id = $2 ORDER BY id"};
constexpr db::Sql kChangeContact{"UPDATE ask_sources SET contact = $3 WHERE source_kind = $1 AND source_id = $2"};
constexpr db::Sql kIsReference{"SELECT count(*) FROM asks WHERE reference = $1"};
constexpr db::Sql kJoinedBy{"SELECT ask FROM ask_sources WHERE source_kind = $1 AND source_id = $2 ORDER BY ask"};
constexpr db::Sql kHide{"UPDATE asks SET hidden_at = $2 WHERE id = $1"};
constexpr db::Sql kRemoveSource{"DELETE FROM ask_sources WHERE ask = $1 AND source_kind = $2 AND source_id = $3"};
constexpr db::Sql kEraseWords{
    "UPDATE asks SET words = '', wish = '', struck_words = NULL, struck_language = NULL"
    " WHERE id = $1 AND source_kind = $2 AND source_id = $3"};
constexpr db::Sql kWithdraw{"UPDATE asks SET withdrawn_at = $2, waits = 0 WHERE id = $1"};
constexpr db::Sql kWaitNoMore{"UPDATE asks SET waits = 0 WHERE id = $1"};
// $1 a service, $2 an agency, $3 whose services, 0 for all. Only ids are sorted, and found from indexes of what is
// listed. A list of all has statements of its own: nothing is looked up of the services then.
#define OF_ALL " AND $1 = '' AND $2 = '' AND $3 = 0 AND" ASKS_SHOWN
// No condition on what is looked up stands beside an OR, where PostgreSQL does not join.
#define OF_SOME                                                                                          \
  " AND @aside(a.service) IN (SELECT o.id FROM services o WHERE ($1 = '' OR o.slug = $1)"                \
  " AND o.agency IN (SELECT g.id FROM agencies g WHERE $2 = '' OR g.slug = $2)"                          \
  " AND o.id IN (SELECT p.service FROM person_services p WHERE p.person = $3 UNION SELECT l.id"          \
  " FROM person_agencies p JOIN services l ON l.agency = p.agency WHERE p.person = $3 UNION SELECT l.id" \
  " FROM services l WHERE $3 = 0)) AND" ASKS_SHOWN
// $4 the state of the clock, $5 today, $6 the day from which it is not soon.
#define WAITING                                                                                   \
  " a.waits = 1 AND a.returned_at IS NULL AND ($4 = '' OR $4 = CASE WHEN a.paused_on IS NOT NULL" \
  " THEN 'paused' WHEN a.due_on < $5 THEN 'late' WHEN a.due_on < $6 THEN 'soon' ELSE 'on-time' END)"
#define ANSWERED " a.published_at IS NOT NULL"
#define RETURNED " a.returned_at IS NOT NULL"
#define BY_DUE " ORDER BY a.due_on, a.id"
#define BY_PUBLICATION " ORDER BY a.published_at DESC, a.id DESC"
#define BY_RETURN " ORDER BY a.returned_at DESC, a.id DESC"
#define FOUND(query) " AND @aside(a.id) IN (SELECT item FROM @found(asks, " query "))"
// What some services were asked and what is searched for are seldom the same asks: they are put in order when all are
// found. A walk along the index of what is published would find the last of few at its end.
#define FOUND_BY_PUBLICATION " ORDER BY a.published_at + 0 DESC, a.id DESC"
#define LIST(which, page_order, page, order) \
  "@anew " ASK_COLUMNS " WHERE a.id IN (SELECT a.id FROM asks a WHERE" which page_order page ")" order
#define COUNT "@anew SELECT count(*) FROM asks a WHERE"
// One more than kMostFound.
#define COUNT_UP_TO(which) "@anew SELECT count(*) FROM (SELECT 1 FROM asks a WHERE" which " LIMIT 201) n"
/// The statements of a list: all of it, and what was searched for.
struct ListSql {
  db::Sql list, found, count, count_found;
};
#define STATEMENTS(which, of, order, found_order, next, after, after_that)                          \
  ListSql({{LIST(which of, order, " LIMIT " next " OFFSET " after, order)},                         \
           {LIST(which of FOUND(next), found_order, " LIMIT " after " OFFSET " after_that, order)}, \
           {COUNT which of},                                                                        \
           {COUNT_UP_TO(which of FOUND(next))}})
struct Lists {
  ListSql all, some;
};
constexpr Lists kWaiting{STATEMENTS(WAITING, OF_ALL, BY_DUE, BY_DUE, "$7", "$8", "$9"),
                         STATEMENTS(WAITING, OF_SOME, BY_DUE, BY_DUE, "$7", "$8", "$9")};
constexpr Lists kAnsweredOnes{STATEMENTS(ANSWERED, OF_ALL, BY_PUBLICATION, BY_PUBLICATION, "$4", "$5", "$6"),
                              STATEMENTS(ANSWERED, OF_SOME, BY_PUBLICATION, FOUND_BY_PUBLICATION, "$4", "$5", "$6")};
constexpr Lists kReturned{STATEMENTS(RETURNED, OF_ALL, BY_RETURN, BY_RETURN, "$4", "$5", "$6"),
                          STATEMENTS(RETURNED, OF_SOME, BY_RETURN, BY_RETURN, "$4", "$5", "$6")};
#define OF_REFERENCE                                                                                              \
  " a.reference = $1 AND ($2 = 0 OR EXISTS (SELECT 1 FROM person_services p WHERE p.person = $2"                  \
  " AND p.service = a.service) OR EXISTS (SELECT 1 FROM person_agencies p JOIN services o ON o.agency = p.agency" \
  " WHERE p.person = $2 AND o.id = a.service)) AND" ASKS_SHOWN
constexpr db::Sql kOfReference{ASK_COLUMNS " WHERE" OF_REFERENCE};
constexpr db::Sql kCountOfReference{COUNT OF_REFERENCE};
constexpr db::Sql kAnswered{"SELECT count(*) FROM asks a WHERE a.answered_at IS NOT NULL AND" ASKS_SHOWN};
constexpr db::Sql kLate{
    "SELECT count(*) FROM asks a WHERE a.waits = 1 AND a.due_on < coalesce(a.paused_on, $1) AND a.returned_at IS NULL"
    " AND" ASKS_SHOWN};
constexpr db::Sql kMedianWait{
    "SELECT a.answer_days FROM asks a WHERE a.answered_at IS NOT NULL AND a.answer_days IS NOT NULL AND" ASKS_SHOWN
    " ORDER BY a.answer_days LIMIT 1 OFFSET (SELECT (count(*) - 1) / 2 FROM asks a WHERE a.answered_at IS NOT NULL AND"
    " a.answer_days IS NOT NULL AND" ASKS_SHOWN ")"};

// What everybody reads: what is answered, and what waits for its first answer.
#define PUBLIC " (a.published_at IS NOT NULL OR (a.waits = 1 AND a.returned_at IS NULL)) AND" ASKS_SHOWN
constexpr db::Sql kSupportedBy{ASK_COLUMNS
                               " WHERE a.id IN (SELECT u.ask FROM ask_supports u WHERE u.contact = $1) AND" PUBLIC
                               " ORDER BY a.id DESC"};
constexpr db::Sql kFindPublic{ASK_COLUMNS " WHERE a.reference = $1 AND" PUBLIC};

#undef ASK_COLUMNS
#undef OF_ALL
#undef OF_SOME
#undef FOUND
#undef LIST
#undef STATEMENTS
#undef WAITING
#undef ANSWERED
#undef RETURNED
#undef BY_DUE
#undef BY_PUBLICATION
#undef FOUND_BY_PUBLICATION
#undef BY_RETURN
#undef COUNT
#undef COUNT_UP_TO
#undef OF_REFERENCE
#undef PUBLIC

/// A row of an ask beside its answer and what is written, whose columns are NULL while there is none.
struct Row {
  Ask ask;
  struct {
    std::optional<Outcome> outcome;
    std::optional<std::string> text;
    std::optional<Date> will_do_by;
    std::optional<std::int64_t> written_by;
    std::optional<Time> written_at;
    std::optional<Time> published_at;
    std::optional<int> version;
    std::optional<How> how;
    std::optional<std::string> because;
    std::optional<Date> kept_on;
  } answer;
  struct {
    std::optional<Outcome> outcome;
    std::optional<std::string> text;
    std::optional<Date> will_do_by;
    std::optional<std::string> because;
    std::optional<std::int64_t> written_by;
    std::optional<Time> written_at;
    std::optional<Look> look;
    std::optional<std::int64_t> looked_by;
    std::optional<std::string> look_note;
    std::optional<Time> publish_at;
  } written;
};

AnsweredAsk to_ask(Row&& row) {
  AnsweredAsk result{.ask = std::move(row.ask)};
  if (auto& answer = row.answer; answer.outcome)
    result.answer = Answer{.outcome = *answer.outcome,
                           .text = std::move(*answer.text),
                           .will_do_by = answer.will_do_by,
                           .written_by = *answer.written_by,
                           .written_at = *answer.written_at,
                           .published_at = answer.published_at,
                           .version = *answer.version,
                           .how = *answer.how,
                           .because = std::move(*answer.because),
                           .kept_on = answer.kept_on};
  if (auto& written = row.written; written.outcome)
    result.written = Written{.draft = {.outcome = *written.outcome,
                                       .text = std::move(*written.text),
                                       .will_do_by = written.will_do_by,
                                       .because = std::move(*written.because)},
                             .written_by = *written.written_by,
                             .written_at = *written.written_at,
                             .look = *written.look,
                             .looked_by = written.looked_by,
                             .look_note = std::move(*written.look_note),
                             .publish_at = written.publish_at};
  return result;
}

std::vector<AnsweredAsk> to_asks(std::vector<Row>&& rows) {
  std::vector<AnsweredAsk> result;
  result.reserve(rows.size());
  for (auto& row : rows) result.push_back(to_ask(std::move(row)));
  return result;
}

std::optional<AnsweredAsk> to_ask(std::optional<Row>&& row) {
  if (!row) return std::nullopt;
  return to_ask(std::move(*row));
}

/// Calls `run` with the statements of what is listed, and their first parameters.
template <class Run>
auto with(Filter const& filter, Looking const& looking, Run const& run) {
  auto const leads = looking.leads.value_or(people::PersonId{});
  auto const is_all = filter.service.empty() && filter.agency.empty() && !looking.leads;
  auto const of = [&](Lists const& lists) -> ListSql const& { return is_all ? lists.all : lists.some; };
  if (filter.standing == Standing::answered) return run(of(kAnsweredOnes), filter.service, filter.agency, leads);
  if (filter.standing == Standing::returned) return run(of(kReturned), filter.service, filter.agency, leads);
  return run(of(kWaiting), filter.service, filter.agency, leads,
             filter.clock ? to_word(*filter.clock) : std::string_view(), looking.today, looking.soon_before);
}

}  // namespace

std::vector<AnsweredAsk> of_source(db::Transaction& tx, Source const& source) {
  return to_asks(tx.all<Row>(kOfSource, source.kind, source.id));
}

std::vector<AnsweredAsk> supported_by(db::Transaction& tx, messages::ContactId contact) {
  return to_asks(tx.all<Row>(kSupportedBy, contact));
}

std::vector<Source> sources_of(db::Transaction& tx, AskId id) { return tx.all<Source>(kSourcesOf, id); }

std::vector<county::Topic> topics_of(db::Transaction& tx, AskId id) { return tx.all<county::Topic>(kTopicsOf, id); }

Figures figures(db::Transaction& tx, Date today) {
  return {.answered = tx.one<std::int64_t>(kAnswered),
          .late = tx.one<std::int64_t>(kLate, today),
          .median_days = tx.first<std::int64_t>(kMedianWait)};
}

void change_contact(db::Transaction& tx, Source const& source, std::optional<messages::ContactId> contact) {
  tx.execute(kChangeContact, source.kind, source.id, contact);
}

namespace store {

bool is_reference(db::Transaction& tx, std::string_view reference) {
  return tx.one<std::int64_t>(kIsReference, reference) > 0;
}

AskId insert(db::Transaction& tx, Draft const& draft, std::string_view reference, Date due_on, Time now) {
  auto const id = tx.one<AskId>(kInsert, reference, draft.service, draft.source.kind, draft.source.id, draft.words,
                                draft.words_by, draft.language, draft.wish, draft.asked_at, now, due_on, draft.place);
  for (auto const topic : draft.topics) tx.execute(kInsertTopic, id, topic);
  add_source(tx, id, draft.source, draft.contact, draft.path, now);
  return id;
}

bool add_source(db::Transaction& tx, AskId id, Source const& source, std::optional<messages::ContactId> contact,
                std::string_view path, Time now) {
  return tx.execute(kInsertSource, id, source.kind, source.id, contact, path, now) > 0;
}

std::vector<AskId> with_words_of(db::Transaction& tx, Source const& source) {
  return tx.all<AskId>(kWithWordsOf, source.kind, source.id);
}

std::vector<AskId> joined_by(db::Transaction& tx, Source const& source) {
  return tx.all<AskId>(kJoinedBy, source.kind, source.id);
}

void hide(db::Transaction& tx, AskId id, std::optional<Time> at) { tx.execute(kHide, id, at); }

bool remove_source(db::Transaction& tx, AskId id, Source const& source) {
  tx.execute(kRemoveSource, id, source.kind, source.id);
  return tx.execute(kEraseWords, id, source.kind, source.id) > 0;
}

void withdraw(db::Transaction& tx, AskId id, Time now) { tx.execute(kWithdraw, id, now); }

void wait_no_more(db::Transaction& tx, AskId id) { tx.execute(kWaitNoMore, id); }

std::optional<AnsweredAsk> find(db::Transaction& tx, AskId id) { return to_ask(tx.first<Row>(kFind, id)); }

std::optional<AnsweredAsk> find_public(db::Transaction& tx, std::string_view reference) {
  return to_ask(tx.first<Row>(kFindPublic, reference));
}

std::vector<AnsweredAsk> list(db::Transaction& tx, Filter const& filter, Looking const& looking, int page,
                              int per_page) {
  auto const offset = std::int64_t{page - 1} * per_page;
  if (auto const reference = searched_reference(filter))
    return page > 1 ? std::vector<AnsweredAsk>()
                    : to_asks(tx.all<Row>(kOfReference, *reference, looking.leads.value_or(people::PersonId{})));
  return with(filter, looking, [&](ListSql const& sql, auto const&... values) -> std::vector<AnsweredAsk> {
    if (filter.search.empty()) return to_asks(tx.all<Row>(sql.list, values..., per_page, offset));
    auto const query = search::query(tx.engine(), filter.search);
    if (!query) return {};
    return to_asks(tx.all<Row>(sql.found, values..., *query, per_page, offset));
  });
}

std::int64_t count(db::Transaction& tx, Filter const& filter, Looking const& looking) {
  if (auto const reference = searched_reference(filter))
    return tx.one<std::int64_t>(kCountOfReference, *reference, looking.leads.value_or(people::PersonId{}));
  return with(filter, looking, [&](ListSql const& sql, auto const&... values) -> std::int64_t {
    if (filter.search.empty()) return tx.one<std::int64_t>(sql.count, values...);
    auto const query = search::query(tx.engine(), filter.search);
    if (!query) return 0;
    return tx.one<std::int64_t>(sql.count_found, values..., *query);
  });
}

}  // namespace store
}  // namespace earshot::asks
