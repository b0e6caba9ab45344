// The one thing that is read of what a camera writes beside the pixels: how it was held.

#include "platform/images/formats.h"

namespace earshot::images {
namespace {

constexpr std::string_view kExif{"Exif\0\0", 6};
constexpr int kUpright = 1;
constexpr int kLast = 8;

// Of TIFF 6.0, section 2.
constexpr std::size_t kEntryBytes = 12;
constexpr unsigned kOrientationTag = 0x0112;
constexpr unsigned kShort = 3;

/// Whole numbers out of a TIFF file in its byte order; 0 past its end.
struct Tiff {
  std::string_view bytes;
  bool big_endian = false;

  [[nodiscard]] unsigned byte(std::size_t at) const {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
  }
  [[nodiscard]] unsigned two(std::size_t at) const {
    return big_endian ? byte(at) << 8U | byte(at + 1) : byte(at + 1) << 8U | byte(at);
  }
  [[nodiscard]] unsigned four(std::size_t at) const {
    return big_endian ? two(at) << 16U | two(at + 2) : two(at + 2) << 16U | two(at);
  }
};

}  // namespace

int orientation_of(std::string_view exif) {
  if (!exif.starts_with(kExif)) return kUpright;
  Tiff tiff{.bytes = exif.substr(kExif.size())};
  tiff.big_endian = tiff.bytes.starts_with("MM");
  std::size_t const directory = tiff.four(4);
  auto const entries = tiff.two(directory);
  for (unsigned each = 0; each < entries; ++each) {
    auto const at = directory + 2 + each * kEntryBytes;
    if (at >= tiff.bytes.size()) return kUpright;
    if (tiff.two(at) != kOrientationTag || tiff.two(at + 2) != kShort) continue;
    auto const orientation = static_cast<int>(tiff.two(at + 8));
    return orientation > kLast ? kUpright : orientation;
  }
  return kUpright;
}

}  // namespace earshot::images
