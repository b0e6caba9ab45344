// A backup holds one moment, whoever writes meanwhile, and gives it back.
#include "platform/db/backup.h"

#include <atomic>
#include <fstream>
#include <thread>

#include <gmock/gmock.h>

#include "platform/db/testing.h"

namespace earshot::db {
namespace {

using testing::HasSubstr;

constexpr Migration kTable{"test", 1, "table",
                           "CREATE TABLE pairs (left_side BIGINT NOT NULL, right_side BIGINT NOT NULL);"};
constexpr Sql kAdd{"INSERT INTO pairs VALUES ($1, $1)"};
constexpr Sql kCount{"SELECT count(*) FROM pairs"};

class Backup : public testing::Test {
 protected:
  Backup() : m_folder(std::filesystem::temp_directory_path() / ("earshot_backup_" + std::to_string(getpid()))) {
    std::filesystem::remove_all(m_folder);
    std::filesystem::create_directories(m_folder);
    m_database = Database::open(url("used.db"));
    migrate(*m_database, std::array{kTable});
  }
  ~Backup() override {
    m_database.reset();
    std::filesystem::remove_all(m_folder);
  }

  [[nodiscard]] std::string path(std::string const& name) const { return (m_folder / name).string(); }
  [[nodiscard]] std::string url(std::string const& name) const { return "sqlite:" + path(name); }

  void add(std::int64_t number) {
    m_database->write([&](Transaction& tx) { tx.execute(kAdd, number); });
  }
  static std::int64_t count(Database& database) {
    return database.read([](Transaction& tx) { return tx.one<std::int64_t>(kCount); });
  }

  /// What went wrong; empty when nothing did.
  template <class Run>
  static std::string error_of(Run const& run) {
    try {
      run();
    } catch (Error const& error) {
      return error.what();
    }
    return {};
  }

  std::filesystem::path m_folder;
  std::unique_ptr<Database> m_database;
};

TEST_F(Backup, HoldsWhatWasThereAndGivesItBack) {
  add(1);
  add(2);
  back_up(url("used.db"), path("kept.db"));
  add(3);
  restore(path("kept.db"), url("again.db"));
  EXPECT_EQ(count(*Database::open(url("again.db"))), 2);
  EXPECT_EQ(count(*m_database), 3) << "what is in use is left alone";
}

TEST_F(Backup, IsOfOneMomentWhileOthersWrite) {
  std::atomic<bool> enough{false};
  std::atomic<std::int64_t> added{0};
  std::thread writer([&] {
    while (!enough)
      m_database->write([&](Transaction& tx) {
        tx.execute(kAdd, added.load());
        tx.execute(kAdd, added++);
      });
  });
  while (added < 50) std::this_thread::yield();
  auto const before = added.load();
  back_up(url("used.db"), path("kept.db"));
  enough = true;
  writer.join();
  auto const kept = count(*Database::open(url("kept.db")));
  EXPECT_GE(kept, 2 * before - 2);
  EXPECT_EQ(kept % 2, 0) << "no half of a transaction";
}

TEST_F(Backup, OverwritesNothing) {
  back_up(url("used.db"), path("kept.db"));
  EXPECT_THAT(error_of([&] { back_up(url("used.db"), path("kept.db")); }), HasSubstr("already"));
  EXPECT_THAT(error_of([&] { restore(path("kept.db"), url("used.db")); }), HasSubstr("already"));
}

TEST_F(Backup, ThatIsNotWholeIsNotRestored) {
  std::ofstream(path("broken.db")) << std::string(8192, 'x');
  EXPECT_THAT(error_of([&] { restore(path("broken.db"), url("again.db")); }), HasSubstr("cannot be copied"));
  EXPECT_FALSE(std::filesystem::exists(path("again.db")));
  EXPECT_THAT(error_of([&] { restore(path("nothing.db"), url("again.db")); }), HasSubstr("There is no database"));
}

TEST_F(Backup, IsNotForPostgresql) {
  EXPECT_THAT(error_of([&] { back_up("postgresql://x/y", path("kept.db")); }), HasSubstr("pg_dump"));
}

}  // namespace
}  // namespace earshot::db
