// What is kept of files: how many, whose they are, and that nothing stays behind.
#include <gmock/gmock.h>

#include "attachments/attachments.h"
#include "platform/db/testing.h"
#include "platform/jobs/jobs.h"

namespace earshot::attachments {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class Store : public db::EngineTest {
 protected:
  static constexpr Time kNow{Milliseconds{1'795'341'600'000}};

  std::vector<db::Migration> migrations() override {
    auto all = jobs::migrations();
    for (auto const& step : attachments::migrations()) all.push_back(step);
    return all;
  }

  static Ready photo(std::string bytes) {
    return {.kind = Kind::photo, .type = Type::jpeg, .bytes = std::move(bytes), .width = 4, .height = 3};
  }

  std::vector<Problem> keep_in(std::string const& draft, std::vector<Ready> const& files) {
    return db().write([&](db::Transaction& tx) { return keep(tx, draft, files, kNow); });
  }

  std::vector<Attachment> in_draft(std::string const& draft) {
    return db().read([&](db::Transaction& tx) { return of_draft(tx, draft); });
  }

  std::vector<Attachment> sent(Source const& source = {"voice", 7}) {
    return db().read([&](db::Transaction& tx) { return of_source(tx, source); });
  }

  std::int64_t count_contents() {
    return db().read(
        [](db::Transaction& tx) { return tx.one<std::int64_t>(db::Sql{"SELECT count(*) FROM attachment_contents"}); });
  }
};
EARSHOT_ON_BOTH_ENGINES(Store);

TEST_P(Store, ADraftTakesSoManyAndEachOnce) {
  EXPECT_THAT(keep_in("a", {photo("1"), photo("2"), photo("1")}), IsEmpty());
  EXPECT_THAT(keep_in("a", {photo("3"), photo("4"), photo("5")}), SizeIs(1)) << "said once, not for each";
  EXPECT_THAT(keep_in("a", {{.kind = Kind::recording, .type = Type::ogg, .bytes = "sound"}}), IsEmpty());
  EXPECT_THAT(in_draft("a"), SizeIs(4));
  EXPECT_THAT(keep_in("b", {photo("1")}), IsEmpty()) << "another draft may have the same";
  auto const first = in_draft("a").front();
  EXPECT_EQ(first.state, State::held);
  EXPECT_EQ(first.width, 4);
  EXPECT_EQ(first.size, 1);
}

TEST_P(Store, SendingGivesThemToTheVoiceAndHasThemDecidedOn) {
  keep_in("a", {photo("1"), photo("2")});
  keep_in("b", {photo("3")});
  auto const send_a = [](db::Transaction& tx) { return send(tx, "a", {"voice", 7}); };
  EXPECT_EQ(db().write(send_a), 2);
  EXPECT_EQ(db().write(send_a), 0) << "a second time there is nothing to send";
  EXPECT_THAT(in_draft("a"), IsEmpty());
  EXPECT_THAT(in_draft("b"), SizeIs(1));
  EXPECT_THAT(sent(), SizeIs(2));
  EXPECT_THAT(sent({"voice", 8}), IsEmpty());
  auto const one = sent().front().id;
  auto const in_b = in_draft("b").front().id;
  db().read([&](db::Transaction& tx) {
    EXPECT_EQ(jobs::counts(tx).waiting, 2);
    EXPECT_EQ(source_of(tx, one)->id, 7);
    EXPECT_FALSE(find_of(tx, {"voice", 8}, one));
    EXPECT_FALSE(find_sent(tx, in_b));
  });
}

TEST_P(Store, WhatIsErasedLeavesNothing) {
  keep_in("a", {photo("1"), photo("2")});
  keep_in("b", {photo("3"), photo("4")});
  db().write([&](db::Transaction& tx) {
    send(tx, "a", {"voice", 7});
    remove(tx, "a", of_source(tx, {"voice", 7}).front().id);
    EXPECT_THAT(of_source(tx, {"voice", 7}), SizeIs(2)) << "what was sent is in no draft";
    remove(tx, "b", of_draft(tx, "b").front().id);
    erase(tx, {"voice", 7});
  });
  EXPECT_THAT(sent(), IsEmpty());
  EXPECT_EQ(count_contents(), 1);
  db().write([](db::Transaction& tx) { erase_draft(tx, "b"); });
  EXPECT_EQ(count_contents(), 0);
}

}  // namespace
}  // namespace earshot::attachments
