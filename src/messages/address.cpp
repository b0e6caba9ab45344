#include <algorithm>
#include <cctype>

#include "messages/messages.h"
#include "platform/base/text.h"

namespace earshot::messages {
namespace {

constexpr std::size_t kLongestEmail = 254;  // RFC 5321, section 4.5.3.1.3, with its errata
constexpr std::size_t kLongestPostal = 500;

Result<std::string> read_email(std::string_view typed, std::string_view field) {
  auto address = tidy(typed);
  std::transform(address.begin(), address.end(), address.begin(), [](unsigned char c) { return std::tolower(c); });
  auto const at = address.find('@');
  auto const fits =
      at != std::string::npos && at > 0 && address.find('@', at + 1) == std::string::npos &&
      address.find('.', at) != std::string::npos && address.back() != '.' && address.size() <= kLongestEmail &&
      std::none_of(address.begin(), address.end(), [](unsigned char c) { return c <= ' ' || c >= 127; }) &&
      address.find_first_of("<>,;\"") == std::string::npos;
  if (!fits) return refuse(field, msg("Write an e-mail address, such as name@example.org."));
  return address;
}

/// Ofcom's mobile numbers begin with 07 and have eleven digits.
Result<std::string> read_mobile(std::string_view typed, std::string_view field) {
  std::string digits;
  for (auto const c : tidy(typed)) {
    if (c >= '0' && c <= '9')
      digits += c;
    else if (std::string_view(" -().+").find(c) == std::string_view::npos)
      digits += '?';
  }
  if (digits.starts_with("0044")) digits.erase(0, 2);
  if (digits.starts_with("440")) digits.erase(2, 1);
  if (digits.starts_with("07")) digits.replace(0, 1, "44");
  if (digits.size() != 12 || !digits.starts_with("447") || digits.find('?') != std::string::npos)
    return refuse(field, msg("Write a mobile number of the United Kingdom, such as 07700 900123."));
  return "+" + digits;
}

Result<std::string> read_postal(std::string_view typed, std::string_view field) {
  auto address = tidy(typed);
  // GOV.UK Notify, like the Royal Mail, wants at least three lines, the last of them the postcode.
  if (std::count(address.begin(), address.end(), '\n') < 2)
    return refuse(field, msg("Write the name, the street and the postcode, each on a line of its own."));
  if (characters(address) > kLongestPostal) return refuse(field, msg("Write the address in at most 500 characters."));
  return address;
}

}  // namespace

Result<std::string> read_address(Channel channel, std::string_view typed, std::string_view field) {
  switch (channel) {
    case Channel::email:
      return read_email(typed, field);
    case Channel::text:
      return read_mobile(typed, field);
    case Channel::post:
      return read_postal(typed, field);
  }
  return std::string();
}

}  // namespace earshot::messages
