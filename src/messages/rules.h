// When messages go: by the pace that somebody chose, and again after a try that failed.
#pragma once

#include "messages/messages.h"

namespace earshot::messages::rules {

/// So often a message is tried; after that it has failed for good.
inline constexpr int kMostTries = 12;

/// News that was told at or before this moment is due at `now`: two minutes ago for who wants to hear at once, so that
/// what happens together comes together; the last 18:00 that has been for a daily digest; that of the last Monday for a
/// weekly one. `clock` knows the county's time.
Time told_by(Pace pace, Time now, i18n::Translator const& clock);

/// How long to wait after the try with this number (from 1): a minute, doubled each time, at most six hours.
Milliseconds pause_after(int tries);

/// How long to leave a provider alone that said we send too much.
inline constexpr Milliseconds kPauseWhenLimited = std::chrono::minutes{2};

}  // namespace earshot::messages::rules
