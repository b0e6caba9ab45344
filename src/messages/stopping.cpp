#include "messages/stopping.h"

#include <charconv>

#include "platform/crypto/token.h"
#include "platform/secrets/secrets.h"

namespace earshot::messages {
namespace {

constexpr std::string_view kSecret = "unsubscribe";
constexpr std::string_view kPurpose = "stop messages";
constexpr std::size_t kLastDigits = 3;

}  // namespace

std::string stop_path(db::Transaction& tx, ContactId contact) {
  auto const number = std::to_string(contact.value);
  return "/stop/" + number + "." + crypto::derive(secrets::get(tx, kSecret), kPurpose, number);
}

std::optional<Contact> contact_of_link(db::Transaction& tx, std::string_view part) {
  auto const dot = part.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  auto const number = part.substr(0, dot);
  ContactId id;
  auto const read = std::from_chars(number.data(), number.data() + number.size(), id.value);
  if (read.ec != std::errc{} || read.ptr != number.data() + number.size()) return std::nullopt;
  auto const secret = secrets::find(tx, kSecret);
  if (!secret || !crypto::equal(crypto::derive(*secret, kPurpose, number), part.substr(dot + 1))) return std::nullopt;
  return find_contact(tx, id);
}

std::string hint_of(Contact const& contact) {
  auto const& address = contact.address;
  switch (contact.channel) {
    case Channel::email:
      return address.substr(0, 1) + "…" + address.substr(std::min(address.find('@'), address.size()));
    case Channel::text:
      return "…" + address.substr(address.size() - std::min(kLastDigits, address.size()));
    case Channel::post:
      break;
  }
  // The first line is the name.
  return address.substr(0, address.find('\n'));
}

}  // namespace earshot::messages
