#include "safeguarding/store.h"

namespace earshot::safeguarding {
namespace {

#define CASE_COLUMNS                                                                                    \
  "SELECT c.id, c.reference, c.voice, p.name, c.raised_at, c.why, c.look_by, c.looked_at, c.decide_by," \
  " c.decided_at, c.state FROM safeguarding_cases c JOIN people p ON p.id = c.raised_by"

constexpr db::Sql kInsert{
    "INSERT INTO safeguarding_cases (reference, voice, raised_by, raised_at, why, look_by, decide_by, state)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (voice) WHERE state <> 'given-back' DO NOTHING"
    " RETURNING id"};
constexpr db::Sql kFind{CASE_COLUMNS " WHERE c.reference = $1"};
constexpr db::Sql kFindByVoice{CASE_COLUMNS " WHERE c.voice = $1 AND c.state <> 'given-back'"};
constexpr db::Sql kInState{CASE_COLUMNS " WHERE c.state = $1 ORDER BY c.decide_by, c.id"};
constexpr db::Sql kDecided{CASE_COLUMNS
                           " WHERE c.state <> 'open' ORDER BY c.decided_at DESC, c.id DESC"
                           " LIMIT $1 OFFSET $2"};
constexpr db::Sql kSetLooked{"UPDATE safeguarding_cases SET looked_at = $2 WHERE id = $1 AND looked_at IS NULL"};
constexpr db::Sql kSetState{
    "UPDATE safeguarding_cases SET state = $2, looked_at = coalesce(looked_at, $3),"
    " decided_at = coalesce(decided_at, $3) WHERE id = $1"};
constexpr db::Sql kAddLog{"INSERT INTO safeguarding_log (case_id, at, person, did, note) VALUES ($1, $2, $3, $4, $5)"};
constexpr db::Sql kLogOf{
    "SELECT l.at, p.name, l.did, l.note FROM safeguarding_log l LEFT JOIN people p ON p.id = l.person"
    " WHERE l.case_id = $1 ORDER BY l.id"};
constexpr db::Sql kAddHandover{
    "INSERT INTO safeguarding_handovers (case_id, at, person, to_whom, to_other, taken_by, their_reference, note)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"};
constexpr db::Sql kHandoversOf{
    "SELECT h.at, p.name, h.to_whom, h.to_other, h.taken_by, h.their_reference, h.note"
    " FROM safeguarding_handovers h JOIN people p ON p.id = h.person WHERE h.case_id = $1 ORDER BY h.id"};
constexpr db::Sql kReachOf{"SELECT email, mobile FROM safeguarding_reach WHERE person = $1"};
constexpr db::Sql kSaveReach{
    "INSERT INTO safeguarding_reach (person, email, mobile) VALUES ($1, $2, $3)"
    " ON CONFLICT (person) DO UPDATE SET email = excluded.email, mobile = excluded.mobile"};
constexpr db::Sql kAsksOf{
    "SELECT a.id, a.reference, a.words, s.name FROM asks a JOIN services s ON s.id = a.service"
    " WHERE a.id IN (SELECT ask FROM ask_sources WHERE source_kind = $1 AND source_id = $2) ORDER BY a.id"};

constexpr db::Sql kAddToFlag{"UPDATE safeguarding_flags SET found = $2 WHERE voice = $1 AND cleared_at IS NULL"};
constexpr db::Sql kRaiseFlag{"INSERT INTO safeguarding_flags (voice, found, raised_at) VALUES ($1, $2, $3)"};
constexpr db::Sql kClearFlag{
    "UPDATE safeguarding_flags SET cleared_at = $2, cleared_by = $3, reason = $4"
    " WHERE voice = $1 AND cleared_at IS NULL"};
constexpr db::Sql kReadSince{"SELECT found FROM safeguarding_flags WHERE voice = $1 AND cleared_at > $2"};
constexpr db::Sql kFlagOf{
    "SELECT id, voice, found, raised_at FROM safeguarding_flags WHERE voice = $1 AND cleared_at IS NULL"};
// A voice that was taken back has no words to read any more.
constexpr db::Sql kFlags{
    "SELECT f.id, f.voice, f.found, f.raised_at FROM safeguarding_flags f JOIN voices v ON v.id = f.voice"
    " WHERE f.cleared_at IS NULL AND v.hidden IS NULL AND v.withdrawn_at IS NULL"
    " ORDER BY f.raised_at, f.id LIMIT $1"};

#undef CASE_COLUMNS

}  // namespace

std::optional<Flag> flag_of(db::Transaction& tx, voices::VoiceId voice) { return tx.first<Flag>(kFlagOf, voice); }

std::vector<Flag> flags(db::Transaction& tx, int most) { return tx.all<Flag>(kFlags, most); }

namespace store {

std::optional<CaseId> insert(db::Transaction& tx, Case const& fresh, people::PersonId by) {
  return tx.first<CaseId>(kInsert, fresh.reference, fresh.voice, by, fresh.raised_at, fresh.why, fresh.look_by,
                          fresh.decide_by, fresh.state);
}

std::optional<Case> find(db::Transaction& tx, std::string_view reference) { return tx.first<Case>(kFind, reference); }

std::optional<Case> find_by_voice(db::Transaction& tx, voices::VoiceId voice) {
  return tx.first<Case>(kFindByVoice, voice);
}

std::vector<Case> in_state(db::Transaction& tx, State state) { return tx.all<Case>(kInState, state); }

std::vector<Case> decided(db::Transaction& tx, int page, int per_page) {
  return tx.all<Case>(kDecided, per_page, std::int64_t{page - 1} * (per_page - 1));
}

void set_looked(db::Transaction& tx, CaseId id, Time now) { tx.execute(kSetLooked, id, now); }

void set_state(db::Transaction& tx, CaseId id, State state, Time now) { tx.execute(kSetState, id, state, now); }

void add_log(db::Transaction& tx, CaseId id, std::optional<people::PersonId> by, Did did, std::string_view note,
             Time now) {
  tx.execute(kAddLog, id, now, by, did, note);
}

std::vector<LogEntry> log_of(db::Transaction& tx, CaseId id) { return tx.all<LogEntry>(kLogOf, id); }

void add_handover(db::Transaction& tx, CaseId id, Handover const& handover, people::PersonId by, Time now) {
  tx.execute(kAddHandover, id, now, by, handover.to_whom, handover.to_other, handover.taken_by,
             handover.their_reference, handover.note);
}

std::vector<StoredHandover> handovers_of(db::Transaction& tx, CaseId id) {
  return tx.all<StoredHandover>(kHandoversOf, id);
}

std::optional<Reach> reach_of(db::Transaction& tx, std::int64_t person) { return tx.first<Reach>(kReachOf, person); }

void save_reach(db::Transaction& tx, people::PersonId person, Reach const& reach) {
  tx.execute(kSaveReach, person, reach.email, reach.mobile);
}

std::vector<MadeAsk> asks_of(db::Transaction& tx, voices::VoiceId voice) {
  return tx.all<MadeAsk>(kAsksOf, voices::kSourceKind, voice);
}

bool raise_flag(db::Transaction& tx, voices::VoiceId voice, std::string_view found, Time now) {
  if (tx.execute(kAddToFlag, voice, found) > 0) return false;
  tx.execute(kRaiseFlag, voice, found, now);
  return true;
}

std::vector<std::string> read_since(db::Transaction& tx, voices::VoiceId voice, Time said_at) {
  return tx.all<std::string>(kReadSince, voice, said_at);
}

bool clear_flag(db::Transaction& tx, voices::VoiceId voice, std::string_view reason, people::PersonId by, Time now) {
  return tx.execute(kClearFlag, voice, now, by, reason) > 0;
}

}  // namespace store
}  // namespace earshot::safeguarding
