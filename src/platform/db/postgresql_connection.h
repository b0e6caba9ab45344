// One connection to PostgreSQL. Private to this room.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>

#include <libpq-fe.h>

#include "platform/base/time.h"
#include "platform/db/session.h"

namespace earshot::db::detail {

/// The connection is gone. Nothing of the transaction was kept, so it may be begun again on a new one.
class ConnectionLost : public Unavailable {
 public:
  using Unavailable::Unavailable;
};

/// The server gave this transaction up for the sake of another one (40001, 40P01). It may be begun again.
class Conflict : public Unavailable {
 public:
  using Unavailable::Unavailable;
};

/// The connection went while the commit was on its way. Nobody may begin the transaction again: it may be kept.
class OutcomeUnknown : public Unavailable {
 public:
  using Unavailable::Unavailable;
};

class PostgresqlConnection : public Session {
 public:
  /// How a broken unique rule is taken. On the first try it is a Conflict: the row in the way may be so new that this
  /// transaction cannot see it, and a caller that looks for it ("sent twice?") must find it. On the next it is
  /// believed.
  enum class Try { first, again };

  struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
  };
  using Result = std::unique_ptr<PGresult, Clear>;

  /// Connects. Error when the address is wrong, ConnectionLost when nobody answers; neither holds the password.
  PostgresqlConnection(std::string const& url, Milliseconds statement_timeout);

  [[nodiscard]] Engine engine() const override { return Engine::postgresql; }
  Rows run(std::string_view sql, Values const& params) override;
  Rows attempt(std::string_view sql, Values const& params) override;
  void script(std::string_view statements) override;

  void begin_write(Try which);
  void begin_read();
  /// Error, Conflict or OutcomeUnknown.
  void commit();
  /// Never throws; the connection may be lost after it.
  void roll_back() noexcept;

  /// Whether anything may have been written since begin_write or forget_written.
  [[nodiscard]] bool written() const { return m_written; }
  void forget_written() { m_written = false; }

  [[nodiscard]] bool alive() const { return PQstatus(m_connection.get()) == CONNECTION_OK; }
  [[nodiscard]] PGconn* handle() const { return m_connection.get(); }

 private:
  struct Finish {
    void operator()(PGconn* connection) const { PQfinish(connection); }
  };

  Result planned_once(std::string_view sql, Values const& params);
  Result planned_anew(std::string_view sql, Values const& params);
  std::string const& prepared(std::string_view sql, Values const& params);
  void control(char const* statement);

  std::unique_ptr<PGconn, Finish> m_connection;
  std::unordered_map<std::string, std::string> m_prepared;  // statement and types → its name on the server
  std::size_t m_count = 0;
  bool m_written = false;
  Try m_try = Try::again;
};

}  // namespace earshot::db::detail
