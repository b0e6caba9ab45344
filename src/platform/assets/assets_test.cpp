#include "platform/assets/assets.h"

#include <stdexcept>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace earshot::assets {
namespace {

using testing::HasSubstr;
using testing::MatchesRegex;

Asset named(std::string_view name) { return find(path(name)).value(); }

TEST(Assets, AnAddressCarriesAHashOfEightDigits) {
  EXPECT_THAT(std::string(path("main.css")), MatchesRegex("/assets/main-[0-9a-f]{8}\\.css"));
  EXPECT_THAT(std::string(path("main.js")), MatchesRegex("/assets/main-[0-9a-f]{8}\\.js"));
}

TEST(Assets, AFileIsFoundAtItsAddressWithItsType) {
  EXPECT_EQ(named("main.css").path, path("main.css"));
  EXPECT_EQ(named("main.css").type, "text/css; charset=utf-8");
  EXPECT_EQ(named("main.js").type, "text/javascript; charset=utf-8");
  EXPECT_EQ(named("favicon.svg").type, "image/svg+xml");
  EXPECT_EQ(named("atkinson-hyperlegible-latin-400-normal.woff2").type, "font/woff2");
}

TEST(Assets, AnAddressThatIsNotThereGivesNothing) {
  EXPECT_FALSE(find("/assets/main.css"));
  EXPECT_FALSE(find("/assets/"));
  EXPECT_FALSE(find(""));
  EXPECT_THROW(path("nothing.css"), std::out_of_range);
}

TEST(Assets, TextIsCompressedAndFontsAreNot) {
  auto const css = named("main.css");
  EXPECT_FALSE(css.brotli.empty());
  EXPECT_LT(css.brotli.size(), css.gzip.size());
  EXPECT_LT(css.gzip.size(), css.identity.size());
  EXPECT_EQ(css.gzip.substr(0, 2), "\x1f\x8b");
  auto const font = named("atkinson-hyperlegible-latin-700-normal.woff2");
  EXPECT_EQ(font.identity.substr(0, 4), "wOF2");
  EXPECT_TRUE(font.brotli.empty() && font.gzip.empty());
}

TEST(Assets, TheStyleSheetAsksForTheFontsByTheirAddresses) {
  EXPECT_THAT(std::string(named("main.css").identity),
              HasSubstr(std::string(path("atkinson-hyperlegible-latin-400-normal.woff2"))));
}

TEST(Assets, TheStyleSheetKnowsNeitherLeftNorRight) {
  std::string const css(named("main.css").identity);
  for (auto const* side : {"margin-left:", "margin-right:", "padding-left:", "padding-right:", "text-align:left"})
    EXPECT_EQ(css.find(side), std::string::npos) << side;
}

TEST(Assets, AFirstVisitStaysUnderAHundredKilobytes) {
  auto const page = 12'000u;  // A long page of ours, compressed.
  auto const text = named("main.css").brotli.size() + named("main.js").brotli.size();
  auto const fonts = named("atkinson-hyperlegible-latin-400-normal.woff2").identity.size() +
                     named("atkinson-hyperlegible-latin-700-normal.woff2").identity.size() +
                     named("atkinson-hyperlegible-latin-ext-400-normal.woff2").identity.size() +
                     named("atkinson-hyperlegible-latin-ext-700-normal.woff2").identity.size();
  EXPECT_LT(page + text + fonts, 100'000u);
}

}  // namespace
}  // namespace earshot::assets
