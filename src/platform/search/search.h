// Full-text search that finds the same on both engines. Words are cut and folded here (ICU), so that the engines only
// ever see plain tokens: case and Latin accents do not matter, and Urdu and Nepali words are found as they are written.
//
//   SELECT … FROM asks a WHERE a.id IN (SELECT item FROM @found(asks, $3))
//
// where $3 is what `query` gave. When it gave nothing, leave the condition out: use another statement.
//
// Each kind of thing that is searched has a table of its own, which a migration of its feature makes:
//
//   SQLite      CREATE VIRTUAL TABLE search_asks USING fts5(tokens, tokenize = 'ascii', prefix = '2 3 4',
//                                                           detail = 'none', columnsize = 0);
//   PostgreSQL  CREATE TABLE search_asks (item BIGINT PRIMARY KEY, tokens TSVECTOR NOT NULL);
//               CREATE INDEX search_asks_tokens ON search_asks USING GIN (tokens);
//
// @has instead of @found where few rows are looked through (platform/db/sql.h).
//
// The words come folded and with plain spaces between them, so the simplest tokenizer is the right one: it takes all
// that is not ASCII for letters, and so does not cut Nepali words at their vowel signs as the others do. Nothing asks
// where in a text a word stands or how long the text is, so the index keeps neither.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/migrations.h"
#include "platform/db/transaction.h"

namespace earshot::search {

/// The common index of the first version, which features have moved out of since.
std::vector<db::Migration> migrations();

/// Makes `text` the words under which (kind, item) is found, instead of what was there. `kind` is written into the SQL:
/// it is the name of the table without "search_".
void put(db::Transaction& tx, std::string_view kind, std::int64_t item, std::string_view text);

/// Takes (kind, item) out of the index. Nothing happens when it is not in it.
void remove(db::Transaction& tx, std::string_view kind, std::int64_t item);

/// What a person typed, as the condition for `engine`: each word must be there, or begin a word that is. Nothing when
/// no word is left. Operators and quotes have no meaning.
std::optional<std::string> query(db::Engine engine, std::string_view words);

/// An item that is like a text.
struct Likely {
  std::int64_t item = 0;
  int share = 0;  ///< How much of what tells what the text is about it has, in percent: rare words tell more.
};

/// At most `most` items of `kind` that are like `text`, the likeliest first, each sharing two of its words at least.
/// Words that stand in every text (the, and), or that say who speaks (my daughter), do not count. Both engines give the
/// same.
std::vector<Likely> likely(db::Transaction& tx, std::string_view kind, std::string_view text, std::size_t most);

/// The words of a text, folded, in order. Exposed for tests and for marking what was found.
std::vector<std::string> words_of(std::string_view text);

}  // namespace earshot::search
