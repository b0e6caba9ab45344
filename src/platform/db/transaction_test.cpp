// What is kept, what is rolled back, and what is told as a value.
#include <atomic>
#include <future>
#include <thread>

#include <gmock/gmock.h>

#include "platform/base/result.h"
#include "platform/db/testing.h"

namespace earshot::db {

namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr Migration kTables{"test", 1, "tables", R"(
  CREATE TABLE places (id BIGINT PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE visits (
    id @id,
    place BIGINT NOT NULL REFERENCES places (id),
    stars INTEGER NOT NULL CONSTRAINT one_to_five CHECK (stars BETWEEN 1 AND 5)
  );
  INSERT INTO places VALUES (1, 'Library');)"};

constexpr Sql kAddPlace{"INSERT INTO places (id, name) VALUES ($1, $2)"};
constexpr Sql kAddVisit{"INSERT INTO visits (place, stars) VALUES ($1, $2)"};
constexpr Sql kNames{"SELECT name FROM places ORDER BY id"};

class Transactions : public EngineTest {
 protected:
  std::vector<Migration> migrations() override { return {kTables}; }

  std::vector<std::string> names() {
    return db().read([](Transaction& tx) { return tx.all<std::string>(kNames); });
  }
};

TEST_P(Transactions, GiveWhatTheFunctionReturns) {
  EXPECT_EQ(db().write([](Transaction& tx) { return tx.execute(kAddPlace, 2, "Park"); }), 1);
  EXPECT_THAT(names(), ElementsAre("Library", "Park"));
  EXPECT_EQ(db().read([](Transaction& tx) { return tx.first<int>(Sql{"SELECT 1 WHERE 1 = 2"}); }), std::nullopt);
}

TEST_P(Transactions, CountTheRowsThatChanged) {
  db().write([](Transaction& tx) {
    tx.execute(kAddPlace, 2, "Park");
    EXPECT_EQ(tx.execute(Sql{"UPDATE places SET name = name || '!'"}), 2);
    EXPECT_EQ(tx.execute(Sql{"UPDATE places SET name = name WHERE id = 99"}), 0);
    EXPECT_EQ(tx.execute(Sql{"DELETE FROM places WHERE id = $1"}, 2), 1);
  });
}

TEST_P(Transactions, PlanAStatementForItsValuesWhenItSaysSo) {
  db().write([](Transaction& tx) {
    tx.execute(kAddPlace, 2, "Park");
    static constexpr Sql kFind{"@anew SELECT id FROM places WHERE ($1 = '' OR name = $1) AND $2 IS NULL ORDER BY id"};
    std::optional<std::string> const nothing;
    EXPECT_THAT(tx.all<int>(kFind, "", nothing), ElementsAre(1, 2));
    EXPECT_THAT(tx.all<int>(kFind, "Park", nothing), ElementsAre(2));
    EXPECT_THAT(tx.all<int>(kFind, "Park", "something"), IsEmpty());
    EXPECT_EQ(tx.execute(Sql{"@anew UPDATE places SET name = name || '!' WHERE id = $1"}, 2), 1);
  });
  EXPECT_THAT(names(), ElementsAre("Library", "Park!"));
}

TEST_P(Transactions, RunTheHooksOfWhatTheyAnnounce) {
  db().add_hooks({{"places.added", [](Transaction& tx, std::int64_t place, Time) { tx.execute(kAddVisit, place, 5); }},
                  {"another", [](Transaction&, std::int64_t, Time) { ADD_FAILURE() << "nobody announced it"; }}});
  auto const add = [&](int place, bool keep) {
    return db().write([&](Transaction& tx) -> Result<std::int64_t> {
      tx.execute(kAddPlace, place, "Place " + std::to_string(place));
      tx.announce("places.added", place, Time{});
      auto const visits = tx.one<std::int64_t>(Sql{"SELECT count(*) FROM visits WHERE place = $1"}, place);
      if (!keep) return refuse("", msg("no"));
      return visits;
    });
  };
  EXPECT_EQ(add(2, true), 1) << "before announce() returns";
  EXPECT_FALSE(add(3, false));
  EXPECT_EQ(db().read([](Transaction& tx) { return tx.one<std::int64_t>(Sql{"SELECT count(*) FROM visits"}); }), 1)
      << "what is rolled back takes along what its hooks did";
}

TEST_P(Transactions, EndWhenAHookFails) {
  db().add_hooks({{"places.added", [](Transaction&, std::int64_t, Time) { throw Error("no"); }}});
  auto const add = [&] {
    db().write([](Transaction& tx) {
      tx.execute(kAddPlace, 2, "Park");
      tx.announce("places.added", 2, Time{});
    });
  };
  EXPECT_THROW(add(), Error);
  EXPECT_THAT(names(), ElementsAre("Library"));
}

TEST_P(Transactions, WithoutARowWhereOneMustBeAreAnError) {
  EXPECT_THROW(db().read([](Transaction& tx) { return tx.one<int>(Sql{"SELECT 1 WHERE 1 = 2"}); }), Error);
}

TEST_P(Transactions, ThatReadCannotWrite) {
  EXPECT_THROW(db().read([](Transaction& tx) { tx.execute(kAddPlace, 2, "Park"); }), Error);
  EXPECT_THAT(names(), ElementsAre("Library"));
}

TEST_P(Transactions, ThatThrowKeepNothing) {
  auto const write = [&] {
    db().write([](Transaction& tx) {
      tx.execute(kAddPlace, 2, "Park");
      throw std::runtime_error("no");
    });
  };
  EXPECT_THROW(write(), std::runtime_error);
  EXPECT_THAT(names(), ElementsAre("Library"));
}

TEST_P(Transactions, ThatRefuseKeepNothing) {
  auto const refused = db().write([](Transaction& tx) -> Result<int> {
    tx.execute(kAddPlace, 2, "Park");
    return refuse("name", msg("Choose another name"));
  });
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().problems.front().field, "name");
  EXPECT_THAT(names(), ElementsAre("Library"));

  auto const done = db().write([](Transaction& tx) -> Result<int> {
    tx.execute(kAddPlace, 2, "Park");
    return 5;
  });
  EXPECT_EQ(done, 5);
  EXPECT_THAT(names(), ElementsAre("Library", "Park"));
}

TEST_P(Transactions, TellABrokenRuleAsAValueAndGoOn) {
  db().write([](Transaction& tx) {
    tx.execute(kAddPlace, 2, "Park");
    auto const unique = tx.attempt(kAddPlace, 3, "Library");
    auto const key = tx.attempt(kAddPlace, 1, "School");
    auto const foreign = tx.attempt(kAddVisit, 99, 3);
    auto const check = tx.attempt(kAddVisit, 1, 6);
    auto const missing = tx.attempt(kAddPlace, 3, std::optional<std::string>());
    ASSERT_TRUE(!unique && !key && !foreign && !check && !missing);
    EXPECT_EQ(unique.error().kind, Violation::Kind::unique);
    EXPECT_THAT(unique.error().what, HasSubstr("name"));
    EXPECT_EQ(key.error().kind, Violation::Kind::unique);
    EXPECT_EQ(foreign.error().kind, Violation::Kind::foreign_key);
    EXPECT_EQ(check.error(), (Violation{Violation::Kind::check, "one_to_five"}));
    EXPECT_EQ(missing.error(), (Violation{Violation::Kind::not_null, "places.name"}));
    EXPECT_EQ(tx.attempt(kAddPlace, 3, "School"), 1);
  });
  EXPECT_THAT(names(), ElementsAre("Library", "Park", "School"));
}

TEST_P(Transactions, ThrowABrokenRuleThatNobodyAskedFor) {
  try {
    db().write([](Transaction& tx) { tx.execute(kAddVisit, 1, 0); });
    FAIL() << "nothing was thrown";
  } catch (ConstraintError const& error) {
    EXPECT_EQ(error.violation(), (Violation{Violation::Kind::check, "one_to_five"}));
  }
}

TEST_P(Transactions, WithAFailedStatementAreNotKeptEvenWhenTheExceptionIsCaught) {
  auto const write = [&] {
    db().write([](Transaction& tx) {
      tx.execute(kAddPlace, 2, "Park");
      EXPECT_THROW(tx.execute(kAddPlace, 3, "Library"), ConstraintError);
      EXPECT_THROW(tx.execute(kAddPlace, 4, "School"), ConstraintError);
    });
  };
  EXPECT_THROW(write(), ConstraintError);
  EXPECT_THAT(names(), ElementsAre("Library"));
}

TEST_P(Transactions, AreNotBegunInsideOneAnother) {
  auto const read_in_write = [&] { db().write([&](Transaction&) { names(); }); };
  auto const write_in_read = [&] { db().read([&](Transaction&) { db().write([](Transaction&) {}); }); };
  EXPECT_THROW(read_in_write(), std::logic_error);
  EXPECT_THROW(write_in_read(), std::logic_error);
}

TEST_P(Transactions, ThatReadSeeOneMomentOnly) {
  db().read([&](Transaction& tx) {
    EXPECT_EQ(tx.all<std::string>(kNames).size(), 1U);
    std::thread([&] { db().write([](Transaction& other) { other.execute(kAddPlace, 2, "Park"); }); }).join();
    EXPECT_EQ(tx.all<std::string>(kNames).size(), 1U);
  });
  EXPECT_EQ(names().size(), 2U);
}

TEST_P(Transactions, OfManyThreadsAreCommittedTogetherAndNoneIsLost) {
  static constexpr int kThreads = 64;
  static constexpr int kEach = 8;
  auto const before = db().counters();
  std::vector<std::thread> threads;
  for (int thread = 0; thread < kThreads; ++thread)
    threads.emplace_back([&, thread] {
      for (int i = 0; i < kEach; ++i)
        db().write([&](Transaction& tx) {
          tx.execute(kAddPlace, 10 + thread * kEach + i, std::to_string(thread) + "/" + std::to_string(i));
        });
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(names().size(), 1U + kThreads * kEach);
  EXPECT_EQ(db().counters().writes - before.writes, kThreads * kEach);
  EXPECT_LT(db().counters().commits - before.commits, kThreads * kEach);
}

TEST_P(Transactions, ThatFailDoNotHarmTheOthersOfTheirBatch) {
  static constexpr int kThreads = 64;
  std::atomic<int> refused{0};
  std::atomic<int> threw{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i)
    threads.emplace_back([&, i] {
      try {
        auto const result = db().write([&](Transaction& tx) -> Result<int> {
          tx.execute(kAddPlace, 10 + i, "place " + std::to_string(i));
          if (i % 8 == 0) return refuse("", msg("no"));
          if (i % 8 == 1) tx.execute(kAddPlace, 1, "the key is taken");
          if (i % 8 == 2) throw std::runtime_error("no");
          return i;
        });
        if (!result) ++refused;
      } catch (std::exception const&) {
        ++threw;
      }
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(refused, 8);
  EXPECT_EQ(threw, 16);
  EXPECT_EQ(names().size(), 1U + kThreads - 24);
}

TEST_P(Transactions, BehaveAsIfTheyHadRunOneAfterAnother) {
  static constexpr int kThreads = 16;
  db().write([](Transaction& tx) { tx.script("CREATE TABLE counted (n BIGINT NOT NULL);"); });
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i)
    threads.emplace_back([&] {
      // Each reads what is there and adds the next: without order between them, some would add the same.
      db().write([](Transaction& tx) {
        auto const count = tx.one<int>(Sql{"SELECT count(*) FROM counted"});
        tx.execute(Sql{"INSERT INTO counted VALUES ($1)"}, count);
      });
    });
  for (auto& thread : threads) thread.join();
  auto const numbers = db().read([](Transaction& tx) { return tx.all<int>(Sql{"SELECT n FROM counted ORDER BY n"}); });
  for (int i = 0; i < kThreads; ++i) EXPECT_EQ(numbers.at(i), i);
}

TEST_P(Transactions, OfTwoNodesThatAddTheSameFindTheOneThatWasFirst) {
  auto const other = Database::open(url());
  auto const submit = [](Database& node) {
    return node.write([](Transaction& tx) {
      if (tx.attempt(kAddPlace, 2, "Sent twice")) return std::string("stored");
      return tx.one<std::string>(Sql{"SELECT name FROM places WHERE id = 2"});
    });
  };
  for (int round = 0; round < 20; ++round) {
    auto here = std::async(std::launch::async, [&] { return submit(db()); });
    auto there = std::async(std::launch::async, [&] { return submit(*other); });
    std::set<std::string> const answers{here.get(), there.get()};
    EXPECT_THAT(answers, ElementsAre("Sent twice", "stored"));
    db().write([](Transaction& tx) { tx.execute(Sql{"DELETE FROM places WHERE id = 2"}); });
  }
}

TEST_P(Transactions, AreAnsweredWhileTheDatabaseIsBeingClosed) {
  auto other = Database::open(url());
  std::atomic<int> answered{0};
  std::atomic<int> begun{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&, i] {
      other->write([&](Transaction& tx) {
        if (begun++ == 0) std::this_thread::sleep_for(20ms);
        tx.execute(kAddPlace, 50 + i, "closing " + std::to_string(i));
      });
      ++answered;
    });
  for (auto& thread : threads) thread.join();
  other.reset();
  EXPECT_EQ(answered, 8);
  EXPECT_EQ(names().size(), 9U);
}

TEST_P(Transactions, OfTwoDatabasesMayBeOpenAtOnce) {
  auto const other = Database::open(url());
  auto const count = [](Transaction& tx) { return tx.all<std::string>(kNames).size(); };
  db().read([&](Transaction&) { EXPECT_EQ(other->read(count), 1U); });
}

TEST_P(Transactions, TellWhichEngineTheyAreOn) {
  EXPECT_EQ(db().engine(), GetParam());
  EXPECT_EQ(db().read([](Transaction& tx) { return tx.engine(); }), GetParam());
  EXPECT_TRUE(db().ready());
}

EARSHOT_ON_BOTH_ENGINES(Transactions);

std::string error_of_opening(std::string const& url) {
  try {
    Database::open(url);
  } catch (Error const& error) {
    return error.what();
  }
  return "no error";
}

TEST(OpeningADatabase, SaysInOneLineWhatIsWrong) {
  EXPECT_THAT(error_of_opening("mysql://x"), HasSubstr("begins with"));
  EXPECT_THAT(error_of_opening("sqlite:"), HasSubstr("names no file"));
  EXPECT_THAT(error_of_opening("sqlite:/no/such/folder/x.db"), HasSubstr("/no/such/folder/x.db"));
  auto const refused = error_of_opening("postgresql://someone:s3cret@127.0.0.1:1/x");
  EXPECT_THAT(refused, HasSubstr("Cannot connect to PostgreSQL"));
  EXPECT_EQ(refused.find('\n'), std::string::npos);
}

TEST(OpeningADatabase, NeverTellsThePassword) {
  for (std::string const url :
       {"postgresql://someone:s3cret@127.0.0.1:1/x", "postgresql://someone:s3cret@127.0.0.1:x/x",
        "postgresql://someone:s3cret@[::1/x", "postgresql://someone:s3cret@s3cret:1/x",
        "postgresql://x/?password=s3cret&nonsense=1", "mysql://someone:s3cret@x"}) {
    EXPECT_THAT(error_of_opening(url), testing::Not(HasSubstr("s3cret"))) << url;
    EXPECT_NE(error_of_opening(url), "no error");
  }
}

}  // namespace

}  // namespace earshot::db
