#include "administration/rules.h"

#include <algorithm>
#include <charconv>

#include "platform/base/text.h"
#include "ui/fields.h"

namespace earshot::administration::rules {
namespace {

constexpr int kMostRemind = 20;
constexpr int kMostEscalate = 60;
constexpr int kMostSupport = 10'000;
constexpr int kMostHours = 168;

Result<std::string> read_line(http::Fields const& fields, std::string_view name, Message if_empty) {
  auto text = tidy(fields.get(name));
  if (text.empty()) return refuse(name, std::move(if_empty));
  if (characters(text) > agencies::kLongestName) return refuse(name, msg("Write at most 100 characters."));
  // A field of one line sends no line ends; a program that does is not a person's browser.
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

/// A whole number within limits.
Result<int> read_number(http::Fields const& fields, std::string_view name, int least, int most) {
  auto const text = tidy(fields.get(name));
  int number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number < least || number > most)
    return refuse(name, msg("Write a whole number from {1} to {2}.", std::to_string(least), std::to_string(most)));
  return number;
}

/// The id that a choice stands for; 0 for what is no number.
std::int64_t number_of(std::string_view value) {
  std::int64_t number = 0;
  std::from_chars(value.data(), value.data() + value.size(), number);
  return number;
}

/// The ticked boxes of `name` that are among `known`; what is not is left out.
template <class Known>
auto read_ticked(http::Fields const& fields, std::string_view name, std::vector<Known> const& known) {
  std::vector<decltype(Known::id)> ids;
  for (auto const& each : known) {
    auto const ticked = fields.all(name);
    if (std::any_of(ticked.begin(), ticked.end(), [&](auto value) { return number_of(value) == each.id.value; }))
      ids.push_back(each.id);
  }
  return ids;
}

Result<agencies::AgencyId> read_agency_choice(http::Fields const& fields, std::vector<agencies::Agency> const& known) {
  auto const number = number_of(fields.get(kAgencyField));
  if (std::none_of(known.begin(), known.end(), [&](auto const& each) { return each.id.value == number; }))
    return refuse(kAgencyField, msg("Choose the agency that runs it."));
  return agencies::AgencyId{number};
}

/// The slug of a new service: what was typed, or nothing to have it made of the name.
Result<std::string> read_slug(http::Fields const& fields) {
  auto const typed = tidy(fields.get(kSlugField));
  if (slug_of(typed) != typed)
    return refuse(kSlugField, msg("Use small letters, digits and single hyphens only, such as school-transport."));
  return typed;
}

/// A day that need not be given.
Result<std::optional<Date>> read_day_if_any(http::Fields const& query, std::string_view name) {
  auto const parts = ui::date_parts(query, name);
  if (parts == ui::DateParts{}) return std::optional<Date>();
  auto const day = ui::to_date(parts);
  if (!day) return refuse(name, msg("Write a day, such as 1 1 2029, or leave it empty."));
  return day;
}

/// "1795341600000-17": the last entry of the page before.
std::optional<record::After> read_after(std::string_view text) {
  auto const dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  auto const at = number_of(text.substr(0, dash));
  auto const id = number_of(text.substr(dash + 1));
  if (at <= 0 || id <= 0) return std::nullopt;
  return record::After{.at = Time(Milliseconds(at)), .id = id};
}

}  // namespace

Result<std::string> read_name(http::Fields const& fields) {
  return read_line(fields, kNameField, msg("Write the name."));
}

Result<agencies::Agency> read_agency(http::Fields const& fields, agencies::Agency stands) {
  stands.name = TRY(read_name(fields));
  stands.second_pair_of_eyes = fields.get(kSecondField) == "yes";
  return stands;
}

Result<ServiceForm> read_service(http::Fields const& fields, agencies::Service stands, Choices const& choices) {
  Problems problems;
  ServiceForm form{.service = std::move(stands), .topics = {}, .places = {}, .owners = {}};
  auto& service = form.service;
  service.name = problems.take(read_name(fields));
  if (service.id.value == 0) service.slug = problems.take(read_slug(fields));
  service.about = problems.take(read_line(fields, kAboutField, msg("Write in a few words what families know it for.")));
  service.agency = problems.take(read_agency_choice(fields, choices.agencies));
  service.answer_within_days = problems.take(read_number(fields, kDaysField, 1, agencies::kMostDays));
  form.topics = read_ticked(fields, kTopicsField, choices.topics);
  form.places = read_ticked(fields, kPlacesField, choices.places);
  form.owners = read_ticked(fields, kOwnersField, choices.leads);
  return problems.or_value(std::move(form));
}

Result<county::BankHoliday> read_bank_holiday(http::Fields const& fields) {
  Problems problems;
  auto const day = ui::to_date(ui::date_parts(fields, kDayField));
  if (!day) problems.add(kDayField, msg("Write a day, such as 1 1 2029."));
  auto name = problems.take(read_line(fields, kNameField, msg("Write what the day is called.")));
  return problems.or_value(county::BankHoliday{day.value_or(Date{}), std::move(name)});
}

Result<county::Settings> read_settings(http::Fields const& fields) {
  Problems problems;
  county::Settings settings;
  settings.remind_before = problems.take(read_number(fields, kRemindField, 1, kMostRemind));
  settings.escalate_to_agency_after = problems.take(read_number(fields, kToAgencyField, 1, kMostEscalate));
  settings.escalate_to_county_after = problems.take(read_number(fields, kToCountyField, 1, kMostEscalate));
  settings.support_obliges = problems.take(read_number(fields, kSupportField, 2, kMostSupport));
  settings.safeguarding_look_within = problems.take(read_number(fields, kLookField, 1, kMostHours));
  settings.safeguarding_decide_within = problems.take(read_number(fields, kDecideField, 1, kMostHours));
  settings.safeguarding_tell_again = problems.take(read_number(fields, kAgainField, 1, kMostHours));
  settings.danger_words = tidy(fields.get(kDangerField));
  if (characters(settings.danger_words) > kLongestDangerWords)
    problems.add(kDangerField, msg("Write at most 5,000 characters."));
  if (problems.empty() && settings.escalate_to_county_after < settings.escalate_to_agency_after)
    problems.add(kToCountyField,
                 msg("The county’s lead cannot be told before the agency’s lead. Write a larger number."));
  if (problems.empty() && settings.safeguarding_decide_within < settings.safeguarding_look_within)
    problems.add(kDecideField, msg("A lead cannot decide before they look. Write a larger number."));
  return problems.or_value(std::move(settings));
}

Result<std::string> read_words(http::Fields const& fields) {
  auto text = tidy(fields.get(kTextField));
  if (characters(text) > kLongestText) return refuse(kTextField, msg("Write at most 5,000 characters."));
  return text;
}

Result<std::string> read_message_words(http::Fields const& fields) {
  auto text = tidy(fields.get(kTextField));
  if (characters(text) > kLongestMessageWords) return refuse(kTextField, msg("Write at most 500 characters."));
  return text;
}

people::Standing read_standing(http::Fields const& fields, std::vector<agencies::Service> const& services,
                               std::vector<agencies::Agency> const& agencies) {
  people::Standing standing{.name = std::string(fields.get(kNameField)),
                            .roles = {},
                            .services = read_ticked(fields, kServicesField, services),
                            .agencies = read_ticked(fields, kAgenciesField, agencies)};
  auto const chosen = fields.all(kRolesField);
  for (auto const& role : people::roles())
    if (std::find(chosen.begin(), chosen.end(), role.name) != chosen.end()) standing.roles.push_back(role);
  return standing;
}

std::string without_addresses(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    auto const end = std::min(text.find_first_of(" \n\t"), text.size());
    auto const word = text.substr(0, end);
    result += word.find('@') == std::string_view::npos ? word : "…";
    if (end < text.size()) result += text[end];
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return result;
}

Result<RecordQuery> read_record_query(http::Fields const& query, std::function<Time(Date)> const& start_of) {
  Problems problems;
  auto const from = problems.take(read_day_if_any(query, kFromField));
  auto const to = problems.take(read_day_if_any(query, kToField));
  if (from && to && *to < *from) problems.add(kToField, msg("The last day must not come before the first."));
  RecordQuery result{.search = {.actor = tidy(query.get(kActorField)),
                                .action = tidy(query.get(kActionField)),
                                .words = tidy(query.get(kReferenceField)),
                                .from = from ? std::optional(start_of(*from)) : std::nullopt,
                                .until = to ? std::optional(start_of(plus(*to, Days{1}))) : std::nullopt},
                     .after = read_after(query.get(kAfterField))};
  return problems.or_value(std::move(result));
}

}  // namespace earshot::administration::rules
