// Whatever a file holds, it is refused or becomes a JPEG within the limits.
#include <algorithm>

#include "fuzz.h"
#include "platform/images/images.h"

using namespace earshot;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  images::Limits const limits{.longest_side = 50, .most_pixels = 100'000, .most_memory = std::size_t{16} << 20};
  auto const text = fuzz::as_text(data, size);
  auto const picture = images::written_anew(text, limits);
  fuzz::always(images::format_of(text) || !picture, "only what is known is read");
  if (!picture) return 0;
  fuzz::always(picture->width > 0 && picture->height > 0, "it has a size");
  fuzz::always(std::max(picture->width, picture->height) <= limits.longest_side, "it is small enough");
  fuzz::always(images::format_of(picture->jpeg) == images::Format::jpeg, "a JPEG comes out");
  fuzz::always(images::written_anew(picture->jpeg, limits).has_value(), "what comes out can be read");
  return 0;
}
