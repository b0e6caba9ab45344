#include "demonstration/demonstration.h"

#include <algorithm>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agencies/agencies.h"
#include "asks/asks.h"
#include "attachments/attachments.h"
#include "changes/changes.h"
#include "county/county.h"
#include "demonstration/story.h"
#include "inbox/inbox.h"
#include "keys/keys.h"
#include "messages/messages.h"
#include "moderation/moderation.h"
#include "people/people.h"
#include "platform/db/testing.h"
#include "platform/record/record.h"
#include "platform/search/search.h"
#include "platform/secrets/secrets.h"
#include "platform/web/feature.h"
#include "safeguarding/safeguarding.h"
#include "voices/voices.h"

namespace earshot::demonstration {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

constexpr Time kNow{Milliseconds{1'795'341'600'000}};

TEST(Sentences, LeaveNoGapOpen) {
  Sentences const sentences({"Thornley", "Saltby"});
  Dice dice(1);
  std::vector<std::string> const topics{"getting-there", "waiting", "play", "buildings", "care", "people"};
  for (int i = 0; i < 500; ++i) {
    auto const saying = sentences.family(dice, topics);
    EXPECT_THAT(topics, Contains(saying.topic));
    EXPECT_FALSE(saying.words.empty());
    EXPECT_THAT(saying.words + saying.wish, Not(HasSubstr("{")));
    for (auto const* kind : {"done", "will", "cannot"})
      EXPECT_THAT(sentences.answer(dice, saying.topic, kind), Not(HasSubstr("{")));
  }
}

TEST(Sentences, SeldomRepeatThemselves) {
  Sentences const sentences({"Thornley", "Saltby"});
  Dice dice(1);
  std::set<std::string> said;
  for (int i = 0; i < 300; ++i) said.insert(sentences.family(dice, {"getting-there", "waiting", "play"}).words);
  EXPECT_GT(said.size(), 200U);
}

TEST(Sentences, AreTheSameForTheSameSeed) {
  Sentences const sentences({"Thornley", "Saltby"});
  Dice one(7);
  Dice other(7);
  for (int i = 0; i < 50; ++i)
    EXPECT_EQ(sentences.family(one, {"costs", "play"}).words, sentences.family(other, {"costs", "play"}).words);
}

class Demonstration : public db::EngineTest {
 protected:
  std::vector<db::Migration> migrations() override {
    std::vector<db::Migration> all;
    for (auto const& more :
         {secrets::migrations(), jobs::migrations(), record::migrations(), search::migrations(), web::migrations(),
          county::migrations(), messages::migrations(), agencies::migrations(), people::migrations(),
          asks::migrations(), changes::migrations(), attachments::migrations(), voices::migrations(),
          keys::migrations(), inbox::migrations(), safeguarding::migrations(), moderation::migrations()})
      all.insert(all.end(), more.begin(), more.end());
    return all;
  }

  std::int64_t count(db::Sql const& sql) {
    return db().read([&](db::Transaction& tx) { return tx.one<std::int64_t>(sql); });
  }
};
EARSHOT_ON_BOTH_ENGINES(Demonstration);

TEST_P(Demonstration, HasSixtyServicesOfTwelveAgenciesInEightDistricts) {
  EXPECT_FALSE(is_taken(db()));
  make(db(), {.scale = 0, .now = kNow}, [](std::size_t, std::size_t) {});
  db().read([](db::Transaction& tx) {
    EXPECT_EQ(agencies::agencies(tx).size(), 12U);
    EXPECT_EQ(agencies::services(tx).size(), 60U);
    EXPECT_EQ(county::places(tx).size(), 8U);
  });
  EXPECT_TRUE(is_taken(db()));
  EXPECT_TRUE(is_here(db()));
  auto const known = db().read([](db::Transaction& tx) { return people::list(tx); });
  for (auto const& each : sign_ins()) {
    auto const found =
        std::find_if(known.begin(), known.end(), [&](auto const& person) { return person.email == each.email; });
    EXPECT_TRUE(found != known.end() && found->active) << each.email;
  }
}

TEST_P(Demonstration, TellsStoriesThatEndInEveryWay) {
  auto const county = make_county(db(), kNow);
  Plan const plan{.now = kNow};
  Storyteller const storyteller(county, plan);
  constexpr std::int64_t kOld = 100;
  constexpr std::int64_t kLate = 140;
  constexpr std::int64_t kStories = kOld + kLate;
  constexpr std::int64_t kTotal = 2'000;
  auto const made = db().write([&](db::Transaction& tx) {
    Made all;
    for (std::int64_t i = 0; i < kStories; ++i) {
      auto const one = storyteller.tell(tx, i < kOld ? i : kTotal - kStories + i, kTotal);
      all.voices += one.voices;
      all.asks += one.asks;
    }
    return all;
  });
  EXPECT_EQ(made.voices, kStories * kVoicesInStory);
  EXPECT_EQ(made.voices, count(db::Sql{"SELECT count(*) FROM voices"}));
  EXPECT_EQ(made.asks, count(db::Sql{"SELECT count(*) FROM asks"}));
  EXPECT_EQ(count(db::Sql{"SELECT count(DISTINCT outcome) FROM answers WHERE published_at IS NOT NULL"}), 3);
  EXPECT_GT(count(db::Sql{"SELECT count(*) FROM asks a WHERE NOT EXISTS (SELECT 1 FROM answers n WHERE n.ask = a.id)"}),
            0);
  EXPECT_GT(count(db::Sql{"SELECT count(*) FROM voices WHERE closed_at IS NOT NULL"}), 0);
  EXPECT_GT(count(db::Sql{"SELECT count(*) FROM voices WHERE language <> 'en'"}), 0);
  EXPECT_EQ(count(db::Sql{"SELECT count(*) FROM voices WHERE received_at > 1795341600000"}), 0);
  db().write([&](db::Transaction& tx) { storyteller.end(tx); });
  for (std::string const state :
       {"asks WHERE paused_on IS NOT NULL", "ask_pauses WHERE resumed_on IS NOT NULL",
        "asks WHERE returned_at IS NOT NULL", "asks WHERE reopened_at IS NOT NULL", "asks WHERE obliged_at IS NOT NULL",
        "asks WHERE hidden_at IS NOT NULL", "asks WHERE waits = 1 AND due_on < '2026-11-22'",
        "answer_drafts WHERE look = 'asked'", "answer_drafts WHERE publish_at IS NOT NULL", "answer_history",
        "voice_verdicts WHERE helped = 1", "voices WHERE withdrawn_at IS NOT NULL", "voice_additions",
        "recordings WHERE group_name <> ''", "contacts", "safeguarding_cases WHERE state = 'open'",
        "moderation_items WHERE decided_at IS NULL", "changes_told"})
    EXPECT_GT(count(db::Sql{"SELECT count(*) FROM " + state}), 0) << state;
}

TEST_P(Demonstration, KeepsMostOfItsPromises) {
  auto const county = make_county(db(), kNow);
  Plan const plan{.now = kNow};
  Storyteller const storyteller(county, plan);
  constexpr std::int64_t kStories = 300;
  db().write([&](db::Transaction& tx) {
    for (std::int64_t number = 0; number < kStories; ++number) storyteller.tell(tx, number, kStories);
  });
  auto const broken = db().read(
      [](db::Transaction& tx) { return changes::promises(tx, std::nullopt, std::chrono::floor<Days>(kNow)).broken; });
  auto const kept = db().read([](db::Transaction& tx) {
    std::int64_t sum = 0;
    for (auto const& service : agencies::services(tx)) sum += changes::promises_kept(tx, service.id);
    return sum;
  });
  EXPECT_GT(broken, 0);
  EXPECT_GT(kept, broken);
}

}  // namespace
}  // namespace earshot::demonstration
