#include "platform/base/text.h"

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

}  // namespace
}  // namespace earshot
