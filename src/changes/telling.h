// What those who answer tell of themselves: something that changed although nobody asked, and a promise that is kept.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "changes/changes.h"
#include "people/people.h"
#include "platform/http/message.h"

namespace earshot::changes {

/// Writes it anew. `seen` is the written_at that `by` had before them. Refused once it is published, and when somebody
/// has changed it since.
Result<void> rewrite(db::Transaction& tx, ToldId id, ToldDraft const& draft, Time seen, web::Viewer const& by,
                     Time now);

/// What was told or is about to be, if `viewer` tells for its service; not found otherwise.
Result<Told> find_told(db::Transaction& tx, ToldId id, web::Viewer const& viewer);

/// What is written and not published, of the services that `viewer` tells for, the newest first.
std::vector<Told> drafts(db::Transaction& tx, web::Viewer const& viewer);

/// Promises of the services that `viewer` tells for that are not kept yet, the one whose day comes first in front.
std::vector<Change> promises_of(db::Transaction& tx, web::Viewer const& viewer, int most);

/// A published promise, if `viewer` tells for its service; not found otherwise.
Result<Change> find_promise(db::Transaction& tx, asks::AskId id, web::Viewer const& viewer);

namespace rules {

/// Whether `viewer` tells for all services, or for those in their scope alone.
bool tells_for_all(web::Viewer const& viewer);
bool tells_for(web::Viewer const& viewer, agencies::ServiceId service);

/// Reads the form of a change that nobody asked for. Its day has come already.
Result<ToldDraft> read_told(http::Fields const& fields, std::string_view language, Date today);

/// Reads since when a promise is kept, and what is different now.
struct Kept {
  std::string text;
  Date on;
};
Result<Kept> read_kept(http::Fields const& fields, Date today);

inline constexpr std::string_view kServiceField = "service";
inline constexpr std::string_view kChangedField = "changed";
inline constexpr std::string_view kReasonField = "reason";
inline constexpr std::string_view kTopicsField = "topics";
inline constexpr std::string_view kPlaceField = "place";
inline constexpr std::string_view kOnField = "on";
inline constexpr std::string_view kSeenField = "seen";

}  // namespace rules
}  // namespace earshot::changes
