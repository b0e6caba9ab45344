// Recordings that people send: known by their bytes, and without what a recorder writes beside the sound, as far as it
// can be taken out without writing the sound anew. The sound itself is not decoded.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "platform/base/enums.h"

namespace earshot::audio {

/// What browsers play.
enum class Format { mp3, mp4, ogg, webm, wav };

}  // namespace earshot::audio

namespace earshot {
template <>
inline constexpr auto kWords<audio::Format> = words<audio::Format>({{audio::Format::mp3, "mp3"},
                                                                    {audio::Format::mp4, "mp4"},
                                                                    {audio::Format::ogg, "ogg"},
                                                                    {audio::Format::webm, "webm"},
                                                                    {audio::Format::wav, "wav"}});
}  // namespace earshot

namespace earshot::audio {

enum class Fault {
  not_a_recording,  ///< Its bytes are of no format that is known, or of one that holds a film.
  broken            ///< It is of a known format, and ends too early or holds no sound.
};

struct Recording {
  Format format = Format::mp3;
  std::string bytes;
};

/// The format that the first bytes tell; nothing when it is none of these.
std::optional<Format> format_of(std::string_view bytes);

/// The recording without its tags: ID3 of MP3, everything but the sound of WAV, the user data of MP4 (where phones
/// write the place). Ogg and WebM are kept as they are: what is in them is chained by checksums or lengths.
tl::expected<Recording, Fault> without_tags(std::string bytes);

}  // namespace earshot::audio
