// What may be asked and answered: pure decisions, no HTTP, no SQL, no clock.
#pragma once

#include "asks/asks.h"
#include "asks/clock.h"
#include "platform/http/message.h"

namespace earshot::asks::rules {

/// Reads the form of an answer. "Cannot" without a reason is refused, and so are "will" without a day to come, and
/// "done" without what was done.
Result<AnswerDraft> read_answer(http::Fields const& fields, Date today);

/// Words that may be published: not empty, not too long.
Result<std::string> read_words(http::Fields const& fields);

/// The day by which a service that answers within `days` working days has to answer. When another has given it back,
/// the family's day (`promised`) stands, or moves no further than so that a week of work is left.
Date due_on(county::Calendar const& calendar, Date today, int days, std::optional<Date> promised = {});

/// What it is to publish this outcome next: a first answer, one that is owed again, a kept promise or a correction.
How how(AnsweredAsk const& item, Outcome next);

/// Since when a promise is kept when this outcome is published on the day `today`; nothing when none is.
std::optional<Date> kept_on(AnsweredAsk const& item, Outcome next, Date today);

/// Whether this can be written: a correction needs its reason.
Result<void> may_write(AnsweredAsk const& item, AnswerDraft const& draft);

/// Whether `viewer` may look over what is written: not their own, for their service, or for all as the county's lead.
Result<void> may_look(web::Viewer const& viewer, AnsweredAsk const& item);

/// Whether an ask can be given back: nothing is published and it was not given back before.
Result<void> may_give_back(AnsweredAsk const& item);

/// Whether an ask can be opened again: it is answered, nothing is owed, and it was not opened again before.
Result<void> may_reopen(AnsweredAsk const& item);

/// Reads a line or two under this name: not empty, not too long. `if_missing` says what to write.
Result<std::string> read_note(http::Fields const& fields, std::string_view name, Message if_missing);

/// The time at which it is so many o'clock on this day where the county is.
Time at_hour(i18n::Translator const& t, Date day, int hour);

/// Whether what is written is what somebody has seen (its written_at; nothing when there was none).
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
inline constexpr std::string_view kBecauseField = "because";
inline constexpr std::string_view kWhenField = "on";
inline constexpr std::string_view kNoteField = "note";

/// The longest note, in characters.
inline constexpr std::size_t kLongestNote = 1'000;

}  // namespace earshot::asks::rules
