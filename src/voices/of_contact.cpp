#include "voices/store.h"
#include "voices/voices.h"

namespace earshot::voices {
namespace {

constexpr db::Sql kOfContact{
    "SELECT id FROM voices WHERE contact = $1 AND hidden IS NULL ORDER BY received_at DESC, id DESC"};

}  // namespace

std::vector<Voice> of_contact(db::Transaction& tx, messages::ContactId contact) {
  std::vector<Voice> result;
  for (auto const id : tx.all<VoiceId>(kOfContact, contact))
    if (auto voice = store::find(tx, id)) result.push_back(std::move(*voice));
  return result;
}

}  // namespace earshot::voices
