// A disk that loses what was not synced when the power goes, that is full, and that cannot be written: SQLite, whose
// file is on the disk of the program (faulty_disk.cpp).

#include <chrono>
#include <fstream>
#include <iostream>
#include <random>
#include <thread>

#include <gmock/gmock.h>

#include "platform/http/test_client.h"
#include "testing.h"

namespace earshot::faults {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

/// A disk writes a sector whole or not at all.
constexpr std::size_t kSector = 512;

std::string read(fs::path const& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

class Disk : public FaultTest {
 protected:
  Disk() : m_program(tested().program, sqlite(), log()), m_random(std::random_device{}()) {
    for (auto const* each : {"durable", "switches"}) fs::create_directories(folder() / each);
    m_program.set_conditions({.environment = {{"LD_PRELOAD", tested().faulty_disk},
                                              // The sanitizer would be the first library.
                                              {"ASAN_OPTIONS", "verify_asan_link_order=0"},
                                              {"FAULTY_DISK_FOLDER", (folder() / "data").string()},
                                              {"FAULTY_DISK_DURABLE", (folder() / "durable").string()},
                                              {"FAULTY_DISK_SWITCHES", (folder() / "switches").string()}}});
  }

  Program& program() { return m_program; }

  void turn(std::string const& name, bool on) {
    if (on)
      std::ofstream(folder() / "switches" / name);
    else
      fs::remove(folder() / "switches" / name);
  }

  /// Ends the program, and leaves of what it wrote since it last synced some sectors and others not, as a disk does
  /// that writes them in its own order.
  void cut_the_power() {
    m_program.kill();
    for (auto const& entry : fs::directory_iterator(folder() / "data")) {
      auto const name = entry.path().filename().string();
      if (name.ends_with("-shm")) {
        fs::remove(entry.path());
        continue;
      }
      auto const written = read(entry.path());
      auto synced = read(folder() / "durable" / name);
      if (written == synced) continue;
      if (std::bernoulli_distribution()(m_random)) synced.resize(std::max(synced.size(), written.size()));
      for (std::size_t at = 0; at < std::min(synced.size(), written.size()); at += kSector)
        if (std::bernoulli_distribution()(m_random))
          synced.replace(at, kSector, written, at, std::min(kSector, synced.size() - at));
      for (auto const& copy : {entry.path(), folder() / "durable" / name})
        std::ofstream(copy, std::ios::binary | std::ios::trunc) << synced;
    }
  }

  void run_for_a_while() {
    std::this_thread::sleep_for(std::chrono::milliseconds(std::uniform_int_distribution<int>(100, 600)(m_random)));
  }

  /// While nothing can be written: pages are still read, and families are told to try again; nothing of theirs is lost.
  void expect_patience_while(std::string const& fault) {
    m_program.start();
    Crowd crowd(m_program.port(), 3);
    run_for_a_while();
    for (int i = 0; i < times(2, 20); ++i) {
      turn(fault, true);
      std::this_thread::sleep_for(500ms);
      auto const before = crowd.receipts();
      EXPECT_EQ(http::TestClient(m_program.port()).ask(http::get("/changes?page=" + std::to_string(i + 1))).status, 200)
          << "who reads is not disturbed";
      std::this_thread::sleep_for(500ms);
      EXPECT_EQ(crowd.receipts(), before) << "no receipt is given for what cannot be kept";
      turn(fault, false);
      auto const end = std::chrono::steady_clock::now() + 10s;
      while (crowd.receipts() < before + 3 && std::chrono::steady_clock::now() < end) std::this_thread::sleep_for(10ms);
      EXPECT_GE(crowd.receipts(), before + 3) << "it goes on by itself";
    }
    auto const journals = crowd.finish();
    int told_to_wait = 0;
    for (auto const& journal : journals) told_to_wait += journal.told_to_wait;
    EXPECT_GT(told_to_wait, 0);
    EXPECT_EQ(m_program.stop(), 0);
    expect_whole(journals, sqlite());
  }

 private:
  Program m_program;
  std::mt19937 m_random;
};

TEST_F(Disk, AfterAPowerCutEveryReceiptIsThereOnce) {
  program().start();
  Crowd crowd(program().port(), 3);
  for (int i = 0; i < times(10, 100); ++i) {
    run_for_a_while();
    cut_the_power();
    program().start();
  }
  run_for_a_while();
  auto const journals = crowd.finish();
  EXPECT_EQ(program().stop(), 0);
  expect_whole(journals, sqlite());
}

// What shows that the test above could fail.
TEST_F(Disk, ThatSaysItHasWrittenWhatItHasNotLosesReceipts) {
  program().start();
  std::vector<Journal> journals;
  {
    Crowd crowd(program().port(), 3);
    std::this_thread::sleep_for(300ms);
    turn("lies", true);
    std::this_thread::sleep_for(700ms);
    journals = crowd.finish();
  }
  cut_the_power();
  auto lost = true;
  try {
    auto const stored = db::Database::open(sqlite());
    lost = compare(journals, *stored).lost > 0;
  } catch (db::Error const&) {
    // It cannot even be opened.
  }
  EXPECT_TRUE(lost);
}

TEST_F(Disk, ThatIsFullLosesNothing) { expect_patience_while("full"); }

TEST_F(Disk, ThatCannotBeWrittenLosesNothing) { expect_patience_while("readonly"); }

}  // namespace
}  // namespace earshot::faults
