#include "formats/qr.h"

#include <cstdio>
#include <stdexcept>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace earshot::formats {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr char const* kAddress = "https://families.example/follow/0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";
constexpr std::size_t kQuiet = 4;

/// The modules as the drawing paints them, with the quiet zone: true is dark.
class Drawing {
 public:
  explicit Drawing(std::string const& svg) {
    auto const box = svg.find("viewBox=\"0 0 ");
    EXPECT_EQ(std::sscanf(svg.c_str() + box, "viewBox=\"0 0 %zu %zu\"", &m_width, &m_height), 2);
    m_dark.resize(m_width * m_height);
    // The second path is the dark one: "M x y h length v1 h-length z" for each run.
    auto const path = svg.find("d=\"", svg.find("#000"));
    auto const* at = svg.c_str() + path + 3;
    std::size_t x = 0, y = 0, length = 0, back = 0;
    int used = 0;
    while (std::sscanf(at, "M%zu %zuh%zuv1h-%zuz%n", &x, &y, &length, &back, &used) == 4) {
      EXPECT_EQ(length, back);
      for (std::size_t i = 0; i < length; ++i) m_dark.at(y * m_width + x + i) = true;
      at += used;
    }
    EXPECT_EQ(*at, '"') << "the path is read to its end";
  }

  [[nodiscard]] std::size_t width() const { return m_width; }
  [[nodiscard]] std::size_t height() const { return m_height; }
  [[nodiscard]] bool dark(std::size_t x, std::size_t y) const { return m_dark.at(y * m_width + x); }

 private:
  std::size_t m_width = 0;
  std::size_t m_height = 0;
  std::vector<bool> m_dark;
};

/// ISO/IEC 18004: a dark square of seven modules, a light ring in it, a dark square of three in that.
void expect_finder(Drawing const& drawing, std::size_t left, std::size_t top) {
  for (std::size_t y = 0; y < 7; ++y)
    for (std::size_t x = 0; x < 7; ++x) {
      auto const edge = x == 0 || y == 0 || x == 6 || y == 6;
      auto const core = x >= 2 && x <= 4 && y >= 2 && y <= 4;
      EXPECT_EQ(drawing.dark(left + x, top + y), edge || core) << x << " " << y;
    }
}

TEST(Qr, HasThreeFindersAndItsTiming) {
  Drawing const drawing(qr_svg(kAddress, "A code"));
  ASSERT_EQ(drawing.width(), drawing.height());
  auto const modules = drawing.width() - 2 * kQuiet;
  EXPECT_EQ((modules - 17) % 4, 0U) << "a code has 17 + 4 × version modules";
  expect_finder(drawing, kQuiet, kQuiet);
  expect_finder(drawing, kQuiet + modules - 7, kQuiet);
  expect_finder(drawing, kQuiet, kQuiet + modules - 7);
  for (std::size_t i = 8; i + 8 < modules; ++i) {
    EXPECT_EQ(drawing.dark(kQuiet + i, kQuiet + 6), i % 2 == 0) << i;
    EXPECT_EQ(drawing.dark(kQuiet + 6, kQuiet + i), i % 2 == 0) << i;
  }
  EXPECT_TRUE(drawing.dark(kQuiet + 8, kQuiet + modules - 8)) << "the module that is always dark";
}

TEST(Qr, IsCorrectedAtLevelM) {
  Drawing const drawing(qr_svg(kAddress, "A code"));
  // The first two of the format's bits, which a mask of 10101… is put over: level M is 00, so 10 is drawn.
  EXPECT_TRUE(drawing.dark(kQuiet, kQuiet + 8));
  EXPECT_FALSE(drawing.dark(kQuiet + 1, kQuiet + 8));
}

TEST(Qr, HasAQuietZoneOfFourModules) {
  Drawing const drawing(qr_svg(kAddress, "A code"));
  auto const last = drawing.width() - 1;
  for (std::size_t i = 0; i <= last; ++i)
    for (std::size_t edge = 0; edge < kQuiet; ++edge)
      for (auto const dark :
           {drawing.dark(i, edge), drawing.dark(i, last - edge), drawing.dark(edge, i), drawing.dark(last - edge, i)})
        EXPECT_FALSE(dark);
}

TEST(Qr, IsDarkOnWhiteWhateverThePageIs) {
  auto const svg = qr_svg(kAddress, "A code");
  EXPECT_THAT(svg, StartsWith("<svg "));
  EXPECT_THAT(svg, HasSubstr("fill=\"#fff\""));
  EXPECT_LT(svg.find("#fff"), svg.find("#000")) << "the white is painted first";
}

TEST(Qr, IsNamedForThoseWhoHearThePage) {
  auto const svg = qr_svg(kAddress, "A code <b> of \"yours\"");
  EXPECT_THAT(svg, HasSubstr("role=\"img\""));
  EXPECT_THAT(svg, HasSubstr("aria-label=\"A code &lt;b&gt; of &quot;yours&quot;\""));
  EXPECT_THAT(svg, Not(HasSubstr("<b>")));
}

TEST(Qr, OtherAddressesAreOtherCodes) {
  EXPECT_EQ(qr_svg(kAddress, "x"), qr_svg(kAddress, "x"));
  EXPECT_NE(qr_svg(kAddress, "x"), qr_svg(std::string(kAddress) + "!", "x"));
}

TEST(Qr, WhatIsTooLongIsRefused) { EXPECT_THROW(qr_svg(std::string(3'000, 'a'), "x"), std::runtime_error); }

}  // namespace
}  // namespace earshot::formats
