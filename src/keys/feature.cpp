#include "keys/keys.h"
#include "keys/pages.h"

namespace earshot::keys {
namespace {

constexpr db::Sql kAreOn{"SELECT keys_on FROM key_settings WHERE person = $1"};
constexpr db::Sql kTurn{
    "INSERT INTO key_settings (person, keys_on) VALUES ($1, $2)"
    " ON CONFLICT (person) DO UPDATE SET keys_on = excluded.keys_on"};

}  // namespace

bool are_on(db::Transaction& tx, people::PersonId person) { return tx.first<bool>(kAreOn, person).value_or(true); }

void turn(db::Transaction& tx, people::PersonId person, bool on) { tx.execute(kTurn, person, on); }

web::Feature feature() {
  return {.name = "keys",
          .migrations = migrations(),
          .routes = {web::form_route(kPath, people::kHaveAccount, show_keys, save_keys)}};
}

}  // namespace earshot::keys
