// Crowds: idle lines, slow senders, one address that asks for all it can, more lines than files can be open, little
// memory, and a clock that jumps. Families go on saying things the whole time.

#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <memory>
#include <thread>

#include <gmock/gmock.h>
#include <sys/resource.h>

#include "platform/http/test_client.h"
#include "testing.h"

namespace earshot::faults {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

#ifdef __SANITIZE_ADDRESS__
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

using Lines = std::vector<std::unique_ptr<http::TestClient>>;

/// Opens lines that say nothing.
Lines open_lines(std::uint16_t port, int count) {
  rlimit limit{};
  getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
  Lines lines;
  for (int i = 0; i < count; ++i) lines.push_back(std::make_unique<http::TestClient>(port));
  return lines;
}

class CrowdTest : public FaultOnBothEngines {
 protected:
  CrowdTest() : m_program(tested().program, database(), log()) {}

  Program& program() { return m_program; }

  /// Families say things while `what` happens, and are answered.
  template <class Happening>
  void speak_while(Happening const& what, std::chrono::duration<double> longest = 5s) {
    Crowd crowd(m_program.port(), 2);
    what();
    auto const before = crowd.receipts();
    auto const end = std::chrono::steady_clock::now() + 10s;
    while (crowd.receipts() < before + 2 && std::chrono::steady_clock::now() < end) std::this_thread::sleep_for(10ms);
    EXPECT_GE(crowd.receipts(), before + 2) << "afterwards it goes on by itself";
    auto const journals = crowd.finish();
    for (auto const& journal : journals) EXPECT_LT(journal.longest_wait, longest);
    expect_whole(journals, database());
  }

 private:
  Program m_program;
};
EARSHOT_FAULTS_ON_BOTH_ENGINES(CrowdTest);

TEST_P(CrowdTest, OfIdleLinesAndSlowSendersDoesNotKeepOthersWaiting) {
  program().start();
  speak_while([&] {
    auto const idle = open_lines(program().port(), times(1'000, 10'000));
    auto const slow = open_lines(program().port(), 200);
    std::string_view const request = "POST /say HTTP/1.1\r\nHost: families.example\r\nContent-Length: 100000\r\n\r\n";
    for (int i = 0; i < times(20, 100); ++i) {
      for (auto const& line : slow) line->send(request.substr(static_cast<std::size_t>(i) % request.size(), 1));
      std::this_thread::sleep_for(100ms);
    }
  });
}

TEST_P(CrowdTest, FromOneAddressDoesNotKeepOthersWaiting) {
  program().set_conditions({.arguments = {"--requests-per-second", "20", "--request-burst", "60"}});
  program().start();
  std::atomic<bool> enough{false};
  std::atomic<int> answered{0}, refused{0}, without_when{0};
  std::vector<std::thread> flood;
  for (int i = 0; i < 8; ++i)
    flood.emplace_back([&] {
      while (!enough) {
        http::TestClient client(program().port(), "127.0.0.2");
        for (int n = 0; n < 100 && !enough; ++n) {
          auto const answer = client.ask(http::get("/changes?q=bus&page=" + std::to_string(n)));
          if (answer.status == 0) break;
          ++(answer.status == 200 ? answered : refused);
          if (answer.status != 200 && answer.headers.get("Retry-After").empty()) ++without_when;
        }
      }
    });
  // A family from another address, at the pace of somebody who writes.
  Family family(program().port());
  std::vector<Journal> journals(1);
  for (int i = 0; i < times(3, 10); ++i) {
    auto const words = "Said in a flood, " + std::to_string(i);
    journals[0].receipts[words] = family.say(words);
    std::this_thread::sleep_for(1s);
  }
  enough = true;
  for (auto& each : flood) each.join();
  journals[0].longest_wait = family.longest_wait();
  std::cout << answered << " answered, " << refused << " refused\n";
  EXPECT_EQ(family.told_to_wait(), 0);
  EXPECT_LT(family.longest_wait(), 2s);
  EXPECT_GT(refused, answered);
  EXPECT_EQ(without_when, 0) << "who is refused is told when to come again";
  expect_whole(journals, database());
}

TEST_P(CrowdTest, OfMoreLinesThanFilesCanBeOpenIsOutlived) {
  if (kSanitized) GTEST_SKIP() << "UndefinedBehaviorSanitizer opens files to look at memory. bin/faults runs this.";
  program().set_conditions({.open_files = 128});
  program().start();
  speak_while(
      [&] {
        for (int i = 0; i < times(2, 10); ++i) {
          auto const lines = open_lines(program().port(), 300);
          std::this_thread::sleep_for(1s);
        }
      },
      15s);
}

TEST_P(CrowdTest, IsServedWhenTheClockJumps) {
  auto const* const library = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";
  if (!fs::exists(library)) GTEST_SKIP() << "libfaketime is not installed";
  auto const file = folder() / "clock";
  auto const turn = [&](std::string const& by) {
    std::ofstream(file.string() + ".new") << by << "\n";
    fs::rename(file.string() + ".new", file);
  };
  turn("+0");
  program().set_conditions({.environment = {{"LD_PRELOAD", library},
                                            {"ASAN_OPTIONS", "verify_asan_link_order=0"},
                                            {"FAKETIME_TIMESTAMP_FILE", file.string()},
                                            {"FAKETIME_NO_CACHE", "1"},
                                            {"FAKETIME_DONT_FAKE_MONOTONIC", "1"}}});
  program().start();
  speak_while([&] {
    for (auto const* by : {"+1h", "-1h", "+2d", "-2d", "+0"}) {
      turn(by);
      std::this_thread::sleep_for(700ms);
    }
  });
  EXPECT_EQ(program().stop(), 0);
}

/// The memory controller of the kernel, version 1 or 2; empty where this process may not use it.
class LittleMemory {
 public:
  explicit LittleMemory(std::string const& name) {
    for (auto const* each : {"/sys/fs/cgroup/memory", "/sys/fs/cgroup"}) {
      std::error_code error;
      auto const folder = fs::path(each) / name;
      if (!fs::exists(fs::path(each) / "cgroup.procs") || !fs::create_directory(folder, error)) continue;
      m_folder = folder;
      auto const limit = m_folder / (fs::exists(m_folder / "memory.max") ? "memory.max" : "memory.limit_in_bytes");
      std::ofstream file(limit);
      if (file << (64 << 20) << std::flush) return;
      fs::remove(std::exchange(m_folder, {}), error);
    }
  }
  ~LittleMemory() {
    std::error_code error;
    if (!m_folder.empty()) fs::remove(m_folder, error);
  }
  LittleMemory(LittleMemory const&) = delete;
  LittleMemory& operator=(LittleMemory const&) = delete;

  [[nodiscard]] std::string folder() const { return m_folder.string(); }

 private:
  fs::path m_folder;
};

TEST_P(CrowdTest, IsServedWith64Megabytes) {
  if (kSanitized) GTEST_SKIP() << "With its sanitizers the program alone needs more. bin/faults runs this.";
  LittleMemory const memory("earshot-faults-" + engine_name({GetParam(), 0}));
  if (memory.folder().empty()) GTEST_SKIP() << "The memory of a process cannot be limited here";
  program().set_conditions({.cgroup = memory.folder()});
  program().start();
  speak_while([&] {
    auto const idle = open_lines(program().port(), 1'000);
    for (int i = 0; i < 2'000; ++i)
      EXPECT_EQ(http::TestClient(program().port()).ask(http::get("/changes?page=" + std::to_string(i))).status, 200);
  });
  EXPECT_EQ(program().stop(), 0) << "the kernel did not end it";
}

}  // namespace
}  // namespace earshot::faults
