#include <chrono>
#include <fstream>
#include <stdexcept>

#include "bare.h"
#include "platform/db/database.h"
#include "rows.h"
#include "runs.h"

namespace earshot::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double kAim = 0.3;
constexpr std::size_t kFiles = 3;

/// 30,000 voices for a small county and 300,000 for a large one, in three files. PostgreSQL would take minutes over as
/// many.
std::size_t voices_in_a_file(Stage const& stage) {
  auto const many = stage.scale >= 100 && stage.engine == db::Engine::sqlite;
  return (many ? 300'000 : 30'000) / kFiles;
}

/// What people say in this county, each time a little different.
std::vector<std::string> words_like_theirs(Stage const& stage, std::size_t count, int part) {
  static constexpr db::Sql kWords{"SELECT words FROM voices WHERE words <> '' ORDER BY id LIMIT 3000"};
  auto const said =
      db::Database::open(stage.ours)->read([](db::Transaction& tx) { return tx.all<std::string>(kWords); });
  std::vector<std::string> words;
  for (std::size_t i = 0; i < count; ++i)
    words.push_back(said[i % said.size()] + " " + std::to_string(part) + "-" + std::to_string(i));
  return words;
}

void write_sheet(std::filesystem::path const& file, std::vector<std::string> const& words) {
  std::ofstream sheet(file);
  sheet << "level,said_by,heard_through,heard_on,words\n";
  for (auto const& each : words) {
    sheet << "information,child,school,March,\"";
    for (auto const c : each) sheet << (c == '"' ? "\"\"" : std::string(1, c));
    sheet << "\"\n";
  }
  if (!sheet.flush()) throw std::runtime_error("Cannot write " + file.string());
}

Sample import_sheet(Stage const& stage, std::filesystem::path const& file, std::size_t voices) {
  auto const log = (stage.folder / "import.log").string();
  auto const begin = Clock::now();
  if (faults::run(stage.earshot, {"import", "voices", file.string(), "--database", stage.ours}, log) != 0)
    throw std::runtime_error("the import was refused; see " + log);
  return {.rate = static_cast<double>(voices) / std::chrono::duration<double>(Clock::now() - begin).count()};
}

}  // namespace

void add_import(Stage const& stage, Table& table) {
  auto const each = voices_in_a_file(stage);
  auto row = stage.row(std::to_string(each * kFiles) + " voices imported");
  row.aims = Aim::ratio;
  row.aim = kAim;
  table.add(row, [&](Row& measured) {
    auto const file = stage.folder / "voices.csv";
    std::vector<std::string> words;
    int part = 0;
    measure(
        measured,
        [&] {
          words = words_like_theirs(stage, each, ++part);
          write_sheet(file, words);
          return import_sheet(stage, file, each);
        },
        [&] { return bulk_per_second(stage, words); }, WhenNoisy::leave);
    std::filesystem::remove(file);
  });
}

}  // namespace earshot::bench
