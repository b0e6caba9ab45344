// Safeguarding: what may be about harm. A person raises a voice, and at once nobody sees it but the safeguarding leads,
// who are told by their urgent channel. Words that can mean danger raise a flag for a person to read, never a decision.
// Nothing of this is in the ordinary record, the log or the measures: a case has a log of its own.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "people/people.h"
#include "platform/base/enums.h"
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/base/time.h"
#include "platform/db/transaction.h"
#include "platform/web/feature.h"
#include "ui/html/html.h"
#include "voices/voices.h"

namespace earshot::safeguarding {

using CaseId = Id<struct Case>;

/// How it stands with a case.
enum class State {
  open,         ///< Nobody has decided yet.
  handed_over,  ///< To children's social care, the police or somebody else; the voice stays hidden.
  kept_hidden,  ///< Nothing is to be handed over, and the voice stays hidden.
  given_back    ///< No concern: everybody who could see the voice can see it again.
};

/// To whom a case is handed over.
enum class ToWhom { social_care, police, other };

/// What was done, for the log of a case.
enum class Did {
  raised,        ///< Somebody said that somebody may be in danger.
  raised_again,  ///< Somebody else did so too.
  told,          ///< The leads were told.
  opened,        ///< A lead looked at the case.
  noted,         ///< A lead wrote a note.
  family_added,  ///< The family wrote more.
  handed_over,   ///< A lead handed it over.
  opened_note,   ///< A lead opened the hand-over note to print it.
  kept_hidden,   ///< A lead decided that it stays hidden.
  given_back     ///< A lead decided that there is no concern.
};

}  // namespace earshot::safeguarding

namespace earshot {
template <>
inline constexpr auto kWords<safeguarding::State> =
    words<safeguarding::State>({{safeguarding::State::open, "open"},
                                {safeguarding::State::handed_over, "handed-over"},
                                {safeguarding::State::kept_hidden, "kept-hidden"},
                                {safeguarding::State::given_back, "given-back"}});
template <>
inline constexpr auto kWords<safeguarding::ToWhom> =
    words<safeguarding::ToWhom>({{safeguarding::ToWhom::social_care, "social-care"},
                                 {safeguarding::ToWhom::police, "police"},
                                 {safeguarding::ToWhom::other, "other"}});
template <>
inline constexpr auto kWords<safeguarding::Did> =
    words<safeguarding::Did>({{safeguarding::Did::raised, "raised"},
                              {safeguarding::Did::raised_again, "raised-again"},
                              {safeguarding::Did::told, "told"},
                              {safeguarding::Did::opened, "opened"},
                              {safeguarding::Did::noted, "noted"},
                              {safeguarding::Did::family_added, "family-added"},
                              {safeguarding::Did::handed_over, "handed-over"},
                              {safeguarding::Did::opened_note, "opened-note"},
                              {safeguarding::Did::kept_hidden, "kept-hidden"},
                              {safeguarding::Did::given_back, "given-back"}});
}  // namespace earshot

namespace earshot::safeguarding {

/// Saying that somebody may be in danger, about a voice that one can read.
inline constexpr web::Permission kRaiseVoices{"raise voices"};
/// Being told what happens after one has raised something.
inline constexpr web::Permission kHaveRaised{"have raised"};
/// Reading first what has words that can mean danger.
inline constexpr web::Permission kReadFirst{"read voices first"};
/// Seeing cases. Safeguarding leads alone; administrators do not.
inline constexpr web::Permission kSeeCases{"see safeguarding cases"};

/// The longest reason, note or name, in characters.
inline constexpr std::size_t kLongestNote = 5'000;

struct Case {
  CaseId id;
  std::string reference;  ///< "S-7KQ2-M9XC"
  voices::VoiceId voice;
  std::string raised_by;  ///< The name of a person.
  Time raised_at;
  std::string why;  ///< In their words; may be empty.
  Time look_by;     ///< A lead is to have looked at it by then,
  std::optional<Time> looked_at;
  Time decide_by;  ///< and to have decided by then.
  std::optional<Time> decided_at;
  State state = State::open;
};

/// A line of a case's log.
struct LogEntry {
  Time at;
  std::optional<std::string> person;  ///< A name; nothing for what the program or a family did.
  Did did = Did::raised;
  std::string note;
};

/// To whom a case was handed over, for the note.
struct Handover {
  ToWhom to_whom = ToWhom::social_care;
  std::string to_other = {};         ///< Who, when it is neither.
  std::string taken_by = {};         ///< The person who took it.
  std::string their_reference = {};  ///< May be empty.
  std::string note = {};             ///< May be empty.
};

/// Says that somebody may be in danger: hides the voice and its asks from everybody but safeguarding leads, opens a
/// case and has the leads told. When the voice has an open case already, `why` is added to its log. Nothing happens for
/// a voice that does not exist, so that nobody learns by trying which voices are hidden.
void raise(db::Transaction& tx, voices::VoiceId voice, std::string_view why, people::PersonId by, Time now);

/// The page that asks whether somebody may be in danger, for the pages of features above; it sends to `address`.
/// `words` are those it is about.
http::Response raise_page(web::Context const& context, web::FormState const& state, std::string const& address,
                          std::string const& back, Html const& words);

/// What that page's form says, and where to go on to when it was done.
Result<std::string> read_why(http::Form const& form);
inline constexpr char const* kAfterRaising = "/raised";

/// Whether there is a lead who can be told.
bool has_leads(db::Transaction& tx);

/// The case with this reference, as a person types it.
Result<Case> find(db::Transaction& tx, std::string_view reference);

/// The case of a voice; nothing when there is none.
std::optional<Case> case_of(db::Transaction& tx, voices::VoiceId voice);

/// Notes that `by` looked at the case: the first look stops the first clock.
void look(db::Transaction& tx, Case const& found, people::PersonId by, Time now);

/// Adds a line to the log of a case.
void log(db::Transaction& tx, CaseId id, std::optional<people::PersonId> by, Did did, std::string_view note, Time now);

/// Hands the case over; the voice stays hidden. May be done several times. Refused once it was given back.
Result<void> hand_over(db::Transaction& tx, Case const& found, Handover const& handover, people::PersonId by, Time now);

/// Keeps the voice hidden without handing it over. Refused once it was given back.
Result<void> keep_hidden(db::Transaction& tx, Case const& found, std::string_view why, people::PersonId by, Time now);

/// No concern: the voice and its asks are seen again as before. Refused once it was given back.
Result<void> give_back(db::Transaction& tx, Case const& found, std::string_view why, people::PersonId by, Time now);

/// A voice to be read first, because it has words that can mean danger.
struct Flag {
  std::int64_t id = 0;
  voices::VoiceId voice;
  std::string found;  ///< What of the county's list, one a line.
  Time raised_at;
};

/// The words in English, Welsh and Urdu that can mean danger in every county, one a line.
std::string_view built_in_danger_words();

/// Looks for words that can mean danger in a voice that says something new, and raises a flag where there are any that
/// nobody has read yet. When the voice has a case already, its log says that more was said, and the leads are told. It
/// runs in the transaction in which the voice is received or added to, so there is no moment without its flag.
void look_over(db::Transaction& tx, voices::VoiceId voice, Time now);

/// The same for voices that were not looked over, up to `most`: those that wait, after the words were changed, and
/// those that came in while no feature heeded them. Gives how many there were.
int look_over_rest(db::Transaction& tx, int most, Time now);

/// The flag of a voice; nothing when nobody has to read it first.
std::optional<Flag> flag_of(db::Transaction& tx, voices::VoiceId voice);

/// The flags that wait, the oldest first; at most `most`.
std::vector<Flag> flags(db::Transaction& tx, int most);

/// Somebody has read the voice and sees no danger. Refused when there is no flag any more.
Result<void> clear_flag(db::Transaction& tx, voices::VoiceId voice, std::string_view reason, people::PersonId by,
                        Time now);

/// Tells the leads what they have to be told now: of new cases, and again of those that are late.
void tell_leads(db::Transaction& tx, Time now);

std::vector<db::Migration> migrations();
web::Feature feature();

}  // namespace earshot::safeguarding
