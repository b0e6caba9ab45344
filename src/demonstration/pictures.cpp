#include "demonstration/pictures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <vector>

#include <boost/crc.hpp>
#include <boost/json.hpp>

#include "demonstration/files.h"

namespace earshot::demonstration {
namespace {

namespace json = boost::json;

constexpr int kWidth = 640;
constexpr int kHeight = 480;

using Colour = std::array<double, 3>;

/// "ffd166"
Colour colour(json::value const& written) {
  auto const number = std::stoul(json::value_to<std::string>(written), nullptr, 16);
  return {static_cast<double>(number >> 16U & 255U), static_cast<double>(number >> 8U & 255U),
          static_cast<double>(number & 255U)};
}

/// Lines with round ends and boxes, one over the other, with soft edges.
class Canvas {
 public:
  /// The colour runs from `top` to `bottom`.
  Canvas(Colour const& top, Colour const& bottom) {
    for (int y = 0; y < kHeight; ++y)
      for (int x = 0; x < kWidth; ++x)
        for (std::size_t i = 0; i < 3; ++i)
          at(x, y)[i] = top[i] + (bottom[i] - top[i]) * static_cast<double>(y) / kHeight;
  }

  /// A line; one without length is a dot.
  void line(double x1, double y1, double x2, double y2, double width, Colour const& in) {
    auto const dx = x2 - x1;
    auto const dy = y2 - y1;
    auto const length = dx * dx + dy * dy;
    paint(in, [&](double x, double y) {
      auto const along = length > 0 ? std::clamp(((x - x1) * dx + (y - y1) * dy) / length, 0.0, 1.0) : 0.0;
      return std::hypot(x - x1 - along * dx, y - y1 - along * dy) - width / 2;
    });
  }

  void box(double left, double top, double width, double height, Colour const& in) {
    paint(in, [&](double x, double y) {
      return std::max(std::abs(x - left - width / 2) - width / 2, std::abs(y - top - height / 2) - height / 2);
    });
  }

  /// The rows of a PNG: each begins with 0, for "as it is".
  [[nodiscard]] std::string rows() const {
    std::string rows;
    rows.reserve(static_cast<std::size_t>(kHeight) * (1 + 3 * kWidth));
    for (int y = 0; y < kHeight; ++y) {
      rows += '\0';
      for (int x = 0; x < kWidth; ++x)
        for (auto const part : m_pixels[static_cast<std::size_t>(y) * kWidth + static_cast<std::size_t>(x)])
          rows += static_cast<char>(std::lround(part));
    }
    return rows;
  }

 private:
  Colour& at(int x, int y) { return m_pixels[static_cast<std::size_t>(y) * kWidth + static_cast<std::size_t>(x)]; }

  /// `distance` is how far a point lies outside the shape, in pixels.
  template <class Distance>
  void paint(Colour const& in, Distance const& distance) {
    for (int y = 0; y < kHeight; ++y)
      for (int x = 0; x < kWidth; ++x) {
        auto const covered = std::clamp(0.5 - distance(x + 0.5, y + 0.5), 0.0, 1.0);
        for (std::size_t i = 0; i < 3; ++i) at(x, y)[i] += (in[i] - at(x, y)[i]) * covered;
      }
  }

  std::vector<Colour> m_pixels = std::vector<Colour>(static_cast<std::size_t>(kWidth) * kHeight);
};

std::string big_endian(std::uint32_t number) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(number >> shift & 255U);
  return bytes;
}

std::string chunk(std::string const& content) {
  boost::crc_32_type sum;
  sum.process_bytes(content.data(), content.size());
  return big_endian(static_cast<std::uint32_t>(content.size() - 4)) + content + big_endian(sum.checksum());
}

/// What zlib makes of bytes when it is asked not to make them smaller (RFC 1950, RFC 1951 section 3.2.4).
std::string stored(std::string const& bytes) {
  constexpr std::size_t kMost = 65'535;
  std::string result("\x78\x01");
  for (std::size_t at = 0; at < bytes.size(); at += kMost) {
    auto const size = std::min(kMost, bytes.size() - at);
    result += static_cast<char>(at + size == bytes.size() ? 1 : 0);
    for (auto const length : {size, ~size}) {
      result += static_cast<char>(length & 255U);
      result += static_cast<char>(length >> 8U & 255U);
    }
    result.append(bytes, at, size);
  }
  std::uint32_t a = 1;
  std::uint32_t b = 0;
  for (auto const byte : bytes) {
    a = (a + static_cast<unsigned char>(byte)) % 65'521;
    b = (b + a) % 65'521;
  }
  return result + big_endian(b << 16U | a);
}

std::string png(Canvas const& canvas) {
  using namespace std::string_literals;
  // Eight bits of red, green and blue.
  auto const header = "IHDR"s + big_endian(kWidth) + big_endian(kHeight) + "\x08\x02\0\0\0"s;
  return "\x89PNG\r\n\x1A\n"s + chunk(header) + chunk("IDAT" + stored(canvas.rows())) + chunk("IEND");
}

}  // namespace

std::string picture(std::string_view name) {
  auto const pictures = json::parse(file("pictures.json")).as_object();
  auto const* found = pictures.if_contains(name);
  if (!found) throw std::runtime_error("There is no picture " + std::string(name));
  auto const& facts = found->as_object();
  Canvas canvas(colour(facts.at("top")), colour(facts.at("bottom")));
  for (auto const& each : facts.at("shapes").as_array()) {
    auto const& shape = each.as_array();
    auto const is_box = shape.at(0).as_string() == "box";
    auto const number = [&](std::size_t i) { return shape.at(i).to_number<double>(); };
    if (is_box)
      canvas.box(number(2), number(3), number(4), number(5), colour(shape.at(1)));
    else
      canvas.line(number(2), number(3), number(4), number(5), number(6), colour(shape.at(1)));
  }
  return png(canvas);
}

}  // namespace earshot::demonstration
