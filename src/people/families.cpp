// The accounts of families, who have no password.

#include "people/letters.h"
#include "people/links.h"
#include "people/sign_in.h"
#include "people/store.h"
#include "platform/record/record.h"
#include "platform/web/sessions.h"

namespace earshot::people {

void send_family_link(db::Transaction& tx, std::string_view email, std::string_view language, Time now) {
  // Made in any case, so that it takes as long and as often whoever the address belongs to.
  auto const token = make_link(tx, {LinkKind::family, std::nullopt, std::string(email)}, now);
  if (!token) return;
  if (auto const worker = store::find_worker(tx, email))
    letters::work_account(tx, {email, store::credentials(tx, *worker)->language}, now);
  else
    letters::family_link(tx, {email, language}, *token, now);
}

bool is_family_link(db::Transaction& tx, std::string_view token, Time now) {
  return find_link(tx, token, LinkKind::family, now).has_value();
}

std::optional<PersonId> enter_by_family_link(db::Transaction& tx, std::string_view token, std::string_view language,
                                             Time now) {
  auto const link = use_link(tx, token, LinkKind::family, now);
  if (!link) return std::nullopt;
  auto const person = keep_family(tx, link->email, now);
  if (person) note_sign_in(tx, *person, "link", language, now);
  return person;
}

void close_family(db::Transaction& tx, PersonId id, Time now) {
  if (!address_of_family(tx, id)) return;
  store::erase_address(tx, id);
  web::end_sessions_of(tx, id.value);
  record::note(tx, {"person " + std::to_string(id.value), "people.close_family", "", ""}, now);
}

}  // namespace earshot::people
