#include "moderation/store.h"

namespace earshot::moderation {
namespace {

#define ITEM_COLUMNS                                                                                    \
  "SELECT i.id, i.kind, i.item, i.queued_at, i.due_on, i.again_of, i.plea, i.decided_at, i.decided_by," \
  " i.decision, i.reason, i.note FROM moderation_items i"
// What is hidden, or was taken back, is in no list and no count.
#define ITEM_IS_THERE                                                                                 \
  " NOT EXISTS (SELECT 1 FROM asks a WHERE i.kind = 'ask' AND a.id = i.item"                          \
  " AND (a.hidden_at IS NOT NULL OR a.withdrawn_at IS NOT NULL OR a.words = ''))"                     \
  " AND (i.kind <> 'file' OR EXISTS (SELECT 1 FROM attachments f JOIN voices v ON v.id = f.source_id" \
  " WHERE f.id = i.item AND f.source_kind = 'voice' AND v.hidden IS NULL AND v.withdrawn_at IS NULL))"

constexpr db::Sql kInsert{
    "INSERT INTO moderation_items (kind, item, queued_at, due_on, again_of, plea) VALUES ($1, $2, $3, $4, $5, $6)"
    " ON CONFLICT (kind, item) WHERE decided_at IS NULL DO NOTHING RETURNING id"};
constexpr db::Sql kFindWaiting{"SELECT id FROM moderation_items WHERE kind = $1 AND item = $2 AND decided_at IS NULL"};
constexpr db::Sql kFind{ITEM_COLUMNS " WHERE i.id = $1 AND" ITEM_IS_THERE};
constexpr db::Sql kIsAskedAgain{"SELECT count(*) FROM moderation_items WHERE again_of = $1"};
constexpr db::Sql kWaiting{ITEM_COLUMNS " WHERE i.decided_at IS NULL AND" ITEM_IS_THERE
                                        " ORDER BY i.queued_at, i.id LIMIT $1 OFFSET $2"};
constexpr db::Sql kCountWaiting{"SELECT count(*) FROM moderation_items i WHERE i.decided_at IS NULL AND" ITEM_IS_THERE};
constexpr db::Sql kDecide{
    "UPDATE moderation_items SET decided_at = $2, decided_by = $3, decision = $4, reason = $5, note = $6"
    " WHERE id = $1 AND decided_at IS NULL"};
constexpr db::Sql kAddReport{"INSERT INTO moderation_reports (item, reason, words, at) VALUES ($1, $2, $3, $4)"};
constexpr db::Sql kReportsOf{"SELECT reason, words FROM moderation_reports WHERE item = $1 ORDER BY id"};
// The latest decision of each ask that has the words of this voice, and of each file that came with it.
constexpr db::Sql kNotShown{
    ITEM_COLUMNS
    " WHERE i.decision IN ('struck', 'refused') AND NOT EXISTS (SELECT 1 FROM moderation_items n"
    " WHERE n.kind = i.kind AND n.item = i.item AND n.id > i.id AND n.decided_at IS NOT NULL)"
    " AND ((i.kind = 'ask' AND i.item IN (SELECT id FROM asks WHERE source_kind = $1 AND source_id = $2))"
    " OR (i.kind = 'file' AND i.item IN (SELECT id FROM attachments WHERE source_kind = $1 AND source_id = $2)))"
    " ORDER BY i.id"};
constexpr db::Sql kCountDecided{
    "SELECT count(*) FROM moderation_items i WHERE i.decided_at IS NOT NULL AND" ITEM_IS_THERE};
constexpr db::Sql kMedian{
    "SELECT i.decided_at - i.queued_at AS took FROM moderation_items i WHERE i.decided_at IS NOT NULL AND" ITEM_IS_THERE
    " ORDER BY took LIMIT 1 OFFSET $1"};
#undef ITEM_COLUMNS
#undef ITEM_IS_THERE

}  // namespace

std::vector<Item> not_shown(db::Transaction& tx, voices::VoiceId voice) {
  return tx.all<Item>(kNotShown, voices::kSourceKind, voice);
}

std::optional<Milliseconds> median_time(db::Transaction& tx) {
  auto const decided = tx.one<std::int64_t>(kCountDecided);
  if (decided == 0) return std::nullopt;
  return Milliseconds{tx.one<std::int64_t>(kMedian, (decided - 1) / 2)};
}

namespace store {

std::optional<ItemId> insert(db::Transaction& tx, Kind kind, std::int64_t item, Time now, Date due_on,
                             std::optional<ItemId> again_of, std::string_view plea) {
  return tx.first<ItemId>(kInsert, kind, item, now, due_on, again_of, plea);
}

std::optional<ItemId> find_waiting(db::Transaction& tx, Kind kind, std::int64_t item) {
  return tx.first<ItemId>(kFindWaiting, kind, item);
}

std::optional<Item> find(db::Transaction& tx, ItemId id) { return tx.first<Item>(kFind, id); }

bool is_asked_again(db::Transaction& tx, ItemId id) { return tx.one<std::int64_t>(kIsAskedAgain, id) > 0; }

Page waiting(db::Transaction& tx, int page, int per_page) {
  return {tx.all<Item>(kWaiting, per_page, std::int64_t{page - 1} * per_page), tx.one<std::int64_t>(kCountWaiting)};
}

void decide(db::Transaction& tx, ItemId id, Verdict const& verdict, people::PersonId by, Time now) {
  tx.execute(kDecide, id, now, by, verdict.decision, verdict.reason, verdict.note);
}

void add_report(db::Transaction& tx, ItemId id, Report const& report, Time now) {
  tx.execute(kAddReport, id, report.reason, report.words, now);
}

std::vector<Report> reports_of(db::Transaction& tx, ItemId id) { return tx.all<Report>(kReportsOf, id); }

}  // namespace store
}  // namespace earshot::moderation
