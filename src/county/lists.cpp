#include "county/county.h"
#include "platform/base/text.h"

namespace earshot::county {
namespace {

constexpr db::Sql kTopics{"SELECT id, name, slug FROM topics WHERE closed_at IS NULL ORDER BY name"};
constexpr db::Sql kPlaces{"SELECT id, name, slug FROM places WHERE closed_at IS NULL ORDER BY name"};

/// The same statements for each of the two lists.
struct Statements {
  db::Sql all, find, by_slug, add, rename, set_closed;
};

constexpr Statements kOfTopics{
    .all = {"SELECT id, name, slug, closed_at FROM topics ORDER BY name"},
    .find = {"SELECT id, name, slug, closed_at FROM topics WHERE id = $1"},
    .by_slug = {"SELECT id FROM topics WHERE slug = $1"},
    .add = {"INSERT INTO topics (name, slug) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING id"},
    .rename = {"UPDATE topics SET name = $2 WHERE id = $1"},
    .set_closed = {"UPDATE topics SET closed_at = $2 WHERE id = $1"}};

constexpr Statements kOfPlaces{
    .all = {"SELECT id, name, slug, closed_at FROM places ORDER BY name"},
    .find = {"SELECT id, name, slug, closed_at FROM places WHERE id = $1"},
    .by_slug = {"SELECT id FROM places WHERE slug = $1"},
    .add = {"INSERT INTO places (name, slug) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING id"},
    .rename = {"UPDATE places SET name = $2 WHERE id = $1"},
    .set_closed = {"UPDATE places SET closed_at = $2 WHERE id = $1"}};

Statements const& of(List list) { return list == List::topics ? kOfTopics : kOfPlaces; }

tl::unexpected<Refusal> name_is_taken() {
  return refuse("name", msg("This name is on the list already. If it is closed, open it again."));
}

std::int64_t add_or_find(db::Transaction& tx, List list, std::string_view name, std::string_view slug) {
  if (auto const known = tx.first<std::int64_t>(of(list).by_slug, slug)) return *known;
  tx.changed(kCounty);
  return tx.one<std::int64_t>(of(list).add, name, slug);
}

}  // namespace

std::vector<Topic> topics(db::Transaction& tx) { return tx.all<Topic>(kTopics); }

std::vector<Place> places(db::Transaction& tx) { return tx.all<Place>(kPlaces); }

TopicId add_topic(db::Transaction& tx, std::string_view name, std::string_view slug) {
  return {add_or_find(tx, List::topics, name, slug)};
}

PlaceId add_place(db::Transaction& tx, std::string_view name, std::string_view slug) {
  return {add_or_find(tx, List::places, name, slug)};
}

std::vector<Entry> entries(db::Transaction& tx, List list) { return tx.all<Entry>(of(list).all); }

std::optional<Entry> find_entry(db::Transaction& tx, List list, std::int64_t id) {
  return tx.first<Entry>(of(list).find, id);
}

Result<Entry> add_entry(db::Transaction& tx, List list, std::string_view name) {
  auto const slug = free_slug(
      name, [&](std::string const& each) { return tx.first<std::int64_t>(of(list).by_slug, each).has_value(); });
  auto const id = tx.first<std::int64_t>(of(list).add, name, slug);
  if (!id) return name_is_taken();
  tx.changed(kCounty);
  return Entry{.id = *id, .name = std::string(name), .slug = slug, .closed_at = {}};
}

Result<void> rename_entry(db::Transaction& tx, List list, std::int64_t id, std::string_view name) {
  if (!tx.attempt(of(list).rename, id, name)) return name_is_taken();
  tx.changed(kCounty);
  return {};
}

void set_closed(db::Transaction& tx, List list, std::int64_t id, std::optional<Time> closed_at) {
  tx.execute(of(list).set_closed, id, closed_at);
  tx.changed(kCounty);
}

}  // namespace earshot::county
