#include "platform/record/search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/db/testing.h"

namespace earshot::record {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr Time kNow{Milliseconds(1'800'000'000'000)};

class RecordSearch : public db::EngineTest {
 protected:
  std::vector<db::Migration> migrations() override { return record::migrations(); }

  void SetUp() override {
    db::EngineTest::SetUp();
    if (HasFatalFailure()) return;
    write({"person 1", "asks.answer", "ask A-1", "done"}, 1);
    write({"person 12", "asks.publish", "ask A-1", ""}, 2);
    write({"person 1", "people.sign_in", "", ""}, 3);
    write({"a family", "voices.say", "voice V-1", "50% off_sale!"}, 3);
    write({"person 1", "asks.answer", "ask B-2", "cannot"}, 5);
  }

  void write(Entry const& entry, int second) {
    db().write([&](db::Transaction& tx) { note(tx, entry, kNow + std::chrono::seconds(second)); });
  }

  /// "action subject" of what is found.
  std::vector<std::string> found(Search const& search, int most = 50, std::optional<After> const& after = {}) {
    std::vector<std::string> result;
    for (auto const& each : db().read([&](db::Transaction& tx) { return record::search(tx, search, most, after); }))
      result.push_back(each.entry.action + " " + each.entry.subject);
    return result;
  }
};
EARSHOT_ON_BOTH_ENGINES(RecordSearch);

TEST_P(RecordSearch, FindsAllWithoutAQuestionTheLatestFirst) {
  EXPECT_THAT(found({}), ElementsAre("asks.answer ask B-2", "voices.say voice V-1", "people.sign_in ",
                                     "asks.publish ask A-1", "asks.answer ask A-1"));
}

TEST_P(RecordSearch, FindsWhatOnePersonDidAndNotWhatOneOfALongerNumberDid) {
  EXPECT_THAT(found({.actor = "person 1"}),
              ElementsAre("asks.answer ask B-2", "people.sign_in ", "asks.answer ask A-1"));
  EXPECT_THAT(found({.actor = "person"}), IsEmpty());
}

TEST_P(RecordSearch, FindsActionsByHowTheyBegin) {
  EXPECT_THAT(found({.action = "asks."}),
              ElementsAre("asks.answer ask B-2", "asks.publish ask A-1", "asks.answer ask A-1"));
  EXPECT_THAT(found({.action = "answer"}), IsEmpty());
  EXPECT_THAT(found({.action = "%"}), IsEmpty());
}

TEST_P(RecordSearch, FindsBySubjectAndByActorAndSubject) {
  EXPECT_THAT(found({.subject = "ask A-1"}), ElementsAre("asks.publish ask A-1", "asks.answer ask A-1"));
  EXPECT_THAT(found({.actor = "person 1", .subject = "ask A-1"}), ElementsAre("asks.answer ask A-1"));
}

TEST_P(RecordSearch, FindsPartsOfSubjectAndDetailInAnyCase) {
  EXPECT_THAT(found({.words = "a-1"}), ElementsAre("asks.publish ask A-1", "asks.answer ask A-1"));
  EXPECT_THAT(found({.words = "CANNOT"}), ElementsAre("asks.answer ask B-2"));
  EXPECT_THAT(found({.words = "50% off_sale!"}), ElementsAre("voices.say voice V-1"));
  EXPECT_THAT(found({.words = "%"}), ElementsAre("voices.say voice V-1")) << "what was typed is no pattern";
  EXPECT_THAT(found({.words = "a_1"}), IsEmpty());
}

TEST_P(RecordSearch, FindsWhatWasBetweenTwoTimes) {
  using std::chrono::seconds;
  EXPECT_THAT(found({.from = kNow + seconds(2), .until = kNow + seconds(5)}),
              ElementsAre("voices.say voice V-1", "people.sign_in ", "asks.publish ask A-1"));
  EXPECT_THAT(found({.actor = "person 1", .from = kNow + seconds(4)}), ElementsAre("asks.answer ask B-2"));
}

TEST_P(RecordSearch, GoesOnWhereAPageEnded) {
  std::vector<std::string> all;
  std::optional<After> after;
  for (int page = 0; page < 5; ++page) {
    auto const one = db().read([&](db::Transaction& tx) { return search(tx, {}, 1, after); });
    ASSERT_EQ(one.size(), 1U) << page;
    all.push_back(one[0].entry.action + " " + one[0].entry.subject);
    after = After{one[0].at, one[0].id};
  }
  EXPECT_EQ(all, found({}));
  EXPECT_THAT(found({}, 50, after), IsEmpty());
  EXPECT_THAT(found({.until = kNow + std::chrono::seconds(3)}, 50, After{kNow + std::chrono::seconds(5), 99}),
              ElementsAre("asks.publish ask A-1", "asks.answer ask A-1"))
      << "a place after the end of the days that are asked for";
}

TEST_P(RecordSearch, LeavesTheChainWhole) {
  db().write([](db::Transaction& tx) { seal(tx); });
  found({.words = "a"});
  auto const verified = verify(db());
  EXPECT_EQ(verified.sealed, 5);
  EXPECT_EQ(verified.fault, std::nullopt);
}

}  // namespace
}  // namespace earshot::record
