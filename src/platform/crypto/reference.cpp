#include "platform/crypto/reference.h"

#include <algorithm>
#include <array>

#include "platform/crypto/sodium.h"

namespace earshot::crypto {

namespace {

constexpr std::string_view kAlphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kGroup = 4;
constexpr std::size_t kBody = 2 * kGroup;
constexpr std::size_t kLongestPrefix = 3;

bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }

// Luhn's algorithm modulo 30: every single wrong character changes the sum. A prefix may hold letters that are not in
// the alphabet, so its letters count from A.
char check_character(std::string_view prefix, std::string_view body) {
  std::size_t const modulus = kAlphabet.size();
  std::size_t sum = 0;
  bool doubled = true;
  auto add = [&](std::size_t code) {
    auto const addend = doubled ? 2 * code : code;
    sum += addend / modulus + addend % modulus;
    doubled = !doubled;
  };
  for (auto c = body.rbegin(); c != body.rend(); ++c) add(kAlphabet.find(*c));
  for (auto c = prefix.rbegin(); c != prefix.rend(); ++c) add(static_cast<std::size_t>(*c - 'A'));
  return kAlphabet[(modulus - sum % modulus) % modulus];
}

std::string written(std::string_view prefix, std::string_view body) {
  return std::string(prefix) + "-" + std::string(body.substr(0, kGroup)) + "-" + std::string(body.substr(kGroup));
}

/// The letters and digits of `text` in upper case, without the spaces and dashes that people and their telephones put
/// between them; nothing when there is anything else.
std::optional<std::string> bare(std::string_view text) {
  constexpr std::array<std::string_view, 10> kBetween{" ",      "\t",     "-",      ".",      "\u00A0",
                                                      "\u2010", "\u2011", "\u2012", "\u2013", "\u2014"};
  std::string result;
  while (!text.empty()) {
    auto const c = text.front();
    if ((c >= '0' && c <= '9') || is_letter(c)) {
      result += c;
      text.remove_prefix(1);
    } else if (c >= 'a' && c <= 'z') {
      result += static_cast<char>(c - 'a' + 'A');
      text.remove_prefix(1);
    } else {
      auto const between =
          std::find_if(kBetween.begin(), kBetween.end(), [&](auto each) { return text.starts_with(each); });
      if (between == kBetween.end()) return std::nullopt;
      text.remove_prefix(between->size());
    }
  }
  return result;
}

std::string draw(std::string_view prefix) {
  std::string body;
  while (body.size() < kBody - 1) body += kAlphabet[randombytes_uniform(kAlphabet.size())];
  body += check_character(prefix, body);
  return written(prefix, body);
}

}  // namespace

std::string new_reference(std::string_view prefix, std::function<bool(std::string const&)> const& taken) {
  start_sodium();
  if (prefix.empty() || prefix.size() > kLongestPrefix || !std::all_of(prefix.begin(), prefix.end(), is_letter))
    throw std::invalid_argument("the prefix of a reference is one to three letters A to Z");
  auto reference = draw(prefix);
  while (taken(reference)) reference = draw(prefix);
  return reference;
}

std::optional<std::string> read_reference(std::string_view text) {
  auto const characters = bare(text);
  if (!characters || characters->size() <= kBody || characters->size() > kBody + kLongestPrefix) return std::nullopt;
  std::string_view const prefix = std::string_view(*characters).substr(0, characters->size() - kBody);
  std::string_view const body = std::string_view(*characters).substr(prefix.size());
  if (!std::all_of(prefix.begin(), prefix.end(), is_letter)) return std::nullopt;
  if (body.find_first_not_of(kAlphabet) != std::string_view::npos) return std::nullopt;
  if (check_character(prefix, body.substr(0, kBody - 1)) != body.back()) return std::nullopt;
  return written(prefix, body);
}

}  // namespace earshot::crypto
