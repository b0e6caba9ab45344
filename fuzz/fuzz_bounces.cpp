// Reading what a mail server sends back: a key that is found stands in the message, and a status is a number.
#include <algorithm>
#include <string>

#include "fuzz.h"
#include "platform/mail/bounce.h"

using namespace earshot;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string const message(reinterpret_cast<char const*>(data), size);
  auto const bounce = mail::read_bounce(message);
  if (!bounce) return 0;
  fuzz::always(!bounce->key.empty(), "a key is something");
  fuzz::always(bounce->key.find('@') == std::string::npos, "a key is no address");
  fuzz::always(std::all_of(bounce->status.begin(), bounce->status.end(),
                           [](char c) { return c == '.' || (c >= '0' && c <= '9'); }),
               "a status is a number");
  return 0;
}
