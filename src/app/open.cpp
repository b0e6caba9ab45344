#include "app/open.h"

#include <filesystem>

#include "app/house.h"
#include "platform/log/log.h"

namespace earshot::app {
namespace {

constexpr std::string_view kSqlite = "sqlite:";

void make_folder_of(std::string const& url) {
  if (url.compare(0, kSqlite.size(), kSqlite) != 0) return;
  auto const folder = std::filesystem::path(url.substr(kSqlite.size())).parent_path();
  std::error_code error;
  if (!folder.empty()) std::filesystem::create_directories(folder, error);
  if (error) throw db::Error("The folder " + folder.string() + " cannot be made: " + error.message());
}

}  // namespace

std::unique_ptr<db::Database> open(config::Config const& config, Schema schema) {
  make_folder_of(config.database);
  db::Options options{.warn = [](std::string const& what) { log::warning(what); }};
  if (config.connections > 0) options.readers = static_cast<std::size_t>(config.connections);
  auto database = db::Database::open(config.database, options);
  if (schema == Schema::migrate) db::migrate(*database, migrations());
  return database;
}

}  // namespace earshot::app
