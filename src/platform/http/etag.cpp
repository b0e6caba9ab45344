#include "platform/http/etag.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

#include <fmt/format.h>

namespace earshot::http {

namespace {

// The finaliser of SplitMix64 (Steele, Lea and Flood, 2014): every bit of the input moves every bit of the output.
std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
  value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
  return value ^ (value >> 31U);
}

std::uint64_t word_at(std::string_view bytes, std::size_t at) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes.data() + at, std::min(sizeof word, bytes.size() - at));
  return word;
}

std::string_view without_weakness(std::string_view tag) { return tag.starts_with("W/") ? tag.substr(2) : tag; }

}  // namespace

std::string etag_of(std::string_view bytes) {
  std::uint64_t one = 0x9e3779b97f4a7c15U;
  std::uint64_t two = bytes.size();
  for (std::size_t at = 0; at < bytes.size(); at += sizeof(std::uint64_t)) {
    auto const word = word_at(bytes, at);
    one = (std::rotl(one, 29) ^ word) * 0xff51afd7ed558ccdU;
    two = std::rotl(two + word, 31) * 0xc4ceb9fe1a85ec53U + one;
  }
  return fmt::format("\"{:016x}{:016x}\"", mixed(one + two), mixed(two ^ bytes.size()));
}

bool none_match_hits(std::string_view if_none_match, std::string_view etag) {
  etag = without_weakness(etag);
  while (!if_none_match.empty()) {
    if_none_match.remove_prefix(std::min(if_none_match.find_first_not_of(" \t,"), if_none_match.size()));
    if (if_none_match.starts_with('*')) return true;
    if_none_match = without_weakness(if_none_match);
    if (!if_none_match.starts_with('"')) return false;
    auto const close = if_none_match.find('"', 1);
    if (close == std::string_view::npos) return false;
    if (if_none_match.substr(0, close + 1) == etag) return true;
    if_none_match.remove_prefix(close + 1);
  }
  return false;
}

}  // namespace earshot::http
