// bench PROGRAM FOLDER: measures `earshot serve` beside what could be done at best, and prints a table. Run by
// bin/bench, which gives it a PostgreSQL server in EARSHOT_TEST_POSTGRESQL.

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cost.h"
#include "county.h"
#include "platform/log/log.h"
#include "recorder.h"
#include "rows.h"
#include "usage.h"

namespace earshot::bench {
namespace {

struct Settings {
  std::string earshot;
  std::string folder;
  std::vector<int> scales;
  std::string rows;
  std::string json;
};

constexpr double kMostBusy = 0.2;

/// The scales of the rows when none is asked for, and the one between them, of which only the cost is told.
constexpr int kSmall = 1;
constexpr int kBetween = 10;
constexpr int kLarge = 100;

using Clock = std::chrono::steady_clock;

double minutes_since(Clock::time_point begin) {
  return std::chrono::duration<double, std::ratio<60>>(Clock::now() - begin).count();
}

/// What cannot even be begun says why, and the rest goes on.
void attempt(Stage const& stage, std::string const& what, std::function<void()> const& measure) {
  try {
    measure();
  } catch (std::exception const& error) {
    fmt::print("{} on {} at scale {} failed: {}\n", what, stage.engine_name(), stage.scale, error.what());
  }
}

/// What changes the county comes last.
void measure_rows(Stage const& stage, Table& table) {
  if (stage.engine == db::Engine::sqlite) attempt(stage, "pages", [&] { add_pages(stage, table); });
  attempt(stage, "lists", [&] { add_lists(stage, table); });
  if (stage.scale == kSmall) attempt(stage, "memory", [&] { add_memory(stage, table); });
  attempt(stage, "start", [&] { add_start(stage, table); });
  attempt(stage, "saying", [&] { add_saying(stage, table); });
  attempt(stage, "import", [&] { add_import(stage, table); });
}

int run(Settings const& settings) {
  auto const begin = Clock::now();
  auto const* postgresql = std::getenv("EARSHOT_TEST_POSTGRESQL");
  Counties counties(settings.earshot, settings.folder, postgresql == nullptr ? "" : postgresql);
  Table table(settings.rows);
  Cost cost(settings.rows);
  auto const all = settings.scales.empty();
  auto const scales = all ? std::vector<int>{kSmall, kBetween, kLarge} : settings.scales;
  fmt::print(
      "The server, the load generator (wrk) and what ours is compared with share one machine and its processors.\n"
      "Each figure is the median of three runs or more, ours and the reference in turn; MB is resident memory.\n\n");
  if (auto const busy = busy_processors(); busy > kMostBusy)
    fmt::print("Something else keeps {:.1f} of {} processors busy, so the figures are lower than they would be.\n\n",
               busy, std::thread::hardware_concurrency());
  table.print_head();
  for (auto const engine : {db::Engine::sqlite, db::Engine::postgresql}) {
    if (engine == db::Engine::postgresql && !counties.has_postgresql()) continue;
    for (auto const scale : scales) {
      counties.prepare(engine, scale);
      Stage const stage{engine,
                        scale,
                        settings.earshot,
                        counties.copy(engine, scale, "ours"),
                        counties.copy(engine, scale, "bare"),
                        settings.folder};
      if (cost.wanted()) attempt(stage, "cost", [&] { cost.measure(stage); });
      if (!all || scale != kBetween) measure_rows(stage, table);
      counties.forget(engine, scale);
    }
  }
  cost.print();
  fmt::print("\nIt took {:.1f} minutes.\n", minutes_since(begin));
  if (!settings.json.empty()) table.write_json(settings.json);
  return 0;
}

}  // namespace
}  // namespace earshot::bench

int main(int argc, char** argv) {
  CLI::App cli{"Measures Earshot beside what could be done at best."};
  earshot::bench::Settings settings;
  cli.add_option("program", settings.earshot, "The program earshot")->required();
  cli.add_option("folder", settings.folder, "Where counties are kept")->required();
  cli.add_option("--scale", settings.scales, "So many times 3,000 voices; 1 and 100 unless given")
      ->check(CLI::Range(1, 1000));
  cli.add_option("--rows", settings.rows, "Only rows with this in their name");
  cli.add_option("--json", settings.json, "A file for the figures as JSON");
  CLI11_PARSE(cli, argc, argv);
  try {
    earshot::log::set_level(earshot::log::Level::warning);
    earshot::bench::recorder::watch_sqlite();
    return earshot::bench::run(settings);
  } catch (std::exception const& error) {
    fmt::print(stderr, "bench: {}\n", error.what());
    return 2;
  }
}
