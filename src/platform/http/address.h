// Who is asking: addresses, networks, and X-Forwarded-For believed only from proxies that are trusted.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/http/message.h"

namespace earshot::http {

/// An IP address. IPv4 stands in IPv6 as ::ffff:a.b.c.d, so that both compare alike.
struct Address {
  std::array<std::uint8_t, 16> bytes{};

  [[nodiscard]] bool is_v4() const;
  /// "192.0.2.1" or "2001:db8::1".
  [[nodiscard]] std::string text() const;

  bool operator==(Address const&) const = default;
};

/// Reads "192.0.2.1" or "2001:db8::1"; with `[…]`, a port or a zone they are taken off. Nothing when it is neither.
std::optional<Address> parse_address(std::string_view text);

/// The first 64 bits of an IPv6 address, or all of an IPv4 one: what one household or one attacker has.
Address household(Address address);

/// A network such as 10.0.0.0/8. A bare address is a network of one.
struct Network {
  Address address;
  int prefix = 128;  ///< counted in the 128 bits

  [[nodiscard]] bool contains(Address const& other) const;
};

/// Reads "10.0.0.0/8" or "2001:db8::/32"; nothing when it is no network.
std::optional<Network> parse_network(std::string_view text);

/// Where a request came from.
struct Client {
  std::string address;
  bool secure = false;
};

/// The client behind `peer`: when `peer` is a trusted proxy, the last address in X-Forwarded-For that is not one, and
/// TLS as X-Forwarded-Proto tells. Headers from anybody else are not believed.
Client client_of(Address const& peer, Headers const& headers, std::vector<Network> const& trusted);

}  // namespace earshot::http
