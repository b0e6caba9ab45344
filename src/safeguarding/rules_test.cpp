#include "safeguarding/rules.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace earshot::safeguarding {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

constexpr Time kNow{Milliseconds{1'795'341'600'000}};
constexpr std::chrono::hours kHour{1};

Case a_case() {
  return {.id = {1},
          .reference = "S-2222-2222",
          .voice = {1},
          .raised_by = "Asha",
          .raised_at = kNow,
          .why = {},
          .look_by = kNow + 4 * kHour,
          .looked_at = {},
          .decide_by = kNow + 24 * kHour,
          .decided_at = {}};
}

std::vector<std::string> find(std::string_view text, std::string_view list) {
  return rules::find_danger(text, rules::phrases_of(list));
}

TEST(Clock, FirstRunsToTheLookAndThenToTheDecision) {
  auto found = a_case();
  EXPECT_EQ(rules::clock_of(found, kNow).by, found.look_by);
  EXPECT_FALSE(rules::clock_of(found, kNow + 4 * kHour - Milliseconds(1)).late);
  EXPECT_TRUE(rules::clock_of(found, kNow + 4 * kHour).late);
  found.looked_at = kNow;
  EXPECT_EQ(rules::clock_of(found, kNow).by, found.decide_by);
  EXPECT_FALSE(rules::clock_of(found, kNow + 5 * kHour).late);
  EXPECT_TRUE(rules::clock_of(found, kNow + 24 * kHour).late);
  for (auto const state : {State::handed_over, State::kept_hidden, State::given_back}) {
    found.state = state;
    EXPECT_EQ(rules::clock_of(found, kNow + 99 * kHour).next, rules::Clock::Next::nothing);
  }
}

TEST(Alert, IsGivenAtOnceAndAgainForAsLongAsItIsLate) {
  auto found = a_case();
  auto const alert = [&](Time at) { return rules::alert(found, 2 * kHour, at); };
  EXPECT_EQ(alert(kNow), "new");
  EXPECT_EQ(alert(kNow + 3 * kHour), "new");
  EXPECT_EQ(alert(kNow + 4 * kHour), "look-1");
  EXPECT_EQ(alert(kNow + 5 * kHour), "look-1");
  EXPECT_EQ(alert(kNow + 6 * kHour), "look-2");
  found.looked_at = kNow + 7 * kHour;
  EXPECT_EQ(alert(kNow + 8 * kHour), std::nullopt);
  EXPECT_EQ(alert(kNow + 24 * kHour), "decide-1");
  EXPECT_EQ(alert(kNow + 29 * kHour), "decide-3");
  found.state = State::kept_hidden;
  EXPECT_EQ(alert(kNow + 29 * kHour), std::nullopt);
}

TEST(Danger, IsFoundInWholeWordsWhateverTheirCaseAndAccents) {
  auto const found = [](std::string_view text) { return find(text, "hits me\nsuicid*\nofn fy ngŵr\n"); };
  EXPECT_THAT(found("He HITS\nme."), ElementsAre("hits me"));
  EXPECT_THAT(found("Suicidal, and he hits me"), ElementsAre("hits me", "suicid*"));
  EXPECT_THAT(found("Mae gen i ofn fy ngwr"), ElementsAre("ofn fy ngŵr"));
  EXPECT_THAT(found("The bus hits meadows"), IsEmpty());
  EXPECT_THAT(found("hits"), IsEmpty());
  EXPECT_THAT(found(""), IsEmpty());
}

TEST(Danger, AnEmptyLineOrALoneStarFindsNothing) { EXPECT_THAT(find("anything at all", "\n \n*\n\r\n"), IsEmpty()); }

TEST(Danger, LinesThatEndAsFormsSendThemAreRead) {
  EXPECT_THAT(find("my dad beats me", "beats me\r\nknife\r\n"), ElementsAre("beats me"));
}

TEST(Danger, WhatSomebodyHasReadIsNotShownAgain) {
  EXPECT_EQ(rules::unread({"hits me", "hits"}, {"hits me\nscared", "alone"}), "hits");
  EXPECT_EQ(rules::unread({"hits me"}, {}), "hits me");
  EXPECT_EQ(rules::unread({}, {"hits me"}), "");
  EXPECT_EQ(std::ranges::count(rules::unread(std::vector<std::string>(30, "x"), {}), '\n'), 19) << "twenty are enough";
}

TEST(Danger, TheCountyAddsToOurListAndTakesSingleLinesOut) {
  auto const is_found = [](std::string const& own, std::string_view text) {
    return !find(text, rules::danger_words({.danger_words = own})).empty();
  };
  EXPECT_TRUE(is_found("", "He hits me."));
  EXPECT_TRUE(is_found("zebra", "He hits me.")) << "a word of the county's own switches nothing off";
  EXPECT_TRUE(is_found(" \n zebra ", "The zebra is back."));
  EXPECT_FALSE(is_found("", "The zebra is back."));
  EXPECT_FALSE(is_found("- hits me\nzebra", "He hits me."));
  EXPECT_TRUE(is_found("-hits me", "He kicks me."));
}

TEST(Danger, OurListKnowsThreeLanguagesAndLeavesEverydayWordsAlone) {
  auto const found = [](std::string_view text) { return find(text, built_in_danger_words()); };
  EXPECT_THAT(found("My stepdad hits me and I'm scared to go home."), Not(IsEmpty()));
  EXPECT_THAT(found("I don’t want to be here anymore"), Not(IsEmpty()));
  EXPECT_THAT(found("Mae fy nhad yn fy nharo."), Not(IsEmpty()));
  EXPECT_THAT(found("وہ مجھے مارتا ہے"), Not(IsEmpty()));
  EXPECT_THAT(found("The bus is late and the playground is closed. We would like a cooking class."), IsEmpty());
  EXPECT_THAT(found("Mae'r bws yn hwyr bob bore."), IsEmpty());
  EXPECT_THAT(found("بس ہر روز دیر سے آتی ہے"), IsEmpty());
}

TEST(Notes, MayNotBeTooLongAndSomeMustBeThere) {
  EXPECT_EQ(rules::read_note({{"why", " so \r\n"}}, "why"), "so");
  EXPECT_EQ(rules::read_note({}, "why"), "");
  EXPECT_FALSE(rules::read_note({{"why", std::string(kLongestNote + 1, 'a')}}, "why"));
  EXPECT_FALSE(rules::read_needed_note({{"why", " "}}, "why", msg("Write it.")));
}

TEST(Handovers, NeedSomebodyWhoTookThem) {
  auto const read = rules::read_handover(
      {{"to", "police"}, {"taken_by", "PC Lee, Fenshire Police"}, {"their_reference", "77"}, {"note", "Called."}});
  ASSERT_TRUE(read);
  EXPECT_EQ(read->to_whom, ToWhom::police);
  EXPECT_EQ(read->their_reference, "77");
  auto const wrong = rules::read_handover({{"to", "other"}});
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().problems.size(), 2U);
  EXPECT_FALSE(rules::read_handover({{"to", "anybody"}, {"taken_by", "Lee"}}));
}

}  // namespace
}  // namespace earshot::safeguarding
