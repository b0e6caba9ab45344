#include "platform/secrets/secrets.h"

#include "platform/crypto/token.h"
#include "platform/db/transaction.h"

namespace earshot::secrets {

namespace {
constexpr std::size_t kBytes = 32;
constexpr db::Sql kFind{"SELECT value FROM secrets WHERE name = $1"};
constexpr db::Sql kMake{"INSERT INTO secrets (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING"};
}  // namespace

std::string get(db::Transaction& tx, std::string_view name) {
  if (auto known = tx.first<std::string>(kFind, name)) return *known;
  // Another node may have made it at the same time; its secret counts then.
  tx.execute(kMake, name, crypto::random_token(kBytes));
  return tx.one<std::string>(kFind, name);
}

std::optional<std::string> find(db::Transaction& tx, std::string_view name) {
  return tx.first<std::string>(kFind, name);
}

}  // namespace earshot::secrets
