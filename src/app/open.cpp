#include "app/open.h"

#include <filesystem>

#include "app/house.h"
#include "platform/log/log.h"

namespace earshot::app {
namespace {

constexpr std::string_view kSqlite = "sqlite:";

/// The file of an SQLite database; empty for another.
std::filesystem::path file_of(std::string const& url) {
  return url.compare(0, kSqlite.size(), kSqlite) == 0 ? url.substr(kSqlite.size()) : std::string();
}

void make_folder_of(std::filesystem::path const& file) {
  auto const folder = file.parent_path();
  std::error_code error;
  if (!folder.empty()) std::filesystem::create_directories(folder, error);
  if (error) throw db::Error("The folder " + folder.string() + " cannot be made: " + error.message());
}

}  // namespace

std::unique_ptr<db::Database> open(config::Config const& config, Open how) {
  auto const file = file_of(config.database);
  if (how != Open::existing) {
    make_folder_of(file);
  } else if (!file.empty() && !std::filesystem::exists(file)) {
    throw db::Error("There is no database " + file.string() + ". Make one with earshot migrate.");
  }
  db::Options options{.warn = [](std::string const& what) { log::warning(what); }};
  if (config.connections > 0) options.readers = static_cast<std::size_t>(config.connections);
  auto database = db::Database::open(config.database, options);
  if (how == Open::or_make) db::migrate(*database, migrations());
  if (how == Open::existing && !db::pending(*database, migrations()).empty())
    throw db::Error("The database is older than this program. Bring it up to date with earshot migrate.");
  return database;
}

}  // namespace earshot::app
