#include <chrono>
#include <map>
#include <mutex>

#include "bare.h"
#include "crowd.h"
#include "rows.h"
#include "runs.h"
#include "usage.h"
#include "visits.h"

namespace earshot::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kAtOnce = 16;
constexpr double kAim = 0.5;

double seconds_since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

/// What many at once wrote down.
class Times {
 public:
  void add(double milliseconds) {
    std::lock_guard const lock(m_mutex);
    m_milliseconds.push_back(milliseconds);
  }
  [[nodiscard]] std::vector<double> const& all() const { return m_milliseconds; }

 private:
  std::mutex m_mutex;
  std::vector<double> m_milliseconds;
};

/// To write a draft takes many times as long as to send it, and longer on PostgreSQL.
int drafts_each(db::Engine engine) { return engine == db::Engine::sqlite ? 20 : 10; }

/// Drafts are written first; what is timed is the last button alone.
Sample send_all(faults::Program const& server, int drafts) {
  Times times;
  std::vector<std::vector<Visit>> visits(kAtOnce);
  at_once(kAtOnce, [&](int family) {
    auto& mine = visits[static_cast<std::size_t>(family)];
    for (int i = 0; i < drafts; ++i) {
      mine.emplace_back(server.port());
      if (i > 0) mine.back().take_line_of(mine[mine.size() - 2]);
      mine.back().write(kSaid);
    }
    mine.front().take_line_of(mine.back());
  });
  Watch const watch(server.process());
  auto const begin = Clock::now();
  at_once(kAtOnce, [&](int family) {
    Visit* before = nullptr;
    for (auto& visit : visits[static_cast<std::size_t>(family)]) {
      if (before != nullptr) visit.take_line_of(*before);
      auto const pressed = Clock::now();
      visit.send();
      times.add(seconds_since(pressed) * 1000);
      before = &visit;
    }
  });
  auto const seconds = seconds_since(begin);
  return {kAtOnce * drafts / seconds, percentile(times.all(), 50), percentile(times.all(), 99), watch.cores(),
          memory_mb(server.process())};
}

void whole_journey(Visit& visit) {
  visit.write(kSaid);
  visit.send();
  visit.read_receipt();
}

Sample journeys(faults::Program const& server) {
  constexpr auto kTime = std::chrono::milliseconds(1'500);
  Times times;
  Watch const watch(server.process());
  auto const begin = Clock::now();
  at_once(kAtOnce, [&](int) {
    while (Clock::now() - begin < kTime) {
      auto const opened = Clock::now();
      Visit visit(server.port());
      whole_journey(visit);
      times.add(seconds_since(opened) * 1000);
    }
  });
  auto const seconds = seconds_since(begin);
  return {static_cast<double>(times.all().size()) / seconds, percentile(times.all(), 50), percentile(times.all(), 99),
          watch.cores(), memory_mb(server.process())};
}

/// What the steps of a journey take one by one, over one connection, added up: journeys a second.
double sum_of_steps(faults::Program const& server) {
  constexpr int kJourneys = 15;
  std::map<std::string, std::vector<double>> steps;
  for (int i = 0; i < kJourneys; ++i) {
    Visit visit(server.port(), [&](std::string const& step, double taken) { steps[step].push_back(taken); });
    whole_journey(visit);
  }
  double milliseconds = 0;
  for (auto const& [step, taken] : steps) milliseconds += median(taken);
  return 1000 / milliseconds;
}

}  // namespace

void add_saying(Stage const& stage, Table& table) {
  auto const server = stage.server();
  auto row = stage.row("a voice sent");
  row.aims = Aim::ratio;
  row.aim = kAim;
  table.add(row, [&](Row& measured) {
    measure(
        measured, [&] { return send_all(*server, drafts_each(stage.engine)); },
        [&] { return inserts_per_second(stage, kAtOnce); });
  });
  table.add(stage.row("saying it, every page, 16 families"), [&](Row& measured) {
    measure(
        measured, [&] { return journeys(*server); }, [&] { return sum_of_steps(*server); });
    measured.remark = "beside one family alone, by the sum of the steps";
  });
}

}  // namespace earshot::bench
