#include <algorithm>

#include "county/county.h"

namespace earshot::county {
namespace {

bool is_weekday(Date day) {
  auto const weekday = std::chrono::weekday(std::chrono::sys_days(day));
  return weekday != std::chrono::Saturday && weekday != std::chrono::Sunday;
}

/// How many days from Monday to Friday there are from a Monday long ago up to and with `day`.
int weekdays_until(Date day) {
  constexpr std::chrono::sys_days kMonday = std::chrono::year(1900) / 1 / 1;
  auto const days = (std::chrono::sys_days(day) - kMonday).count();
  auto const weeks = days >= 0 ? days / 7 : (days - 6) / 7;
  return static_cast<int>(weeks * 5 + std::min<std::int64_t>(days - weeks * 7 + 1, 5));
}

}  // namespace

Calendar::Calendar(std::set<Date> const& bank_holidays) {
  std::copy_if(bank_holidays.begin(), bank_holidays.end(), std::back_inserter(m_bank_holidays), is_weekday);
}

bool Calendar::is_working_day(Date day) const {
  return is_weekday(day) && !std::binary_search(m_bank_holidays.begin(), m_bank_holidays.end(), day);
}

Date Calendar::after(Date from, int days) const {
  auto day = from;
  while (!is_working_day(day)) day = plus(day, Days{1});
  // Counting begins on the first working day: what is said on a Saturday is as if it was said on the Monday.
  for (; days > 0; --days) do {
      day = plus(day, Days{1});
    } while (!is_working_day(day));
  return day;
}

Date Calendar::before(Date from, int days) const {
  auto day = from;
  while (!is_working_day(day)) day = plus(day, Days{-1});
  for (; days > 0; --days) do {
      day = plus(day, Days{-1});
    } while (!is_working_day(day));
  return day;
}

int Calendar::between(Date from, Date to) const {
  if (to <= from) return 0;
  auto const first = std::upper_bound(m_bank_holidays.begin(), m_bank_holidays.end(), from);
  auto const end = std::upper_bound(first, m_bank_holidays.end(), to);
  return weekdays_until(to) - weekdays_until(from) - static_cast<int>(end - first);
}

}  // namespace earshot::county
