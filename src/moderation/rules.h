// What may be decided, and by whom: pure decisions, no HTTP, no SQL, no clock.
#pragma once

#include "moderation/moderation.h"
#include "platform/http/message.h"

namespace earshot::moderation::rules {

/// The reasons in the order they are shown.
std::vector<Reason> const& reasons();

/// Reads what a moderator decides. What is not shown as it was needs a reason; struck words need what is left of them.
/// Of a file nothing can be struck.
Result<Verdict> read_verdict(http::Fields const& fields, Kind kind);

/// Reads a reader's report.
Result<Report> read_report(http::Fields const& fields);

/// Reads why somebody asks for another look.
Result<std::string> read_plea(http::Fields const& fields);

/// Whether `by` may decide: nobody looks again at their own decision, which `first` is when somebody asked again.
Result<void> may_decide(Item const& item, std::optional<Item> const& first, people::PersonId by);

/// Whether another look may be asked for. `again` says whether it was before.
Result<void> may_ask_again(Item const& item, bool again);

/// How long something took, in the larger unit that is not too coarse: whole hours up to two days, then whole days.
struct HowLong {
  bool days = false;
  std::int64_t number = 0;  ///< At least 1.
};
HowLong how_long(Milliseconds time);

/// The names of the fields.
inline constexpr std::string_view kDecisionField = "decision";
inline constexpr std::string_view kReasonField = "reason";
inline constexpr std::string_view kNoteField = "note";
inline constexpr std::string_view kWordsField = "words";
inline constexpr std::string_view kPleaField = "plea";

}  // namespace earshot::moderation::rules
