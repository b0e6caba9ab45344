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

/// The day by which a service that answers within `days` calendar days has to answer.
Date due_on(Date today, int days);

/// Whether `viewer` answers for the ask's service.
Result<void> may_answer(web::Viewer const& viewer, Ask const& ask);

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

}  // namespace earshot::asks::rules
