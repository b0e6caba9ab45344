// SQL of answers: what is written, what is published, what was before; giving back and reopening.

#include "asks/store.h"
#include "platform/jobs/jobs.h"

namespace earshot::asks {
namespace {

constexpr db::Sql kSaveWritten{
    "INSERT INTO answer_drafts (ask, outcome, text, will_do_by, because, written_by, written_at)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (ask) DO UPDATE SET outcome = excluded.outcome,"
    " text = excluded.text, will_do_by = excluded.will_do_by, because = excluded.because,"
    " written_by = excluded.written_by, written_at = excluded.written_at, look = 'none', looked_by = NULL,"
    " look_note = '', publish_at = NULL"};
constexpr db::Sql kSaveLook{"UPDATE answer_drafts SET look = $2, looked_by = $3, look_note = $4 WHERE ask = $1"};
constexpr db::Sql kSavePublishAt{"UPDATE answer_drafts SET publish_at = $2 WHERE ask = $1"};
constexpr db::Sql kRemoveWritten{"DELETE FROM answer_drafts WHERE ask = $1"};
constexpr db::Sql kKeepFormer{
    "INSERT INTO answer_history (ask, version, how, because, outcome, text, will_do_by, published_at)"
    " SELECT ask, version, how, because, outcome, text, will_do_by, published_at FROM answers WHERE ask = $1"};
constexpr db::Sql kPublish{
    "INSERT INTO answers (ask, outcome, text, will_do_by, written_by, written_at, published_at, version, how, because,"
    " kept_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (ask) DO UPDATE SET outcome = "
    "excluded.outcome,"
    " text = excluded.text, will_do_by = excluded.will_do_by, written_by = excluded.written_by,"
    " written_at = excluded.written_at, published_at = excluded.published_at, version = excluded.version,"
    " how = excluded.how, because = excluded.because, kept_on = excluded.kept_on"};
constexpr db::Sql kAnswerIsGiven{
    "UPDATE asks SET waits = 0, answered_at = coalesce(answered_at, $2), answer_days = coalesce(answer_days, $3),"
    " published_at = $2, became = $4, promised_for = $5 WHERE id = $1"};
constexpr db::Sql kFormer{
    "SELECT outcome, text, will_do_by, 0, published_at, published_at, version, how, because, CAST(NULL AS TEXT)"
    " FROM answer_history"
    " WHERE ask = $1 ORDER BY version DESC"};
constexpr db::Sql kInsertReturn{
    "INSERT INTO ask_returns (ask, reason, suggested, returned_by, returned_at) VALUES ($1, $2, $3, $4, $5)"};
constexpr db::Sql kMarkReturned{"UPDATE asks SET returned_at = $2 WHERE id = $1"};
constexpr db::Sql kReturnsOf{
    "SELECT s.name, r.reason, coalesce(o.name, ''), r.returned_at FROM ask_returns r JOIN asks a ON a.id = r.ask"
    " JOIN services s ON s.id = a.service LEFT JOIN services o ON o.id = r.suggested"
    " WHERE a.id IN (SELECT f.ask FROM ask_sources f WHERE f.source_kind = $1 AND f.source_id = $2)"
    " ORDER BY r.returned_at DESC, r.id DESC"};
constexpr db::Sql kReturnedDue{
    "SELECT a.due_on FROM asks a JOIN ask_sources f ON f.ask = a.id WHERE f.source_kind = $1 AND f.source_id = $2"
    " AND a.returned_at IS NOT NULL ORDER BY a.returned_at DESC, a.id DESC LIMIT 1"};
constexpr db::Sql kInsertReopening{
    "INSERT INTO ask_reopenings (ask, reason, reopened_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"};
constexpr db::Sql kReopen{"UPDATE asks SET waits = 1, reopened_at = $2, due_on = $3 WHERE id = $1"};
constexpr db::Sql kEraseReopening{
    "UPDATE ask_reopenings SET reason = '' WHERE ask = $1 AND EXISTS (SELECT 1 FROM ask_verdicts v WHERE v.ask = $1"
    " AND v.source_kind = $2 AND v.source_id = $3 AND v.helped = 0 AND v.given_at = ask_reopenings.reopened_at)"};
constexpr db::Sql kReopenedBecause{"SELECT reason FROM ask_reopenings WHERE ask = $1"};

}  // namespace

std::vector<Answer> former_answers(db::Transaction& tx, AskId id) { return tx.all<Answer>(kFormer, id); }

std::vector<Return> returns_of(db::Transaction& tx, Source const& source) {
  return tx.all<Return>(kReturnsOf, source.kind, source.id);
}

namespace store {

void save_written(db::Transaction& tx, AskId id, Written const& written) {
  auto const& draft = written.draft;
  tx.execute(kSaveWritten, id, draft.outcome, draft.text, draft.will_do_by, draft.because, written.written_by,
             written.written_at);
}

void save_look(db::Transaction& tx, AskId id, Look look, std::optional<std::int64_t> by, std::string_view note) {
  tx.execute(kSaveLook, id, look, by, note);
}

void save_publish_at(db::Transaction& tx, AskId id, std::optional<Time> at) { tx.execute(kSavePublishAt, id, at); }

void remove_written(db::Transaction& tx, AskId id) { tx.execute(kRemoveWritten, id); }

void publish(db::Transaction& tx, AskId id, Answer const& answer, int answer_days) {
  tx.execute(kKeepFormer, id);
  tx.execute(kPublish, id, answer.outcome, answer.text, answer.will_do_by, answer.written_by, answer.written_at,
             answer.published_at, answer.version, answer.how, answer.because, answer.kept_on);
  tx.execute(kAnswerIsGiven, id, answer.published_at, answer_days,
             answer.kept_on ? std::string_view("kept") : to_word(answer.outcome),
             answer.kept_on ? std::nullopt : answer.will_do_by);
  remove_written(tx, id);
}

void return_sources(db::Transaction& tx, AskId id, GivenBack const& given_back, Time now) {
  tx.execute(kInsertReturn, id, given_back.reason, given_back.suggested, given_back.by, now);
  tx.execute(kMarkReturned, id, now);
  remove_written(tx, id);
  for (auto const& source : sources_of(tx, id))
    jobs::enqueue(tx, kSourceReturned, source.kind + " " + std::to_string(source.id));
}

std::optional<Date> returned_due(db::Transaction& tx, Source const& source) {
  return tx.first<Date>(kReturnedDue, source.kind, source.id);
}

bool reopen(db::Transaction& tx, AskId id, std::string_view reason, Date due_on, Time now) {
  if (tx.execute(kInsertReopening, id, reason, now) == 0) return false;
  tx.execute(kReopen, id, now, due_on);
  return true;
}

void erase_reopening(db::Transaction& tx, AskId id, Source const& source) {
  tx.execute(kEraseReopening, id, source.kind, source.id);
}

std::optional<std::string> reopened_because(db::Transaction& tx, AskId id) {
  return tx.first<std::string>(kReopenedBecause, id);
}

}  // namespace store
}  // namespace earshot::asks
