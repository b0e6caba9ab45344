// MP3: frames of MPEG audio, with ID3 before (version 2) and behind (version 1) them.

#include <algorithm>

#include "platform/audio/formats.h"

namespace earshot::audio {
namespace {

constexpr std::size_t kHeaderBytes = 10;    // ID3 2.4.0, section 3.1; a footer is as long
constexpr std::size_t kTrailerBytes = 128;  // ID3 version 1
constexpr unsigned kHasFooter = 0x10;

/// How long the ID3 at the front is. Its length is written in four bytes of seven bits each.
std::size_t tag_bytes(std::string_view bytes) {
  std::size_t length = 0;
  for (std::size_t at = 6; at < kHeaderBytes; ++at) length = length << 7U | (big_endian(bytes, at, 1) & 0x7FU);
  auto const footer = (big_endian(bytes, 5, 1) & kHasFooter) != 0 ? kHeaderBytes : 0;
  return kHeaderBytes + length + footer;
}

}  // namespace

bool is_mp3_frame(std::string_view bytes) {
  auto const header = big_endian(bytes, 0, 4);
  auto const version = header >> 19U & 3U;
  auto const layer = header >> 17U & 3U;
  auto const bit_rate = header >> 12U & 15U;
  auto const sample_rate = header >> 10U & 3U;
  return header >> 21U == 0x7FFU && version != 1 && layer == 1 && bit_rate != 0 && bit_rate != 15 && sample_rate != 3;
}

tl::expected<std::string, Fault> untagged_mp3(std::string_view bytes) {
  while (bytes.starts_with("ID3")) {
    auto const tag = tag_bytes(bytes);
    if (tag >= bytes.size()) return tl::make_unexpected(Fault::broken);
    bytes.remove_prefix(tag);
  }
  // Between the tag and the sound some programs leave room.
  bytes.remove_prefix(std::min(bytes.find_first_not_of('\0'), bytes.size()));
  while (bytes.size() > kTrailerBytes && bytes.substr(bytes.size() - kTrailerBytes).starts_with("TAG"))
    bytes.remove_suffix(kTrailerBytes);
  if (!is_mp3_frame(bytes)) return tl::make_unexpected(Fault::broken);
  return std::string(bytes);
}

}  // namespace earshot::audio
