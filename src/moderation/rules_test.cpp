#include "moderation/rules.h"

#include <gtest/gtest.h>

namespace earshot::moderation {
namespace {

Item decided(Decision decision) {
  return {.id = {1},
          .kind = Kind::ask,
          .item = 7,
          .queued_at = {},
          .due_on = {},
          .again_of = {},
          .plea = {},
          .decided_at = Time{},
          .decided_by = people::PersonId{5},
          .decision = decision,
          .reason = Reason::hurts,
          .note = {}};
}

TEST(Verdicts, NeedAReasonUnlessItIsShown) {
  EXPECT_TRUE(rules::read_verdict({{"decision", "shown"}}, Kind::ask));
  EXPECT_FALSE(rules::read_verdict({{"decision", "refused"}}, Kind::ask));
  EXPECT_FALSE(rules::read_verdict({{"decision", "refused"}, {"reason", "ugly"}}, Kind::ask));
  auto const refused =
      rules::read_verdict({{"decision", "refused"}, {"reason", "hurts"}, {"note", " Sorry. "}}, Kind::ask);
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->reason, Reason::hurts);
  EXPECT_EQ(refused->note, "Sorry.");
  EXPECT_FALSE(rules::read_verdict({{"decision", "burned"}}, Kind::ask));
  EXPECT_TRUE(rules::read_verdict({{"decision", "shown"}}, Kind::file));
  EXPECT_FALSE(rules::read_verdict({{"decision", "struck"}, {"reason", "hurts"}, {"words", "The bus."}}, Kind::file))
      << "no part of a photo can be struck";
}

TEST(Verdicts, OfStruckWordsNeedWhatStays) {
  EXPECT_FALSE(rules::read_verdict({{"decision", "struck"}, {"reason", "hurts"}, {"words", " "}}, Kind::ask));
  EXPECT_EQ(rules::read_verdict({{"decision", "struck"}, {"reason", "hurts"}, {"words", "The bus."}}, Kind::ask)->words,
            "The bus.");
}

TEST(Reports, NeedOneOfThePublicReasons) {
  EXPECT_FALSE(rules::read_report({{"reason", ""}}));
  EXPECT_FALSE(rules::read_report({{"reason", "hurts"}, {"words", std::string(kLongestNote + 1, 'a')}}));
  for (auto const reason : rules::reasons())
    EXPECT_TRUE(rules::read_report({{"reason", std::string(to_word(reason))}}));
}

TEST(AnotherLook, IsTakenByAnotherModerator) {
  auto const first = decided(Decision::refused);
  Item again = first;
  again.again_of = first.id;
  again.decided_at.reset();
  EXPECT_FALSE(rules::may_decide(again, first, people::PersonId{5}));
  EXPECT_TRUE(rules::may_decide(again, first, people::PersonId{6}));
  EXPECT_FALSE(rules::may_decide(first, std::nullopt, people::PersonId{6})) << "it is decided";
}

TEST(AnotherLook, CanBeAskedForOnce) {
  EXPECT_TRUE(rules::may_ask_again(decided(Decision::refused), false));
  EXPECT_TRUE(rules::may_ask_again(decided(Decision::struck), false));
  EXPECT_FALSE(rules::may_ask_again(decided(Decision::refused), true));
  EXPECT_FALSE(rules::may_ask_again(decided(Decision::shown), false));
  auto second = decided(Decision::refused);
  second.again_of = ItemId{1};
  EXPECT_FALSE(rules::may_ask_again(second, false));
}

TEST(HowLong, IsInHoursAndThenInDays) {
  using std::chrono::hours;
  EXPECT_EQ(rules::how_long(Milliseconds(1)).number, 1);
  EXPECT_EQ(rules::how_long(hours(5)).number, 5);
  EXPECT_EQ(rules::how_long(std::chrono::minutes(61)).number, 2);
  EXPECT_FALSE(rules::how_long(hours(47)).days);
  EXPECT_TRUE(rules::how_long(hours(48)).days);
  EXPECT_EQ(rules::how_long(hours(49)).number, 3);
}

}  // namespace
}  // namespace earshot::moderation
