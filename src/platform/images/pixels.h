// Rows of pixels on their way from a reader to a picture that is small enough. For this room alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace earshot::images {

inline constexpr std::size_t kColours = 3;  ///< Red, green and blue, a byte each.

struct Pixels {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgb;  ///< Row by row from the top.

  [[nodiscard]] std::uint8_t const* at(int x, int y) const { return rgb.data() + offset(x, y); }
  [[nodiscard]] std::uint8_t* at(int x, int y) { return rgb.data() + offset(x, y); }
  [[nodiscard]] std::size_t row_bytes() const { return static_cast<std::size_t>(width) * kColours; }

 private:
  [[nodiscard]] std::size_t offset(int x, int y) const {
    return (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * kColours;
  }
};

/// Takes the rows of a picture one after another and keeps it with at most `longest_side` pixels a side: each pixel
/// that is kept is the mean of those that it stands for. The large picture is never held.
class Shrinker {
 public:
  Shrinker(int width, int height, int longest_side);

  /// Takes the next row, `width` pixels from the top.
  void add(std::uint8_t const* rgb);

  /// The picture, once all rows were taken.
  [[nodiscard]] Pixels take() { return std::move(m_kept); }

 private:
  void write_row();

  int m_width;
  int m_height;
  int m_row = 0;       // the next that comes
  int m_kept_row = 0;  // that it belongs to
  Pixels m_kept;
  std::vector<std::uint64_t> m_sums;
  std::vector<std::uint32_t> m_counts;
};

/// Turned as the orientation of Exif says (1 to 8, section 4.6.4 of CIPA DC-008); any other number leaves it as it is.
Pixels upright(Pixels pixels, int orientation);

}  // namespace earshot::images
