// What the server as a process takes: time to start, and memory.

#include <algorithm>
#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>

#include "nginx.h"
#include "rows.h"
#include "usage.h"
#include "wrk.h"

namespace earshot::bench {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr double kMostToStart = 100;
constexpr double kMostIdle = 40;
constexpr double kMostAtWork = 80;

double milliseconds_to_start(faults::Program& program) {
  auto const begin = Clock::now();
  program.launch();
  while (Clock::now() - begin < 10s) {
    if (http::TestClient(program.port()).ask(http::get("/")).status == 200)
      return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
    std::this_thread::sleep_for(500us);
  }
  throw std::runtime_error("there is no answer");
}

/// The most memory that the process has while it is under load.
double most_at_work(std::uint16_t port, pid_t process, std::vector<Load> const& loads) {
  std::atomic<bool> done{false};
  double most = 0;
  std::thread looking([&] {
    for (; !done; std::this_thread::sleep_for(20ms)) most = std::max(most, memory_mb(process));
  });
  try {
    for (auto const& each : loads) load(port, each, process);
  } catch (...) {
    done = true;
    looking.join();
    throw;
  }
  done = true;
  looking.join();
  return most;
}

Row memory_row(Stage const& stage, std::string const& name, double most) {
  auto row = stage.row(name);
  row.unit = "MB";
  row.aims = Aim::most;
  row.aim = most;
  return row;
}

}  // namespace

void add_start(Stage const& stage, Table& table) {
  auto row = stage.row("start to first answer");
  row.unit = "ms";
  row.aims = Aim::most;
  row.aim = kMostToStart;
  table.add(row, [&](Row& measured) {
    measure(measured, [&] {
      faults::Program program(stage.earshot, stage.ours, (stage.folder / "earshot.log").string());
      auto const taken = milliseconds_to_start(program);
      // Asked to stop, it would finish the jobs that it began.
      program.kill();
      return Sample{.rate = taken};
    });
  });
}

void add_memory(Stage const& stage, Table& table) {
  auto const server = stage.server();
  auto const page = http::TestClient(server->port()).ask(http::get("/"));
  Nginx const nginx(page);
  auto const tell = [](Row& row, double ours, double reference) {
    row.ours = row.memory_mb = ours;
    row.reference = reference;
  };
  table.add(memory_row(stage, "memory after one answer", kMostIdle),
            [&](Row& row) { tell(row, memory_mb(server->process()), memory_mb(nginx.process())); });
  table.add(memory_row(stage, "memory at full load", kMostAtWork), [&](Row& row) {
    std::vector<std::string> const compressed{"Accept-Encoding: br"}, plain{"Accept-Encoding: identity"};
    auto const ours = most_at_work(server->port(), server->process(), {{"/", compressed}, {"/changes", plain}});
    tell(row, ours, most_at_work(nginx.port(), nginx.process(), {{Nginx::kPath, compressed}, {Nginx::kPath, plain}}));
  });
}

}  // namespace earshot::bench
