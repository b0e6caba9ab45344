#include "inbox/store.h"

#include "inbox/inbox.h"

namespace earshot::inbox::store {
namespace {

constexpr db::Sql kViews{"SELECT id, name, query FROM inbox_views WHERE person = $1 ORDER BY name"};
constexpr db::Sql kSaveView{
    "INSERT INTO inbox_views (person, name, query) VALUES ($1, $2, $3)"
    " ON CONFLICT (person, name) DO UPDATE SET query = excluded.query"};
constexpr db::Sql kDeleteView{"DELETE FROM inbox_views WHERE id = $1 AND person = $2"};
// Who comes back after it had run out opens it anew.
constexpr db::Sql kNotePresence{
    "INSERT INTO inbox_presence (voice, person, opened_at, until) VALUES ($1, $2, $3, $4)"
    " ON CONFLICT (voice, person) DO UPDATE SET until = excluded.until, opened_at = CASE"
    " WHEN inbox_presence.until < excluded.opened_at THEN excluded.opened_at ELSE inbox_presence.opened_at END"};
constexpr db::Sql kOthersPresent{
    "SELECT p.name, x.opened_at FROM inbox_presence x JOIN people p ON p.id = x.person"
    " WHERE x.voice = $1 AND x.person <> $2 AND x.until >= $3 ORDER BY x.opened_at, p.id"};
constexpr db::Sql kRemoveOldPresence{"DELETE FROM inbox_presence WHERE until < $1"};
constexpr db::Sql kNoteDeed{"INSERT INTO inbox_deeds (voice, person, deed, done_at) VALUES ($1, $2, $3, $4)"};
constexpr db::Sql kDeeds{
    "SELECT p.name, d.deed, d.done_at FROM inbox_deeds d JOIN people p ON p.id = d.person WHERE d.voice = $1"
    " ORDER BY d.id"};

}  // namespace

std::vector<View> views(db::Transaction& tx, people::PersonId person) { return tx.all<View>(kViews, person); }

void save_view(db::Transaction& tx, people::PersonId person, std::string_view name, std::string_view query) {
  tx.execute(kSaveView, person, name, query);
}

void delete_view(db::Transaction& tx, people::PersonId person, ViewId id) { tx.execute(kDeleteView, id, person); }

void note_presence(db::Transaction& tx, voices::VoiceId voice, people::PersonId person, Time now) {
  tx.execute(kNotePresence, voice, person, now, now + kPresenceLasts);
}

std::vector<Present> others_present(db::Transaction& tx, voices::VoiceId voice, people::PersonId person, Time now) {
  return tx.all<Present>(kOthersPresent, voice, person, now);
}

void remove_old_presence(db::Transaction& tx, Time before) { tx.execute(kRemoveOldPresence, before); }

void note_deed(db::Transaction& tx, voices::VoiceId voice, people::PersonId person, Deed deed, Time now) {
  tx.execute(kNoteDeed, voice, person, deed, now);
}

std::vector<DeedDone> deeds(db::Transaction& tx, voices::VoiceId voice) { return tx.all<DeedDone>(kDeeds, voice); }

}  // namespace earshot::inbox::store

namespace earshot::inbox {

void keep_view(db::Transaction& tx, people::PersonId person, std::string_view name, std::string_view query) {
  store::save_view(tx, person, name, query);
}

}  // namespace earshot::inbox
