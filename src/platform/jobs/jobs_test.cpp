#include "platform/jobs/jobs.h"

#include <atomic>
#include <mutex>
#include <stdexcept>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/db/testing.h"
#include "platform/jobs/runner.h"
#include "platform/log/log.h"

namespace earshot::jobs {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr Time kNow{Milliseconds(1'800'000'000'000)};

class Jobs : public db::EngineTest {
 protected:
  std::vector<db::Migration> migrations() override { return jobs::migrations(); }

  void SetUp() override {
    log::set_sink([](std::string_view) {});  // failures are meant here
    db::EngineTest::SetUp();
  }
  void TearDown() override {
    db::EngineTest::TearDown();
    log::set_sink({});
  }

  void put(std::string_view kind, std::string_view payload, EnqueueOptions const& options = {}) {
    db().write([&](db::Transaction& tx) { enqueue(tx, kind, payload, options); });
  }
  Counts counted() {
    return db().read([](db::Transaction& tx) { return counts(tx); });
  }
  std::vector<Dead> all_dead() {
    return db().read([](db::Transaction& tx) { return dead(tx); });
  }

  /// A job that notes its payloads in m_done.
  Job noting() {
    return {"note", [this](Environment&, std::string const& payload) {
              std::lock_guard const lock(m_mutex);
              m_done.push_back(payload);
            }};
  }
  /// A job that fails the first `times` times.
  Job failing(int times) {
    return {"fail", [this, times](Environment&, std::string const&) {
              if (++m_tries <= times) throw std::runtime_error("not today");
            }};
  }

  std::mutex m_mutex;
  std::vector<std::string> m_done;
  std::atomic<int> m_tries = 0;
};

TEST_P(Jobs, AreRunOnceInTheOrderTheyCame) {
  put("note", "one");
  put("note", "two");
  Runner runner(db(), system_now, {noting()});
  EXPECT_EQ(runner.run_due(kNow), 2U);
  EXPECT_EQ(runner.run_due(kNow), 0U);
  EXPECT_THAT(m_done, ElementsAre("one", "two"));
  EXPECT_EQ(counted().waiting + counted().running + counted().dead, 0);
}

TEST_P(Jobs, OfATransactionThatIsNotKeptAreNotRun) {
  EXPECT_THROW(db().write([](db::Transaction& tx) {
    enqueue(tx, "note", "never");
    throw std::runtime_error("no");
  }),
               std::runtime_error);
  EXPECT_EQ(Runner(db(), system_now, {noting()}).run_due(kNow), 0U);
}

TEST_P(Jobs, AreNotRunBeforeTheirTime) {
  put("note", "later", {.run_at = kNow + 1min});
  Runner runner(db(), system_now, {noting()});
  EXPECT_EQ(runner.run_due(kNow), 0U);
  EXPECT_EQ(runner.run_due(kNow + 1min), 1U);
}

TEST_P(Jobs, WithAKeyThatWaitsAreNotStoredTwice) {
  put("note", "first", {.unique_key = "k"});
  put("note", "second", {.unique_key = "k"});
  put("note", "other", {.unique_key = "l"});
  Runner runner(db(), system_now, {noting()});
  EXPECT_EQ(runner.run_due(kNow), 2U);
  EXPECT_THAT(m_done, ElementsAre("first", "other"));
  put("note", "third", {.unique_key = "k"});
  EXPECT_EQ(runner.run_due(kNow), 1U);
}

TEST_P(Jobs, WithAKeyThatRunsAreStoredAgain) {
  put("again", "1", {.unique_key = "k"});
  Runner runner(db(), system_now,
                {{"again", [](Environment& environment, std::string const& payload) {
                    if (payload == "1")
                      environment.db.write([](db::Transaction& tx) { enqueue(tx, "again", "2", {.unique_key = "k"}); });
                  }}});
  EXPECT_EQ(runner.run_due(kNow), 2U);
}

TEST_P(Jobs, MayEnqueueOthersAndAreToldTheTime) {
  put("first", "x");
  Job const first{
      "first", [](Environment& environment, std::string const& payload) {
        auto const now = environment.clock();
        environment.db.write([&](db::Transaction& tx) { enqueue(tx, "note", payload + to_iso(now), {.run_at = now}); });
      }};
  EXPECT_EQ(Runner(db(), system_now, {first, noting()}).run_due(kNow), 2U);
  EXPECT_THAT(m_done, ElementsAre("x" + to_iso(kNow)));
}

TEST_P(Jobs, ThatFailAreTriedAgainLaterAndLater) {
  put("fail", "");
  Runner runner(db(), system_now, {failing(2)}, {.first_retry = 1s});
  EXPECT_EQ(runner.run_due(kNow), 1U);
  EXPECT_EQ(runner.run_due(kNow + 700ms), 0U);
  EXPECT_EQ(runner.run_due(kNow + 1300ms), 1U);
  EXPECT_EQ(runner.run_due(kNow + 1300ms + 1400ms), 0U);
  EXPECT_EQ(runner.run_due(kNow + 1300ms + 2600ms), 1U);
  EXPECT_EQ(counted().waiting, 0);
  EXPECT_THAT(all_dead(), IsEmpty());
}

TEST_P(Jobs, ThatFailTooOftenAreSetAsideAndCanBeTriedAgain) {
  put("fail", "the payload");
  Runner runner(db(), system_now, {failing(3)}, {.attempts = 3, .first_retry = 1s});
  for (auto at = kNow; at < kNow + 1h; at += 10min) runner.run_due(at);
  auto const set_aside = all_dead();
  ASSERT_THAT(set_aside, SizeIs(1));
  EXPECT_EQ(set_aside[0].kind, "fail");
  EXPECT_EQ(set_aside[0].payload, "the payload");
  EXPECT_EQ(set_aside[0].attempts, 3);
  EXPECT_EQ(set_aside[0].last_error, "not today");
  EXPECT_EQ(set_aside[0].failed_at, kNow + 20min);

  EXPECT_TRUE(db().write([&](db::Transaction& tx) { return retry(tx, set_aside[0].id); }));
  EXPECT_FALSE(db().write([&](db::Transaction& tx) { return retry(tx, set_aside[0].id); }));
  EXPECT_EQ(runner.run_due(kNow + 1h), 1U);
  EXPECT_THAT(all_dead(), IsEmpty());
}

TEST_P(Jobs, ThatFailGiveWayToOneWithTheirKey) {
  put("fail", "old", {.unique_key = "k"});
  Runner runner(db(), system_now,
                {{"fail", [](Environment& environment, std::string const& payload) {
                    if (payload == "new") return;
                    environment.db.write([](db::Transaction& tx) { enqueue(tx, "fail", "new", {.unique_key = "k"}); });
                    throw std::runtime_error("no");
                  }}});
  EXPECT_EQ(runner.run_due(kNow), 2U);
  EXPECT_EQ(counted().waiting, 0);
}

TEST_P(Jobs, OfAKindThatIsNotKnownAreKept) {
  put("unknown", "");
  EXPECT_EQ(Runner(db(), system_now, {noting()}).run_due(kNow), 1U);
  EXPECT_EQ(counted().waiting, 1);
}

TEST_P(Jobs, OfANodeThatDiedAreRunByAnotherWhenTheLeaseIsOver) {
  put("note", "saved");
  // What a node that dies leaves behind is a row that runs and that nobody finishes.
  db().write([](db::Transaction& tx) {
    tx.execute(db::Sql{"UPDATE jobs SET state = 'running', claim = 'gone', attempts = 1, due_at = $1"}, kNow + 5min);
  });
  Runner runner(db(), system_now, {noting()});
  EXPECT_EQ(runner.run_due(kNow + 4min), 0U);
  EXPECT_EQ(runner.run_due(kNow + 5min), 1U);
  EXPECT_THAT(m_done, ElementsAre("saved"));
}

TEST_P(Jobs, OnAScheduleAreRunOnceByManyNodes) {
  auto job = noting();
  job.every = 1h;
  Runner one(db(), system_now, {job});
  Runner other(db(), system_now, {job});
  EXPECT_EQ(one.run_due(kNow) + other.run_due(kNow), 1U);
  EXPECT_EQ(one.run_due(kNow + 1min) + other.run_due(kNow + 1min), 0U);
  EXPECT_EQ(other.run_due(kNow + 1h) + one.run_due(kNow + 1h), 1U);
  EXPECT_EQ(one.run_due(kNow + 2h) + other.run_due(kNow + 2h), 1U);
}

TEST_P(Jobs, OnAScheduleThatFailForGoodAreSetAsideOnce) {
  auto job = failing(1000);
  job.every = 1h;
  Runner runner(db(), system_now, {job}, {.attempts = 1});
  for (int hours = 0; hours < 3; ++hours) EXPECT_EQ(runner.run_due(kNow + hours * 1h), 1U);
  EXPECT_THAT(all_dead(), SizeIs(1));
}

TEST_P(Jobs, AreEachRunOnceByManyThreads) {
  constexpr int kJobs = 60;
  for (int i = 0; i < kJobs; ++i) put("note", std::to_string(i));
  Runner one(db(), system_now, {noting()}, {.threads = 2, .poll = 10ms});
  Runner other(db(), system_now, {noting()}, {.threads = 2, .poll = 10ms});
  one.start();
  other.start();
  for (int i = 0; i < 1000 && counted().waiting + counted().running > 0; ++i) std::this_thread::sleep_for(10ms);
  one.stop();
  other.stop();
  EXPECT_THAT(m_done, SizeIs(kJobs));
  EXPECT_EQ(counted().waiting + counted().running, 0);
}

TEST_P(Jobs, AreBegunAtOnceWhenTheRunnerIsWoken) {
  Runner runner(db(), system_now, {noting()}, {.threads = 1, .poll = 1h});
  runner.start();
  std::this_thread::sleep_for(50ms);
  put("note", "now");
  runner.wake();
  for (int i = 0; i < 500 && counted().waiting + counted().running > 0; ++i) std::this_thread::sleep_for(10ms);
  runner.stop();
  EXPECT_THAT(m_done, ElementsAre("now"));
}

TEST_P(Jobs, UnderWayAreEndedBeforeTheRunnerStops) {
  std::atomic<bool> begun = false;
  std::atomic<bool> ended = false;
  put("slow", "");
  Runner runner(db(), system_now, {{"slow", [&](Environment&, std::string const&) {
                                      begun = true;
                                      std::this_thread::sleep_for(100ms);
                                      ended = true;
                                    }}});
  runner.start();
  while (!begun) std::this_thread::sleep_for(1ms);
  runner.stop();
  EXPECT_TRUE(ended);
  EXPECT_EQ(counted().running, 0);
}

TEST_P(Jobs, OfOneKindTwiceAreRefused) {
  EXPECT_THROW(Runner(db(), system_now, {noting(), noting()}), std::invalid_argument);
}

TEST_P(Jobs, WithAPayloadThatIsTooLargeAreRefused) {
  EXPECT_THROW(put("note", std::string(65 * 1024, 'x')), std::invalid_argument);
}

EARSHOT_ON_BOTH_ENGINES(Jobs);

}  // namespace
}  // namespace earshot::jobs
