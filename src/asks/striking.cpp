// What a moderator does to the words of an ask: takes some out, or puts them back.

#include "asks/asks.h"
#include "asks/store.h"
#include "platform/search/search.h"

namespace earshot::asks {
namespace {

constexpr db::Sql kShownWords{
    "SELECT source_kind, source_id, words, language FROM asks"
    " WHERE id = $1 AND hidden_at IS NULL AND withdrawn_at IS NULL"};
constexpr db::Sql kStrike{
    "UPDATE asks SET struck_words = coalesce(struck_words, words),"
    " struck_language = coalesce(struck_language, language), words = $2, language = $3 WHERE id = $1"};
constexpr db::Sql kRestore{
    "UPDATE asks SET words = struck_words, language = struck_language, struck_words = NULL, struck_language = NULL"
    " WHERE id = $1 AND struck_words IS NOT NULL"};

constexpr db::Sql kCountStruck{
    "SELECT count(*) FROM asks WHERE source_kind = $1 AND source_id = $2 AND struck_words IS NOT NULL"};

/// Lets it be found by the words that are shown now, and drops the pages that show others.
void show_anew(db::Transaction& tx, AskId id) {
  auto const ask = store::find(tx, id);
  if (!ask) return;
  search::put(tx, "asks", id.value, ask->published() ? ask->ask.words + "\n" + ask->answer->text : ask->ask.words);
  tx.changed(kPublishedAnswers);
}

}  // namespace

std::optional<ShownWords> shown_words(db::Transaction& tx, AskId id) { return tx.first<ShownWords>(kShownWords, id); }

void strike_words(db::Transaction& tx, AskId id, std::string_view words, std::string_view language) {
  tx.execute(kStrike, id, words, language);
  show_anew(tx, id);
}

void restore_words(db::Transaction& tx, AskId id) {
  if (tx.execute(kRestore, id) > 0) show_anew(tx, id);
}

bool has_struck_words(db::Transaction& tx, Source const& source) {
  return tx.one<std::int64_t>(kCountStruck, source.kind, source.id) > 0;
}

}  // namespace earshot::asks
