// Killed with SIGKILL while families say things as fast as they can: every receipt that was given is there afterwards,
// once.

#include <chrono>
#include <iostream>
#include <random>
#include <set>
#include <thread>

#include <gmock/gmock.h>

#include "testing.h"

namespace earshot::faults {
namespace {

using namespace std::chrono_literals;

class Kill : public FaultOnBothEngines {};
EARSHOT_FAULTS_ON_BOTH_ENGINES(Kill);

TEST_P(Kill, EveryReceiptThatWasSeenIsThereOnce) {
  auto const kills = times(10, 100);
  Program program(tested().program, database(), log());
  program.start();
  Crowd crowd(program.port(), 3);

  // Not the same moments each time, but the same again when a run is to be repeated.
  auto const seed = std::random_device{}();
  std::cout << "seed " << seed << "\n";
  std::mt19937 random(seed);
  std::uniform_int_distribution<int> pause(100, 600);
  for (int i = 0; i < kills; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(pause(random)));
    program.kill();
    program.start();
  }
  std::this_thread::sleep_for(300ms);
  auto const journals = crowd.finish();

  int broken_off = 0;
  std::set<std::string> links;
  Family reader(program.port());
  for (auto const& journal : journals) {
    broken_off += journal.broken_off;
    for (auto const& [words, link] : journal.receipts) {
      EXPECT_THAT(link, testing::StartsWith("/say/received/"));
      EXPECT_TRUE(links.insert(link).second) << link << " was given twice";
      auto const page = reader.get("/follow/" + link.substr(sizeof "/say/received/" - 1));
      EXPECT_EQ(page.status, 200) << words;
      EXPECT_THAT(app::SeenPage(page.body).text(), testing::HasSubstr(words));
    }
  }
  EXPECT_GE(broken_off, kills) << "each kill broke something off";
  EXPECT_EQ(program.stop(), 0);
  expect_whole(journals, database());
}

}  // namespace
}  // namespace earshot::faults
