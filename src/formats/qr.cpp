#include "formats/qr.h"

#include <memory>
#include <stdexcept>

#include <fmt/format.h>
#include <qrencode.h>

#include "ui/html/html.h"

namespace earshot::formats {
namespace {

constexpr int kQuietZone = 4;

}  // namespace

std::string qr_svg(std::string_view text, std::string_view title) {
  auto const code = std::unique_ptr<QRcode, decltype(&QRcode_free)>(
      QRcode_encodeString8bit(std::string(text).c_str(), 0, QR_ECLEVEL_M), &QRcode_free);
  if (!code) throw std::runtime_error("The text is too long for a QR code");

  // One path: each run of dark modules in a row is a rectangle.
  std::string path;
  for (int y = 0; y < code->width; ++y) {
    for (int x = 0; x < code->width; ++x) {
      auto const dark = [&](int column) { return (code->data[y * code->width + column] & 1) != 0; };
      if (!dark(x)) continue;
      auto const start = x;
      while (x + 1 < code->width && dark(x + 1)) ++x;
      path += fmt::format("M{} {}h{}v1h-{}z", start + kQuietZone, y + kQuietZone, x - start + 1, x - start + 1);
    }
  }
  auto const size = code->width + 2 * kQuietZone;
  return fmt::format(
      "<svg class=\"qr\" role=\"img\" aria-label=\"{}\" viewBox=\"0 0 {} {}\" shape-rendering=\"crispEdges\" "
      "xmlns=\"http://www.w3.org/2000/svg\"><path fill=\"#fff\" d=\"M0 0h{}v{}H0z\"/><path fill=\"#000\" "
      "d=\"{}\"/></svg>",
      escape(title), size, size, size, size, path);
}

}  // namespace earshot::formats
