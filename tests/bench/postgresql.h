// A bare connection to PostgreSQL.
#pragma once

#include <memory>
#include <string>

#include <libpq-fe.h>

namespace earshot::bench::postgresql {

using Connection = std::unique_ptr<PGconn, decltype(&PQfinish)>;
using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

/// Throws std::runtime_error when there is no server.
Connection connect(std::string const& url);

/// What the server answered. Throws std::runtime_error with what it said when that is a fault.
Result checked(PGresult* result);

void run(PGconn* connection, std::string const& statement);

}  // namespace earshot::bench::postgresql
