#include "people/links.h"

#include "platform/crypto/token.h"

namespace earshot::people {
namespace {

constexpr std::size_t kTokenBytes = 32;
constexpr std::int64_t kMostWithinAnHour = 3;

constexpr db::Sql kInsert{
    "INSERT INTO account_links (token_hash, kind, person, email, created_at, expires_at)"
    " VALUES ($1, $2, $3, $4, $5, $6)"};
constexpr db::Sql kLately{"SELECT count(*) FROM account_links WHERE email = $1 AND kind = $2 AND created_at > $3"};
constexpr db::Sql kFind{
    "SELECT kind, person, email FROM account_links"
    " WHERE token_hash = $1 AND kind = $2 AND expires_at > $3 AND used_at IS NULL"};
constexpr db::Sql kUse{"UPDATE account_links SET used_at = $3 WHERE email = $1 AND kind = $2 AND used_at IS NULL"};

}  // namespace

Milliseconds lasts(LinkKind kind) {
  switch (kind) {
    case LinkKind::invitation:
      return Days{7};
    case LinkKind::reset:
      return std::chrono::minutes{30};
    case LinkKind::family:
      return std::chrono::minutes{15};
  }
  return {};
}

std::optional<std::string> make_link(db::Transaction& tx, Link const& link, Time now) {
  if (tx.one<std::int64_t>(kLately, link.email, link.kind, now - std::chrono::hours{1}) >= kMostWithinAnHour)
    return std::nullopt;
  auto token = crypto::random_token(kTokenBytes);
  tx.execute(kInsert, crypto::token_hash(token), link.kind, link.person, link.email, now, now + lasts(link.kind));
  return token;
}

std::optional<Link> find_link(db::Transaction& tx, std::string_view token, LinkKind kind, Time now) {
  return tx.first<Link>(kFind, crypto::token_hash(token), kind, now);
}

std::optional<Link> use_link(db::Transaction& tx, std::string_view token, LinkKind kind, Time now) {
  auto link = find_link(tx, token, kind, now);
  if (link) tx.execute(kUse, link->email, kind, now);
  return link;
}

}  // namespace earshot::people
