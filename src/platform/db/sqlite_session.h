// One connection to a SQLite file. Private to this room.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "platform/base/time.h"
#include "platform/db/session.h"

namespace earshot::db::detail {

class SqliteSession : public Session {
 public:
  enum class Access { read, write };

  /// Opens the file; a writer makes it when it is missing. Error when that does not work.
  SqliteSession(std::string const& path, Access access, Milliseconds busy_timeout);

  [[nodiscard]] Engine engine() const override { return Engine::sqlite; }
  Rows run(std::string_view sql, Values const& params) override;
  // A statement that breaks a rule undoes itself and nothing else, so there is nothing more to do for an attempt.
  Rows attempt(std::string_view sql, Values const& params) override { return run(sql, params); }
  void script(std::string_view statements) override;

  /// False when SQLite itself has ended the transaction, as it does when the disk is full.
  [[nodiscard]] bool in_transaction() const;

  /// Whether something may have been written since forget_written().
  [[nodiscard]] bool written() const { return m_written; }
  void forget_written() { m_written = false; }

  /// A number that changes when another connection commits, and not when this one does.
  std::int64_t data_version();

 private:
  struct Prepared {
    SQLite::Statement statement;
    bool gives_new_id;  ///< Was written with RETURNING id, and gives the id of its new row without that.
  };

  Prepared& prepared(std::string_view sql);

  SQLite::Database m_database;
  std::unordered_map<std::string, std::unique_ptr<Prepared>> m_prepared;
  bool m_written = false;
};

}  // namespace earshot::db::detail
