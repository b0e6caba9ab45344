#include "platform/images/pixels.h"

#include <algorithm>
#include <utility>

namespace earshot::images {
namespace {

/// A length of the small picture: in proportion, and at least one pixel.
int shrunk(int length, int longest, int longest_side) {
  if (longest <= longest_side) return length;
  return std::max(1, static_cast<int>(std::int64_t{length} * longest_side / longest));
}

/// Where position `at` of `from` stands among `to`.
int moved(int at, int from, int to) { return static_cast<int>(std::int64_t{at} * to / from); }

}  // namespace

Shrinker::Shrinker(int width, int height, int longest_side) : m_width(width), m_height(height) {
  auto const longest = std::max(width, height);
  m_kept.width = shrunk(width, longest, longest_side);
  m_kept.height = shrunk(height, longest, longest_side);
  m_kept.rgb.resize(m_kept.row_bytes() * static_cast<std::size_t>(m_kept.height));
  m_sums.resize(m_kept.row_bytes());
  m_counts.resize(static_cast<std::size_t>(m_kept.width));
}

void Shrinker::add(std::uint8_t const* rgb) {
  for (int x = 0; x < m_width; ++x) {
    auto const column = static_cast<std::size_t>(moved(x, m_width, m_kept.width));
    for (std::size_t colour = 0; colour < kColours; ++colour) m_sums[column * kColours + colour] += *rgb++;
    ++m_counts[column];
  }
  ++m_row;
  if (m_row == m_height || moved(m_row, m_height, m_kept.height) != m_kept_row) write_row();
}

void Shrinker::write_row() {
  auto* to = m_kept.at(0, m_kept_row);
  for (std::size_t column = 0; column < m_counts.size(); ++column)
    for (std::size_t colour = 0; colour < kColours; ++colour)
      *to++ = static_cast<std::uint8_t>(m_sums[column * kColours + colour] / m_counts[column]);
  std::fill(m_sums.begin(), m_sums.end(), 0);
  std::fill(m_counts.begin(), m_counts.end(), 0);
  ++m_kept_row;
}

Pixels upright(Pixels pixels, int orientation) {
  if (orientation < 2 || orientation > 8) return pixels;
  // From 5 on the rows of the file are the columns of the picture.
  auto const lies = orientation >= 5;
  auto const mirrored_x = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
  auto const mirrored_y = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  Pixels turned{.width = lies ? pixels.height : pixels.width, .height = lies ? pixels.width : pixels.height, .rgb = {}};
  turned.rgb.resize(pixels.rgb.size());
  for (int y = 0; y < turned.height; ++y) {
    for (int x = 0; x < turned.width; ++x) {
      auto const in_x = lies ? y : x;
      auto const in_y = lies ? x : y;
      auto const* from = std::as_const(pixels).at(mirrored_x ? pixels.width - 1 - in_x : in_x,
                                                  mirrored_y ? pixels.height - 1 - in_y : in_y);
      std::copy_n(from, kColours, turned.at(x, y));
    }
  }
  return turned;
}

}  // namespace earshot::images
