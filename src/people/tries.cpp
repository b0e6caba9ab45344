#include "people/tries.h"

#include <algorithm>

namespace earshot::people {

bool may_try(Tries const& tries, Time now) { return now >= tries.open_at; }

Tries after_wrong(Tries tries, Time now) {
  // Once somebody has had to wait, they begin anew only after a quiet quarter of an hour.
  auto const counts_until = (tries.wrong < kFreeTries ? tries.since : tries.open_at) + kTriesWithin;
  if (tries.wrong == 0 || now >= counts_until) tries = {.wrong = 0, .since = now, .open_at = {}};
  ++tries.wrong;
  if (tries.wrong < kFreeTries) return tries;
  auto wait = kFirstWait;
  for (auto extra = tries.wrong - kFreeTries; extra > 0 && wait < kLongestWait; --extra) wait *= 2;
  tries.open_at = now + std::min(wait, kLongestWait);
  return tries;
}

Tries given_back(Tries tries) {
  tries.wrong = std::max(tries.wrong - 1, 0);
  tries.open_at = {};
  return tries;
}

bool begins_to_wait(Tries const& tries) { return tries.wrong == kFreeTries; }

std::int64_t minutes_to_wait(Tries const& tries, Time now) {
  return std::max<std::int64_t>(1, std::chrono::ceil<std::chrono::minutes>(tries.open_at - now).count());
}

}  // namespace earshot::people
