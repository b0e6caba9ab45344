#include "platform/images/images.h"

#include <semaphore>

#include "platform/images/formats.h"

namespace earshot::images {
namespace {

constexpr std::string_view kPngSignature = "\x89PNG\r\n\x1a\n";
constexpr std::string_view kJpegStart = "\xFF\xD8\xFF";

/// Each may take Limits::most_memory.
constexpr int kMostAtOnce = 2;

/// A place among the few that read a picture now.
class Place {
 public:
  Place() { places().acquire(); }
  ~Place() { places().release(); }
  Place(Place const&) = delete;
  Place& operator=(Place const&) = delete;

 private:
  static std::counting_semaphore<kMostAtOnce>& places() {
    static std::counting_semaphore<kMostAtOnce> all(kMostAtOnce);
    return all;
  }
};

tl::expected<Pixels, Fault> read(std::string_view bytes, Format format, Limits const& limits) {
  switch (format) {
    case Format::jpeg:
      return read_jpeg(bytes, limits);
    case Format::png:
      return read_png(bytes, limits);
  }
  return tl::make_unexpected(Fault::not_a_picture);
}

}  // namespace

std::optional<Format> format_of(std::string_view bytes) {
  if (bytes.starts_with(kJpegStart)) return Format::jpeg;
  if (bytes.starts_with(kPngSignature)) return Format::png;
  return std::nullopt;
}

tl::expected<Picture, Fault> written_anew(std::string_view bytes, Limits const& limits) {
  auto const format = format_of(bytes);
  if (!format) return tl::make_unexpected(Fault::not_a_picture);
  Place const place;
  auto const pixels = read(bytes, *format, limits);
  if (!pixels) return tl::make_unexpected(pixels.error());
  return Picture{.jpeg = write_jpeg(*pixels), .width = pixels->width, .height = pixels->height};
}

}  // namespace earshot::images
