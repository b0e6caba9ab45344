#include "messages/sending.h"

#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "messages/bounces.h"
#include "messages/rules.h"
#include "messages/stopping.h"
#include "messages/testing.h"

namespace earshot::messages {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using Kind = mail::Outcome::Kind;

class Sending : public MessagesTest {};
EARSHOT_ON_BOTH_ENGINES(Sending);

TEST_P(Sending, GathersWhatHappensTogetherIntoOneMessage) {
  auto const asha = contact();
  tell(asha, "A-1");
  pass(90s);
  tell(asha, "A-2");
  EXPECT_EQ(run(), 0) << "it waits for two minutes";
  pass(30s);
  EXPECT_EQ(run(), 1);
  ASSERT_THAT(provider.sent(), SizeIs(1));
  auto const& message = provider.sent().front();
  EXPECT_EQ(message.to, "asha@example.org");
  EXPECT_EQ(message.subject, "2 things are new for you");
  EXPECT_THAT(message.text, HasSubstr("Your ask A-1 has an answer"));
  EXPECT_THAT(message.text, HasSubstr("https://families.example/changes/A-2"));
  EXPECT_THAT(message.unsubscribe, testing::StartsWith("https://families.example/stop/"));
}

TEST_P(Sending, TellsNobodyTheSameThingTwice) {
  auto const asha = contact();
  EXPECT_TRUE(tell(asha, "A-1"));
  EXPECT_FALSE(tell(asha, "A-1"));
  pass(2min);
  EXPECT_EQ(run(), 1);
  EXPECT_FALSE(tell(asha, "A-1")) << "also once it was sent";
  pass(1h);
  EXPECT_EQ(run(), 0);
  EXPECT_THAT(provider.sent(), SizeIs(1));
}

TEST_P(Sending, ADailyDigestWaitsForTheEveningAndAWeeklyOneForMonday) {
  auto const daily = contact("daily@example.org");
  auto const weekly = contact("weekly@example.org");
  prefer(daily, Pace::daily);
  prefer(weekly, Pace::weekly);
  for (auto const each : {daily, weekly}) {
    tell(each, "A-1");
    tell(each, "A-2");
  }
  pass(8h - 1ms);
  EXPECT_EQ(run(), 0);
  pass(1ms);
  EXPECT_EQ(run(), 1) << "Sunday at six";
  EXPECT_EQ(provider.sent().back().to, "daily@example.org");
  EXPECT_THAT(provider.sent().back().text, HasSubstr("once a day"));
  pass(24h);
  EXPECT_EQ(run(), 1) << "Monday at six";
  EXPECT_EQ(provider.sent().back().to, "weekly@example.org");
  EXPECT_THAT(provider.sent().back().text, HasSubstr("once a week"));
}

TEST_P(Sending, ALetterDoesNotWait) {
  EXPECT_TRUE(in([&](db::Transaction& tx) { return send(tx, letter(), now); }));
  EXPECT_FALSE(in([&](db::Transaction& tx) { return send(tx, letter(), now); })) << "once for each kind and key";
  EXPECT_EQ(run(), 1);
  auto const& message = provider.sent().front();
  EXPECT_EQ(message.subject, "Your link to sign in");
  EXPECT_THAT(message.text, HasSubstr("https://families.example/enter/secret"));
  EXPECT_THAT(message.text, HasSubstr("because somebody asked for a link"));
  EXPECT_EQ(message.unsubscribe, "") << "what somebody asked for cannot be unsubscribed from";
}

TEST_P(Sending, WhatIsToBeForgottenIsGoneOnceItWasSent) {
  auto secret = letter();
  secret.forget = true;
  in([&](db::Transaction& tx) { return send(tx, secret, now); });
  auto const id = listed().front().id;
  run();
  auto const kept = in([&](db::Transaction& tx) { return *outbox::find(tx, id); });
  EXPECT_EQ(kept.note.path, "");
  EXPECT_EQ(kept.note.text, "");
}

TEST_P(Sending, WhatIsToBeForgottenIsKeptWhileAProviderMayAskForItAgain) {
  auto secret = letter();
  secret.forget = true;
  in([&](db::Transaction& tx) { return send(tx, secret, now); });
  auto const id = listed().front().id;
  provider.answer({.kind = Kind::sent, .id = "p1"});
  run();
  auto const stored = [&] { return in([&](db::Transaction& tx) { return *outbox::find(tx, id); }); };
  EXPECT_EQ(stored().note.path, "/enter/secret");
  auto const reference = stored().reference;
  in([&](db::Transaction& tx) { outbox::report(tx, reference, {.kind = Kind::delivered}, now); });
  EXPECT_EQ(stored().note.path, "");
}

TEST_P(Sending, WordsAreForgottenNinetyDaysAfterTheyWereSent) {
  auto const asha = contact();
  tell(asha, "A-1");
  in([&](db::Transaction& tx) { return send(tx, letter(), now); });
  pass(2min);
  run();
  auto const words = [&] {
    return in([&](db::Transaction& tx) {
      outbox::forget_old_words(tx, now);
      std::string all;
      for (auto const& each : list(tx, Which::all, 1, 10))
        for (auto const& told : outbox::content(tx, *outbox::find(tx, each.id), "", "").told) all += told.note.text;
      return all;
    });
  };
  pass(std::chrono::hours{90 * 24});
  EXPECT_EQ(words(), "The bus comes at eight now.It works once.");
  pass(1ms);
  EXPECT_EQ(words(), "");
  EXPECT_EQ(in([&](db::Transaction& tx) { return reach(tx, {"ask", 7}); }).delivered, 1) << "the figure stays";
}

TEST_P(Sending, TwoSendersAtOnceNeverSendTheSame) {
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

TEST_P(Sending, TwoGatherersAtOnceMakeOneMessage) {
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

TEST_P(Sending, WhatANodeThatDiedHadClaimedIsSentByAnotherOnceItsTimeIsUp) {
  in([&](db::Transaction& tx) { return send(tx, letter(), now); });
  ASSERT_TRUE(outbox::claim(db(), "the one that dies", now, 0));
  EXPECT_EQ(run(), 0);
  pass(10min);
  EXPECT_EQ(run(), 1);
  EXPECT_THAT(provider.sent(), SizeIs(1));
  EXPECT_EQ(provider.asked(), 1) << "it might have been sent before";
}

TEST_P(Sending, WhatTheNodeThatDiedHadSentIsNotSentAgainWhereTheProviderCanTell) {
  provider.remember();
  in([&](db::Transaction& tx) { return send(tx, letter(), now); });
  auto const claimed = outbox::claim(db(), "the one that dies", now, 0);
  provider.send({.to = claimed->address, .key = claimed->reference, .made_at = now});
  pass(10min);
  EXPECT_EQ(run(), 1);
  EXPECT_THAT(provider.sent(), SizeIs(1));
  EXPECT_EQ(listed().front().state, State::sent);
}

TEST_P(Sending, AnAnswerThatComesTooLateChangesNothing) {
  in([&](db::Transaction& tx) { return send(tx, letter(), now); });
  auto const claimed = outbox::claim(db(), "slow", now, 0);
  pass(10min);
  run();
  in([&](db::Transaction& tx) {
    outbox::settle(tx, claimed->id, "slow", {.kind = Kind::failed_for_good, .why = "no"}, now, outbox::Words::keep);
  });
  EXPECT_EQ(listed().front().state, State::delivered);
}

TEST_P(Sending, WhatFailsForNowIsTriedAgainAtGrowingDistancesAndThenNoMore) {
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

TEST_P(Sending, WhatComesBackIsSentWithTheSameReference) {
  in([&](db::Transaction& tx) { return send(tx, letter(), now); });
  provider.answer({.kind = Kind::failed_now}, true);
  run();
  provider.answer({.kind = Kind::delivered});
  pass(1min);
  run();
  ASSERT_THAT(provider.sent(), SizeIs(2)) << "a mail server that cut off after the dot cannot be asked";
  EXPECT_EQ(provider.sent()[0].key, provider.sent()[1].key) << "so mailboxes know it again";
}

TEST_P(Sending, WhatFailsForGoodIsNotTriedAgainUntilAnAdministratorSaysSo) {
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

TEST_P(Sending, WhoSendsTooMuchStopsForAWhileAndLosesNothing) {
  for (int i = 0; i < 3; ++i) in([&](db::Transaction& tx) { return send(tx, letter(std::to_string(i)), now); });
  provider.answer({.kind = Kind::limited, .why = "GOV.UK Notify answered 429: too many"});
  EXPECT_EQ(run(), 1) << "the others are not even tried";
  EXPECT_EQ(listed(Which::waiting).front().tries, 0) << "nothing is wrong with the message";
  provider.answer({.kind = Kind::delivered});
  pass(rules::kPauseWhenLimited);
  EXPECT_EQ(run(), 3);
  EXPECT_THAT(provider.sent(), SizeIs(3));
}

TEST_P(Sending, AllNodesTogetherKeepToTheLimitAMinute) {
  config.messages_per_minute = 5;
  for (int i = 0; i < 12; ++i) in([&](db::Transaction& tx) { return send(tx, letter(std::to_string(i)), now); });
  EXPECT_EQ(run(), 5);
  EXPECT_EQ(run(), 0);
  pass(1min);
  EXPECT_EQ(run(), 5);
  pass(1min);
  EXPECT_EQ(run(), 2);
}

TEST_P(Sending, WhoAskedNotToBeWrittenToIsSentNothingThatHasNotLeft) {
  auto const asha = contact();
  tell(asha, "A-1");
  in([&](db::Transaction& tx) { stop(tx, asha, now); });
  EXPECT_FALSE(tell(asha, "A-2"));
  pass(2min);
  EXPECT_EQ(run(), 0);
  in([&](db::Transaction& tx) { start_again(tx, asha); });
  EXPECT_TRUE(tell(asha, "A-3"));
  pass(2min);
  EXPECT_EQ(run(), 1);
  EXPECT_EQ(provider.sent().front().subject, "Your ask A-3 has an answer");
}

TEST_P(Sending, WhoStopsWhileAMessageWaitsToBeTriedAgainIsNotSentIt) {
  auto const asha = contact();
  tell(asha, "A-1");
  pass(2min);
  provider.answer({.kind = Kind::failed_now});
  run();
  in([&](db::Transaction& tx) { stop(tx, asha, now); });
  pass(1h);
  EXPECT_EQ(run(), 0);
  EXPECT_EQ(listed().front().state, State::failed);
  auto const id = listed().front().id;
  EXPECT_FALSE(in([&](db::Transaction& tx) { return try_again(tx, id, now); }));
}

TEST_P(Sending, HowManyPeopleWereToldIsCountedByHowItWent) {
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

TEST_P(Sending, AProviderIsAskedLaterWhatBecameOfAMessage) {
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

TEST_P(Sending, AfterAWeekAProviderIsNotAskedAnyMore) {
  provider.answer({.kind = Kind::sent, .id = "p1"});
  in([&](db::Transaction& tx) { return send(tx, letter(), now); });
  run();
  pass(std::chrono::hours{9 * 24});
  EXPECT_EQ(ask(), 1);
  pass(std::chrono::hours{24});
  EXPECT_EQ(ask(), 0);
}

TEST_P(Sending, WhatAProviderCouldNotDeliverForNowIsGivenToItAgain) {
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

TEST_P(Sending, AReceiptThatComesBeforeWeHaveNotedTheSendingCounts) {
  in([&](db::Transaction& tx) { return send(tx, letter(), now); });
  auto const claimed = outbox::claim(db(), "me", now, 0);
  in([&](db::Transaction& tx) { outbox::report(tx, claimed->reference, {.kind = Kind::delivered}, now); });
  in([&](db::Transaction& tx) {
    outbox::settle(tx, claimed->id, "me", {.kind = Kind::sent, .id = "p1"}, now, outbox::Words::keep);
  });
  EXPECT_EQ(listed().front().state, State::delivered);
}

TEST_P(Sending, ALetterThatComesBackHasFailed) {
  in([&](db::Transaction& tx) { return send(tx, letter(), now); });
  run();
  EXPECT_EQ(listed().front().state, State::delivered);
  in([&](db::Transaction& tx) { outbox::came_back(tx, provider.sent().front().key, "It came back.", now); });
  EXPECT_EQ(listed().front().state, State::failed);
}

TEST_P(Sending, AnEmailThatIsReportedNotToHaveArrivedHasFailed) {
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

TEST_P(Sending, TheCountysOwnWordsStandBeforeThingsOfTheirKindOnce) {
  in([&](db::Transaction& tx) { save_words(tx, "asks.answered", "en", "Fenshire has listened."); });
  auto const asha = contact();
  tell(asha, "A-1");
  tell(asha, "A-2");
  tell(contact("dilys@example.org", "cy"), "A-1");
  pass(2min);
  run();
  ASSERT_THAT(provider.sent(), SizeIs(2));
  auto const& text = provider.sent().front().text;
  auto const at = text.find("Fenshire has listened.");
  EXPECT_LT(at, text.find("Your ask A-1"));
  EXPECT_EQ(text.find("Fenshire has listened.", at + 1), std::string::npos);
  EXPECT_THAT(provider.sent().back().text, Not(HasSubstr("Fenshire has listened.")));
  in([&](db::Transaction& tx) {
    EXPECT_THAT(kinds(tx), testing::ElementsAre("asks.answered"));
    save_words(tx, "asks.answered", "en", "");
    EXPECT_EQ(find_words(tx, "asks.answered", "en"), "");
  });
}

TEST_P(Sending, ListsAreReadPageByPage) {
  for (int i = 0; i < 5; ++i) {
    in([&](db::Transaction& tx) { return send(tx, letter(std::to_string(i)), now); });
    pass(1s);
  }
  auto const waiting = in([&](db::Transaction& tx) { return list(tx, Which::waiting, 2, 2); });
  ASSERT_THAT(waiting, SizeIs(2));
  EXPECT_EQ(waiting.front().id.value, 3) << "oldest first";
  EXPECT_THAT(in([&](db::Transaction& tx) { return list(tx, Which::all, 3, 2); }), SizeIs(1));
  EXPECT_THAT(in([&](db::Transaction& tx) { return list(tx, Which::failed, 1, 2); }), IsEmpty());
}

TEST_P(Sending, ALinkToStopIsOfOnePersonAndCannotBeMadeUp) {
  auto const asha = contact();
  EXPECT_FALSE(in([&](db::Transaction& tx) { return contact_of_link(tx, "1.abc"); })) << "no link was given out yet";
  auto const path = in([&](db::Transaction& tx) { return stop_path(tx, asha); });
  auto const part = path.substr(6);
  EXPECT_EQ(in([&](db::Transaction& tx) { return contact_of_link(tx, part); })->id, asha);
  auto const other = std::to_string(contact("b@example.org").value) + part.substr(part.find('.'));
  for (auto const& wrong : {other, part + "x", part.substr(0, part.size() - 1), std::string("1"), std::string("."),
                            std::string("x.y"), std::string(), std::string("99999999999999999999.x")})
    EXPECT_FALSE(in([&](db::Transaction& tx) { return contact_of_link(tx, wrong); })) << wrong;
}

}  // namespace
}  // namespace earshot::messages
