#include <charconv>

#include "ui/fields.h"
#include "ui/govuk/date_input.h"
#include "ui/question.h"

namespace earshot::ui {
namespace {

/// The number that `text` is, with nothing but spaces around it.
std::optional<int> number(std::string_view text, std::size_t most_digits) {
  auto const first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return std::nullopt;
  text = text.substr(first, text.find_last_not_of(' ') - first + 1);
  if (text.size() > most_digits || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

DateParts date_parts(http::Fields const& fields, std::string_view name) {
  auto const part = [&](std::string_view which) { return std::string(fields.get(std::string(name).append(which))); };
  return {part("-day"), part("-month"), part("-year")};
}

DateParts date_parts(web::FormState const& form, std::string_view name, std::optional<Date> otherwise) {
  if (form.sent) return date_parts(form.values, name);
  if (!otherwise) return {};
  return {std::to_string(unsigned{otherwise->day()}), std::to_string(unsigned{otherwise->month()}),
          std::to_string(int{otherwise->year()})};
}

std::optional<Date> to_date(DateParts const& parts) {
  auto const day = number(parts.day, 2);
  auto const month = number(parts.month, 2);
  auto const year = number(parts.year, 4);
  // "26" may mean two different centuries to two people.
  if (!day || !month || !year || *year < 1000) return std::nullopt;
  Date const date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                  std::chrono::day(static_cast<unsigned>(*day))};
  return date.ok() ? std::optional(date) : std::nullopt;
}

Html date_field(i18n::Translator const& t, DateField const& field) {
  auto const autocomplete = [&](char const* part) { return field.birthday ? std::string(part) : std::string(); };
  return govuk::date_input(
      {.id = field.name + "-group",
       .name_prefix = field.name,
       .fieldset = question::legend(field.legend, field.heading),
       .hint = {.text = field.hint},
       .error = question::problem(t, field.error),
       // The links of an error summary go by the field's name, and must arrive where somebody can type.
       .day = govuk::DateInputItem{.name = "day",
                                   .label = t("Day"),
                                   .value = field.value.day,
                                   .id = field.name,
                                   .autocomplete = autocomplete("bday-day")},
       .month = govuk::DateInputItem{.name = "month",
                                     .label = t("Month"),
                                     .value = field.value.month,
                                     .id = field.name + "-month",
                                     .autocomplete = autocomplete("bday-month")},
       .year = govuk::DateInputItem{.name = "year",
                                    .label = t("Year"),
                                    .value = field.value.year,
                                    .id = field.name + "-year",
                                    .autocomplete = autocomplete("bday-year")}});
}

}  // namespace earshot::ui
