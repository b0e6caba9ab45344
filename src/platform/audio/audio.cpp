#include "platform/audio/audio.h"

#include <utility>

#include "platform/audio/formats.h"

namespace earshot::audio {
namespace {

tl::expected<std::string, Fault> untagged(std::string bytes, Format format) {
  switch (format) {
    case Format::mp3:
      return untagged_mp3(bytes);
    case Format::mp4:
      return untagged_mp4(std::move(bytes));
    case Format::ogg:
      return checked_ogg(std::move(bytes));
    case Format::webm:
      return checked_webm(std::move(bytes));
    case Format::wav:
      return untagged_wav(bytes);
  }
  return tl::make_unexpected(Fault::not_a_recording);
}

}  // namespace

std::optional<Format> format_of(std::string_view bytes) {
  constexpr std::size_t kTypeAt = 4;
  constexpr std::size_t kFormAt = 8;
  if (bytes.starts_with("OggS")) return Format::ogg;
  if (bytes.starts_with("\x1A\x45\xDF\xA3")) return Format::webm;
  if (bytes.starts_with("RIFF") && bytes.size() > kFormAt && bytes.substr(kFormAt).starts_with("WAVE"))
    return Format::wav;
  // Before MP4: no box is so long that it begins as a frame does, but a frame may have any letters in it.
  if (bytes.starts_with("ID3") || is_mp3_frame(bytes)) return Format::mp3;
  if (bytes.size() > kTypeAt && bytes.substr(kTypeAt).starts_with("ftyp")) return Format::mp4;
  return std::nullopt;
}

tl::expected<Recording, Fault> without_tags(std::string bytes) {
  auto const format = format_of(bytes);
  if (!format) return tl::make_unexpected(Fault::not_a_recording);
  auto sound = untagged(std::move(bytes), *format);
  if (!sound) return tl::make_unexpected(sound.error());
  return Recording{.format = *format, .bytes = std::move(*sound)};
}

}  // namespace earshot::audio
