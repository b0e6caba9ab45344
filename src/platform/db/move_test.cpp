// A whole county's rows go from one engine to the other.
#include "platform/db/move.h"

#include <gmock/gmock.h>

#include "platform/db/testing.h"

namespace earshot::db {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr Migration kTables{"test", 1, "tables", R"(
  CREATE TABLE visits (
    id @id,
    -- Named so that it comes after this table in the alphabet, and has to be copied before it.
    zoo BIGINT REFERENCES zoos (id),
    stars DOUBLE PRECISION,
    photo @bytes
  );)"};
constexpr Migration kZoos{"test", 0, "zoos", R"(
  CREATE TABLE zoos (id @id, name TEXT NOT NULL);
  CREATE TABLE seeds (id INTEGER PRIMARY KEY, word TEXT NOT NULL);
  INSERT INTO seeds VALUES (1, 'planted');
  CREATE TABLE weeds (id @id, word TEXT NOT NULL);
  INSERT INTO weeds (word) SELECT word FROM seeds WHERE id = 2;)"};
constexpr Migration kGuard{"test", 2, "guard", R"(
  CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END; $$;
  CREATE TRIGGER seeds_stay BEFORE DELETE ON seeds FOR EACH ROW EXECUTE FUNCTION refuse();)",
                           Engine::postgresql};
constexpr Migration kSearchOnSqlite{"test", 3, "search", "CREATE VIRTUAL TABLE search_zoos USING fts5(tokens);",
                                    Engine::sqlite};
constexpr Migration kSearchOnPostgresql{"test", 4, "search",
                                        "CREATE TABLE search_zoos (item BIGINT PRIMARY KEY, tokens TSVECTOR NOT NULL);",
                                        Engine::postgresql};

constexpr std::string_view kHard = "Two\nlines,\ta tab, a \\ backslash, \\N, \r and ‘Ysgol’ — اسکول";

class Moving : public EngineTest {
 protected:
  std::vector<Migration> migrations() override {
    return {kZoos, kTables, kGuard, kSearchOnSqlite, kSearchOnPostgresql};
  }

  void SetUp() override {
    EngineTest::SetUp();
    m_folder = std::filesystem::temp_directory_path() / ("earshot_moving_" + std::to_string(getpid()));
    std::filesystem::create_directories(m_folder);
    m_from_url = "sqlite:" + (m_folder / "from.db").string();
    m_from = Database::open(m_from_url);
    migrate(*m_from, migrations());
    m_from->write([](Transaction& tx) {
      tx.execute(Sql{"UPDATE seeds SET word = 'grown'"});
      tx.execute(Sql{"INSERT INTO zoos (name) VALUES ($1)"}, kHard);
      tx.execute(Sql{"INSERT INTO zoos (name) VALUES ('gone')"});
      tx.execute(Sql{"DELETE FROM zoos WHERE id = 2"});
      tx.execute(Sql{"INSERT INTO visits (zoo, stars, photo) VALUES (1, 4.25, $1)"},
                 Bytes{std::string("\x00\xFF\\x\n", 5)});
      tx.execute(Sql{"INSERT INTO visits (zoo) VALUES (NULL)"});
      tx.execute(Sql{"INSERT INTO search_zoos (rowid, tokens) VALUES (1, $1)"}, "o'clock zebra back\\slash");
    });
  }

  void TearDown() override {
    m_from.reset();
    std::filesystem::remove_all(m_folder);
    EngineTest::TearDown();
  }

  std::filesystem::path m_folder;
  std::string m_from_url;
  std::unique_ptr<Database> m_from;
};

TEST_P(Moving, TakesEveryRowAlongAsItIs) {
  EXPECT_EQ(move(m_from_url, url()), 5);
  db().read([](Transaction& tx) {
    EXPECT_EQ(tx.one<std::string>(Sql{"SELECT name FROM zoos WHERE id = 1"}), kHard);
    EXPECT_EQ(tx.one<std::string>(Sql{"SELECT word FROM seeds"}), "grown");
    EXPECT_EQ(tx.one<double>(Sql{"SELECT stars FROM visits WHERE id = 1"}), 4.25);
    EXPECT_EQ(tx.one<Bytes>(Sql{"SELECT photo FROM visits WHERE id = 1"}).bytes, std::string("\x00\xFF\\x\n", 5));
    EXPECT_EQ(tx.one<std::int64_t>(Sql{"SELECT count(*) FROM visits WHERE zoo IS NULL AND photo IS NULL"}), 1);
    for (auto const* word : {"'zebra'", "'o''clock'", "'back\\\\slash'"})
      EXPECT_THAT(tx.all<std::int64_t>(Sql{"SELECT item FROM @found(zoos, $1)"}, word), ElementsAre(1)) << word;
  });
}

TEST_P(Moving, GivesNoNumberThatWasGivenBefore) {
  move(m_from_url, url());
  auto const next = db().write(
      [](Transaction& tx) { return tx.one<int>(Sql{"INSERT INTO zoos (name) VALUES ('new') RETURNING id"}); });
  EXPECT_EQ(next, 3);
}

TEST_P(Moving, LeavesTheTriggersThatGuardAsTheyWere) {
  move(m_from_url, url());
  EXPECT_THROW(db().write([](Transaction& tx) { tx.execute(Sql{"DELETE FROM seeds"}); }), Error);
}

TEST_P(Moving, ThatFailsChangesNothing) {
  m_from->write([](Transaction& tx) { tx.script("ALTER TABLE visits RENAME COLUMN stars TO points;"); });
  EXPECT_THROW(move(m_from_url, url()), Error);
  EXPECT_EQ(db().read([](Transaction& tx) { return tx.one<std::string>(Sql{"SELECT word FROM seeds"}); }), "planted");
}

INSTANTIATE_TEST_SUITE_P(To, Moving, testing::Values(Engine::postgresql),
                         [](auto const& tested) { return engine_name(tested.param); });

TEST(MovingADatabase, GoesOneWayOnly) {
  try {
    move("postgresql://x", "sqlite:y");
    FAIL() << "it went the other way";
  } catch (Error const& error) {
    EXPECT_THAT(error.what(), HasSubstr("from sqlite: to postgresql://"));
  }
}

}  // namespace
}  // namespace earshot::db
