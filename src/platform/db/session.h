// What an engine's connection does for a Transaction. Private to this room.
#pragma once

#include <string>
#include <string_view>

#include "platform/db/transaction.h"

namespace earshot::db::detail {

/// A connection with a transaction open.
class Session {
 public:
  Session() = default;
  Session(Session const&) = delete;
  Session& operator=(Session const&) = delete;
  virtual ~Session() = default;

  [[nodiscard]] virtual Engine engine() const = 0;

  /// Runs one statement, prepared once a connection. Throws ConstraintError or Error.
  virtual Rows run(std::string_view sql, Values const& params) = 0;

  /// As run, but after a ConstraintError the transaction goes on as if nothing had been tried.
  virtual Rows attempt(std::string_view sql, Values const& params) = 0;

  /// Runs many statements.
  virtual void script(std::string_view statements) = 0;
};

/// The beginning of a statement on one line, to name it in an error.
std::string excerpt(std::string_view sql);

}  // namespace earshot::db::detail
