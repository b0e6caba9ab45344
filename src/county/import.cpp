#include "county/import.h"

#include <algorithm>

#include <boost/json.hpp>

#include "county/county.h"
#include "platform/base/text.h"
#include "platform/db/database.h"
#include "platform/record/record.h"

namespace earshot::county {
namespace {

namespace json = boost::json;

constexpr char const* kDivision = "england-and-wales";
constexpr std::size_t kLongestName = 100;

json::value const* member(json::value const* value, std::string_view name) {
  auto const* object = value ? value->if_object() : nullptr;
  return object ? object->if_contains(name) : nullptr;
}

/// The text of a member; empty when there is none.
std::string text_of(json::value const& value, std::string_view name) {
  auto const* text = member(&value, name);
  return text && text->is_string() ? tidy(std::string_view(text->get_string())) : std::string();
}

Result<BankHoliday> read_event(json::value const& event, std::size_t number) {
  auto const day = date_from_iso(text_of(event, "date"));
  auto name = text_of(event, "title");
  if (!day || name.empty() || characters(name) > kLongestName)
    return refuse("", msg("Day {1} of the file has no date such as 2029-01-01, or no title.", std::to_string(number)));
  if (text_of(event, "notes") == "Substitute day") name += " (substitute day)";
  return BankHoliday{*day, std::move(name)};
}

Result<std::vector<BankHoliday>> read_file(std::string_view file) {
  json::error_code fault;
  auto const whole = json::parse(file, fault);
  auto const* events = fault ? nullptr : member(member(&whole, kDivision), "events");
  if (!events || !events->is_array() || events->get_array().empty())
    return refuse(
        "", msg("This is not the file of https://www.gov.uk/bank-holidays.json: it has no days of {1}.", kDivision));
  std::vector<BankHoliday> days;
  for (auto const& event : events->get_array()) days.push_back(TRY(read_event(event, days.size() + 1)));
  return days;
}

/// The days to come, in years that the file covers, which it does not have: a day may have been moved.
std::vector<std::string> not_in_file(std::vector<BankHoliday> const& known, std::vector<BankHoliday> const& file,
                                     Date today) {
  auto const by_day = [](BankHoliday const& one, BankHoliday const& other) { return one.day < other.day; };
  auto const last = std::max_element(file.begin(), file.end(), by_day)->day;
  std::vector<std::string> remarks;
  for (auto const& each : known) {
    auto const is_there =
        std::any_of(file.begin(), file.end(), [&](BankHoliday const& day) { return day.day == each.day; });
    if (each.day > today && each.day <= last && !is_there)
      remarks.push_back(to_iso(each.day) + " (" + each.name +
                        ") is not in the file. It is kept; take it out under Administration if it was moved.");
  }
  return remarks;
}

Result<web::ImportReport> run(db::Database& db, std::string_view file, Time now,
                              std::function<void(std::size_t, std::size_t)> const& progress) {
  auto const days = TRY(read_file(file));
  auto const report = db.write([&](db::Transaction& tx) {
    web::ImportReport done;
    for (auto const& each : days) ++(add_bank_holiday(tx, each.day, each.name) ? done.stored : done.already_here);
    done.remarks = not_in_file(bank_holidays(tx), days, std::chrono::floor<Days>(now));
    if (done.stored > 0)
      record::note(tx, {"operator", "county.import_bank_holidays", "bank holidays", std::to_string(done.stored)}, now);
    return done;
  });
  progress(days.size(), days.size());
  return report;
}

}  // namespace

web::Import bank_holidays_import() {
  return {.name = "bank-holidays",
          .about = "Bank holidays of England and Wales, from the file https://www.gov.uk/bank-holidays.json",
          .run = run};
}

}  // namespace earshot::county
