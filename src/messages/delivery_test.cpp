#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "messages/bounces.h"
#include "messages/rules.h"
#include "messages/sending.h"
#include "messages/testing.h"

namespace earshot::messages {
namespace {

using namespace std::chrono_literals;
using testing::SizeIs;
using Kind = mail::Outcome::Kind;

class Delivery : public MessagesTest {};
EARSHOT_ON_BOTH_ENGINES(Delivery);

TEST_P(Delivery, WhatFailsForNowIsTriedAgainAtGrowingDistancesAndThenNoMore) {
  in([&](db::Transaction& tx) { return send(tx, letter(), now); });
  provider.answer({.kind = Kind::failed_now, .why = "The mail server put it off for now (450)."});
  EXPECT_EQ(run(), 1);
  EXPECT_EQ(run(), 0);
  EXPECT_EQ(listed().front().state, State::waiting);
  EXPECT_EQ(listed().front().error, "The mail server put it off for now (450).");
  for (int tries = 1; tries < rules::kMostTries; ++tries) {
    pass(rules::pause_after(tries) - 1ms);
    EXPECT_EQ(run(), 0) << tries;
    pass(1ms);
    EXPECT_EQ(run(), 1) << tries;
  }
  EXPECT_EQ(listed().front().state, State::failed);
  pass(48h);
  EXPECT_EQ(run(), 0);
}

TEST_P(Delivery, WhatComesBackIsSentWithTheSameReference) {
  in([&](db::Transaction& tx) { return send(tx, letter(), now); });
  provider.answer({.kind = Kind::failed_now}, true);
  run();
  provider.answer({.kind = Kind::delivered});
  pass(1min);
  run();
  ASSERT_THAT(provider.sent(), SizeIs(2)) << "a mail server that cut off after the dot cannot be asked";
  EXPECT_EQ(provider.sent()[0].key, provider.sent()[1].key) << "so mailboxes know it again";
}

TEST_P(Delivery, WhatFailsForGoodIsNotTriedAgainUntilAnAdministratorSaysSo) {
  in([&](db::Transaction& tx) { return send(tx, letter(), now); });
  provider.answer({.kind = Kind::failed_for_good, .why = "The mail server refused it (550)."});
  run();
  pass(48h);
  EXPECT_EQ(run(), 0);
  auto const failed = listed(Which::failed);
  ASSERT_THAT(failed, SizeIs(1));
  provider.answer({.kind = Kind::delivered});
  EXPECT_TRUE(in([&](db::Transaction& tx) { return try_again(tx, failed.front().id, now); }));
  EXPECT_FALSE(in([&](db::Transaction& tx) { return try_again(tx, failed.front().id, now); }));
  EXPECT_EQ(run(), 1);
  EXPECT_EQ(listed().front().state, State::delivered);
  EXPECT_EQ(listed().front().error, "");
}

TEST_P(Delivery, HowManyPeopleWereToldIsCountedByHowItWent) {
  std::vector<ContactId> people;
  for (int i = 0; i < 4; ++i) people.push_back(contact("p" + std::to_string(i) + "@example.org"));
  for (int i = 0; i < 3; ++i) tell(people[static_cast<std::size_t>(i)], "A-1");
  auto const reached = [&] { return in([&](db::Transaction& tx) { return reach(tx, {"ask", 7}); }); };
  EXPECT_EQ(reached().waiting, 3);
  pass(2min);
  run();
  EXPECT_EQ(reached().delivered, 3);
  EXPECT_EQ(reached().waiting, 0);
  provider.answer({.kind = Kind::failed_for_good});
  tell(people[3], "A-1");
  tell(people[3], "B-1", {"ask", 8});
  pass(2min);
  run();
  EXPECT_EQ(reached().delivered, 3);
  EXPECT_EQ(reached().failed, 1);
  auto const counted = in([&](db::Transaction& tx) { return counts(tx); });
  EXPECT_EQ(counted.delivered, 3);
  EXPECT_EQ(counted.failed, 1);
}

TEST_P(Delivery, AProviderIsAskedLaterWhatBecameOfAMessage) {
  provider.answer({.kind = Kind::sent, .id = "p1"});
  in([&](db::Transaction& tx) { return send(tx, letter(), now); });
  run();
  auto const reference = provider.sent().front().key;
  EXPECT_EQ(ask(), 0);
  pass(30min);
  EXPECT_EQ(ask(), 1) << "it knows nothing yet";
  EXPECT_EQ(listed().front().state, State::sent);
  provider.say(reference, {.kind = Kind::failed_now, .why = "could not be asked"});
  pass(30min);
  EXPECT_EQ(ask(), 1) << "it cannot be reached, which says nothing of the message";
  EXPECT_EQ(listed().front().state, State::sent);
  provider.say(reference, {.kind = Kind::delivered, .id = "p1"});
  pass(30min);
  EXPECT_EQ(ask(), 1);
  EXPECT_EQ(listed().front().state, State::delivered);
  pass(30min);
  EXPECT_EQ(ask(), 0);
}

TEST_P(Delivery, AfterAWeekAProviderIsNotAskedAnyMore) {
  provider.answer({.kind = Kind::sent, .id = "p1"});
  in([&](db::Transaction& tx) { return send(tx, letter(), now); });
  run();
  pass(std::chrono::hours{9 * 24});
  EXPECT_EQ(ask(), 1);
  pass(std::chrono::hours{24});
  EXPECT_EQ(ask(), 0);
}

TEST_P(Delivery, WhatAProviderCouldNotDeliverForNowIsGivenToItAgain) {
  provider.answer({.kind = Kind::sent, .id = "p1"});
  in([&](db::Transaction& tx) { return send(tx, letter(), now); });
  run();
  auto const reference = provider.sent().front().key;
  mail::Outcome const failed{.kind = Kind::failed_now, .id = "p1", .why = "GOV.UK Notify says: temporary-failure."};
  provider.say(reference, failed);
  in([&](db::Transaction& tx) { outbox::report(tx, reference, failed, now); });
  pass(1min);
  EXPECT_EQ(run(), 1);
  EXPECT_THAT(provider.sent(), SizeIs(2));
}

TEST_P(Delivery, AReceiptThatComesBeforeWeHaveNotedTheSendingCounts) {
  in([&](db::Transaction& tx) { return send(tx, letter(), now); });
  auto const claimed = outbox::claim(db(), "me", now, 0);
  in([&](db::Transaction& tx) { outbox::report(tx, claimed->reference, {.kind = Kind::delivered}, now); });
  in([&](db::Transaction& tx) {
    outbox::settle(tx, claimed->id, "me", {.kind = Kind::sent, .id = "p1"}, now, outbox::Words::keep);
  });
  EXPECT_EQ(listed().front().state, State::delivered);
}

TEST_P(Delivery, ALetterThatComesBackHasFailed) {
  in([&](db::Transaction& tx) { return send(tx, letter(), now); });
  run();
  EXPECT_EQ(listed().front().state, State::delivered);
  in([&](db::Transaction& tx) { outbox::came_back(tx, provider.sent().front().key, "It came back.", now); });
  EXPECT_EQ(listed().front().state, State::failed);
}

TEST_P(Delivery, AnEmailThatIsReportedNotToHaveArrivedHasFailed) {
  in([&](db::Transaction& tx) { return send(tx, letter(), now); });
  run();
  auto const hand_over = [&](std::string const& key) {
    return bounces_import().run(db(),
                                "Content-Type: multipart/report; report-type=delivery-status; boundary=x\n\n--x\n"
                                "Content-Type: message/delivery-status\n\nAction: failed\nStatus: 5.1.1\n\n--x\n"
                                "Content-Type: message/rfc822\n\nMessage-ID: <" +
                                    key + "@fenshire.example>\n",
                                now, [](auto, auto) {});
  };
  EXPECT_EQ(hand_over("another")->stored, 0);
  EXPECT_EQ(listed().front().state, State::delivered);
  EXPECT_EQ(hand_over(provider.sent().front().key)->stored, 1);
  EXPECT_EQ(listed().front().state, State::failed);
  EXPECT_EQ(listed().front().error, "It came back: 5.1.1.");
  EXPECT_EQ(bounces_import().run(db(), "Subject: Thank you\n\nYou are kind.", now, [](auto, auto) {})->stored, 0);
}

}  // namespace
}  // namespace earshot::messages
