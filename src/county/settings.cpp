#include <charconv>

#include "county/county.h"

namespace earshot::county {
namespace {

constexpr db::Sql kSetting{"SELECT value FROM county_settings WHERE name = $1"};
constexpr db::Sql kSaveSetting{
    "INSERT INTO county_settings (name, value) VALUES ($1, $2)"
    " ON CONFLICT (name) DO UPDATE SET value = excluded.value"};

/// Calls `each(name, field)` for every setting, so that what is read and what is saved are one list.
template <class Settings, class Each>
void for_each_setting(Settings& settings, Each const& each) {
  each("remind_before", settings.remind_before);
  each("escalate_to_agency_after", settings.escalate_to_agency_after);
  each("escalate_to_county_after", settings.escalate_to_county_after);
  each("support_obliges", settings.support_obliges);
  each("danger_words", settings.danger_words);
  each("safeguarding_look_within", settings.safeguarding_look_within);
  each("safeguarding_decide_within", settings.safeguarding_decide_within);
  each("safeguarding_tell_again", settings.safeguarding_tell_again);
}

void read_into(std::string& field, std::string const& text) { field = text; }
void read_into(int& field, std::string const& text) { std::from_chars(text.data(), text.data() + text.size(), field); }

std::string to_text(std::string const& field) { return field; }
std::string to_text(int field) { return std::to_string(field); }

}  // namespace

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
  tx.changed(kCounty);
}

}  // namespace earshot::county
