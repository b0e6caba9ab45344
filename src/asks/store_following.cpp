// SQL of those who follow an ask: sources with a contact, and supporters.

#include "asks/store.h"

namespace earshot::asks {
namespace {

constexpr db::Sql kSupports{"SELECT count(*) FROM ask_supports WHERE ask = $1"};
constexpr db::Sql kFollowers{
    "SELECT f.contact, max(f.path) FROM (SELECT contact, path FROM ask_sources WHERE ask = $1 AND contact > $2"
    " UNION ALL SELECT contact, '' AS path FROM ask_supports WHERE ask = $1 AND contact > $2) f"
    " GROUP BY f.contact ORDER BY f.contact LIMIT $3"};
constexpr db::Sql kCrowd{
    "SELECT count(*), coalesce(sum(CASE WHEN f.contact IS NULL THEN 1 ELSE 0 END), 0)"
    " FROM (SELECT contact FROM ask_sources WHERE ask = $1 UNION ALL SELECT contact FROM ask_supports WHERE ask = $1) "
    "f"};
constexpr db::Sql kAddSupport{
    "INSERT INTO ask_supports (ask, visit, contact, supported_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING"};
constexpr db::Sql kAddContact{
    "UPDATE ask_supports SET contact = $3 WHERE ask = $1 AND visit = $2 AND contact IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM ask_supports o WHERE o.ask = $1 AND o.contact = $3)"};
constexpr db::Sql kOblige{
    "UPDATE asks SET obliged_at = $3, due_on = CASE WHEN waits = 1 THEN due_on ELSE $2 END, waits = 1"
    " WHERE id = $1 AND obliged_at IS NULL"};

}  // namespace

std::int64_t supports(db::Transaction& tx, AskId id) { return tx.one<std::int64_t>(kSupports, id); }

namespace store {

std::vector<Follower> followers(db::Transaction& tx, AskId id, messages::ContactId after, int most) {
  return tx.all<Follower>(kFollowers, id, after, most);
}

Crowd crowd(db::Transaction& tx, AskId id) { return tx.one<Crowd>(kCrowd, id); }

bool add_support(db::Transaction& tx, AskId id, std::string_view visit, std::optional<messages::ContactId> contact,
                 Time now) {
  if (tx.execute(kAddSupport, id, visit, contact, now) > 0) return true;
  // Who comes back to leave an address is told from now on, and is counted once all the same.
  if (contact) tx.execute(kAddContact, id, visit, *contact);
  return false;
}

void oblige(db::Transaction& tx, AskId id, Date due_on, Time now) { tx.execute(kOblige, id, due_on, now); }

}  // namespace store
}  // namespace earshot::asks
