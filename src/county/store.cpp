#include <charconv>

#include "county/county.h"

namespace earshot::county {
namespace {

constexpr db::Sql kTopics{"SELECT id, name, slug FROM topics WHERE closed_at IS NULL ORDER BY name"};
constexpr db::Sql kPlaces{"SELECT id, name, slug FROM places WHERE closed_at IS NULL ORDER BY name"};
constexpr db::Sql kAddTopic{
    "INSERT INTO topics (name, slug) VALUES ($1, $2)"
    " ON CONFLICT (slug) DO UPDATE SET slug = excluded.slug RETURNING id"};
constexpr db::Sql kAddPlace{
    "INSERT INTO places (name, slug) VALUES ($1, $2)"
    " ON CONFLICT (slug) DO UPDATE SET slug = excluded.slug RETURNING id"};
constexpr db::Sql kBankHolidays{"SELECT day FROM bank_holidays ORDER BY day"};
constexpr db::Sql kAddBankHoliday{"INSERT INTO bank_holidays (day, name) VALUES ($1, $2) ON CONFLICT (day) DO NOTHING"};
constexpr db::Sql kSetting{"SELECT value FROM county_settings WHERE name = $1"};
constexpr db::Sql kSaveSetting{
    "INSERT INTO county_settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = "
    "excluded.value"};

/// Calls `each(name, field)` for every setting, so that what is read and what is saved are one list.
template <class Settings, class Each>
void for_each_setting(Settings& settings, Each const& each) {
  each("remind_before", settings.remind_before);
  each("escalate_to_agency_after", settings.escalate_to_agency_after);
  each("escalate_to_county_after", settings.escalate_to_county_after);
  each("support_obliges", settings.support_obliges);
  each("opening_words", settings.opening_words);
  each("danger_words", settings.danger_words);
}

void read_into(std::string& field, std::string const& text) { field = text; }
void read_into(int& field, std::string const& text) { std::from_chars(text.data(), text.data() + text.size(), field); }

std::string to_text(std::string const& field) { return field; }
std::string to_text(int field) { return std::to_string(field); }

}  // namespace

std::vector<Topic> topics(db::Transaction& tx) { return tx.all<Topic>(kTopics); }

std::vector<Place> places(db::Transaction& tx) { return tx.all<Place>(kPlaces); }

TopicId add_topic(db::Transaction& tx, std::string_view name, std::string_view slug) {
  return tx.one<TopicId>(kAddTopic, name, slug);
}

PlaceId add_place(db::Transaction& tx, std::string_view name, std::string_view slug) {
  return tx.one<PlaceId>(kAddPlace, name, slug);
}

Calendar calendar(db::Transaction& tx) {
  auto const days = tx.all<Date>(kBankHolidays);
  return Calendar({days.begin(), days.end()});
}

void add_bank_holiday(db::Transaction& tx, Date day, std::string_view name) { tx.execute(kAddBankHoliday, day, name); }

Settings settings(db::Transaction& tx) {
  Settings result;
  for_each_setting(result, [&](std::string_view name, auto& field) {
    if (auto const text = tx.first<std::string>(kSetting, name)) read_into(field, *text);
  });
  return result;
}

void save(db::Transaction& tx, Settings const& settings) {
  for_each_setting(settings,
                   [&](std::string_view name, auto const& field) { tx.execute(kSaveSetting, name, to_text(field)); });
}

}  // namespace earshot::county
