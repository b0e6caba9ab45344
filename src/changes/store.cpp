#include "changes/changes.h"
#include "platform/search/search.h"

namespace earshot::changes {
namespace {

#define CHANGE_COLUMNS                                                                                        \
  "SELECT a.id, a.reference, s.name, s.slug, a.words, a.words_by, a.language, a.asked_at, n.outcome, n.text," \
  " n.will_do_by, n.published_at FROM answers n JOIN asks a ON a.id = n.ask JOIN services s ON s.id = a.service"

// $1 a service's slug or '', $2 an outcome or '', $3 what search::query gave or NULL.
#define SHOWN " AND a.hidden_at IS NULL AND a.withdrawn_at IS NULL"
#define PUBLISHED_FILTER \
  " WHERE n.published_at IS NOT NULL" SHOWN " AND ($1 = '' OR s.slug = $1) AND ($2 = '' OR n.outcome = $2)"
#define PUBLISHED_SEARCH " AND a.id IN (SELECT item FROM search_index WHERE kind = 'asks' AND @search($3))"

constexpr db::Sql kPublished{CHANGE_COLUMNS PUBLISHED_FILTER
                             " ORDER BY n.published_at DESC, a.id DESC LIMIT $3 OFFSET $4"};
constexpr db::Sql kPublishedFound{CHANGE_COLUMNS PUBLISHED_FILTER PUBLISHED_SEARCH
                                  " ORDER BY n.published_at DESC, a.id DESC LIMIT $4 OFFSET $5"};
constexpr db::Sql kCount{
    "SELECT count(*) FROM answers n JOIN asks a ON a.id = n.ask JOIN services s ON s.id = a.service" PUBLISHED_FILTER};
constexpr db::Sql kCountFound{
    "SELECT count(*) FROM answers n JOIN asks a ON a.id = n.ask JOIN services s ON s.id = a.service" PUBLISHED_FILTER
        PUBLISHED_SEARCH};
constexpr db::Sql kFind{CHANGE_COLUMNS " WHERE a.reference = $1 AND n.published_at IS NOT NULL" SHOWN};

#undef CHANGE_COLUMNS
#undef SHOWN
#undef PUBLISHED_FILTER
#undef PUBLISHED_SEARCH

}  // namespace

Page published(db::Transaction& tx, Filter const& filter, int page, int per_page) {
  auto const outcome = filter.outcome ? to_word(*filter.outcome) : std::string_view{};
  auto const offset = std::int64_t{page - 1} * per_page;
  if (filter.search.empty())
    return {tx.all<Change>(kPublished, filter.service, outcome, per_page, offset),
            tx.one<std::int64_t>(kCount, filter.service, outcome)};
  auto const query = search::query(tx.engine(), filter.search);
  if (!query) return {};
  return {tx.all<Change>(kPublishedFound, filter.service, outcome, *query, per_page, offset),
          tx.one<std::int64_t>(kCountFound, filter.service, outcome, *query)};
}

std::optional<Change> find(db::Transaction& tx, std::string_view reference) {
  return tx.first<Change>(kFind, reference);
}

}  // namespace earshot::changes
