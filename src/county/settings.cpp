#include <charconv>

#include "county/county.h"

namespace earshot::county {
namespace {

constexpr db::Sql kSettings{"SELECT name, value FROM county_settings"};
constexpr db::Sql kSaveSetting{
    "INSERT INTO county_settings (name, value) VALUES ($1, $2)"
    " ON CONFLICT (name) DO UPDATE SET value = excluded.value"};

struct Row {
  std::string name;
  std::string value;
};

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
  for (auto const& row : tx.all<Row>(kSettings))
    for_each_setting(result, [&](std::string_view name, auto& field) {
      if (name == row.name) read_into(field, row.value);
    });
  return result;
}

void save(db::Transaction& tx, Settings const& settings, Time now) {
  auto const had = county::settings(tx).danger_words;
  for_each_setting(settings,
                   [&](std::string_view name, auto const& field) { tx.execute(kSaveSetting, name, to_text(field)); });
  tx.changed(kCounty);
  if (settings.danger_words != had) tx.announce(kDangerWordsChanged, 0, now);
}

}  // namespace earshot::county
