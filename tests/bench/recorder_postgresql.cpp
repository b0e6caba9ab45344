// Stands between the product and libpq (LINKER:--wrap in CMakeLists.txt): every call is noted and passed on.

#include <map>
#include <mutex>
#include <utility>

#include <libpq-fe.h>

#include "recorder.h"

namespace earshot::bench::recorder {
namespace {

/// What each name stands for on each connection.
struct Names {
  std::mutex mutex;
  std::map<std::pair<PGconn*, std::string>, Statement> statements;
};
Names names;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

std::vector<std::optional<std::string>> values_of(int count, char const* const* values) {
  std::vector<std::optional<std::string>> result;
  for (int i = 0; i < count; ++i) result.push_back(values[i] ? std::optional<std::string>(values[i]) : std::nullopt);
  return result;
}

std::vector<unsigned> types_of(int count, Oid const* types) {
  return types == nullptr ? std::vector<unsigned>(static_cast<std::size_t>(count))
                          : std::vector<unsigned>(types, types + count);
}

}  // namespace
}  // namespace earshot::bench::recorder

namespace recorder = earshot::bench::recorder;
using earshot::bench::Statement;

// NOLINTBEGIN(bugprone-reserved-identifier): these are the linker's names
extern "C" {
PGresult* __real_PQexec(PGconn* connection, char const* sql);
PGresult* __real_PQprepare(PGconn* connection, char const* name, char const* sql, int count, Oid const* types);
PGresult* __real_PQexecPrepared(PGconn* connection, char const* name, int count, char const* const* values,
                                int const* lengths, int const* formats, int format);
PGresult* __real_PQexecParams(PGconn* connection, char const* sql, int count, Oid const* types,
                              char const* const* values, int const* lengths, int const* formats, int format);

PGresult* __wrap_PQexec(PGconn* connection, char const* sql) {
  recorder::note({.sql = sql});
  return __real_PQexec(connection, sql);
}

PGresult* __wrap_PQprepare(PGconn* connection, char const* name, char const* sql, int count, Oid const* types) {
  {
    std::lock_guard const lock(recorder::names.mutex);
    recorder::names.statements.insert_or_assign(
        {connection, name}, Statement{Statement::How::prepared, sql, recorder::types_of(count, types)});
  }
  return __real_PQprepare(connection, name, sql, count, types);
}

PGresult* __wrap_PQexecPrepared(PGconn* connection, char const* name, int count, char const* const* values,
                                int const* lengths, int const* formats, int format) {
  {
    std::lock_guard const lock(recorder::names.mutex);
    auto const found = recorder::names.statements.find({connection, name});
    if (found != recorder::names.statements.end()) {
      auto statement = found->second;
      statement.values = recorder::values_of(count, values);
      recorder::note(std::move(statement));
    }
  }
  return __real_PQexecPrepared(connection, name, count, values, lengths, formats, format);
}

PGresult* __wrap_PQexecParams(PGconn* connection, char const* sql, int count, Oid const* types,
                              char const* const* values, int const* lengths, int const* formats, int format) {
  recorder::note(
      {Statement::How::planned_anew, sql, recorder::types_of(count, types), recorder::values_of(count, values)});
  return __real_PQexecParams(connection, sql, count, types, values, lengths, formats, format);
}
}
// NOLINTEND(bugprone-reserved-identifier)
