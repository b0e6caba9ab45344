// Sent twice, stored once: a double click, a reload, a signal that comes back, a visit that ended in between.

#include <set>
#include <thread>

#include "app/testing.h"
#include "voices/voices.h"

namespace earshot::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Replay : public HouseTest {};
EARSHOT_ON_BOTH_ENGINES(Replay);

TEST_P(Replay, ADoubleClickGivesOneReceipt) {
  auto family = browser();
  say_up_to_check(family, {.words = "The bus is late."});
  auto second_click = family;
  family.send_form();
  second_click.send_form();
  EXPECT_EQ(family.status(), 303);
  EXPECT_EQ(second_click.status(), 303);
  EXPECT_EQ(second_click.header("Location"), family.header("Location"));
  EXPECT_EQ(count("voices"), 1);
}

TEST_P(Replay, EightAtOnceGiveOneReceipt) {
  auto family = browser();
  say_up_to_check(family, {.words = "The bus is late."});
  std::vector<Browser> clicks(8, family);
  std::vector<std::thread> threads;
  for (auto& click : clicks) threads.emplace_back([&click] { click.send_form(); });
  for (auto& thread : threads) thread.join();
  std::set<std::string> receipts;
  for (auto const& click : clicks) {
    EXPECT_EQ(click.status(), 303) << click.text();
    receipts.insert(click.header("Location"));
  }
  EXPECT_EQ(receipts.size(), 1U);
  EXPECT_EQ(count("voices"), 1);
}

TEST_P(Replay, WhatCouldNotBeStoredIsAskedForAgainAndStoredOnce) {
  bool away = true;
  db().add_hooks({{voices::kSaid, [&away](db::Transaction&, std::int64_t, Time) {
                     if (away) throw db::Unavailable("the disk is full");
                   }}});
  // The error that is logged is meant.
  log::set_sink({});
  auto family = browser();
  say_up_to_check(family, {.words = "The bus is late."});
  auto again = family;
  family.send_form();
  EXPECT_EQ(family.status(), 503);
  EXPECT_NE(family.header("Retry-After"), "");
  EXPECT_THAT(family.text(), AllOf(HasSubstr("send it once more"), Not(HasSubstr("the disk is full"))));
  EXPECT_EQ(count("voices"), 0);
  away = false;
  again.send_form();
  EXPECT_THAT(again.header("Location"), HasSubstr("/say/received/"));
  EXPECT_EQ(count("voices"), 1);
}

TEST_P(Replay, SentAgainTheNextDayItIsTheSameReceipt) {
  auto family = browser();
  say_up_to_check(family, {.words = "The bus is late."});
  auto flaky = family;
  auto const receipt = family.send_form().header("Location");
  pass(std::chrono::hours{20});
  // In the meantime they said something else, in the same visit.
  say(family, {.words = "The bus is cold."});
  flaky.send_form();
  EXPECT_EQ(flaky.header("Location"), receipt);
  EXPECT_EQ(count("voices"), 2);
}

TEST_P(Replay, TheSameWordsSaidTwiceAreTwoVoices) {
  auto family = browser();
  auto const first = say(family, {.words = "The bus is late."});
  EXPECT_NE(say(family, {.words = "The bus is late."}), first);
  EXPECT_EQ(count("voices"), 2);
}

TEST_P(Replay, GoingBackAfterSendingLeadsToTheReceipt) {
  auto family = browser();
  say(family, {.words = "The bus is late."});
  auto const receipt = family.path();
  for (auto const* page : {"/say/check", "/say/show", "/say/about"}) {
    family.open(page);
    EXPECT_EQ(family.path(), receipt) << page;
  }
  first_question(family);
  EXPECT_THAT(family.text(), HasSubstr("We have what you sent before."));
  EXPECT_EQ(family.field("words"), "") << "the first question begins anew";
  auto other = browser();
  first_question(other);
  EXPECT_THAT(other.text(), Not(HasSubstr("We have what you sent before.")));
}

TEST_P(Replay, WhatWasChangedInAnotherWindowIsCheckedOnceMore) {
  auto family = browser();
  say_up_to_check(family, {.words = "The bus is late."});
  family.send_form({{"key", "a-key-of-nobody"}});
  EXPECT_EQ(family.status(), 422);
  EXPECT_THAT(family.text(), AllOf(HasSubstr("changed in another window"), HasSubstr("The bus is late.")));
  EXPECT_EQ(count("voices"), 0);
  family.submit();
  EXPECT_EQ(count("voices"), 1);
}

TEST_P(Replay, EveryAnswerCanBeChangedBeforeItIsSent) {
  auto family = browser();
  say_up_to_check(family, {.words = "The bus is late."});
  first_question(family);
  EXPECT_EQ(family.field("words"), "The bus is late.");
  family.submit({{"words", "The bus is early."}});
  EXPECT_EQ(family.path(), "/say/check") << "only what is changed is asked again";
  EXPECT_THAT(family.text(), AllOf(HasSubstr("The bus is early."), Not(HasSubstr("The bus is late."))));
}

TEST_P(Replay, WhatSomebodyBeganIsTheirsAlone) {
  auto family = browser();
  first_question(family).submit({{"words", "Only mine."}});
  auto other = browser();
  first_question(other);
  EXPECT_EQ(other.field("words"), "");
  other.open("/say/check");
  EXPECT_EQ(other.path(), "/say");
}

TEST_P(Replay, WhatIsTypedIntoAPageOfAnEndedVisitIsNotLost) {
  auto family = browser();
  first_question(family).submit({{"words", "The bus is late."}});
  carry_on(family);
  family.submit({{"about", kService}});
  family.submit({{"speaker", "child"}});
  pass(Days{8});
  family.send_form({{"wish", "A bus at eight."}});
  EXPECT_EQ(family.status(), 422);
  EXPECT_THAT(family.text(), HasSubstr("What you typed is still here"));
  EXPECT_EQ(family.field("wish"), "A bus at eight.");
}

TEST_P(Replay, WhoGuessesPasswordsIsAskedToWait) {
  auto guesser = browser();
  guesser.open("/sign-in");
  int tries = 0;
  do {
    guesser.submit({{"email", "nobody@example.org"}, {"password", "a guess"}});
    ++tries;
  } while (guesser.status() == 422 && tries < 50);
  EXPECT_EQ(guesser.status(), 429);
  EXPECT_EQ(tries, 21) << "twenty at once, for an office that signs in together";
  EXPECT_EQ(guesser.get("/say/leaving").status(), 200) << "everything else goes on";
}

class Crowded : public HouseTest {
  config::Config settings() override {
    config::Config strict;
    strict.request_burst = 5;
    strict.requests_per_second = 1;
    return strict;
  }
};
EARSHOT_ON_BOTH_ENGINES(Crowded);

TEST_P(Crowded, WhoAsksTooOftenIsAskedToWaitAndTheirNeighboursAreNot) {
  auto eager = browser();
  for (int i = 0; i < 5; ++i) EXPECT_EQ(eager.get("/say/leaving").status(), 200);
  EXPECT_EQ(eager.get("/say/leaving").status(), 429);
  EXPECT_FALSE(eager.header("Retry-After").empty());
  EXPECT_THAT(eager.text(), HasSubstr("Wait a minute and try again."));
  Browser neighbour(house(), "203.0.113.9");
  EXPECT_EQ(neighbour.get("/say/leaving").status(), 200);
  pass(std::chrono::seconds{2});
  EXPECT_EQ(eager.get("/say/leaving").status(), 200);
}

TEST_P(Crowded, PagesFromMemoryAreNotCounted) {
  auto school = browser();
  for (int i = 0; i < 100; ++i) EXPECT_EQ(school.get("/changes").status(), 200);
}

}  // namespace
}  // namespace earshot::app
