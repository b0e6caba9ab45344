// Killed with SIGKILL ten times while one client submits as fast as it can: every receipt that the client saw is there
// afterwards, once.
//
//   bin/with-postgresql kill_test PATH-OF-EARSHOT

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "family.h"
#include "platform/db/database.h"
#include "program.h"

namespace earshot::faults {
namespace {

using namespace std::chrono_literals;

constexpr int kKills = 10;
std::string the_program;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables): the command line's

class Kill : public testing::TestWithParam<db::Engine> {
 protected:
  Kill() : m_folder(std::filesystem::temp_directory_path() / ("earshot-kill-" + std::to_string(getpid()))) {
    std::filesystem::create_directories(m_folder);
  }
  ~Kill() override {
    if (!HasFailure()) std::filesystem::remove_all(m_folder);
  }

  std::string database() {
    if (GetParam() == db::Engine::sqlite) return "sqlite:" + (m_folder / "earshot.db").string();
    auto const* address = std::getenv("EARSHOT_TEST_POSTGRESQL");
    if (address == nullptr) throw std::runtime_error("Run this test through bin/with-postgresql");
    return address;
  }

  std::string log() { return (m_folder / "log").string(); }

 private:
  std::filesystem::path m_folder;
};

std::string engine_name(testing::TestParamInfo<db::Engine> const& tested) {
  return tested.param == db::Engine::sqlite ? "sqlite" : "postgresql";
}
INSTANTIATE_TEST_SUITE_P(On, Kill, testing::Values(db::Engine::sqlite, db::Engine::postgresql), engine_name);

TEST_P(Kill, EveryReceiptThatWasSeenIsThereOnce) {
  Program program(the_program, database(), log());
  program.start();

  std::map<std::string, std::string> receipts;  // by the words
  std::atomic<bool> enough{false};
  Family family(program.port());
  std::string fault;
  std::thread client([&] {
    try {
      while (!enough) {
        auto const words = "Voice " + std::to_string(receipts.size() + 1) + " of many";
        receipts[words] = family.say(words);
      }
    } catch (std::exception const& error) {
      fault = error.what();
    }
  });

  // Not the same moments each time, but the same again when a run is to be repeated.
  auto const seed = std::random_device{}();
  std::cout << "seed " << seed << "\n";
  std::mt19937 random(seed);
  std::uniform_int_distribution<int> pause(100, 600);
  for (int kills = 0; kills < kKills; ++kills) {
    std::this_thread::sleep_for(std::chrono::milliseconds(pause(random)));
    program.kill();
    program.start();
  }
  std::this_thread::sleep_for(300ms);
  enough = true;
  client.join();
  ASSERT_EQ(fault, "");
  std::cout << receipts.size() << " receipts, " << family.broken_off() << " lines broken off\n";
  EXPECT_GE(receipts.size(), 20U);
  EXPECT_GE(family.broken_off(), kKills) << "each kill broke something off";

  std::set<std::string> links;
  for (auto const& [words, link] : receipts) {
    EXPECT_THAT(link, testing::StartsWith("/say/received/"));
    EXPECT_TRUE(links.insert(link).second) << link << " was given twice";
    auto const page = family.get("/follow/" + link.substr(sizeof "/say/received/" - 1));
    EXPECT_EQ(page.status, 200) << words;
    EXPECT_THAT(app::SeenPage(page.body).text(), testing::HasSubstr(words));
  }
  EXPECT_EQ(program.stop(), 0);

  static constexpr db::Sql kVoices{"SELECT count(*) FROM voices"};
  static constexpr db::Sql kWords{"SELECT count(DISTINCT words) FROM voices"};
  auto const stored = db::Database::open(database());
  auto const seen = static_cast<std::int64_t>(receipts.size());
  EXPECT_EQ(stored->read([](db::Transaction& tx) { return tx.one<std::int64_t>(kVoices); }), seen);
  EXPECT_EQ(stored->read([](db::Transaction& tx) { return tx.one<std::int64_t>(kWords); }), seen);
  EXPECT_EQ(run(the_program, {"record", "verify", "--database", database()}, log()), 0) << "the record is whole";
}

}  // namespace
}  // namespace earshot::faults

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  if (argc != 2) {
    std::cerr << "usage: kill_test PATH-OF-EARSHOT\n";
    return 2;
  }
  earshot::faults::the_program = argv[1];
  return RUN_ALL_TESTS();
}
