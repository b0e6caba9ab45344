#include "platform/search/search.h"

#include <set>

namespace earshot::search {

namespace {

constexpr db::Sql kNumberOnSqlite{
    "INSERT INTO search_rows (kind, item) VALUES ($1, $2) ON CONFLICT (kind, item) DO UPDATE SET item = excluded.item"
    " RETURNING id"};
constexpr db::Sql kForgetNumberOnSqlite{"DELETE FROM search_rows WHERE kind = $1 AND item = $2 RETURNING id"};
constexpr db::Sql kPutOnSqlite{"INSERT INTO search_index (rowid, kind, item, tokens) VALUES ($1, $2, $3, $4)"};
constexpr db::Sql kRemoveOnSqlite{"DELETE FROM search_index WHERE rowid = $1"};

constexpr db::Sql kPutOnPostgresql{
    "INSERT INTO search_index (kind, item, tokens) VALUES ($1, $2, array_to_tsvector(string_to_array($3, ' ')))"
    " ON CONFLICT (kind, item) DO UPDATE SET tokens = excluded.tokens"};
constexpr db::Sql kRemoveOnPostgresql{"DELETE FROM search_index WHERE kind = $1 AND item = $2"};

// A document of more different words is a fault or an attack; PostgreSQL takes 1 MB of them.
constexpr std::size_t kMostWords = 4'000;

/// Each word once, with a space between them.
std::string tokens_of(std::string_view text) {
  std::set<std::string> seen;
  std::string tokens;
  for (auto& word : words_of(text)) {
    if (seen.size() == kMostWords) break;
    if (!seen.insert(word).second) continue;
    if (!tokens.empty()) tokens += ' ';
    tokens += word;
  }
  return tokens;
}

}  // namespace

void put(db::Transaction& tx, std::string_view kind, std::int64_t item, std::string_view text) {
  if (tx.engine() == db::Engine::postgresql) {
    tx.execute(kPutOnPostgresql, kind, item, tokens_of(text));
    return;
  }
  auto const number = tx.one<std::int64_t>(kNumberOnSqlite, kind, item);
  tx.execute(kRemoveOnSqlite, number);
  tx.execute(kPutOnSqlite, number, kind, item, tokens_of(text));
}

void remove(db::Transaction& tx, std::string_view kind, std::int64_t item) {
  if (tx.engine() == db::Engine::postgresql) {
    tx.execute(kRemoveOnPostgresql, kind, item);
    return;
  }
  if (auto const number = tx.first<std::int64_t>(kForgetNumberOnSqlite, kind, item))
    tx.execute(kRemoveOnSqlite, *number);
}

std::optional<std::string> query(db::Engine engine, std::string_view words) {
  auto const sqlite = engine == db::Engine::sqlite;
  std::string result;
  for (auto const& word : words_of(words)) {
    if (!result.empty()) result += sqlite ? " " : " & ";
    result += sqlite ? "\"" + word + "\" *" : "'" + word + "':*";
  }
  if (result.empty()) return std::nullopt;
  return result;
}

}  // namespace earshot::search
