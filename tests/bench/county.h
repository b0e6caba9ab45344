// Counties to measure in: made once and kept, copied for each run.
#pragma once

#include <filesystem>
#include <string>

#include "platform/db/sql.h"

namespace earshot::bench {

class Counties {
 public:
  /// Keeps them in `folder`; `earshot` is the program. `postgresql` is the address of an empty database on a server
  /// that also takes the user postgres; empty when there is none.
  Counties(std::string earshot, std::filesystem::path folder, std::string postgresql)
      : m_earshot(std::move(earshot)), m_folder(std::move(folder)), m_postgresql(std::move(postgresql)) {}

  /// Makes the county of this scale, where it is not there yet, ready for copies in this engine.
  void prepare(db::Engine engine, int scale);

  /// A copy of it, whose name ends with `name`, instead of the one that was there; gives its address.
  std::string copy(db::Engine engine, int scale, std::string const& name);

  /// Removes what copy() and prepare() made, but not what is kept.
  void forget(db::Engine engine, int scale);

  [[nodiscard]] bool has_postgresql() const { return !m_postgresql.empty(); }
  [[nodiscard]] std::filesystem::path const& folder() const { return m_folder; }

 private:
  [[nodiscard]] std::filesystem::path kept(int scale) const;
  [[nodiscard]] std::string address(std::string const& user, std::string const& database) const;
  void as_administrator(std::string const& statement) const;

  std::string m_earshot;
  std::filesystem::path m_folder;
  std::string m_postgresql;
};

}  // namespace earshot::bench
