// The inbox: what workers do with what came in (systems.md V1, V4), and what they and representatives of families
// record for somebody else (V2).
#pragma once

#include "inbox/recording.h"
#include "platform/db/migrations.h"
#include "platform/web/feature.h"

namespace earshot::inbox {

/// Recording what somebody else said, and seeing what became of it.
inline constexpr web::Permission kRecordVoices{"record voices"};
/// Bringing in what was heard elsewhere from a spreadsheet.
inline constexpr web::Permission kBringInVoices{"bring in voices"};

std::vector<db::Migration> migrations();
web::Feature feature();

}  // namespace earshot::inbox
