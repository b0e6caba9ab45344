// When somebody is told and what raises a flag: pure decisions, no HTTP, no SQL, no clock.
#pragma once

#include "county/county.h"
#include "platform/http/message.h"
#include "safeguarding/safeguarding.h"

namespace earshot::safeguarding::rules {

/// What a lead has to do next with a case, and by when.
struct Clock {
  enum class Next { look, decide, nothing };

  Next next = Next::nothing;
  Time by;
  bool late = false;
};

/// The clock of a case as it stands now.
Clock clock_of(Case const& found, Time now);

/// The key of the first alert of a case.
inline constexpr std::string_view kNewAlert = "new";

/// What the leads have to be told of now, by a key that is new each time they are to be told again: when a case is new,
/// and each `again` after it is late. Nothing when nothing is to be done.
std::optional<std::string> alert(Case const& found, Milliseconds again, Time now);

/// A line of the list of words that can mean danger, cut into words.
struct Phrase {
  std::string line;
  std::vector<std::string> words;
  bool any_ending = false;  ///< The last word may end otherwise.
};

/// The phrases of a list, one a line. A "*" at the end of a line stands for any ending.
std::vector<Phrase> phrases_of(std::string_view list);

/// Which of the phrases stand in `text`, in their order: whole words, whatever their case and accents.
std::vector<std::string> find_danger(std::string_view text, std::vector<Phrase> const& phrases);

/// Those of the phrases that are in no list of what was `read`, one a line as a flag keeps them; at most 20.
std::string unread(std::vector<std::string> const& found, std::vector<std::string> const& read);

/// The list that counts, one a line: ours and the county's, without the lines that the county has with a "-" in front.
std::string danger_words(county::Settings const& settings);

/// Reads a reason or a note from `field`. Refused when it is too long, or empty though it must not be.
Result<std::string> read_note(http::Fields const& fields, std::string_view field);
Result<std::string> read_needed_note(http::Fields const& fields, std::string_view field, Message if_missing);

/// Reads the form of a hand-over.
Result<Handover> read_handover(http::Fields const& fields);

/// The names of the fields.
inline constexpr std::string_view kWhyField = "why";
inline constexpr std::string_view kNoteField = "note";
inline constexpr std::string_view kToField = "to";
inline constexpr std::string_view kToOtherField = "to_other";
inline constexpr std::string_view kTakenByField = "taken_by";
inline constexpr std::string_view kTheirReferenceField = "their_reference";

}  // namespace earshot::safeguarding::rules
