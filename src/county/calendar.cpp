#include "county/county.h"

namespace earshot::county {

bool Calendar::is_working_day(Date day) const {
  auto const weekday = std::chrono::weekday(std::chrono::sys_days(day));
  return weekday != std::chrono::Saturday && weekday != std::chrono::Sunday && !m_bank_holidays.contains(day);
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
  int count = 0;
  for (auto day = plus(from, Days{1}); day <= to; day = plus(day, Days{1}))
    if (is_working_day(day)) ++count;
  return count;
}

}  // namespace earshot::county
