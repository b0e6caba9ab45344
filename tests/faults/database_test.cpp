// The database goes away while families say things, and is copied while they do.

#include <chrono>
#include <thread>

#include <gmock/gmock.h>
#include <unistd.h>

#include "testing.h"

namespace earshot::faults {
namespace {

using namespace std::chrono_literals;

constexpr db::Sql kVoices{"SELECT count(*) FROM voices"};

class Database : public FaultTest {
 protected:
  /// All that was acknowledged before the copy began is in it, and the record is whole.
  void expect_whole_copy(std::string const& copy, std::int64_t said) {
    EXPECT_EQ(run(tested().program, {"record", "verify", "--database", copy}, log()), 0);
    auto const there =
        db::Database::open(copy)->read([](db::Transaction& tx) { return tx.one<std::int64_t>(kVoices); });
    EXPECT_GE(there, said);
  }
};

TEST_F(Database, WhoseConnectionsAreCutLosesNothing) {
  Program program(tested().program, postgresql(), log());
  program.start();
  Crowd crowd(program.port(), 3);
  auto const other = db::Database::open(postgresql());
  static constexpr db::Sql kCut{
      "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database()"
      " AND pid <> pg_backend_pid() AND state <> $1"};
  // Those in the middle of a statement or a commit, and now and then all.
  for (int i = 0; i < times(30, 300); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(37 + i % 29));
    other->read([&](db::Transaction& tx) { return tx.one<std::int64_t>(kCut, i % 3 == 0 ? "" : "idle"); });
  }
  auto const journals = crowd.finish();
  EXPECT_EQ(program.stop(), 0);
  expect_whole(journals, postgresql());
}

TEST_F(Database, OfOneFileIsCopiedWholeWhileItIsWritten) {
  Program program(tested().program, sqlite(), log());
  program.start();
  Crowd crowd(program.port(), 3);
  for (int i = 0; i < times(2, 10); ++i) {
    std::this_thread::sleep_for(500ms);
    auto const said = crowd.receipts();
    auto const copy = (folder() / ("copy" + std::to_string(i))).string();
    auto const restored = "sqlite:" + copy + ".restored";
    ASSERT_EQ(run(tested().program, {"backup", "--database", sqlite(), copy}, log()), 0);
    ASSERT_EQ(run(tested().program, {"restore", "--database", restored, copy}, log()), 0);
    expect_whole_copy(restored, said);
  }
  auto const journals = crowd.finish();
  EXPECT_EQ(program.stop(), 0);
  expect_whole(journals, sqlite());
}

// As docs/guides/operators.md says it.
TEST_F(Database, OfAServerIsCopiedWholeWhileItIsWritten) {
  Program program(tested().program, postgresql(), log());
  program.start();
  Crowd crowd(program.port(), 3);
  std::this_thread::sleep_for(500ms);
  auto const said = crowd.receipts();
  auto const copy = (folder() / "copy").string();
  ASSERT_EQ(run("/usr/bin/pg_dump", {"--format=custom", "--file=" + copy, postgresql()}, log()), 0);
  auto const journals = crowd.finish();
  EXPECT_EQ(program.stop(), 0);

  auto const name = "copy_of_" + std::to_string(getpid());
  ASSERT_EQ(run("/usr/bin/createdb",
                {"--maintenance-db=" + postgresql("postgres", "postgres"), "--owner=earshot", name}, log()),
            0);
  ASSERT_EQ(run("/usr/bin/pg_restore", {"--dbname=" + postgresql("earshot", name), copy}, log()), 0);
  expect_whole_copy(postgresql("earshot", name), said);
  expect_whole(journals, postgresql());
}

}  // namespace
}  // namespace earshot::faults
