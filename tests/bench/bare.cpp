#include "bare.h"

#include <atomic>
#include <chrono>
#include <fstream>
#include <stdexcept>

#include "crowd.h"
#include "platform/crypto/token.h"
#include "postgresql.h"
#include "sqlite.h"

namespace earshot::bench {
namespace {

using Clock = std::chrono::steady_clock;

#define COLUMNS                                                                                                \
  "voices (reference, submission_key, receipt_hash, words, language, speaker, wish, may_show, heard_through, " \
  "heard_on,"                                                                                                  \
  " received_at)"
constexpr char const* kInsert =
    "INSERT INTO " COLUMNS " VALUES (?1, ?2, ?3, ?4, 'en', 'child', '', 'no', '', '', 1763840000000)";

double seconds_since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

std::string unlike_any() {
  constexpr std::size_t kBytes = 16;
  return crypto::random_token(kBytes);
}

void insert(sqlite3_stmt* statement, std::string const& words) {
  for (auto place : {1, 2, 3}) sqlite::bind(statement, place, unlike_any());
  sqlite::bind(statement, 4, words);
  sqlite::run(statement);
}

double sqlite_inserts(std::string const& url, int connections) {
  constexpr auto kTime = std::chrono::seconds(1);
  std::atomic<int> rows{0};
  auto const begin = Clock::now();
  at_once(connections, [&](int) {
    auto const connection = sqlite::connect(url);
    auto const statement = sqlite::prepared(connection.get(), kInsert);
    for (; Clock::now() - begin < kTime; ++rows) insert(statement.get(), kSaid);
  });
  return rows / seconds_since(begin);
}

double pgbench(Stage const& stage, int connections) {
  auto const script = stage.folder / "insert.sql";
  std::ofstream(script) << "INSERT INTO " COLUMNS
                           " VALUES (gen_random_uuid()::text, gen_random_uuid()::text,"
                           " gen_random_uuid()::text, '"
                        << kSaid << "', 'en', 'child', '', 'no', '', '', 1763840000000);\n";
  auto const log = stage.folder / "pgbench.log";
  std::filesystem::remove(log);
  auto const code = faults::run("/usr/bin/pgbench",
                                {"-n", "-M", "prepared", "-c", std::to_string(connections), "-j", "1", "-T", "1", "-f",
                                 script.string(), stage.bare},
                                log.string());
  std::ifstream said(log);
  for (std::string line; code == 0 && std::getline(said, line);)
    if (line.starts_with("tps = ")) return std::stod(line.substr(6));
  throw std::runtime_error("pgbench does not run; see " + log.string());
}

double sqlite_bulk(std::string const& url, std::vector<std::string> const& words) {
  auto const connection = sqlite::connect(url);
  auto const statement = sqlite::prepared(connection.get(), kInsert);
  auto const begin = Clock::now();
  sqlite::run(connection.get(), "BEGIN IMMEDIATE");
  for (auto const& each : words) insert(statement.get(), each);
  sqlite::run(connection.get(), "COMMIT");
  return static_cast<double>(words.size()) / seconds_since(begin);
}

/// As COPY wants it: nothing in it ends a column or a line.
std::string one_line(std::string text) {
  for (auto& c : text)
    if (c == '\n' || c == '\r' || c == '\t' || c == '\\') c = ' ';
  return text;
}

double postgresql_bulk(std::string const& url, std::vector<std::string> const& words) {
  auto const connection = postgresql::connect(url);
  auto const begin = Clock::now();
  postgresql::run(connection.get(), "COPY " COLUMNS " FROM STDIN");
  for (auto const& each : words) {
    auto const line = unlike_any() + "\t" + unlike_any() + "\t" + unlike_any() + "\t" + one_line(each) +
                      "\ten\tchild\t\tno\t\t\t1763840000000\n";
    if (PQputCopyData(connection.get(), line.data(), static_cast<int>(line.size())) != 1)
      throw std::runtime_error(PQerrorMessage(connection.get()));
  }
  PQputCopyEnd(connection.get(), nullptr);
  postgresql::checked(PQgetResult(connection.get()));
  return static_cast<double>(words.size()) / seconds_since(begin);
}

#undef COLUMNS

}  // namespace

double inserts_per_second(Stage const& stage, int connections) {
  return stage.engine == db::Engine::sqlite ? sqlite_inserts(stage.bare, connections) : pgbench(stage, connections);
}

double bulk_per_second(Stage const& stage, std::vector<std::string> const& words) {
  return stage.engine == db::Engine::sqlite ? sqlite_bulk(stage.bare, words) : postgresql_bulk(stage.bare, words);
}

}  // namespace earshot::bench
