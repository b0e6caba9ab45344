#include "asks/store.h"

#include "asks/shown.h"

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
constexpr db::Sql kOpen{ASK_COLUMNS
                        " WHERE a.waits = 1 AND a.returned_at IS NULL AND" ASKS_SHOWN
                        " AND ($1 = 0 OR EXISTS (SELECT 1 FROM person_services p WHERE p.person = $1 AND p.service ="
                        " a.service) OR EXISTS (SELECT 1 FROM person_agencies p WHERE p.person = $1 AND p.agency ="
                        " s.agency))"
                        " ORDER BY a.due_on, a.id LIMIT $2 OFFSET $3"};
constexpr db::Sql kAnswered{"SELECT count(*) FROM asks a WHERE a.answered_at IS NOT NULL AND" ASKS_SHOWN};
constexpr db::Sql kLate{
    "SELECT count(*) FROM asks a WHERE a.waits = 1 AND a.due_on < coalesce(a.paused_on, $1) AND a.returned_at IS NULL"
    " AND" ASKS_SHOWN};
constexpr db::Sql kMedianWait{
    "SELECT a.answer_days FROM asks a WHERE a.answered_at IS NOT NULL AND a.answer_days IS NOT NULL AND" ASKS_SHOWN
    " ORDER BY a.answer_days LIMIT 1 OFFSET (SELECT (count(*) - 1) / 2 FROM asks a WHERE a.answered_at IS NOT NULL AND"
    " a.answer_days IS NOT NULL AND" ASKS_SHOWN ")"};

constexpr db::Sql kSupportedBy{ASK_COLUMNS
                               " WHERE a.id IN (SELECT u.ask FROM ask_supports u WHERE u.contact = $1)"
                               " AND (a.published_at IS NOT NULL OR a.waits = 1) AND" ASKS_SHOWN " ORDER BY a.id DESC"};
// What is answered, and what waits for its first answer.
constexpr db::Sql kFindPublic{ASK_COLUMNS
                              " WHERE a.reference = $1 AND (a.published_at IS NOT NULL OR (a.waits = 1 AND "
                              "a.returned_at IS NULL)) AND" ASKS_SHOWN};

#undef ASK_COLUMNS

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

std::vector<AnsweredAsk> open(db::Transaction& tx, std::optional<people::PersonId> leads, int page, int per_page) {
  return to_asks(tx.all<Row>(kOpen, leads.value_or(people::PersonId{}), per_page, std::int64_t{page - 1} * per_page));
}

}  // namespace store
}  // namespace earshot::asks
