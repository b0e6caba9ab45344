#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "messages/rules.h"
#include "messages/sending.h"
#include "messages/stopping.h"
#include "messages/testing.h"

namespace earshot::messages {
namespace {

using namespace std::chrono_literals;
using testing::SizeIs;
using Kind = mail::Outcome::Kind;

class SendingOnce : public MessagesTest {};
EARSHOT_ON_BOTH_ENGINES(SendingOnce);

TEST_P(SendingOnce, TwoSendersAtOnceNeverSendTheSame) {
  for (int i = 0; i < 40; ++i) in([&](db::Transaction& tx) { return send(tx, letter(std::to_string(i)), now); });
  auto const other_node = db::Database::open(url());
  std::thread other([&] { send_due({*other_node, provider, [this] { return now; }, config}); });
  run();
  other.join();
  std::set<std::string> keys;
  for (auto const& each : provider.sent()) keys.insert(each.key);
  EXPECT_THAT(provider.sent(), SizeIs(40));
  EXPECT_THAT(keys, SizeIs(40));
}

TEST_P(SendingOnce, TwoGatherersAtOnceMakeOneMessage) {
  for (int i = 0; i < 20; ++i) tell(contact("p" + std::to_string(i) + "@example.org"), "A-1");
  pass(2min);
  auto const other_node = db::Database::open(url());
  std::thread other([&] { send_due({*other_node, provider, [this] { return now; }, config}); });
  run();
  other.join();
  std::set<std::string> people;
  for (auto const& each : provider.sent()) people.insert(each.to);
  EXPECT_THAT(provider.sent(), SizeIs(20));
  EXPECT_THAT(people, SizeIs(20));
}

TEST_P(SendingOnce, WhatANodeThatDiedHadClaimedIsSentByAnotherOnceItsTimeIsUp) {
  in([&](db::Transaction& tx) { return send(tx, letter(), now); });
  ASSERT_TRUE(outbox::claim(db(), "the one that dies", now, 0));
  EXPECT_EQ(run(), 0);
  pass(10min);
  EXPECT_EQ(run(), 1);
  EXPECT_THAT(provider.sent(), SizeIs(1));
  EXPECT_EQ(provider.asked(), 1) << "it might have been sent before";
}

TEST_P(SendingOnce, WhatTheNodeThatDiedHadSentIsNotSentAgainWhereTheProviderCanTell) {
  provider.remember();
  in([&](db::Transaction& tx) { return send(tx, letter(), now); });
  auto const claimed = outbox::claim(db(), "the one that dies", now, 0);
  provider.send({.to = claimed->address, .key = claimed->reference, .made_at = now});
  pass(10min);
  EXPECT_EQ(run(), 1);
  EXPECT_THAT(provider.sent(), SizeIs(1));
  EXPECT_EQ(listed().front().state, State::sent);
}

TEST_P(SendingOnce, AnAnswerThatComesTooLateChangesNothing) {
  in([&](db::Transaction& tx) { return send(tx, letter(), now); });
  auto const claimed = outbox::claim(db(), "slow", now, 0);
  pass(10min);
  run();
  in([&](db::Transaction& tx) {
    outbox::settle(tx, claimed->id, "slow", {.kind = Kind::failed_for_good, .why = "no"}, now, outbox::Words::keep);
  });
  EXPECT_EQ(listed().front().state, State::delivered);
}

TEST_P(SendingOnce, WhoSendsTooMuchStopsForAWhileAndLosesNothing) {
  for (int i = 0; i < 3; ++i) in([&](db::Transaction& tx) { return send(tx, letter(std::to_string(i)), now); });
  provider.answer({.kind = Kind::limited, .why = "GOV.UK Notify answered 429: too many"});
  EXPECT_EQ(run(), 1) << "the others are not even tried";
  EXPECT_EQ(listed(Which::waiting).front().tries, 0) << "nothing is wrong with the message";
  provider.answer({.kind = Kind::delivered});
  pass(rules::kPauseWhenLimited);
  EXPECT_EQ(run(), 3);
  EXPECT_THAT(provider.sent(), SizeIs(3));
}

TEST_P(SendingOnce, AllNodesTogetherKeepToTheLimitAMinute) {
  config.messages_per_minute = 5;
  for (int i = 0; i < 12; ++i) in([&](db::Transaction& tx) { return send(tx, letter(std::to_string(i)), now); });
  EXPECT_EQ(run(), 5);
  EXPECT_EQ(run(), 0);
  pass(1min);
  EXPECT_EQ(run(), 5);
  pass(1min);
  EXPECT_EQ(run(), 2);
}

}  // namespace
}  // namespace earshot::messages
