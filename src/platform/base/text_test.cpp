#include "platform/base/text.h"

#include <set>

#include <gtest/gtest.h>

namespace earshot {
namespace {

TEST(Text, TidyTakesOffWhiteSpaceAtTheEndsAndMakesLineEndsAlike) {
  EXPECT_EQ(tidy("  one\r\ntwo\rthree\n "), "one\ntwo\nthree");
  EXPECT_EQ(tidy(" \r\n\t"), "");
}

TEST(Text, CharactersAreCodePointsNotBytes) {
  EXPECT_EQ(characters("crèche"), 6U);
  EXPECT_EQ(characters("بچہ"), 3U);
}

TEST(Text, ShortenedCutsBetweenWordsAndNeverInsideACharacter) {
  EXPECT_EQ(shortened("short", 10), "short");
  EXPECT_EQ(shortened("one two three four", 15), "one two three…");
  EXPECT_EQ(shortened("éééééé", 3), "ééé…");
}

TEST(Text, ANameInAnAddressHasSmallLettersAndSingleHyphens) {
  EXPECT_EQ(slug_of("Getting to school"), "getting-to-school");
  EXPECT_EQ(slug_of("  Children’s centres & 'clubs' (0–5) "), "childrens-centres-clubs-05");
  EXPECT_EQ(slug_of("Tŷ Mawr"), "t-mawr");
  EXPECT_EQ(slug_of("اسکول"), "");
  EXPECT_EQ(slug_of(std::string(100, 'a')), std::string(60, 'a'));
}

TEST(Text, ANameInAnAddressIsNumberedWhereItIsTaken) {
  std::set<std::string> const taken{"play", "play-2", "name-2"};
  auto const is_taken = [&](std::string const& slug) { return taken.contains(slug); };
  EXPECT_EQ(free_slug("Parks", is_taken), "parks");
  EXPECT_EQ(free_slug("Play!", is_taken), "play-3");
  EXPECT_EQ(free_slug("اسکول", is_taken), "name-3");
}

}  // namespace
}  // namespace earshot
