// The job that watches the clocks: it reminds before a date, tells of what is late after it, and lets clocks run again
// that have stood still for as long as they may. It may run any number of times: each step is taken once.
#pragma once

#include <functional>

#include "asks/clock.h"
#include "platform/jobs/jobs.h"

namespace earshot::asks {

/// Lets the clock of an ask run again when it has stood still for as long as it may.
void resume_when_used_up(db::Transaction& tx, AskId id, Time now, Date today);

/// Writes to the people who lead a service, or when it has none to those above them: the agency's, the county's,
/// the administrators. `write` gives the note in the language of each. It holds no word of a family.
void write_to_leads(db::Transaction& tx, Ask const& ask, Step above, std::string_view kind, std::string_view key,
                    std::function<messages::Note(i18n::Translator const&)> const& write, Time now);

jobs::Job watch_job();

/// The job that publishes what is to be published at its time.
jobs::Job publishing_job();

}  // namespace earshot::asks
