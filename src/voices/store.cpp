#include "voices/store.h"

namespace earshot::voices {
namespace {

#define VOICE_COLUMNS                                                                                      \
  "SELECT id, reference, words, language, about, speaker, wish, may_show, heard_through, heard_on, level," \
  " received_at, asked_at FROM voices"

constexpr db::Sql kInsert{
    "INSERT INTO voices (reference, submission_key, receipt_hash, words, language, about, speaker, wish, may_show,"
    " heard_through, heard_on, level, received_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"
    " ON CONFLICT (submission_key) DO NOTHING RETURNING id"};
constexpr db::Sql kFind{VOICE_COLUMNS " WHERE id = $1"};
constexpr db::Sql kFindByKey{VOICE_COLUMNS " WHERE submission_key = $1"};
constexpr db::Sql kFindByReceipt{VOICE_COLUMNS " WHERE receipt_hash = $1"};
constexpr db::Sql kWaiting{VOICE_COLUMNS " WHERE asked_at IS NULL ORDER BY received_at, id LIMIT $1 OFFSET $2"};
constexpr db::Sql kCountWaiting{"SELECT count(*) FROM voices WHERE asked_at IS NULL"};
constexpr db::Sql kCountSince{"SELECT count(*) FROM voices WHERE received_at >= $1 AND heard_on = ''"};
constexpr db::Sql kMarkAsked{"UPDATE voices SET asked_at = $2 WHERE id = $1 AND asked_at IS NULL"};

#undef VOICE_COLUMNS

constexpr db::Sql kFindDraft{
    "SELECT submission_key, words, language, about, speaker, wish, may_show, sent FROM voice_drafts"
    " WHERE session = $1 AND (sent = 0 OR updated_at > $2)"};
constexpr db::Sql kSaveDraft{
    "INSERT INTO voice_drafts (session, submission_key, words, language, about, speaker, wish, may_show, sent,"
    " updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9) ON CONFLICT (session) DO UPDATE SET"
    " submission_key = excluded.submission_key, words = excluded.words, language = excluded.language,"
    " about = excluded.about, speaker = excluded.speaker, wish = excluded.wish, may_show = excluded.may_show,"
    " sent = excluded.sent, updated_at = excluded.updated_at"};
constexpr db::Sql kMarkSent{
    "UPDATE voice_drafts SET words = '', about = NULL, speaker = NULL, wish = NULL, may_show = NULL, sent = 1,"
    " updated_at = $2 WHERE session = $1"};
constexpr db::Sql kRemoveOldDrafts{"DELETE FROM voice_drafts WHERE updated_at < $1"};

}  // namespace

std::int64_t count_since(db::Transaction& tx, Time since) { return tx.one<std::int64_t>(kCountSince, since); }

std::vector<Voice> waiting(db::Transaction& tx, int page, int per_page) {
  return tx.all<Voice>(kWaiting, per_page, std::int64_t{page - 1} * per_page);
}

std::int64_t count_waiting(db::Transaction& tx) { return tx.one<std::int64_t>(kCountWaiting); }

namespace store {

std::optional<VoiceId> insert(db::Transaction& tx, Words const& words, std::string_view reference,
                              std::string_view submission_key, std::optional<std::string> const& receipt_hash,
                              Time now) {
  return tx.first<VoiceId>(kInsert, reference, submission_key, receipt_hash, words.words, words.language, words.about,
                           words.speaker, words.wish, words.may_show, words.heard_through, words.heard_on, words.level,
                           now);
}

std::optional<Voice> find(db::Transaction& tx, VoiceId id) { return tx.first<Voice>(kFind, id); }

std::optional<Voice> find_by_key(db::Transaction& tx, std::string_view submission_key) {
  return tx.first<Voice>(kFindByKey, submission_key);
}

std::optional<Voice> find_by_receipt(db::Transaction& tx, std::string_view receipt_hash) {
  return tx.first<Voice>(kFindByReceipt, receipt_hash);
}

bool mark_asked(db::Transaction& tx, VoiceId id, Time now) { return tx.execute(kMarkAsked, id, now) > 0; }

std::optional<rules::Draft> find_draft(db::Transaction& tx, std::int64_t session, Time now) {
  return tx.first<rules::Draft>(kFindDraft, session, now - kSentIsRemembered);
}

void save_draft(db::Transaction& tx, std::int64_t session, rules::Draft const& draft, Time now) {
  tx.execute(kSaveDraft, session, draft.submission_key, draft.words, draft.language, draft.about, draft.speaker,
             draft.wish, draft.may_show, now);
}

void mark_sent(db::Transaction& tx, std::int64_t session, Time now) { tx.execute(kMarkSent, session, now); }

std::int64_t remove_old_drafts(db::Transaction& tx, Time before) { return tx.execute(kRemoveOldDrafts, before); }

}  // namespace store
}  // namespace earshot::voices
