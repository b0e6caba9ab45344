#include "postgresql.h"

#include <stdexcept>

namespace earshot::bench::postgresql {

Connection connect(std::string const& url) {
  Connection connection(PQconnectdb(url.c_str()), PQfinish);
  if (PQstatus(connection.get()) != CONNECTION_OK) throw std::runtime_error(PQerrorMessage(connection.get()));
  // Notices ("does not exist, skipping") would go into the table.
  PQsetNoticeProcessor(
      connection.get(), [](void*, char const*) {}, nullptr);
  return connection;
}

Result checked(PGresult* result) {
  Result owned(result, PQclear);
  auto const status = PQresultStatus(result);
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_COPY_IN)
    throw std::runtime_error(PQresultErrorMessage(result));
  return owned;
}

void run(PGconn* connection, std::string const& statement) { checked(PQexec(connection, statement.c_str())); }

}  // namespace earshot::bench::postgresql
