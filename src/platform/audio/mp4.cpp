// MP4 (ISO/IEC 14496-12): boxes in boxes, each with its length and its type. What is beside the sound stays where it
// is, as room that holds nothing, because the sound is found by how far from the front it stands.

#include <algorithm>

#include "platform/audio/formats.h"

namespace earshot::audio {
namespace {

constexpr std::size_t kHeaderBytes = 8;
constexpr std::size_t kLongHeaderBytes = 16;
constexpr int kDeepest = 8;            // a file with sound needs four
constexpr std::size_t kHandlerAt = 8;  // after version, flags and a field that is not used

/// Boxes with other boxes in them, on the way to what kind of track it is and to what is said about it.
constexpr std::string_view kContainers[] = {"moov", "trak", "mdia", "moof", "traf"};
/// What people and programs may write anything into.
constexpr std::string_view kBeside[] = {"udta", "meta", "uuid", "free", "skip", "wide"};
/// What stands at the top of a file with sound; anything else there is emptied.
constexpr std::string_view kAtTop[] = {"ftyp", "styp", "moov", "moof", "mdat", "sidx", "mfra"};

template <std::size_t N>
bool is_among(std::string_view type, std::string_view const (&types)[N]) {
  return std::find(std::begin(types), std::end(types), type) != std::end(types);
}

struct Found {
  bool sound = false;
  bool film = false;
};

/// Looks at the boxes from `at` to `end`, which stand in `depth` others, and empties those that are beside the sound.
/// False when they do not fit.
bool look(std::string& bytes, std::size_t at, std::size_t end, int depth, Found& found);

/// One box whose content begins at `content`.
bool look_at(std::string& bytes, std::size_t at, std::size_t content, std::size_t end, int depth, Found& found) {
  auto const type = bytes.substr(at + 4, 4);
  if (type == "hdlr" && depth > 0) {
    auto const handler = std::string_view(bytes).substr(content, end - content);
    found.sound = found.sound || handler.substr(std::min(kHandlerAt, handler.size())).starts_with("soun");
    found.film = found.film || handler.substr(std::min(kHandlerAt, handler.size())).starts_with("vide");
  }
  if (is_among(type, kContainers)) return look(bytes, content, end, depth + 1, found);
  if (!is_among(type, kBeside) && (depth > 0 || is_among(type, kAtTop))) return true;
  bytes.replace(at + 4, 4, "free");
  std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(content), bytes.begin() + static_cast<std::ptrdiff_t>(end),
            '\0');
  return true;
}

bool look(std::string& bytes, std::size_t at, std::size_t end, int depth, Found& found) {
  if (depth > kDeepest) return false;
  while (at < end) {
    if (end - at < kHeaderBytes) return false;
    auto length = big_endian(bytes, at, 4);
    auto const is_long = length == 1;
    if (is_long) length = big_endian(bytes, at + kHeaderBytes, 8);
    // A last box may say 0: to the end of the file.
    if (length == 0 && depth == 0) length = end - at;
    auto const header = is_long ? kLongHeaderBytes : kHeaderBytes;
    if (length < header || length > end - at) return false;
    if (!look_at(bytes, at, at + header, at + length, depth, found)) return false;
    at += length;
  }
  return true;
}

}  // namespace

tl::expected<std::string, Fault> untagged_mp4(std::string bytes) {
  Found found;
  auto const whole = look(bytes, 0, bytes.size(), 0, found);
  if (found.film) return tl::make_unexpected(Fault::not_a_recording);
  if (!whole || !found.sound) return tl::make_unexpected(Fault::broken);
  return bytes;
}

}  // namespace earshot::audio
