// Times are UTC milliseconds, dates are calendar days. Nothing here reads the clock except `Clock`.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace earshot {

using Milliseconds = std::chrono::milliseconds;
using Time = std::chrono::sys_time<Milliseconds>;
using Date = std::chrono::year_month_day;
using Days = std::chrono::days;

/// Where the time comes from. main passes `system_now`; a test passes a function of its own.
using Clock = std::function<Time()>;
Time system_now();

/// "2026-11-22".
std::string to_iso(Date date);

/// "2026-11-22T05:46:31.000Z".
std::string to_iso(Time time);

/// Reads "2026-11-22"; nothing when it is not a day that exists.
std::optional<Date> date_from_iso(std::string_view text);

/// `date` moved by whole days.
Date plus(Date date, Days days);

}  // namespace earshot
