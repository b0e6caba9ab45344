// Gentle lock-out: after some wrong tries an account waits, each time longer, and never for long.
#pragma once

#include "platform/base/time.h"

namespace earshot::people {

/// So many wrong tries within kTriesWithin and an account waits.
inline constexpr int kFreeTries = 5;
inline constexpr Milliseconds kTriesWithin = std::chrono::minutes{15};
/// The first wait, doubled with each wrong try after it, and the longest.
inline constexpr Milliseconds kFirstWait = std::chrono::minutes{1};
inline constexpr Milliseconds kLongestWait = std::chrono::minutes{15};

/// The wrong tries of an account.
struct Tries {
  int wrong = 0;
  Time since{};    ///< The first of them.
  Time open_at{};  ///< Nobody may try before.

  bool operator==(Tries const&) const = default;
};

/// Whether somebody may try now.
bool may_try(Tries const& tries, Time now);

/// The tries with one wrong one more. Old ones are forgotten.
Tries after_wrong(Tries tries, Time now);

/// The tries without the last one, which was right after all.
Tries given_back(Tries tries);

/// Whether this is the try with which waiting began, of which the account's owner is told.
bool begins_to_wait(Tries const& tries);

/// The minutes left to wait, at least one.
std::int64_t minutes_to_wait(Tries const& tries, Time now);

}  // namespace earshot::people
