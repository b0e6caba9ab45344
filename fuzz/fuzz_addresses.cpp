// An address that is read and written reads the same, and is in the networks that are named after it.
#include <string>
#include <vector>

#include "fuzz.h"
#include "platform/http/address.h"

using namespace earshot;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  auto const text = fuzz::as_text(data, size);
  if (auto const address = http::parse_address(text)) {
    fuzz::always(http::parse_address(address->text()) == address, "a written address reads the same");
    fuzz::always(http::parse_network(address->text())->contains(*address), "it is in its own network");
    fuzz::always(http::household(http::household(*address)) == http::household(*address), "a household is one");
  }
  if (auto const network = http::parse_network(text))
    fuzz::always(network->contains(network->address), "a network holds its own address");

  static std::vector<http::Network> const trusted = {*http::parse_network("10.0.0.0/8")};
  http::Headers const headers{{"X-Forwarded-For", std::string(text)}, {"X-Forwarded-Proto", "https"}};
  auto const stranger = http::client_of(*http::parse_address("192.0.2.1"), headers, trusted);
  fuzz::always(stranger.address == "192.0.2.1" && !stranger.secure, "a stranger is not believed");
  auto const client = http::client_of(*http::parse_address("10.0.0.1"), headers, trusted);
  fuzz::always(http::parse_address(client.address).has_value(), "a client always has an address");
  return 0;
}
