// SQL of what is being said: one row for each visit, from the first answer to the sending.

#include "attachments/attachments.h"
#include "voices/store.h"

namespace earshot::voices::store {
namespace {

constexpr db::Sql kFindDraft{
    "SELECT submission_key, words, language, about, place, speaker, wish, may_show, told_by, address, feeling, sent"
    " FROM voice_drafts"
    " WHERE session = $1 AND (sent = 0 OR updated_at > $2)"};
constexpr db::Sql kSaveDraft{
    "INSERT INTO voice_drafts (session, submission_key, words, language, about, place, speaker, wish, may_show,"
    " told_by, address, feeling, sent, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0, $13)"
    " ON CONFLICT (session) DO UPDATE SET submission_key = excluded.submission_key, words = excluded.words,"
    " language = excluded.language, about = excluded.about, place = excluded.place, speaker = excluded.speaker,"
    " wish = excluded.wish, may_show = excluded.may_show, told_by = excluded.told_by, address = excluded.address,"
    " feeling = excluded.feeling, sent = excluded.sent, updated_at = excluded.updated_at"};
constexpr db::Sql kMarkSent{
    "UPDATE voice_drafts SET words = '', about = NULL, place = NULL, speaker = NULL, wish = NULL, may_show = NULL,"
    " told_by = NULL, address = '', feeling = NULL, sent = 1, updated_at = $2 WHERE session = $1"};
constexpr db::Sql kOldKeys{"SELECT submission_key FROM voice_drafts WHERE updated_at < $1"};
constexpr db::Sql kRemoveDraft{"DELETE FROM voice_drafts WHERE session = $1"};
constexpr db::Sql kRemoveOldDrafts{"DELETE FROM voice_drafts WHERE updated_at < $1"};

}  // namespace

std::optional<rules::Draft> find_draft(db::Transaction& tx, std::int64_t session, Time now) {
  return tx.first<rules::Draft>(kFindDraft, session, now - kSentIsRemembered);
}

void save_draft(db::Transaction& tx, std::int64_t session, rules::Draft const& draft, Time now) {
  tx.execute(kSaveDraft, session, draft.submission_key, draft.words, draft.language, draft.about, draft.place,
             draft.speaker, draft.wish, draft.may_show, draft.told_by, draft.address, draft.feeling, now);
}

void mark_sent(db::Transaction& tx, std::int64_t session, Time now) { tx.execute(kMarkSent, session, now); }

void forget_draft(db::Transaction& tx, std::int64_t session, Time now) {
  auto const draft = find_draft(tx, session, now);
  if (!draft || draft->sent) return;
  attachments::erase_draft(tx, draft->submission_key);
  tx.execute(kRemoveDraft, session);
}

std::int64_t remove_old_drafts(db::Transaction& tx, Time before) {
  for (auto const& key : tx.all<std::string>(kOldKeys, before)) attachments::erase_draft(tx, key);
  return tx.execute(kRemoveOldDrafts, before);
}

}  // namespace earshot::voices::store
