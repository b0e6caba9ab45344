// What a photo loses on its way, and what is refused: pictures drawn here, cut, bent and blown up.
#include "platform/images/images.h"

#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/images/testing.h"

namespace earshot::images {
namespace {

using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;

/// The colour near a point of a picture: 'r', 'g', 'b', 'w' for white, '?' for another.
char colour_at(Pixels const& pixels, int x, int y) {
  constexpr int kStrong = 200;
  auto const* at = pixels.at(x, y);
  auto const red = at[0] > kStrong;
  auto const green = at[1] > kStrong;
  auto const blue = at[2] > kStrong;
  if (red && green && blue) return 'w';
  return red ? 'r' : green ? 'g' : blue ? 'b' : '?';
}

Pixels seen(std::string const& bytes, Limits const& limits = {}) {
  auto const picture = written_anew(bytes, limits);
  EXPECT_TRUE(picture.has_value());
  if (!picture) return {};
  return read_jpeg(picture->jpeg, {}).value();
}

Fault fault_of(std::string const& bytes, Limits const& limits = {}) {
  auto const picture = written_anew(bytes, limits);
  EXPECT_FALSE(picture.has_value());
  return picture ? Fault{} : picture.error();
}

TEST(Images, AreKnownByTheirFirstBytes) {
  EXPECT_EQ(format_of(a_jpeg()), Format::jpeg);
  EXPECT_EQ(format_of(a_png()), Format::png);
  for (auto const* other : {"", "\xFF\xD8", "GIF89a", "RIFF....WEBP", "<svg>", "%PDF-1.7", "\x89PNG"})
    EXPECT_EQ(format_of(other), std::nullopt) << other;
  EXPECT_EQ(fault_of("GIF89a"), Fault::not_a_picture);
  EXPECT_EQ(fault_of(""), Fault::not_a_picture);
}

TEST(Images, NothingButPixelsComesOut) {
  auto const photo = with_exif(a_jpeg(), 1) + "<script>alert(1)</script>PK\x03\x04";
  ASSERT_THAT(photo, HasSubstr("GPS 52.4862"));
  for (auto const& bytes : {photo, a_png() + "trailing"}) {
    auto const picture = written_anew(bytes);
    ASSERT_TRUE(picture);
    EXPECT_EQ(picture->width, 64);
    EXPECT_EQ(picture->height, 48);
    EXPECT_EQ(format_of(picture->jpeg), Format::jpeg);
    for (auto const* secret : {"GPS", "Exif", "Nokia", "4711", "Smith", "script", "PK\x03\x04", "trailing"})
      EXPECT_THAT(picture->jpeg, Not(HasSubstr(secret))) << secret;
  }
}

TEST(Images, AreTurnedAsTheirCameraSays) {
  // How a drawing that lies in the file in one of the eight ways looks: its corners, from the top left with the clock.
  auto const corners = [](char orientation) {
    auto const pixels = seen(with_exif(a_jpeg(), orientation));
    auto const right = pixels.width - 4;
    auto const bottom = pixels.height - 4;
    EXPECT_EQ(pixels.width, orientation < 5 ? 64 : 48);
    return std::string{colour_at(pixels, 4, 4), colour_at(pixels, right, 4), colour_at(pixels, right, bottom),
                       colour_at(pixels, 4, bottom)};
  };
  EXPECT_EQ(corners(1), "ggbr");
  EXPECT_EQ(corners(2), "ggrb");
  EXPECT_EQ(corners(3), "brgg");
  EXPECT_EQ(corners(4), "rbgg");
  EXPECT_EQ(corners(5), "grbg");
  EXPECT_EQ(corners(6), "rggb");
  EXPECT_EQ(corners(7), "bggr");
  EXPECT_EQ(corners(8), "gbrg");
}

TEST(Images, ExifThatMakesNoSenseTurnsNothing) {
  using namespace std::string_literals;
  for (auto const& bad : {""s, "Exif\0\0"s, "Exif\0\0MM"s, exif(9), exif(0), exif(6).substr(0, 20),
                          "Exif\0\0MM\0\x2A\xFF\xFF\xFF\xFF"s, "Exif\0\0II\x2A\0\x08\0\0\0\xFF\xFF"s})
    EXPECT_THAT(orientation_of(bad), AnyOf(0, 1)) << bad;
  EXPECT_EQ(orientation_of(exif(6)), 6);
  EXPECT_EQ(orientation_of("Exif\0\0II\x2A\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x08\0\0\0"s), 8);
}

TEST(Images, LargeOnesBecomeSmallerInProportion) {
  for (auto const& bytes : {a_jpeg(900, 300), a_png(900, 300), a_png(900, 300, {.interlaced = true})}) {
    auto const pixels = seen(bytes, {.longest_side = 100});
    EXPECT_EQ(pixels.width, 100);
    EXPECT_EQ(pixels.height, 33);
    EXPECT_EQ(colour_at(pixels, 50, 2), 'g');
    EXPECT_EQ(colour_at(pixels, 10, 25), 'r');
    EXPECT_EQ(colour_at(pixels, 90, 25), 'b');
  }
  EXPECT_EQ(seen(a_jpeg(300, 900), {.longest_side = 100}).height, 100);
  EXPECT_EQ(seen(a_jpeg(1'000, 1), {.longest_side = 10}).height, 1);
}

TEST(Images, WhatIsSeeThroughStandsOnWhite) {
  EXPECT_EQ(colour_at(seen(a_png(64, 48, {.see_through = true})), 30, 30), 'w');
}

TEST(Images, ThoseWithTooManyPixelsAreRefusedBeforeTheyAreRead) {
  Limits const limits{.most_pixels = 3'000};
  EXPECT_EQ(fault_of(a_jpeg(), limits), Fault::too_large);
  EXPECT_EQ(fault_of(a_png(), limits), Fault::too_large);
  // A few bytes that promise 65,000 times 65,000 pixels.
  auto bomb = a_jpeg();
  auto const frame = bomb.find("\xFF\xC0");
  bomb.replace(frame + 5, 4, "\xFD\xE8\xFD\xE8");
  EXPECT_EQ(fault_of(bomb), Fault::too_large);
  auto png = a_png();
  png.replace(16, 4, std::string("\0\x01\x80\0", 4));
  EXPECT_THAT(fault_of(png), AnyOf(Fault::too_large, Fault::broken)) << "its checksum is wrong, too";
}

TEST(Images, ThoseThatNeedTooMuchMemoryAreRefused) {
  EXPECT_EQ(fault_of(a_png(600, 600, {.interlaced = true}), {.most_memory = 1'000'000}), Fault::too_large);
  EXPECT_TRUE(written_anew(a_png(600, 600), {.most_memory = 1'000'000}));
}

TEST(Images, ThoseThatEndTooEarlyAreRefused) {
  for (auto const& whole : {with_exif(a_jpeg(200, 200), 6), a_png(200, 200), a_png(200, 200, {.interlaced = true})})
    for (auto const part : {0.02, 0.2, 0.5, 0.9, 0.99}) {
      auto const cut = static_cast<std::size_t>(static_cast<double>(whole.size()) * part);
      EXPECT_THAT(fault_of(whole.substr(0, cut)), AnyOf(Fault::broken, Fault::not_a_picture)) << cut;
    }
}

TEST(Images, NoBytesBreakTheProgram) {
  std::mt19937 chance(7);
  for (auto const& whole : {with_exif(a_jpeg(), 6), a_png(), a_png(64, 48, {.interlaced = true})}) {
    for (int time = 0; time < 300; ++time) {
      auto bent = whole;
      for (int each = 0; each < 4; ++each) bent[chance() % bent.size()] = static_cast<char>(chance());
      auto const picture = written_anew(bent, {.longest_side = 100, .most_pixels = 100'000});
      if (picture) {
        EXPECT_EQ(format_of(picture->jpeg), Format::jpeg);
      }
    }
  }
}

}  // namespace
}  // namespace earshot::images
