#include <gtest/gtest.h>

#include "county/county.h"

namespace earshot::county {
namespace {

using namespace std::chrono_literals;

constexpr Date kChristmas = 2026y / 12 / 25;
constexpr Date kBoxingDay = 2026y / 12 / 28;  // the substitute day: the 26th is a Saturday

Calendar calendar() { return Calendar({kChristmas, kBoxingDay}); }

TEST(Calendar, WeekendsAndBankHolidaysAreNoWorkingDays) {
  EXPECT_TRUE(calendar().is_working_day(2026y / 12 / 24));
  EXPECT_FALSE(calendar().is_working_day(kChristmas));
  EXPECT_FALSE(calendar().is_working_day(2026y / 12 / 26));
  EXPECT_FALSE(calendar().is_working_day(2026y / 12 / 27));
  EXPECT_FALSE(calendar().is_working_day(kBoxingDay));
}

TEST(Calendar, TheDayAfterChristmasEveIsTheTwentyNinth) {
  EXPECT_EQ(calendar().after(2026y / 12 / 24, 1), 2026y / 12 / 29);
  EXPECT_EQ(calendar().before(2026y / 12 / 29, 1), 2026y / 12 / 24);
}

TEST(Calendar, WhatIsSaidOnASaturdayCountsFromMonday) {
  EXPECT_EQ(calendar().after(2026y / 11 / 21, 0), 2026y / 11 / 23);
  EXPECT_EQ(calendar().after(2026y / 11 / 21, 1), 2026y / 11 / 24);
  EXPECT_EQ(calendar().before(2026y / 11 / 22, 0), 2026y / 11 / 20);
}

TEST(Calendar, CountsTheWorkingDaysBetweenTwoDays) {
  EXPECT_EQ(calendar().between(2026y / 12 / 24, 2026y / 12 / 29), 1);
  EXPECT_EQ(calendar().between(2026y / 11 / 20, 2026y / 11 / 27), 5);
  EXPECT_EQ(calendar().between(2026y / 11 / 27, 2026y / 11 / 20), 0);
}

TEST(Calendar, CountsAsOneWouldWithTheFinger) {
  auto const counted = [](Date from, Date to) {
    int count = 0;
    for (auto day = plus(from, Days{1}); day <= to; day = plus(day, Days{1}))
      if (calendar().is_working_day(day)) ++count;
    return count;
  };
  for (auto from = Date(2026y / 12 / 10); from < 2027y / 1 / 5; from = plus(from, Days{1}))
    for (auto to = Date(2026y / 12 / 5); to < 2027y / 1 / 20; to = plus(to, Days{1}))
      ASSERT_EQ(calendar().between(from, to), counted(from, to)) << to_iso(from) << " " << to_iso(to);
  EXPECT_EQ(calendar().between(1899y / 12 / 1, 1900y / 1 / 8), counted(1899y / 12 / 1, 1900y / 1 / 8));
}

TEST(Calendar, ABankHolidayOnASundayTakesNoWorkingDay) {
  EXPECT_EQ(Calendar({2026y / 11 / 22}).between(2026y / 11 / 20, 2026y / 11 / 27), 5);
}

}  // namespace
}  // namespace earshot::county
