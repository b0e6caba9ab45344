#include <algorithm>
#include <charconv>

#include "changes/telling.h"
#include "platform/base/text.h"
#include "ui/fields.h"

namespace earshot::changes::rules {
namespace {

Result<std::string> read_text(http::Fields const& fields, std::string_view name, Message if_missing) {
  auto text = tidy(fields.get(name));
  if (text.empty()) return refuse(name, std::move(if_missing));
  if (characters(text) > asks::kLongestText)
    return refuse(name, msg("This is longer than 10,000 characters. Shorten it."));
  return text;
}

/// The number in an id's field; nothing when there is none.
std::optional<std::int64_t> read_number(std::string_view text) {
  std::int64_t number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number <= 0) return std::nullopt;
  return number;
}

Result<Date> read_day_that_has_come(http::Fields const& fields, Date today) {
  auto const day = ui::to_date(ui::date_parts(fields, kOnField));
  if (!day) return refuse(kOnField, msg("Write the day since when it is so, such as 31 3 2026."));
  if (*day > today) return refuse(kOnField, msg("That day is still to come. Tell it when it is so."));
  return *day;
}

}  // namespace

bool tells_for_all(web::Viewer const& viewer) {
  return viewer.has(people::kAdministrator) || viewer.has(people::kCountyLead);
}

bool tells_for(web::Viewer const& viewer, agencies::ServiceId service) {
  return tells_for_all(viewer) || viewer.answers_for(service.value);
}

Result<ToldDraft> read_told(http::Fields const& fields, std::string_view language, Date today) {
  Problems problems;
  ToldDraft draft{.service = {}, .language = std::string(language), .changed_on = {}};
  auto const service = read_number(fields.get(kServiceField));
  if (service)
    draft.service = {*service};
  else
    problems.add(kServiceField, msg("Choose the service that changed it."));
  draft.changed = problems.take(read_text(fields, kChangedField, msg("Write what you changed.")));
  draft.reason = problems.take(read_text(fields, kReasonField, msg("Write why you changed it.")));
  draft.changed_on = problems.take(read_day_that_has_come(fields, today));
  if (auto const place = read_number(fields.get(kPlaceField))) draft.place = county::PlaceId{*place};
  for (auto const topic : fields.all(kTopicsField))
    if (auto const id = read_number(topic)) draft.topics.push_back({*id});
  return problems.or_value(std::move(draft));
}

}  // namespace earshot::changes::rules
