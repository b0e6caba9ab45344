#include "platform/db/migrations.h"

#include <future>

#include <gmock/gmock.h>

#include "platform/db/testing.h"

namespace earshot::db {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr Migration kCreate{"voices", 1, "create", R"(
  -- A comment; with a semicolon.
  CREATE TABLE voices (id @id, words TEXT NOT NULL);
  CREATE INDEX voices_words ON voices (words);
)"};
constexpr Migration kFill{"voices", 2, "fill", "INSERT INTO voices (words) VALUES ('first');"};
constexpr Migration kOnSqlite{"voices", 3, "engine", "INSERT INTO voices (words) VALUES ('sqlite');", Engine::sqlite};
constexpr Migration kOnPostgresql{"voices", 3, "engine", "INSERT INTO voices (words) VALUES ('postgresql');",
                                  Engine::postgresql};
constexpr Migration kBroken{"asks", 1, "broken", "INSERT INTO voices (words) VALUES ('half'); CREATE TABEL x (y);"};
constexpr Time kNow{Milliseconds(1'790'000'000'000)};

class Migrations : public EngineTest {
 protected:
  std::vector<std::string> words() {
    return db().read([](Transaction& tx) { return tx.all<std::string>(Sql{"SELECT words FROM voices ORDER BY id"}); });
  }
  std::string error_of_migrating(std::vector<Migration> const& steps) {
    try {
      migrate(db(), steps);
    } catch (Error const& error) {
      return error.what();
    }
    return "no error";
  }
};

TEST_P(Migrations, AreTakenOnceInTheirOrder) {
  std::vector const steps{kCreate, kFill};
  EXPECT_EQ(pending(db(), steps).size(), 2U);
  migrate(db(), steps, kNow);
  migrate(db(), steps);
  EXPECT_THAT(pending(db(), steps), IsEmpty());
  EXPECT_THAT(words(), ElementsAre("first"));
  auto const taken = applied(db());
  ASSERT_EQ(taken.size(), 2U);
  EXPECT_EQ(taken[1].feature, "voices");
  EXPECT_EQ(taken[1].number, 2);
  EXPECT_EQ(taken[1].name, "fill");
  EXPECT_EQ(taken[1].at, kNow);
}

TEST_P(Migrations, ThatAreNewAreTakenLater) {
  migrate(db(), std::vector{kCreate});
  std::vector const steps{kCreate, kFill};
  ASSERT_EQ(pending(db(), steps).size(), 1U);
  EXPECT_EQ(pending(db(), steps)[0].number, 2);
  migrate(db(), steps);
  EXPECT_THAT(words(), ElementsAre("first"));
}

TEST_P(Migrations, MayBeForOneEngineAlone) {
  migrate(db(), std::vector{kCreate, kOnSqlite, kOnPostgresql});
  EXPECT_THAT(words(), ElementsAre(engine_name(GetParam())));
}

TEST_P(Migrations, AreAllTakenOrNone) {
  EXPECT_THAT(error_of_migrating({kCreate, kBroken}), HasSubstr("Step 1 (broken) of asks failed"));
  EXPECT_THAT(applied(db()), IsEmpty());
  migrate(db(), std::vector{kCreate});
  EXPECT_THAT(error_of_migrating({kCreate, kBroken}), HasSubstr("TABEL"));
  EXPECT_THAT(words(), IsEmpty());
}

TEST_P(Migrations, OfANewerProgramAreRefused) {
  migrate(db(), std::vector{kCreate, kFill});
  EXPECT_THAT(error_of_migrating({kCreate}), HasSubstr("The database is newer than this program"));
  EXPECT_THROW(pending(db(), std::vector{kCreate}), Error);
}

TEST_P(Migrations, AreSafeWhenManyProcessesTakeThemAtOnce) {
  std::vector const steps{kCreate, kFill};
  std::vector<std::future<void>> processes;
  for (int i = 0; i < 6; ++i)
    processes.push_back(std::async(std::launch::async, [&] { migrate(*Database::open(url()), steps); }));
  for (auto& process : processes) EXPECT_NO_THROW(process.get());
  EXPECT_THAT(words(), ElementsAre("first"));
  EXPECT_EQ(applied(db()).size(), 2U);
}

EARSHOT_ON_BOTH_ENGINES(Migrations);

}  // namespace

}  // namespace earshot::db
