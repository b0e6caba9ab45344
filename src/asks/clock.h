// The clock of an ask as pure decisions: when it is late, who is told and when, and how long it may stand still.
#pragma once

#include "asks/asks.h"
#include "platform/http/message.h"

namespace earshot::asks {

/// What is done about a date that comes near or has passed.
enum class Step {
  reminder,  ///< The leads of the service are reminded before it.
  agency,    ///< After it, they and the leads of their agency are told.
  county     ///< Later, the county's.
};

}  // namespace earshot::asks

namespace earshot {
template <>
inline constexpr auto kWords<asks::Step> = words<asks::Step>({{asks::Step::reminder, "reminder"},
                                                              {asks::Step::agency, "agency"},
                                                              {asks::Step::county, "county"}});
}  // namespace earshot

namespace earshot::asks::rules {

/// The working days that the clock of one ask may stand still, in all.
inline constexpr int kMostPausedDays = 20;

/// The longest reason for stopping a clock, in characters.
inline constexpr std::size_t kLongestReason = 300;

inline constexpr std::string_view kReasonField = "reason";

/// What is to be done today about an ask that is due on `due_on`, in order. A step whose day was missed is still due.
std::vector<Step> steps_due(county::Calendar const& calendar, Date due_on, Date today,
                            county::Settings const& settings);

/// The working days that count of a pause from `paused_on` until today, when earlier ones took `before` already.
int counted_pause(county::Calendar const& calendar, Date paused_on, Date today, int before);

/// The day by which an answer is due after a pause of so many working days.
Date due_after_pause(county::Calendar const& calendar, Date due_on, int working_days);

/// Whether the clock can be stopped: an answer is owed, it runs, and there are days left.
Result<void> may_pause(Ask const& ask, int paused_before);

/// Reads why: words that everybody can read.
Result<std::string> read_reason(http::Fields const& fields);

}  // namespace earshot::asks::rules
