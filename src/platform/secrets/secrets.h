// Secrets of this installation: random, kept in the database, the same on every node.
#pragma once

#include <string>
#include <string_view>

namespace earshot::db {
class Transaction;
}

namespace earshot::secrets {

/// The secret of this name (a token of 32 random bytes), made on first use; `tx` must be a write when it may be the
/// first. Two nodes that ask at once are given the same.
std::string get(db::Transaction& tx, std::string_view name);

}  // namespace earshot::secrets
