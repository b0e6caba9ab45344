#include "changes/telling.h"

#include "platform/crypto/reference.h"
#include "platform/record/record.h"
#include "platform/search/search.h"

namespace earshot::changes {
namespace {

#define TOLD_COLUMNS                                                                                     \
  "SELECT c.id, c.reference, s.name, c.service, c.place, c.changed, c.reason, c.language, c.changed_on," \
  " c.written_at, c.published_at FROM changes_told c JOIN services s ON s.id = c.service"
// $1 the person whose services they are, or 0 for all.
#define MAY_TELL(SERVICE)                                                                                  \
  "($1 = 0 OR EXISTS (SELECT 1 FROM person_services p WHERE p.person = $1 AND p.service = " SERVICE        \
  ")"                                                                                                      \
  " OR EXISTS (SELECT 1 FROM person_agencies p JOIN services o ON o.agency = p.agency WHERE p.person = $1" \
  " AND o.id = " SERVICE "))"

constexpr db::Sql kInsert{
    "INSERT INTO changes_told (reference, service, place, changed, reason, language, changed_on, written_by, "
    "written_at)"
    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id"};
constexpr db::Sql kIsReference{"SELECT count(*) FROM changes_told WHERE reference = $1"};
constexpr db::Sql kRewrite{
    "UPDATE changes_told SET service = $2, place = $3, changed = $4, reason = $5, language = $6, changed_on = $7,"
    " written_by = $8, written_at = $9 WHERE id = $1 AND published_at IS NULL"};
constexpr db::Sql kForgetTopics{"DELETE FROM told_topics WHERE told = $1"};
constexpr db::Sql kInsertTopic{"INSERT INTO told_topics (told, topic) VALUES ($1, $2) ON CONFLICT DO NOTHING"};
constexpr db::Sql kTopicsOf{"SELECT topic FROM told_topics WHERE told = $1 ORDER BY topic"};
constexpr db::Sql kPublish{"UPDATE changes_told SET published_at = $2 WHERE id = $1 AND published_at IS NULL"};
constexpr db::Sql kFind{TOLD_COLUMNS " WHERE c.id = $1"};
constexpr db::Sql kDrafts{TOLD_COLUMNS
                          " WHERE c.published_at IS NULL AND " MAY_TELL("c.service") " ORDER BY c.id DESC"};
constexpr db::Sql kPromisesOf{
    "SELECT a.reference FROM asks a WHERE a.promised_for IS NOT NULL AND a.hidden_at IS NULL"
    " AND a.withdrawn_at IS NULL AND " MAY_TELL("a.service") " ORDER BY a.promised_for, a.id LIMIT $2"};

#undef TOLD_COLUMNS
#undef MAY_TELL

struct Row {
  ToldId id;
  std::string reference;
  std::string service_name;
  agencies::ServiceId service;
  std::optional<county::PlaceId> place;
  std::string changed;
  std::string reason;
  std::string language;
  Date changed_on;
  Time written_at;
  std::optional<Time> published_at;
};

Told to_told(db::Transaction& tx, Row&& row) {
  return {.id = row.id,
          .reference = std::move(row.reference),
          .service_name = std::move(row.service_name),
          .draft = {.service = row.service,
                    .place = row.place,
                    .topics = tx.all<county::TopicId>(kTopicsOf, row.id),
                    .changed = std::move(row.changed),
                    .reason = std::move(row.reason),
                    .language = std::move(row.language),
                    .changed_on = row.changed_on},
          .written_at = row.written_at,
          .published_at = row.published_at};
}

std::string person(web::Viewer const& by) { return "person " + std::to_string(by.id); }

auto not_found() { return refuse(Refusal::Kind::not_found, msg("There is no page at this address.")); }

/// Whether the service is one that `by` tells for, and the place and topics are ones that can be chosen.
Result<void> may_write(db::Transaction& tx, ToldDraft const& draft, web::Viewer const& by) {
  if (!rules::tells_for(by, draft.service) || !agencies::find_service(tx, draft.service))
    return refuse(rules::kServiceField, msg("Choose a service that you answer for."));
  auto const has = [](auto const& entries, auto id) {
    for (auto const& entry : entries)
      if (entry.id == id) return true;
    return false;
  };
  if (draft.place && !has(county::places(tx), *draft.place))
    return refuse(rules::kPlaceField, msg("Choose a place from the list."));
  for (auto const topic : draft.topics)
    if (!has(county::topics(tx), topic)) return refuse(rules::kTopicsField, msg("Choose topics from the list."));
  return {};
}

void save_topics(db::Transaction& tx, ToldId id, std::vector<county::TopicId> const& topics) {
  tx.execute(kForgetTopics, id);
  for (auto const topic : topics) tx.execute(kInsertTopic, id, topic);
}

Result<void> has_seen(Told const& told, Time seen) {
  if (told.written_at == seen) return {};
  return refuse(Refusal::Kind::conflict,
                msg("Somebody else has changed this since you opened the page. Read theirs before you go on."));
}

/// Whose services to look through: 0 for all.
std::int64_t whose(web::Viewer const& viewer) { return rules::tells_for_all(viewer) ? 0 : viewer.id; }

}  // namespace

Result<ToldId> write(db::Transaction& tx, ToldDraft const& draft, web::Viewer const& by, Time now) {
  TRY(may_write(tx, draft, by));
  auto const reference =
      crypto::new_reference("C", [&](std::string const& each) { return tx.one<std::int64_t>(kIsReference, each) > 0; });
  auto const id = tx.one<ToldId>(kInsert, reference, draft.service, draft.place, draft.changed, draft.reason,
                                 draft.language, draft.changed_on, by.id, now);
  save_topics(tx, id, draft.topics);
  record::note(tx, {person(by), "changes.write", "change " + reference, ""}, now);
  return id;
}

Result<void> rewrite(db::Transaction& tx, ToldId id, ToldDraft const& draft, Time seen, web::Viewer const& by,
                     Time now) {
  auto const told = TRY(find_told(tx, id, by));
  if (told.published_at)
    return refuse(Refusal::Kind::already_done, msg("This is published already, so it cannot be written anew."));
  TRY(has_seen(told, seen));
  TRY(may_write(tx, draft, by));
  tx.execute(kRewrite, id, draft.service, draft.place, draft.changed, draft.reason, draft.language, draft.changed_on,
             by.id, now);
  save_topics(tx, id, draft.topics);
  record::note(tx, {person(by), "changes.rewrite", "change " + told.reference, ""}, now);
  return {};
}

Result<Told> publish(db::Transaction& tx, ToldId id, Time seen, web::Viewer const& by, Time now) {
  auto told = TRY(find_told(tx, id, by));
  if (told.published_at) return told;
  TRY(has_seen(told, seen));
  tx.execute(kPublish, id, now);
  search::put(tx, "told", id.value, told.draft.changed + "\n" + told.draft.reason);
  record::note(tx, {person(by), "changes.publish", "change " + told.reference, ""}, now);
  tx.changed(asks::kPublishedAnswers);
  told.published_at = now;
  return told;
}

Result<Told> find_told(db::Transaction& tx, ToldId id, web::Viewer const& viewer) {
  auto row = tx.first<Row>(kFind, id);
  if (!row || !rules::tells_for(viewer, row->service)) return not_found();
  return to_told(tx, std::move(*row));
}

std::vector<Told> drafts(db::Transaction& tx, web::Viewer const& viewer) {
  std::vector<Told> list;
  for (auto& row : tx.all<Row>(kDrafts, whose(viewer))) list.push_back(to_told(tx, std::move(row)));
  return list;
}

std::vector<Change> promises_of(db::Transaction& tx, web::Viewer const& viewer, int most) {
  std::vector<Change> list;
  for (auto const& reference : tx.all<std::string>(kPromisesOf, whose(viewer), most))
    if (auto change = find(tx, reference)) list.push_back(std::move(*change));
  return list;
}

}  // namespace earshot::changes
