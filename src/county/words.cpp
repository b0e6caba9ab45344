#include "county/county.h"

namespace earshot::county {
namespace {

constexpr db::Sql kFind{"SELECT language, text FROM county_words WHERE page = $1 AND language = $2"};
constexpr db::Sql kSave{
    "INSERT INTO county_words (page, language, text) VALUES ($1, $2, $3)"
    " ON CONFLICT (page, language) DO UPDATE SET text = excluded.text"};
constexpr db::Sql kRemove{"DELETE FROM county_words WHERE page = $1 AND language = $2"};

}  // namespace

std::optional<Words> words_in(db::Transaction& tx, Page page, std::string_view language) {
  return tx.first<Words>(kFind, page, language);
}

std::optional<Words> words_for(db::Transaction& tx, Page page, std::string_view language) {
  if (auto words = words_in(tx, page, language)) return words;
  return words_in(tx, page, "en");
}

void save(db::Transaction& tx, Page page, Words const& words) {
  if (words.text.empty())
    tx.execute(kRemove, page, words.language);
  else
    tx.execute(kSave, page, words.language, words.text);
  tx.changed(kCounty);
}

}  // namespace earshot::county
