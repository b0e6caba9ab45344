// Telling everybody who follows an ask: those who said it, joined it or support it and left an address.
#pragma once

#include "asks/asks.h"
#include "platform/jobs/jobs.h"

namespace earshot::asks {

/// What there is to tell.
enum class Event { answered, corrected, kept, paused, reopened, returned };

}  // namespace earshot::asks

namespace earshot {
template <>
inline constexpr auto kWords<asks::Event> = words<asks::Event>({{asks::Event::answered, "answered"},
                                                                {asks::Event::corrected, "corrected"},
                                                                {asks::Event::kept, "kept"},
                                                                {asks::Event::paused, "paused"},
                                                                {asks::Event::reopened, "reopened"},
                                                                {asks::Event::returned, "returned"}});
}  // namespace earshot

namespace earshot::asks {

/// Has everybody told who follows now, by a job of this transaction: each once for each event and number (a version, a
/// pause).
void tell_followers(db::Transaction& tx, AskId id, Event event, int number);

jobs::Job telling_job();

}  // namespace earshot::asks
