#include "platform/base/time.h"

#include <charconv>

#include <fmt/format.h>

namespace earshot {

Time system_now() { return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now()); }

std::string to_iso(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string to_iso(Time time) {
  auto const day = std::chrono::floor<Days>(time);
  std::chrono::hh_mm_ss const clock{time - day};
  return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", to_iso(Date{day}), clock.hours().count(), clock.minutes().count(),
                     clock.seconds().count(), clock.subseconds().count());
}

namespace {
std::optional<int> whole_number(std::string_view digits) {
  int number = 0;
  auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc{} || end != digits.data() + digits.size() || number < 0) return std::nullopt;
  return number;
}
}  // namespace

std::optional<Date> date_from_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  auto const year = whole_number(text.substr(0, 4));
  auto const month = whole_number(text.substr(5, 2));
  auto const day = whole_number(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  Date const date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                  std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return date;
}

Date plus(Date date, Days days) { return Date{std::chrono::sys_days{date} + days}; }

}  // namespace earshot
