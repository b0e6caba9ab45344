#include "people/tries.h"

#include <gtest/gtest.h>

namespace earshot::people {
namespace {

using std::chrono::minutes;

constexpr Time kNow{Milliseconds{1'795'341'600'000}};

Tries wrong(int times, Time at = kNow) {
  Tries tries;
  for (int i = 0; i < times; ++i) tries = after_wrong(tries, at);
  return tries;
}

TEST(Tries, FourWrongOnesChangeNothing) {
  EXPECT_TRUE(may_try(Tries{}, kNow));
  EXPECT_TRUE(may_try(wrong(4), kNow));
}

TEST(Tries, TheFifthWaitsAndEachAfterItLongerButNeverLong) {
  int expected[] = {1, 2, 4, 8, 15, 15, 15};
  for (int i = 0; i < 7; ++i) {
    auto const tries = wrong(5 + i);
    EXPECT_FALSE(may_try(tries, kNow + minutes{expected[i]} - Milliseconds{1})) << i;
    EXPECT_TRUE(may_try(tries, kNow + minutes{expected[i]})) << i;
    EXPECT_EQ(minutes_to_wait(tries, kNow), expected[i]);
  }
  EXPECT_EQ(minutes_to_wait(wrong(1000), kNow), 15);
}

TEST(Tries, TheOwnerIsToldOnceWhenWaitingBegins) {
  EXPECT_FALSE(begins_to_wait(wrong(4)));
  EXPECT_TRUE(begins_to_wait(wrong(5)));
  EXPECT_FALSE(begins_to_wait(wrong(6)));
}

TEST(Tries, AQuarterOfAnHourForgetsThem) {
  EXPECT_EQ(after_wrong(wrong(4), kNow + minutes{15}).wrong, 1);
  EXPECT_EQ(after_wrong(wrong(4), kNow + minutes{14}).wrong, 5);
  EXPECT_EQ(after_wrong(wrong(6), kNow + minutes{2 + 14}).wrong, 7) << "counted from the end of the wait";
  EXPECT_EQ(after_wrong(wrong(6), kNow + minutes{2 + 15}).wrong, 1);
}

TEST(Tries, ARightOneIsGivenBack) {
  EXPECT_EQ(given_back(wrong(5)).wrong, 4);
  EXPECT_TRUE(may_try(given_back(wrong(5)), kNow));
  EXPECT_EQ(given_back(Tries{}).wrong, 0);
}

}  // namespace
}  // namespace earshot::people
