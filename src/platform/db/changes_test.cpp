// Who is told of changes, and when.
#include <condition_variable>
#include <mutex>

#include <gmock/gmock.h>

#include "platform/base/result.h"
#include "platform/db/testing.h"

namespace earshot::db {

namespace {

using namespace std::chrono_literals;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr Migration kTable{"test", 1, "table", "CREATE TABLE words (word TEXT NOT NULL);"};
constexpr Sql kAdd{"INSERT INTO words VALUES ('word')"};
constexpr Sql kCount{"SELECT count(*) FROM words"};

/// Notes what a listener is told.
class Ear {
 public:
  void listen_to(Database& database) {
    database.on_change([this](auto const& tags) {
      std::lock_guard const lock(m_mutex);
      m_heard.insert(m_heard.end(), tags.begin(), tags.end());
      m_news.notify_all();
    });
  }
  std::vector<std::string> heard() {
    std::lock_guard const lock(m_mutex);
    return m_heard;
  }
  bool hears(std::string const& tag) {
    std::unique_lock lock(m_mutex);
    return m_news.wait_for(lock, 10s, [&] { return std::count(m_heard.begin(), m_heard.end(), tag) > 0; });
  }

 private:
  std::mutex m_mutex;
  std::condition_variable m_news;
  std::vector<std::string> m_heard;
};

class Changes : public EngineTest {
 protected:
  std::vector<Migration> migrations() override { return {kTable}; }

  void SetUp() override {
    EngineTest::SetUp();
    if (!HasFatalFailure()) ear.listen_to(db());
  }
  void TearDown() override { EngineTest::TearDown(); }

  Ear ear;
};

TEST_P(Changes, AreToldBeforeTheWriterIsAnswered) {
  db().write([](Transaction& tx) {
    tx.execute(kAdd);
    tx.changed("asks");
    tx.changed("agencies");
    tx.changed("asks");
  });
  EXPECT_THAT(ear.heard(), ElementsAre("agencies", "asks"));
}

TEST_P(Changes, AreToldAfterTheCommit) {
  auto const other = Database::open(url());
  std::vector<std::int64_t> seen;
  db().on_change(
      [&](auto const&) { seen.push_back(other->read([](Transaction& tx) { return tx.one<std::int64_t>(kCount); })); });
  db().write([](Transaction& tx) {
    tx.execute(kAdd);
    tx.changed("asks");
  });
  EXPECT_THAT(seen, ElementsAre(1));
}

TEST_P(Changes, ThatAreRolledBackAreNotTold) {
  auto const refused = db().write([](Transaction& tx) -> Result<int> {
    tx.execute(kAdd);
    tx.changed("refused");
    return refuse("", msg("no"));
  });
  EXPECT_FALSE(refused);
  auto const throwing = [&] {
    db().write([](Transaction& tx) {
      tx.changed("thrown");
      throw std::runtime_error("no");
    });
  };
  EXPECT_THROW(throwing(), std::runtime_error);
  EXPECT_THAT(ear.heard(), IsEmpty());
}

TEST_P(Changes, ThatNobodyNotedAreNotTold) {
  db().write([](Transaction& tx) { tx.execute(kAdd); });
  EXPECT_THAT(ear.heard(), IsEmpty());
}

TEST_P(Changes, OfAnotherProcessAreTold) {
  auto const other = Database::open(url());
  other->write([](Transaction& tx) {
    tx.execute(kAdd);
    tx.changed("asks");
  });
  // SQLite can see that another process wrote, but not what.
  EXPECT_TRUE(ear.hears(GetParam() == Engine::sqlite ? "*" : "asks"));
}

TEST_P(Changes, OfThisProcessAreNotTakenForAnothers) {
  for (int i = 0; i < 3; ++i) {
    db().write([](Transaction& tx) { tx.execute(kAdd); });
    db().read([](Transaction& tx) { tx.one<int>(kCount); });
    std::this_thread::sleep_for(600ms);
  }
  EXPECT_THAT(ear.heard(), IsEmpty());
}

TEST_P(Changes, AreToldToTheOthersWhenOneListenerFails) {
  db().on_change([](auto const&) { throw std::runtime_error("no"); });
  Ear second;
  second.listen_to(db());
  db().write([](Transaction& tx) { tx.changed("asks"); });
  EXPECT_THAT(second.heard(), ElementsAre("asks"));
}

EARSHOT_ON_BOTH_ENGINES(Changes);

// PostgreSQL closes connections: a restart, a failover, an operator.
class ClosedConnections : public Changes {
 protected:
  void close_all() {
    Database::open(std::getenv("EARSHOT_TEST_POSTGRESQL"))->read([](Transaction& tx) {
      tx.all<bool>(
          Sql{"SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              " WHERE application_name = 'earshot' AND pid <> pg_backend_pid()"});
    });
  }
};

TEST_P(ClosedConnections, AreMadeAgainToReadAndToWrite) {
  db().write([](Transaction& tx) { tx.execute(kAdd); });
  close_all();
  EXPECT_EQ(db().read([](Transaction& tx) { return tx.one<int>(kCount); }), 1);
  close_all();
  db().write([](Transaction& tx) { tx.execute(kAdd); });
  EXPECT_EQ(db().read([](Transaction& tx) { return tx.one<int>(kCount); }), 2);
  EXPECT_GT(db().counters().retries, 0U);
}

TEST_P(ClosedConnections, InTheMiddleOfAWriteMakeItBeginAgain) {
  int runs = 0;
  db().write([&](Transaction& tx) {
    tx.execute(kAdd);
    if (runs++ == 0) close_all();
    tx.execute(kAdd);
  });
  EXPECT_EQ(runs, 2);
  EXPECT_EQ(db().read([](Transaction& tx) { return tx.one<int>(kCount); }), 2);
}

TEST_P(ClosedConnections, DuringACommitLeaveTheOutcomeUnknownAndAreNotTriedAgain) {
  int runs = 0;
  auto const write = [&] {
    db().write([&](Transaction& tx) {
      tx.execute(kAdd);
      ++runs;
      close_all();  // noticed with the next statement, which is the commit
    });
  };
  EXPECT_THROW(write(), Error);
  EXPECT_EQ(runs, 1);
  EXPECT_EQ(db().read([](Transaction& tx) { return tx.one<int>(kCount); }), 0);
}

TEST_P(ClosedConnections, MakeTheListenerSayThatAnythingMayHaveChanged) {
  close_all();
  EXPECT_TRUE(ear.hears("*"));
  auto const other = Database::open(url());
  other->write([](Transaction& tx) { tx.changed("asks"); });
  EXPECT_TRUE(ear.hears("asks"));
}

INSTANTIATE_TEST_SUITE_P(On, ClosedConnections, testing::Values(Engine::postgresql),
                         [](auto const& tested) { return engine_name(tested.param); });

}  // namespace

}  // namespace earshot::db
