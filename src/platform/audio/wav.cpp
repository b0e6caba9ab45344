// WAV: chunks, of which two hold the sound. The file is put together anew from those.

#include <algorithm>

#include "platform/audio/formats.h"

namespace earshot::audio {
namespace {

constexpr std::size_t kFormBytes = 12;  // "RIFF", a length, "WAVE"
constexpr std::size_t kChunkBytes = 8;  // a name and a length
constexpr std::size_t kLeastFormat = 16;

std::size_t little_endian(std::string_view bytes, std::size_t at) {
  std::size_t number = 0;
  for (std::size_t each = 4; each > 0; --each) number = number << 8U | big_endian(bytes, at + each - 1, 1);
  return number;
}

std::string as_little_endian(std::size_t number) {
  std::string bytes;
  for (unsigned each = 0; each < 4; ++each) bytes += static_cast<char>(number >> (each * 8U) & 0xFFU);
  return bytes;
}

std::string chunk(std::string_view name, std::string_view content) {
  auto bytes = std::string(name) + as_little_endian(content.size()) + std::string(content);
  if (content.size() % 2 != 0) bytes += '\0';
  return bytes;
}

}  // namespace

tl::expected<std::string, Fault> untagged_wav(std::string_view bytes) {
  std::string format;
  std::string sound;
  auto rest = bytes.substr(std::min(kFormBytes, bytes.size()));
  while (rest.size() >= kChunkBytes) {
    auto const name = rest.substr(0, 4);
    auto const length = little_endian(rest, 4);
    rest.remove_prefix(kChunkBytes);
    // A recorder that was cut off never wrote how long the sound is: it goes on to the end.
    auto const content = rest.substr(0, std::min(length, rest.size()));
    if (name == "fmt ") format = chunk(name, content);
    if (name == "data") sound = chunk(name, content);
    rest.remove_prefix(std::min(length + length % 2, rest.size()));
  }
  if (format.size() < kChunkBytes + kLeastFormat || sound.size() <= kChunkBytes)
    return tl::make_unexpected(Fault::broken);
  auto const form = "WAVE" + format + sound;
  return "RIFF" + as_little_endian(form.size()) + form;
}

}  // namespace earshot::audio
