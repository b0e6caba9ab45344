// Secrets of this installation: random, kept in the database, the same on every node.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace earshot::db {
struct Migration;
class Transaction;
}  // namespace earshot::db

namespace earshot::secrets {

/// The table of the secrets.
std::vector<db::Migration> migrations();

/// The secret of this name (a token of 32 random bytes), made on first use; `tx` must be a write when it may be the
/// first. Two nodes that ask at once are given the same.
std::string get(db::Transaction& tx, std::string_view name);

/// The secret of this name, when it has been made.
std::optional<std::string> find(db::Transaction& tx, std::string_view name);

}  // namespace earshot::secrets
