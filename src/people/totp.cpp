#include "people/totp.h"

#include <array>

#include <fmt/format.h>

#include "platform/crypto/mac.h"
#include "platform/crypto/token.h"
#include "platform/http/forms.h"

namespace earshot::people {
namespace {

constexpr std::int64_t kStepMilliseconds = 30'000;
constexpr std::size_t kSecretBytes = 20;

std::string base32(std::string_view bytes) {
  constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string result;
  std::uint32_t buffer = 0;
  int bits = 0;
  for (auto const c : bytes) {
    buffer = (buffer << 8U) | static_cast<unsigned char>(c);
    for (bits += 8; bits >= 5; bits -= 5) result += kLetters[(buffer >> static_cast<unsigned>(bits - 5)) & 31U];
  }
  if (bits > 0) result += kLetters[(buffer << static_cast<unsigned>(5 - bits)) & 31U];
  return result;
}

}  // namespace

std::int64_t totp_step(Time time) { return time.time_since_epoch().count() / kStepMilliseconds; }

std::string totp_code(std::string_view secret, std::int64_t step) {
  std::string counter(8, '\0');
  for (std::size_t i = 0; i < counter.size(); ++i)
    counter[i] = static_cast<char>(static_cast<std::uint64_t>(step) >> (8 * (counter.size() - 1 - i)));
  auto const mac = crypto::hmac_sha1(secret, counter);
  // Dynamic truncation, RFC 4226, section 5.3.
  auto const byte = [&](std::size_t at) { return std::uint32_t{static_cast<unsigned char>(mac[at])}; };
  auto const offset = byte(mac.size() - 1) & 15U;
  auto const number =
      ((byte(offset) & 127U) << 24U) | (byte(offset + 1) << 16U) | (byte(offset + 2) << 8U) | byte(offset + 3);
  return fmt::format("{:06}", number % 1'000'000U);
}

std::optional<std::int64_t> totp_match(std::string_view secret, std::string_view code, Time now,
                                       std::int64_t last_step) {
  std::string digits;
  for (auto const c : code)
    if (c != ' ') digits += c;
  std::optional<std::int64_t> matched;
  for (auto const drift : {-1, 0, 1}) {
    auto const step = totp_step(now) + drift;
    if (crypto::equal(totp_code(secret, step), digits) && step > last_step && !matched) matched = step;
  }
  return matched;
}

std::string new_totp_secret() { return crypto::random_bytes(kSecretBytes); }

std::string spelled(std::string_view secret) {
  std::string result;
  for (auto const c : base32(secret)) {
    if (result.size() % 5 == 4) result += ' ';
    result += c;
  }
  return result;
}

std::string totp_address(std::string_view secret, std::string_view issuer, std::string_view account) {
  auto const name = http::percent_encoded(issuer);
  return fmt::format("otpauth://totp/{}:{}?secret={}&issuer={}", name, http::percent_encoded(account), base32(secret),
                     name);
}

}  // namespace earshot::people
