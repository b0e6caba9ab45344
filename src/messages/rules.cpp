#include "messages/rules.h"

#include <algorithm>

namespace earshot::messages::rules {
namespace {

constexpr Milliseconds kGathered = std::chrono::minutes{2};
constexpr Milliseconds kEvening = std::chrono::hours{18};

}  // namespace

Time told_by(Pace pace, Time now, i18n::Translator const& clock) {
  if (pace == Pace::at_once) return now - kGathered;
  // From an evening that has been for sure, on to the last that has.
  auto const step = pace == Pace::weekly ? Days{7} : Days{1};
  auto day = clock.day(now);
  day = pace == Pace::weekly ? plus(day, std::chrono::Monday - std::chrono::weekday(std::chrono::sys_days(day)) - step)
                             : plus(day, -step);
  while (clock.time(plus(day, step), kEvening) <= now) day = plus(day, step);
  return clock.time(day, kEvening);
}

Milliseconds pause_after(int tries) {
  constexpr Milliseconds kLongest = std::chrono::hours{6};
  Milliseconds pause = std::chrono::minutes{1};
  for (int i = 1; i < tries && pause < kLongest; ++i) pause *= 2;
  return std::min(pause, kLongest);
}

}  // namespace earshot::messages::rules
