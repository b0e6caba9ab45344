#include "platform/db/postgresql_connection.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "platform/db/postgresql_values.h"

namespace earshot::db::detail {

namespace {

constexpr std::size_t kMostPrepared = 1'000;

using Result = PostgresqlConnection::Result;

std::string one_line(std::string_view text) {
  std::string line(text.substr(0, text.find_last_not_of(" \n") + 1));
  std::replace(line.begin(), line.end(), '\n', ' ');
  std::replace(line.begin(), line.end(), '\t', ' ');
  return line;
}

/// The password in the address, and that this is an address at all. What libpq says of a wrong one quotes it, password
/// and all, so that is not passed on.
std::string password_of(std::string const& url) {
  struct Free {
    void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
  };
  std::unique_ptr<PQconninfoOption, Free> const options(PQconninfoParse(url.c_str(), nullptr));
  if (!options) throw Error("The address of the database is not a valid postgresql:// address");
  for (auto const* option = options.get(); option->keyword != nullptr; ++option)
    if (std::string_view(option->keyword) == "password" && option->val != nullptr) return option->val;
  return {};
}

PGconn* connect(std::string const& url) {
  // Those before the address may be set otherwise by it, those after it not.
  static constexpr std::array kNames = {
      "application_name", "connect_timeout", "keepalives_idle", "keepalives_interval",
      "keepalives_count", "dbname",          "client_encoding", static_cast<char const*>(nullptr)};
  std::array<char const*, kNames.size()> const values = {"earshot", "10",        "30",   "10",
                                                         "3",       url.c_str(), "UTF8", nullptr};
  return PQconnectdbParams(kNames.data(), values.data(), 1);
}

std::string field(Result const& result, int which) {
  auto const* text = PQresultErrorField(result.get(), which);
  return text == nullptr ? std::string() : std::string(text);
}

std::optional<Violation> violation_of(Result const& result, std::string const& state) {
  if (state == "23505") return Violation{Violation::Kind::unique, field(result, PG_DIAG_CONSTRAINT_NAME)};
  if (state == "23503") return Violation{Violation::Kind::foreign_key, field(result, PG_DIAG_CONSTRAINT_NAME)};
  if (state == "23514") return Violation{Violation::Kind::check, field(result, PG_DIAG_CONSTRAINT_NAME)};
  if (state == "23502")
    return Violation{Violation::Kind::not_null,
                     field(result, PG_DIAG_TABLE_NAME) + "." + field(result, PG_DIAG_COLUMN_NAME)};
  return std::nullopt;
}

/// Throws what the server said, unless it said that all is well. The details are left out: they quote what people
/// wrote.
void check(PGconn* connection, Result const& result, std::string_view sql) {
  auto const status = PQresultStatus(result.get());
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return;
  auto const state = field(result, PG_DIAG_SQLSTATE);
  auto const message = "PostgreSQL: " +
                       (state.empty() ? one_line(PQerrorMessage(connection))
                                      : field(result, PG_DIAG_MESSAGE_PRIMARY) + " (" + state + ")") +
                       ": " + excerpt(sql);
  if (PQstatus(connection) != CONNECTION_OK) throw ConnectionLost(message);
  if (state == "40001" || state == "40P01") throw Conflict(message);
  if (auto broken = violation_of(result, state)) throw ConstraintError(std::move(*broken), message);
  throw Error(message);
}

}  // namespace

PostgresqlConnection::PostgresqlConnection(std::string const& url, Milliseconds statement_timeout) {
  auto const password = password_of(url);
  m_connection.reset(connect(url));
  if (!alive()) {
    auto message = one_line(PQerrorMessage(handle()));
    for (auto at = message.find(password); !password.empty() && at != std::string::npos; at = message.find(password))
      message.replace(at, password.size(), "(password)");
    throw ConnectionLost("Cannot connect to PostgreSQL: " + message);
  }
  // Notices ("already exists, skipping") would go to standard error.
  PQsetNoticeProcessor(
      handle(), [](void*, char const*) {}, nullptr);
  // Statements here read few rows through an index; to compile one first would take many times as long as it runs.
  control(("SET statement_timeout = " + std::to_string(statement_timeout.count()) + "; SET jit = off").c_str());
}

Rows PostgresqlConnection::run(std::string_view sql, Values const& params) {
  auto const result = sql.starts_with(kAnew) ? planned_anew(sql, params) : planned_once(sql, params);
  check(handle(), result, sql);
  auto const command = std::string_view(PQcmdStatus(result.get()));
  auto const reads = command.starts_with("SELECT");
  auto const counts = command.starts_with("INSERT") || command.starts_with("UPDATE") || command.starts_with("DELETE");
  auto rows = rows_of(result.get());
  if (counts) {
    std::string_view const count = PQcmdTuples(result.get());
    std::from_chars(count.data(), count.data() + count.size(), rows.changed);
  }
  if (!reads && (!counts || rows.changed > 0)) m_written = true;
  return rows;
}

Rows PostgresqlConnection::attempt(std::string_view sql, Values const& params) {
  control("SAVEPOINT attempt");
  try {
    auto rows = run(sql, params);
    control("RELEASE SAVEPOINT attempt");
    return rows;
  } catch (ConstraintError const& error) {
    if (m_try == Try::first && error.violation().kind == Violation::Kind::unique) throw Conflict(error.what());
    control("ROLLBACK TO SAVEPOINT attempt");
    control("RELEASE SAVEPOINT attempt");
    throw;
  }
}

void PostgresqlConnection::script(std::string_view statements) {
  m_written = true;
  auto const expanded = expand(statements, Engine::postgresql);
  Result const result(PQexec(handle(), expanded.c_str()));
  // A script of comments only is no fault.
  if (PQresultStatus(result.get()) != PGRES_EMPTY_QUERY) check(handle(), result, statements);
}

void PostgresqlConnection::begin_write(Try which) {
  m_try = which;
  m_written = false;
  control("BEGIN ISOLATION LEVEL SERIALIZABLE");
}

void PostgresqlConnection::begin_read() { control("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"); }

void PostgresqlConnection::commit() {
  Result const result(PQexec(handle(), "COMMIT"));
  if (!alive())
    throw OutcomeUnknown("PostgreSQL: the connection was lost during a commit, and whether it was kept is not known");
  check(handle(), result, "COMMIT");
  // The server answers a COMMIT of a failed transaction with this, and no error.
  if (std::string_view(PQcmdStatus(result.get())) == "ROLLBACK") throw Error("PostgreSQL: rolled back at the commit");
}

void PostgresqlConnection::roll_back() noexcept { Result const result(PQexec(handle(), "ROLLBACK")); }

PostgresqlConnection::Result PostgresqlConnection::planned_once(std::string_view sql, Values const& params) {
  auto const& name = prepared(sql, params);
  TextParams const texts(params);
  return Result(
      PQexecPrepared(handle(), name.c_str(), static_cast<int>(params.size()), texts.data(), nullptr, nullptr, 0));
}

PostgresqlConnection::Result PostgresqlConnection::planned_anew(std::string_view sql, Values const& params) {
  auto const types = types_of(params);
  TextParams const texts(params);
  return Result(PQexecParams(handle(), expand(sql, Engine::postgresql).c_str(), static_cast<int>(params.size()),
                             types.data(), texts.data(), nullptr, nullptr, 0));
}

std::string const& PostgresqlConnection::prepared(std::string_view sql, Values const& params) {
  auto const types = types_of(params);
  auto key = std::string(sql);
  for (auto type : types) key.append(1, ' ').append(std::to_string(type));
  if (auto const found = m_prepared.find(key); found != m_prepared.end()) return found->second;
  if (m_prepared.size() >= kMostPrepared) {
    control("DEALLOCATE ALL");
    m_prepared.clear();
  }
  auto name = std::to_string(++m_count);
  Result const result(PQprepare(handle(), name.c_str(), expand(sql, Engine::postgresql).c_str(),
                                static_cast<int>(types.size()), types.data()));
  check(handle(), result, sql);
  return m_prepared.emplace(std::move(key), std::move(name)).first->second;
}

void PostgresqlConnection::control(char const* statement) {
  Result const result(PQexec(handle(), statement));
  check(handle(), result, statement);
}

}  // namespace earshot::db::detail
