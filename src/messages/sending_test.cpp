#include "messages/sending.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

TEST_P(Sending, GoesWhereSomebodyWantsToBeToldInstead) {
  auto const asha = contact();
  in([&](db::Transaction& tx) {
    auto chosen = *find_contact(tx, asha);
    chosen.told_by = Channel::text;
    chosen.told_at = "+447700900123";
    save_preferences(tx, chosen);
    return true;
  });
  tell(asha, "A-1");
  pass(2min);
  EXPECT_EQ(run(), 1);
  EXPECT_EQ(provider.sent().front().channel, Channel::text);
  EXPECT_EQ(provider.sent().front().to, "+447700900123");
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
