#include "app/county.h"

#include <filesystem>

#include "app/house.h"
#include "platform/crypto/token.h"
#include "platform/db/move.h"

namespace earshot::app {
namespace {

/// A folder that is gone with this.
class TemporaryFolder {
 public:
  TemporaryFolder()
      : m_path(std::filesystem::temp_directory_path() / ("earshot-" + crypto::random_token(kBytesOfName))) {
    std::filesystem::create_directory(m_path);
    std::filesystem::permissions(m_path, std::filesystem::perms::owner_all);
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
  }
  TemporaryFolder(TemporaryFolder const&) = delete;
  TemporaryFolder& operator=(TemporaryFolder const&) = delete;

  [[nodiscard]] std::filesystem::path const& path() const { return m_path; }

 private:
  static constexpr std::size_t kBytesOfName = 16;

  std::filesystem::path m_path;
};

}  // namespace

demonstration::Made make_county(
    std::string const& url, demonstration::Plan const& plan,
    std::function<void(std::string const& what, std::size_t done, std::size_t total)> const& progress) {
  auto const make = [&](std::string const& where) {
    auto const database = db::Database::open(where);
    db::migrate(*database, migrations());
    return demonstration::make(*database, plan,
                               [&](auto done, auto total) { progress("Making a county", done, total); });
  };
  if (url.starts_with("sqlite:")) return make(url);
  TemporaryFolder const folder;
  auto const beside = "sqlite:" + (folder.path() / "county.db").string();
  auto const made = make(beside);
  db::move(beside, url, [&](std::int64_t done, std::int64_t total) {
    progress("Moving it to PostgreSQL", static_cast<std::size_t>(done), static_cast<std::size_t>(total));
  });
  return made;
}

}  // namespace earshot::app
