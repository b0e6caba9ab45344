#include "voices/store.h"

namespace earshot::voices {
namespace {

#define VOICE_COLUMNS                                                                                    \
  "SELECT v.id, v.reference, v.words, v.language,"                                                       \
  " (SELECT @joined(s.service) FROM voice_services s WHERE s.voice = v.id),"                             \
  " (SELECT @joined(c.topic) FROM voice_topics c WHERE c.voice = v.id),"                                 \
  " v.place, v.contact, v.speaker, v.wish, v.may_show, v.heard_through, v.heard_on, v.level, v.feeling," \
  " v.received_at, v.asked_at, v.closed_at, v.closed_as, v.closed_note, v.withdrawn_at, v.hidden,"       \
  " v.read_first"
#define VOICE_WAITS " v.asked_at IS NULL AND v.closed_at IS NULL AND v.withdrawn_at IS NULL AND v.hidden IS NULL"

constexpr db::Sql kInsert{
    "INSERT INTO voices (reference, submission_key, receipt_hash, words, language, place, contact, speaker, wish,"
    " may_show, heard_through, heard_on, level, feeling, received_at)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"
    " ON CONFLICT (submission_key) DO NOTHING RETURNING id"};
constexpr db::Sql kInsertService{"INSERT INTO voice_services (voice, service) VALUES ($1, $2) ON CONFLICT DO NOTHING"};
constexpr db::Sql kInsertTopic{"INSERT INTO voice_topics (voice, topic) VALUES ($1, $2) ON CONFLICT DO NOTHING"};
constexpr db::Sql kFind{VOICE_COLUMNS " FROM voices v WHERE v.id = $1"};
constexpr db::Sql kFindByKey{VOICE_COLUMNS " FROM voices v WHERE v.submission_key = $1"};
constexpr db::Sql kFindByReceipt{VOICE_COLUMNS " FROM voices v WHERE v.receipt_hash = $1"};
constexpr db::Sql kKeyOfFollowed{"SELECT submission_key FROM voices WHERE id = $1 AND receipt_hash IS NOT NULL"};
constexpr db::Sql kToIndex{
    VOICE_COLUMNS
    " FROM voices v WHERE v.id > $1 AND v.withdrawn_at IS NULL AND v.hidden IS NULL ORDER BY v.id LIMIT $2"};
constexpr db::Sql kIsReference{"SELECT count(*) FROM voices WHERE reference = $1"};
constexpr db::Sql kCountSince{
    "SELECT count(*) FROM voices WHERE received_at >= $1 AND heard_on = '' AND hidden IS NULL"};
constexpr db::Sql kMarkAsked{"UPDATE voices AS v SET asked_at = $2 WHERE v.id = $1 AND" VOICE_WAITS};
constexpr db::Sql kPutBack{
    "UPDATE voices SET asked_at = NULL WHERE id = $1 AND closed_at IS NULL AND withdrawn_at IS NULL AND hidden IS "
    "NULL"};
constexpr db::Sql kClose{
    "UPDATE voices AS v SET closed_at = $2, closed_as = $3, closed_note = $4 WHERE v.id = $1 AND" VOICE_WAITS};
constexpr db::Sql kHide{"UPDATE voices SET hidden = $2, hidden_at = $3 WHERE id = $1 AND hidden IS NULL"};
constexpr db::Sql kShow{"UPDATE voices SET hidden = NULL, hidden_at = NULL WHERE id = $1"};
constexpr db::Sql kReadFirst{"UPDATE voices SET read_first = $2 WHERE id = $1"};
constexpr db::Sql kToLookOver{"SELECT id FROM voices WHERE looked_over = 0 ORDER BY id LIMIT $1"};
constexpr db::Sql kMarkLookedOver{"UPDATE voices SET looked_over = 1 WHERE id = $1"};
constexpr db::Sql kLookOverAgain{"UPDATE voices AS v SET looked_over = 0 WHERE" VOICE_WAITS};

#undef VOICE_COLUMNS
#undef VOICE_WAITS

}  // namespace

std::int64_t count_since(db::Transaction& tx, Time since) { return tx.one<std::int64_t>(kCountSince, since); }

void read_first(db::Transaction& tx, VoiceId id) { tx.execute(kReadFirst, id, true); }

void in_turn(db::Transaction& tx, VoiceId id) { tx.execute(kReadFirst, id, false); }

std::vector<VoiceId> to_look_over(db::Transaction& tx, int most) { return tx.all<VoiceId>(kToLookOver, most); }

void look_over_again(db::Transaction& tx) { tx.execute(kLookOverAgain); }

void mark_looked_over(db::Transaction& tx, VoiceId id) { tx.execute(kMarkLookedOver, id); }

namespace store {

bool is_reference(db::Transaction& tx, std::string_view reference) {
  return tx.one<std::int64_t>(kIsReference, reference) > 0;
}

std::optional<VoiceId> insert(db::Transaction& tx, Words const& words, std::string_view reference,
                              std::string_view submission_key, std::optional<std::string> const& receipt_hash,
                              Time now) {
  auto const id = tx.first<VoiceId>(kInsert, reference, submission_key, receipt_hash, words.words, words.language,
                                    words.place, words.contact, words.speaker, words.wish, words.may_show,
                                    words.heard_through, words.heard_on, words.level, words.feeling, now);
  if (!id) return std::nullopt;
  for (auto const service : words.services) tx.execute(kInsertService, *id, service);
  for (auto const topic : words.topics) tx.execute(kInsertTopic, *id, topic);
  return id;
}

std::optional<Voice> find(db::Transaction& tx, VoiceId id) { return tx.first<Voice>(kFind, id); }

std::optional<Voice> find_by_key(db::Transaction& tx, std::string_view submission_key) {
  return tx.first<Voice>(kFindByKey, submission_key);
}

std::optional<Voice> find_by_receipt(db::Transaction& tx, std::string_view receipt_hash) {
  return tx.first<Voice>(kFindByReceipt, receipt_hash);
}

std::optional<std::string> key_of_followed(db::Transaction& tx, VoiceId id) {
  return tx.first<std::string>(kKeyOfFollowed, id);
}

std::vector<Voice> to_index(db::Transaction& tx, VoiceId after, int most) {
  return tx.all<Voice>(kToIndex, after, most);
}

bool mark_asked(db::Transaction& tx, VoiceId id, Time now) { return tx.execute(kMarkAsked, id, now) > 0; }

void put_back(db::Transaction& tx, VoiceId id) { tx.execute(kPutBack, id); }

bool close(db::Transaction& tx, VoiceId id, Closing const& closing, Time now) {
  return tx.execute(kClose, id, now, closing.as, closing.note) > 0;
}

void hide(db::Transaction& tx, VoiceId id, Hidden why, Time now) { tx.execute(kHide, id, why, now); }

void show(db::Transaction& tx, VoiceId id) { tx.execute(kShow, id); }

}  // namespace store
}  // namespace earshot::voices
