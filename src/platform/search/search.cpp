#include "platform/search/search.h"

#include <set>

namespace earshot::search {

namespace {

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
  auto const table = "search_" + std::string(kind);
  auto const sql = tx.engine() == db::Engine::sqlite
                       ? "INSERT OR REPLACE INTO " + table + " (rowid, tokens) VALUES ($1, $2)"
                       : "INSERT INTO " + table + " VALUES ($1, array_to_tsvector(string_to_array($2, ' ')))" +
                             " ON CONFLICT (item) DO UPDATE SET tokens = excluded.tokens";
  tx.execute(db::Sql{sql}, item, tokens_of(text));
}

void remove(db::Transaction& tx, std::string_view kind, std::int64_t item) {
  auto const key = tx.engine() == db::Engine::sqlite ? "rowid" : "item";
  auto const sql = "DELETE FROM search_" + std::string(kind) + " WHERE " + key + " = $1";
  tx.execute(db::Sql{sql}, item);
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
