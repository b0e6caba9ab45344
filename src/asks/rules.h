// What may be asked and answered: pure decisions, no HTTP, no SQL, no clock.
#pragma once

#include "asks/asks.h"
#include "platform/http/message.h"

namespace earshot::asks::rules {

/// Reads the form of an answer. "Cannot" without a reason is refused, and so are "will" without a day to come, and
/// "done" without what was done.
Result<AnswerDraft> read_answer(http::Fields const& fields, Date today);

/// Words that may be published: not empty, not too long.
Result<std::string> read_words(http::Fields const& fields);

/// The day by which a service that answers within `days` working days has to answer.
Date due_on(county::Calendar const& calendar, Date today, int days);

/// Whether the answer that stands is the one that somebody has seen (its written_at; nothing when there was none).
Result<void> has_seen(AnsweredAsk const& ask, std::optional<Time> seen);

/// Reads what a form says its person has seen.
std::optional<Time> read_seen(http::Fields const& fields);

/// Whether `viewer` answers for the ask's service.
Result<void> may_answer(web::Viewer const& viewer, Ask const& ask);

/// Whether `viewer` sees the asks of every service.
bool sees_all(web::Viewer const& viewer);

/// Whether `viewer` may see the ask before it is published. What is not theirs is not found, so that nobody learns
/// that it exists.
Result<void> may_see(web::Viewer const& viewer, Ask const& ask);

/// The names of the fields of an answer's form.
inline constexpr std::string_view kOutcomeField = "outcome";
inline constexpr std::string_view kDoneField = "done";
inline constexpr std::string_view kWillField = "will";
inline constexpr std::string_view kByField = "by";
inline constexpr std::string_view kCannotField = "cannot";
inline constexpr std::string_view kWordsField = "words";
inline constexpr std::string_view kSeenField = "seen";

}  // namespace earshot::asks::rules
