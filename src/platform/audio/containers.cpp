// Ogg and WebM: that there is sound in them and no film. They are kept as they are.

#include <algorithm>

#include "platform/audio/formats.h"

namespace earshot::audio {
namespace {

/// The names of what is inside stand so near the front.
constexpr std::size_t kNearTheFront = 8'192;

constexpr std::string_view kSoundInOgg[] = {"OpusHead", "\x01vorbis",
                                            "\x7F"
                                            "FLAC",
                                            "Speex   "};
constexpr std::string_view kFilmInOgg[] = {"\x80theora", "BBCD"};
constexpr std::string_view kSoundInWebm[] = {"A_OPUS", "A_VORBIS"};
constexpr std::string_view kFilmInWebm[] = {"V_VP8", "V_VP9", "V_AV1", "V_MPEG"};

template <std::size_t N>
bool has_any(std::string_view bytes, std::string_view const (&names)[N]) {
  return std::any_of(std::begin(names), std::end(names),
                     [&](auto name) { return bytes.find(name) != std::string_view::npos; });
}

}  // namespace

tl::expected<std::string, Fault> checked_ogg(std::string bytes) {
  auto const front = std::string_view(bytes).substr(0, kNearTheFront);
  if (has_any(front, kFilmInOgg)) return tl::make_unexpected(Fault::not_a_recording);
  if (!has_any(front, kSoundInOgg)) return tl::make_unexpected(Fault::broken);
  return bytes;
}

tl::expected<std::string, Fault> checked_webm(std::string bytes) {
  auto const front = std::string_view(bytes).substr(0, kNearTheFront);
  if (front.find("webm") == std::string_view::npos || has_any(front, kFilmInWebm))
    return tl::make_unexpected(Fault::not_a_recording);
  if (!has_any(front, kSoundInWebm)) return tl::make_unexpected(Fault::broken);
  return bytes;
}

}  // namespace earshot::audio
