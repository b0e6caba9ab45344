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

/// Keeps a filter of the inbox that a person wants again, as it stands in the address of the list; one of this name is
/// replaced.
void keep_view(db::Transaction& tx, people::PersonId person, std::string_view name, std::string_view query);

std::vector<db::Migration> migrations();
web::Feature feature();

}  // namespace earshot::inbox
