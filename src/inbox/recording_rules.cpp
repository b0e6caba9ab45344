#include <algorithm>
#include <cctype>

#include "inbox/recording.h"
#include "platform/base/text.h"
#include "ui/fields.h"

namespace earshot::inbox::rules {
namespace {

std::string read_short(http::Fields const& fields, std::string_view name, Problems& problems) {
  auto text = tidy(fields.get(name));
  if (characters(text) > kLongestShort) problems.add(name, msg("This is longer than 200 characters. Shorten it."));
  return text;
}

std::string read_long(http::Fields const& fields, std::string_view name, Problems& problems) {
  auto text = tidy(fields.get(name));
  if (characters(text) > voices::kLongestWords)
    problems.add(name, msg("This is longer than 10,000 characters. Record the rest as a second one."));
  return text;
}

template <Worded E>
E read_choice(http::Fields const& fields, std::string_view name, Message if_missing, Problems& problems) {
  auto const choice = from_word<E>(fields.get(name));
  if (!choice) problems.add(name, std::move(if_missing));
  return choice.value_or(E{});
}

/// The ids of those whose slugs are among the values.
template <class Named>
auto read_chosen(std::vector<Named> const& all, std::vector<std::string_view> const& values) {
  std::vector<decltype(Named::id)> chosen;
  for (auto const& each : all)
    if (std::find(values.begin(), values.end(), each.slug) != values.end()) chosen.push_back(each.id);
  return chosen;
}

std::string read_language(http::Fields const& fields, Problems& problems) {
  auto const code = fields.get("language");
  if (code == "other") return {};
  auto const& all = spoken_languages();
  if (std::any_of(all.begin(), all.end(), [&](SpokenLanguage const& each) { return each.code == code; }))
    return std::string(code);
  problems.add("language", msg("Choose the language in which they said it."));
  return {};
}

Date read_day(http::Fields const& fields, Date today, Problems& problems) {
  auto const day = ui::to_date(ui::date_parts(fields, "heard_on"));
  if (!day) problems.add("heard_on", msg("Write the day on which you heard it, such as 27 3 2026."));
  if (day && *day > today) problems.add("heard_on", msg("The day on which you heard it cannot be in the future."));
  return day.value_or(today);
}

std::optional<Reachable> read_contact(http::Fields const& fields, Problems& problems) {
  auto const channel = from_word<messages::Channel>(fields.get("tell"));
  if (!channel) {
    if (fields.get("tell") != "no") problems.add("tell", msg("Choose whether they want to be told."));
    return std::nullopt;
  }
  auto const name = "tell_" + std::string(to_word(*channel));
  return Reachable{*channel, problems.take(messages::read_address(*channel, fields.get(name), name))};
}

}  // namespace

Result<Recorded> read_recorded(http::Fields const& fields, Choices const& choices, bool is_representative, Date today) {
  Problems problems;
  Recorded recorded;
  auto& words = recorded.words;
  words.words = read_long(fields, "words", problems);
  if (words.words.empty()) problems.add("words", msg("Write what they said, as far as you can in their own words."));
  words.language = read_language(fields, problems);
  words.wish = read_long(fields, "wish", problems);
  words.speaker = read_choice<voices::Speaker>(fields, "speaker", msg("Choose who was speaking."), problems);
  words.services = read_chosen(choices.services, fields.all("service"));
  words.topics = read_chosen(choices.topics, fields.all("topic"));
  if (auto const place = read_chosen(choices.places, {fields.get("place")}); !place.empty())
    words.place = place.front();
  words.heard_through = "recorded";

  auto& how = recorded.recording;
  how.heard_on = read_day(fields, today, problems);
  how.heard_how = read_choice<HeardHow>(fields, "heard_how", msg("Choose how you heard it."), problems);
  how.heard_where = read_short(fields, "heard_where", problems);
  how.heard_from = read_short(fields, "heard_from", problems);
  how.group_name = read_short(fields, "group_name", problems);
  if (is_representative && how.group_name.empty())
    problems.add("group_name", msg("Write the name of the group that you speak for."));

  how.consent = read_choice<Consent>(fields, "consent", msg("Choose what they know of its being passed on."), problems);
  words.may_show =
      read_choice<voices::MayShow>(fields, "may_show", msg("Choose whether their words may be shown."), problems);
  if (how.consent == Consent::not_asked && words.may_show != voices::MayShow::no)
    problems.add("may_show", msg("They were not asked, so their words cannot be shown. Choose “No”."));
  recorded.contact = read_contact(fields, problems);
  return problems.or_value(std::move(recorded));
}

std::string read_key(http::Fields const& fields) {
  constexpr std::size_t kLength = 22;  // 16 bytes in base64url
  auto const key = fields.get("key");
  auto const is_key = key.size() == kLength && std::all_of(key.begin(), key.end(), [](unsigned char c) {
                        return std::isalnum(c) || c == '-' || c == '_';
                      });
  return is_key ? std::string(key) : std::string();
}

}  // namespace earshot::inbox::rules
