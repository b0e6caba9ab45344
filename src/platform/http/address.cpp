#include "platform/http/address.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <system_error>

#include <arpa/inet.h>

namespace earshot::http {

namespace {

constexpr int kV4Prefix = 96;  // the bits of ::ffff:0:0

// "[2001:db8::1]:443", "192.0.2.1:443" and "fe80::1%eth0" without what is not the address.
std::string_view bare(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('[')) {
    auto const close = text.find(']');
    if (close == std::string_view::npos) return {};
    text = text.substr(1, close - 1);
  } else if (std::count(text.begin(), text.end(), ':') == 1) {
    text = text.substr(0, text.find(':'));
  }
  return text.substr(0, text.find('%'));
}

void forget_after(Address& address, int prefix) {
  for (int bit = prefix; bit < 128; ++bit)
    address.bytes[static_cast<std::size_t>(bit / 8)] &= static_cast<std::uint8_t>(~(0x80U >> (bit % 8)));
}

bool is_trusted(Address const& address, std::vector<Network> const& trusted) {
  return std::any_of(trusted.begin(), trusted.end(), [&](Network const& each) { return each.contains(address); });
}

// Every value of X-Forwarded-For in the order of the hops, nearest to the client first.
std::vector<std::string_view> forwarded_for(Headers const& headers) {
  std::vector<std::string_view> hops;
  for (auto const& [name, value] : headers) {
    if (!same_name(name, "X-Forwarded-For")) continue;
    std::string_view rest = value;
    while (!rest.empty()) {
      auto const end = std::min(rest.find(','), rest.size());
      hops.push_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return hops;
}

}  // namespace

bool Address::is_v4() const {
  return std::all_of(bytes.begin(), bytes.begin() + 10, [](auto byte) { return byte == 0; }) && bytes[10] == 0xFF &&
         bytes[11] == 0xFF;
}

std::string Address::text() const {
  std::array<char, INET6_ADDRSTRLEN> buffer{};
  if (is_v4())
    inet_ntop(AF_INET, bytes.data() + 12, buffer.data(), buffer.size());
  else
    inet_ntop(AF_INET6, bytes.data(), buffer.data(), buffer.size());
  return buffer.data();
}

std::optional<Address> parse_address(std::string_view text) {
  std::string const wanted(bare(text));
  Address address;
  if (inet_pton(AF_INET, wanted.c_str(), address.bytes.data() + 12) == 1) {
    address.bytes[10] = address.bytes[11] = 0xFF;
    return address;
  }
  if (inet_pton(AF_INET6, wanted.c_str(), address.bytes.data()) == 1) return address;
  return std::nullopt;
}

Address household(Address address) {
  if (!address.is_v4()) forget_after(address, 64);
  return address;
}

bool Network::contains(Address const& other) const {
  Address one = address;
  Address two = other;
  forget_after(one, prefix);
  forget_after(two, prefix);
  return one == two;
}

std::optional<Network> parse_network(std::string_view text) {
  auto const slash = std::min(text.find('/'), text.size());
  auto const address = parse_address(text.substr(0, slash));
  if (!address) return std::nullopt;
  if (slash == text.size()) return Network{*address, 128};
  auto const digits = trimmed(text.substr(slash + 1));
  int prefix = -1;
  auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), prefix);
  auto const most = address->is_v4() ? 32 : 128;
  if (error != std::errc{} || end != digits.data() + digits.size() || prefix < 0 || prefix > most) return std::nullopt;
  return Network{*address, address->is_v4() ? prefix + kV4Prefix : prefix};
}

Client client_of(Address const& peer, Headers const& headers, std::vector<Network> const& trusted) {
  if (!is_trusted(peer, trusted)) return {peer.text(), false};
  auto client = peer;
  auto const hops = forwarded_for(headers);
  for (auto hop = hops.rbegin(); hop != hops.rend() && is_trusted(client, trusted); ++hop) {
    auto const before = parse_address(*hop);
    if (!before) break;
    client = *before;
  }
  auto const protocol = headers.get("X-Forwarded-Proto");
  return {client.text(), same_name(trimmed(protocol.substr(0, protocol.find(','))), "https")};
}

}  // namespace earshot::http
