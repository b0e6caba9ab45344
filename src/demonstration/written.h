// The voices of demo/county.json, which were written by hand: what a newcomer sees first. Private to this room.
#pragma once

#include "demonstration/county.h"
#include "demonstration/demonstration.h"

namespace earshot::demonstration {

/// Takes each voice as far as its story says.
Made tell_written(db::Database& db, County const& county, Plan const& plan);

}  // namespace earshot::demonstration
