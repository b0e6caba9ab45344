#include "messages/rules.h"

#include <gtest/gtest.h>

namespace earshot::messages::rules {
namespace {

using namespace std::chrono_literals;

i18n::Translator clock() { return i18n::Translator(i18n::language("en"), "Europe/London"); }

/// A moment by the clocks of London.
Time at(int year, unsigned month, unsigned day, Milliseconds time) {
  return clock().time(Date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)}, time);
}

TEST(Pace, WhatIsToldAtOnceIsGatheredForTwoMinutes) {
  auto const now = at(2026, 11, 22, 10h);
  EXPECT_EQ(told_by(Pace::at_once, now, clock()), now - 2min);
}

TEST(Pace, ADailyDigestGoesAtSixInTheEvening) {
  auto const yesterday = at(2026, 11, 21, 18h);
  auto const today = at(2026, 11, 22, 18h);
  EXPECT_EQ(told_by(Pace::daily, at(2026, 11, 22, 0h), clock()), yesterday);
  EXPECT_EQ(told_by(Pace::daily, today - 1ms, clock()), yesterday);
  EXPECT_EQ(told_by(Pace::daily, today, clock()), today);
  EXPECT_EQ(told_by(Pace::daily, at(2026, 11, 22, 23h + 59min), clock()), today);
}

TEST(Pace, AWeeklyDigestGoesOnMondayEvening) {
  auto const monday = at(2026, 11, 23, 18h);
  for (unsigned day = 17; day <= 22; ++day)
    EXPECT_EQ(told_by(Pace::weekly, at(2026, 11, day, 20h), clock()), at(2026, 11, 16, 18h)) << day;
  EXPECT_EQ(told_by(Pace::weekly, monday - 1ms, clock()), at(2026, 11, 16, 18h));
  EXPECT_EQ(told_by(Pace::weekly, monday, clock()), monday);
  EXPECT_EQ(told_by(Pace::weekly, at(2026, 11, 29, 12h), clock()), monday);
}

// The clocks of London go forward on 29 March 2026 and back on 25 October 2026.
TEST(Pace, SixInTheEveningIsSixInSummerAndInWinter) {
  EXPECT_EQ(at(2026, 3, 29, 18h) - at(2026, 3, 28, 18h), 23h);
  EXPECT_EQ(at(2026, 10, 25, 18h) - at(2026, 10, 24, 18h), 25h);
  EXPECT_EQ(at(2026, 3, 29, 18h).time_since_epoch() % 24h, 17h) << "UTC";
  EXPECT_EQ(told_by(Pace::daily, at(2026, 3, 29, 18h), clock()), at(2026, 3, 29, 18h));
  EXPECT_EQ(told_by(Pace::daily, at(2026, 3, 29, 18h) - 1ms, clock()), at(2026, 3, 28, 18h));
  EXPECT_EQ(told_by(Pace::daily, at(2026, 10, 25, 18h), clock()), at(2026, 10, 25, 18h));
  EXPECT_EQ(told_by(Pace::daily, at(2026, 10, 25, 18h) - 1ms, clock()), at(2026, 10, 24, 18h));
  EXPECT_EQ(told_by(Pace::weekly, at(2026, 3, 30, 18h), clock()), at(2026, 3, 30, 18h));
  EXPECT_EQ(told_by(Pace::weekly, at(2026, 3, 30, 18h) - 1ms, clock()), at(2026, 3, 23, 18h));
}

TEST(Tries, ComeAtGrowingDistancesUpToSixHours) {
  EXPECT_EQ(pause_after(1), 1min);
  EXPECT_EQ(pause_after(2), 2min);
  EXPECT_EQ(pause_after(5), 16min);
  EXPECT_EQ(pause_after(10), 6h);
  EXPECT_EQ(pause_after(1000), 6h);
}

}  // namespace
}  // namespace earshot::messages::rules
