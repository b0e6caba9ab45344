// How an answer of the demonstration county is published. Private to this room.
#pragma once

#include "asks/asks.h"
#include "demonstration/county.h"

namespace earshot::demonstration {

/// Publishes what the lead of `service` wrote at the time `at`, looked over by a second person where the agency wants
/// that.
void publish(db::Transaction& tx, StoryService const& service, asks::Ask const& ask, Time at, Date day);

}  // namespace earshot::demonstration
