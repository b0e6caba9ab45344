#include "county.h"

#include <array>
#include <chrono>
#include <csignal>
#include <stdexcept>
#include <thread>

#include <fmt/core.h>
#include <sys/wait.h>

#include "app/county.h"
#include "app/house.h"
#include "platform/base/time.h"
#include "platform/db/database.h"
#include "platform/db/migrations.h"
#include "platform/db/move.h"
#include "postgresql.h"
#include "program.h"

namespace earshot::bench {
namespace {

constexpr std::array kCopies{"ours", "bare"};

std::string county(int scale) { return "county_" + std::to_string(scale); }

std::string url_of(std::filesystem::path const& file) { return "sqlite:" + file.string(); }

void remove_county(std::filesystem::path const& file) {
  for (auto const* end : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + end);
}

void migrate(std::string const& url) { db::migrate(*db::Database::open(url), app::migrations()); }

/// Has the jobs done that a new county gives: to look every voice over for danger takes minutes in a large one, and
/// would go on beside what is measured.
void settle(std::string const& earshot, std::string const& url, std::string const& log) {
  static constexpr db::Sql kLeft{"SELECT count(*) FROM voices WHERE looked_over = 0"};
  auto const database = db::Database::open(url);
  auto const left = [&] { return database->read([](db::Transaction& tx) { return tx.one<std::int64_t>(kLeft); }); };
  if (left() == 0) return;
  fmt::print("Having the jobs of this county done\n");
  std::fflush(stdout);
  auto const process = faults::start_process(earshot, {"work", "--database", url, "--log-level", "warning"}, log);
  while (left() > 0) {
    if (waitpid(process, nullptr, WNOHANG) != 0)
      throw std::runtime_error("the jobs of a county ended early; see " + log);
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
  }
  ::kill(process, SIGTERM);
  if (faults::end_of(process) != 0) throw std::runtime_error("the jobs of a county could not be done; see " + log);
}

}  // namespace

void Counties::prepare(db::Engine engine, int scale) {
  auto const file = kept(scale);
  if (!std::filesystem::exists(file)) {
    fmt::print("Making the county of scale {}\n", scale);
    std::fflush(stdout);
    auto const making = m_folder / "making.db";
    remove_county(making);
    app::make_county(url_of(making), {.scale = scale, .now = system_now()}, [](auto const&, auto, auto) {});
    std::filesystem::rename(making, file);
  }
  migrate(url_of(file));
  settle(m_earshot, url_of(file), (m_folder / "work.log").string());
  if (engine == db::Engine::sqlite) return;
  as_administrator("CREATE DATABASE " + county(scale) + " OWNER earshot");
  migrate(address("earshot", county(scale)));
  db::move(url_of(file), address("earshot", county(scale)));
  // What the county looks like is known to a server that has had it for a while.
  postgresql::run(postgresql::connect(address("postgres", county(scale))).get(), "VACUUM ANALYZE");
}

std::string Counties::copy(db::Engine engine, int scale, std::string const& name) {
  if (engine == db::Engine::sqlite) {
    auto const file = m_folder / (name + ".db");
    remove_county(file);
    std::filesystem::copy_file(kept(scale), file);
    return url_of(file);
  }
  as_administrator("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
  as_administrator("CREATE DATABASE " + name + " OWNER earshot STRATEGY FILE_COPY TEMPLATE " + county(scale));
  return address("earshot", name);
}

void Counties::forget(db::Engine engine, int scale) {
  for (auto const* name : kCopies) {
    if (engine == db::Engine::sqlite)
      remove_county(m_folder / (std::string(name) + ".db"));
    else
      as_administrator("DROP DATABASE IF EXISTS " + std::string(name) + " WITH (FORCE)");
  }
  if (engine == db::Engine::postgresql) as_administrator("DROP DATABASE IF EXISTS " + county(scale) + " WITH (FORCE)");
}

std::filesystem::path Counties::kept(int scale) const { return m_folder / ("county-" + std::to_string(scale) + ".db"); }

/// "postgresql://earshot@/earshot?host=…", with another user and database.
std::string Counties::address(std::string const& user, std::string const& database) const {
  return "postgresql://" + user + "@/" + database + m_postgresql.substr(m_postgresql.find('?'));
}

void Counties::as_administrator(std::string const& statement) const {
  postgresql::run(postgresql::connect(address("postgres", "postgres")).get(), statement);
}

}  // namespace earshot::bench
