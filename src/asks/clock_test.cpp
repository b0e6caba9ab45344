#include "asks/clock.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace earshot::asks {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr Date kDue{2026y, std::chrono::December, 7d};  // a Monday

county::Calendar calendar() { return county::Calendar({2026y / 12 / 25, 2026y / 12 / 28}); }

Ask due() {
  Ask ask;
  ask.due_on = kDue;
  ask.service_name = "School Transport";
  return ask;
}

AskClock at(Date today, Ask const& ask = due()) { return clock(ask, calendar(), today, 3); }

TEST(AskClock, ItIsOnTimeThenSoonThenLate) {
  EXPECT_EQ(at(2026y / 12 / 1).state, AskClock::State::on_time);
  EXPECT_EQ(at(2026y / 12 / 2).state, AskClock::State::soon) << "three working days before";
  EXPECT_EQ(at(kDue).state, AskClock::State::soon) << "the day itself is not late";
  EXPECT_EQ(at(2026y / 12 / 8).state, AskClock::State::late);
  EXPECT_EQ(at(2026y / 12 / 8).late_by, 1);
  EXPECT_EQ(at(2026y / 12 / 13).late_by, 4) << "a Sunday: Tuesday to Friday";
  EXPECT_EQ(at(2026y / 12 / 29).late_by, 14) << "over Christmas";
}

TEST(AskClock, OverAWeekendItIsLateByADayAtLeast) {
  auto ask = due();
  ask.due_on = 2026y / 12 / 4;
  EXPECT_EQ(at(2026y / 12 / 5, ask).late_by, 1);
}

TEST(AskClock, ItStandsStillForAReasonThatIsShown) {
  auto ask = due();
  ask.paused_on = 2026y / 12 / 1;
  ask.pause_reason = "We asked the school.";
  auto const paused = at(2026y / 12 / 20, ask);
  EXPECT_EQ(paused.state, AskClock::State::paused);
  i18n::Translator const t(i18n::language("en"));
  EXPECT_THAT(clock_tag(t, paused).markup(), HasSubstr("since 1 December 2026: We asked the school."));
  EXPECT_THAT(notes(t, ask), ElementsAre(HasSubstr("We asked the school.")));
}

TEST(AskClock, WhatIsAnsweredHasNone) {
  auto ask = due();
  ask.waits = false;
  EXPECT_EQ(at(2027y / 1 / 1, ask).state, AskClock::State::stopped);
}

TEST(AskClock, LeadsAreRemindedBeforeAndOthersToldAfter) {
  county::Settings const settings{.remind_before = 3, .escalate_to_agency_after = 1, .escalate_to_county_after = 5};
  auto const steps = [&](Date today) { return rules::steps_due(calendar(), kDue, today, settings); };
  EXPECT_THAT(steps(2026y / 12 / 1), IsEmpty());
  EXPECT_THAT(steps(2026y / 12 / 2), ElementsAre(Step::reminder));
  EXPECT_THAT(steps(kDue), ElementsAre(Step::reminder));
  EXPECT_THAT(steps(2026y / 12 / 8), ElementsAre(Step::agency));
  EXPECT_THAT(steps(2026y / 12 / 11), ElementsAre(Step::agency));
  EXPECT_THAT(steps(2026y / 12 / 14), ElementsAre(Step::agency, Step::county));
}

TEST(AskClock, APauseMovesTheDayByItsWorkingDays) {
  EXPECT_EQ(rules::counted_pause(calendar(), 2026y / 12 / 1, 2026y / 12 / 4, 0), 3);
  EXPECT_EQ(rules::due_after_pause(calendar(), kDue, 3), Date(2026y / 12 / 10));
  EXPECT_EQ(rules::due_after_pause(calendar(), kDue, 0), kDue);
}

TEST(AskClock, AllPausesTogetherHaveALimit) {
  EXPECT_EQ(rules::counted_pause(calendar(), 2026y / 12 / 1, 2027y / 3 / 1, 0), rules::kMostPausedDays);
  EXPECT_EQ(rules::counted_pause(calendar(), 2026y / 12 / 1, 2027y / 3 / 1, 15), 5);
  EXPECT_EQ(rules::counted_pause(calendar(), 2026y / 12 / 1, 2027y / 3 / 1, 20), 0);
  EXPECT_TRUE(rules::may_pause(due(), 19));
  EXPECT_FALSE(rules::may_pause(due(), 20));
}

TEST(AskClock, OnlyAClockThatRunsCanBeStopped) {
  auto paused = due();
  paused.paused_on = kDue;
  EXPECT_EQ(rules::may_pause(paused, 0).error().kind, Refusal::Kind::already_done);
  auto answered = due();
  answered.waits = false;
  EXPECT_EQ(rules::may_pause(answered, 0).error().kind, Refusal::Kind::conflict);
}

TEST(AskClock, AReasonIsNeededToStopIt) {
  EXPECT_FALSE(rules::read_reason({{"reason", " \n "}}));
  EXPECT_FALSE(rules::read_reason({{"reason", std::string(301, 'a')}}));
  EXPECT_EQ(*rules::read_reason({{"reason", " We asked the school. "}}), "We asked the school.");
}

}  // namespace
}  // namespace earshot::asks
