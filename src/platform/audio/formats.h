// Single formats: each function takes a file of its format and takes the tags out of it. For this room alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "platform/audio/audio.h"

namespace earshot::audio {

/// The whole number in the bytes from `at`, the largest byte first; 0 past the end.
inline std::uint64_t big_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint64_t number = 0;
  for (std::size_t each = at; each < at + count; ++each)
    number = number << 8U | (each < bytes.size() ? static_cast<unsigned char>(bytes[each]) : 0U);
  return number;
}

/// Whether a frame of MPEG audio, layer III, begins here.
bool is_mp3_frame(std::string_view bytes);

tl::expected<std::string, Fault> untagged_mp3(std::string_view bytes);
tl::expected<std::string, Fault> untagged_mp4(std::string bytes);
tl::expected<std::string, Fault> untagged_wav(std::string_view bytes);
tl::expected<std::string, Fault> checked_ogg(std::string bytes);
tl::expected<std::string, Fault> checked_webm(std::string bytes);

}  // namespace earshot::audio
