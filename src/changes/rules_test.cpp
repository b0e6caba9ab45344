#include "changes/rules.h"

#include <gtest/gtest.h>

namespace earshot::changes {
namespace {

using namespace std::chrono_literals;

constexpr Date kToday = 2026y / 11 / 22;

Change a_promise(Date by) {
  Change change;
  change.outcome = asks::Outcome::will;
  change.promised_by = by;
  return change;
}

TEST(ChangesRules, APromiseIsKeptOpenUpToItsDayAndBrokenFromTheDayAfter) {
  EXPECT_EQ(became(a_promise(kToday), kToday), Became::will);
  EXPECT_EQ(became(a_promise(2026y / 11 / 21), kToday), Became::broken);
}

TEST(ChangesRules, APromiseThatWasKeptIsKeptHoweverLate) {
  auto promise = a_promise(2026y / 3 / 1);
  promise.kept_on = 2026y / 11 / 1;
  EXPECT_EQ(became(promise, kToday), Became::kept);
}

TEST(ChangesRules, WhatIsDoneOrCannotBeDoneIsNoPromise) {
  Change change;
  EXPECT_EQ(became(change, kToday), Became::done);
  change.outcome = asks::Outcome::cannot;
  EXPECT_EQ(became(change, kToday), Became::cannot);
  change.kind = Kind::told;
  EXPECT_EQ(became(change, kToday), Became::told);
}

TEST(ChangesRules, APeriodBeginsWithItsFirstDay) {
  EXPECT_EQ(rules::read_period("this-month", kToday)->first, 2026y / 11 / 1);
  EXPECT_EQ(rules::read_period("three-months", kToday)->first, 2026y / 8 / 22);
  EXPECT_EQ(rules::read_period("this-year", kToday)->first, 2026y / 1 / 1);
  EXPECT_FALSE(rules::read_period("this-year", kToday)->last);
  EXPECT_EQ(rules::read_period("2025", kToday)->first, 2025y / 1 / 1);
  EXPECT_EQ(rules::read_period("2025", kToday)->last, 2025y / 12 / 31);
}

TEST(ChangesRules, ThreeMonthsBeforeADayThatIsMissingBeginWithTheNextMonth) {
  EXPECT_EQ(rules::read_period("three-months", 2026y / 5 / 31)->first, 2026y / 3 / 1);
}

TEST(ChangesRules, WhatIsNoPeriodIsNone) {
  for (auto const* word : {"", "2027", "1999", "20255", "x", "-1", "202", "2025 "})
    EXPECT_FALSE(rules::read_period(word, kToday)) << word;
}

TEST(ChangesRules, ADayBeginsAtMidnightWhereTheCountyIs) {
  i18n::Translator const london(i18n::language("en"), "Europe/London");
  EXPECT_EQ(to_iso(rules::begin_of(london, 2026y / 7 / 1)), "2026-06-30T23:00:00.000Z");
  EXPECT_EQ(to_iso(rules::begin_of(london, 2026y / 1 / 1)), "2026-01-01T00:00:00.000Z");
  i18n::Translator const kathmandu(i18n::language("en"), "Asia/Kathmandu");
  EXPECT_EQ(to_iso(rules::begin_of(kathmandu, 2026y / 1 / 1)), "2025-12-31T18:15:00.000Z");
}

}  // namespace
}  // namespace earshot::changes
