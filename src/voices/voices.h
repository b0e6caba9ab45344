// Voices: what somebody in a family said, in their own words, kept as they said it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "agencies/agencies.h"
#include "asks/asks.h"
#include "county/county.h"
#include "messages/messages.h"
#include "people/people.h"
#include "platform/base/enums.h"
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/base/time.h"
#include "platform/db/transaction.h"
#include "platform/i18n/translator.h"
#include "platform/web/feature.h"

namespace earshot::voices {

using VoiceId = Id<struct Voice>;

enum class Speaker { child, young_person, parent_or_carer, somebody_else, rather_not_say };

/// Whether the words may be shown to others.
enum class MayShow { no, without_name };

/// Which level of involvement the words are about (Leicestershire 2010): only imported voices say so.
enum class Level { information, consultation, involvement };

/// How it feels, for who chose a face instead of many words.
enum class Feeling { very_happy, happy, so_so, sad, angry, worried };

/// Why a voice needs no ask.
enum class ClosedAs {
  thanks,            ///< It was a kind word, and was passed on as one.
  no_ask_needed,     ///< Nothing has to be done, or it was done while it waited.
  answered_already,  ///< What families asked before has an answer that fits.
  nothing_to_act_on  ///< Nobody can tell from it what is wanted.
};

/// Why nobody sees a voice but those who see to it.
enum class Hidden { safeguarding };

}  // namespace earshot::voices

namespace earshot {
template <>
inline constexpr auto kWords<voices::Speaker> =
    words<voices::Speaker>({{voices::Speaker::child, "child"},
                            {voices::Speaker::young_person, "young-person"},
                            {voices::Speaker::parent_or_carer, "parent-or-carer"},
                            {voices::Speaker::somebody_else, "somebody-else"},
                            {voices::Speaker::rather_not_say, "rather-not-say"}});
template <>
inline constexpr auto kWords<voices::MayShow> =
    words<voices::MayShow>({{voices::MayShow::no, "no"}, {voices::MayShow::without_name, "without-name"}});
template <>
inline constexpr auto kWords<voices::Level> = words<voices::Level>({{voices::Level::information, "information"},
                                                                    {voices::Level::consultation, "consultation"},
                                                                    {voices::Level::involvement, "involvement"}});
template <>
inline constexpr auto kWords<voices::Feeling> = words<voices::Feeling>({{voices::Feeling::very_happy, "very-happy"},
                                                                        {voices::Feeling::happy, "happy"},
                                                                        {voices::Feeling::so_so, "so-so"},
                                                                        {voices::Feeling::sad, "sad"},
                                                                        {voices::Feeling::angry, "angry"},
                                                                        {voices::Feeling::worried, "worried"}});
template <>
inline constexpr auto kWords<voices::ClosedAs> =
    words<voices::ClosedAs>({{voices::ClosedAs::thanks, "thanks"},
                             {voices::ClosedAs::no_ask_needed, "no-ask-needed"},
                             {voices::ClosedAs::answered_already, "answered-already"},
                             {voices::ClosedAs::nothing_to_act_on, "nothing-to-act-on"}});
template <>
inline constexpr auto kWords<voices::Hidden> = words<voices::Hidden>({{voices::Hidden::safeguarding, "safeguarding"}});
}  // namespace earshot

namespace earshot::voices {

/// Reading everything that came in, and making asks of it.
inline constexpr web::Permission kReadVoices{"read voices"};

/// The longest words, and the longest wish, in characters.
inline constexpr std::size_t kLongestWords = 10'000;

/// The longest kind word with which a voice is closed, in characters.
inline constexpr std::size_t kLongestNote = 1'000;

/// The kind of source that a voice is to asks.
inline constexpr char const* kSourceKind = "voice";

/// The kind of voices in the search index: the words of all that are not hidden or withdrawn, for workers alone.
inline constexpr char const* kSearchKind = "voices";

/// What is said, by somebody who is saying it now or in a file that is imported.
struct Words {
  std::string words;
  std::string language;                             ///< The page's when they wrote: "ur".
  std::vector<agencies::ServiceId> services = {};   ///< What it is about; no service and no topic: not sure.
  std::vector<county::TopicId> topics = {};         ///< The same.
  std::optional<county::PlaceId> place = {};        ///< A district or the nearest town.
  std::optional<messages::ContactId> contact = {};  ///< How they are told; empty: by their receipt alone.
  Speaker speaker = Speaker::rather_not_say;
  std::string wish = {};  ///< What they would like to happen; may be empty.
  MayShow may_show = MayShow::no;
  std::string heard_through = "web";
  std::string heard_on = {};  ///< As people write it: "2010". Empty: when it was received.
  std::optional<Level> level = {};
  std::optional<Feeling> feeling = {};
};

struct Voice {
  VoiceId id;
  std::string reference;
  std::string words;
  std::string language;
  std::vector<agencies::ServiceId> services;  ///< By id; empty, with no topics: not sure.
  std::vector<county::TopicId> topics;
  std::optional<county::PlaceId> place;
  std::optional<messages::ContactId> contact;
  Speaker speaker = Speaker::rather_not_say;
  std::string wish;
  MayShow may_show = MayShow::no;
  std::string heard_through;
  std::string heard_on;
  std::optional<Level> level;
  std::optional<Feeling> feeling;
  Time received_at;
  std::optional<Time> asked_at;   ///< When a worker made an ask of it.
  std::optional<Time> closed_at;  ///< When a worker closed it without an ask,
  std::optional<ClosedAs> closed_as;
  std::string closed_note;           ///< with this kind word to the family.
  std::optional<Time> withdrawn_at;  ///< When the family took it back: its words are gone.
  std::optional<Hidden> hidden;      ///< Only find_hidden() gives one that is.
  bool read_first = false;           ///< Somebody has to read it before the others.

  /// Whether it waits for a worker.
  [[nodiscard]] bool waits() const { return !asked_at && !closed_at && !withdrawn_at && !hidden; }
};

/// What the family keeps: a reference to talk about, and a private link that shows where things stand.
struct Receipt {
  std::string reference;
  std::string token;  ///< Of the link /follow/TOKEN.
  VoiceId voice;
};

/// Stores what was said, once for each key: saying it again under the same key gives the same receipt.
Receipt receive(db::Transaction& tx, Words const& words, std::string_view submission_key, Time now);

/// The receipt of what was stored under this key.
std::optional<Receipt> find_receipt(db::Transaction& tx, std::string_view submission_key);

/// Whether it was stored (true) or was here already; for voices that nobody follows, such as imported ones.
bool receive_unfollowed(db::Transaction& tx, Words const& words, std::string_view submission_key, Time now);

/// A line of a spreadsheet of voices.
struct SheetLine {
  /// Where and why it cannot be stored; an English sentence that is marked for translation.
  struct Wrong {
    std::size_t line = 1;
    std::size_t column = 1;
    std::string why;
  };

  std::size_t line = 1;
  Words words;      ///< Of a line that is wrong, only what stands under "words", as it stands there.
  std::string key;  ///< Under which receive_unfollowed() stores it, once.
  std::optional<Wrong> wrong = {};
  bool looks_like_formula = false;  ///< As a spreadsheet would take it; it is kept as plain text.
};

/// Reads a CSV file with the columns level, said_by, heard_through, heard_on and words, in any order. Refused, with
/// line and column, when it is no such file; a line that is wrong in itself is told as such.
Result<std::vector<SheetLine>> read_sheet(std::string_view file);

/// The voice whose private link carries this token.
std::optional<Voice> find_by_token(db::Transaction& tx, std::string_view token);

/// The voice; not found when it is hidden. One that was withdrawn has no words any more.
Result<Voice> find(db::Transaction& tx, VoiceId id);

/// The hidden voice; not found when there is none, or it is not hidden. For those alone who see to what is hidden.
Result<Voice> find_hidden(db::Transaction& tx, VoiceId id);

/// The private link of a voice, "/follow/TOKEN", for messages to its family; empty when nobody has one.
std::string receipt_path(db::Transaction& tx, VoiceId id);

/// What was said by whoever is told by this contact, the newest first; not what is hidden.
std::vector<Voice> of_contact(db::Transaction& tx, messages::ContactId contact);

/// The voice that was stored under this key.
std::optional<VoiceId> find_by_key(db::Transaction& tx, std::string_view submission_key);

/// Who is speaking, in the reader's language.
std::string label(i18n::Translator const& t, Speaker speaker);

/// How it feels, why a voice was closed, and how somebody is told, in the reader's language.
std::string label(i18n::Translator const& t, Feeling feeling);
std::string label(i18n::Translator const& t, ClosedAs closed_as);
std::string label(i18n::Translator const& t, messages::Channel channel);

/// Whether the words may be shown, in the reader's language.
std::string label(i18n::Translator const& t, MayShow may_show);

/// What a worker makes of a voice.
struct Triage {
  agencies::ServiceId service;
  std::string words;          ///< What may be published.
  std::string wish = {};      ///< What the family would like, for the service alone.
  std::string language = {};  ///< Of the words; empty: that of the voice.
};

/// Makes an ask of the voice. Refused when it does not wait any more, and when the words are those of a family that did
/// not want them shown.
Result<asks::Ask> make_ask(db::Transaction& tx, VoiceId id, Triage const& triage, people::PersonId by, Time now,
                           Date today);

/// Makes several asks of one voice, for several services, under the same conditions: all of them or none.
Result<std::vector<asks::Ask>> make_asks(db::Transaction& tx, VoiceId id, std::vector<Triage> const& triages,
                                         people::PersonId by, Time now, Date today);

/// Notes that the voice is being passed on, so that it waits no more: for who joins it to asks that stand. Refused when
/// it does not wait any more.
Result<Voice> pass_on(db::Transaction& tx, VoiceId id, Time now);

/// Lets a voice that was passed on wait again, for more asks: its service sent it back, or it holds more than one
/// matter. Nothing happens to one that was closed, withdrawn or hidden.
void put_back(db::Transaction& tx, VoiceId id);

/// Why a worker closes a voice without an ask.
struct Closing {
  ClosedAs as = ClosedAs::thanks;
  std::string note;  ///< A kind word to the family, which their receipt shows.
};

/// Closes a voice that waits without making an ask of it, and tells its family. Refused when it does not wait any
/// more, and on "note" when there is no kind word or it is too long.
Result<void> close(db::Transaction& tx, VoiceId id, Closing const& closing, people::PersonId by, Time now);

/// What a family added later.
struct Addition {
  std::int64_t id = 0;
  std::string words;
  std::string language;
  Time received_at;
};

/// What a family said after they sent it, oldest first.
std::vector<Addition> additions(db::Transaction& tx, VoiceId id);

/// Adds words to a voice. Refused on "words" when there are too many, and once it is withdrawn.
Result<void> add_words(db::Transaction& tx, VoiceId id, std::string_view words, std::string_view language, Time now);

/// What a family thinks of an answer.
struct Verdict {
  asks::AskId ask;
  bool helped = false;
  std::string words;  ///< What is missing, when it did not help.
  Time given_at;
};

/// What the family of this voice thinks of the answers that they got.
std::vector<Verdict> verdicts(db::Transaction& tx, VoiceId id);

/// Keeps what the family thinks of a published answer to an ask that came of their voice; again replaces it.
Result<void> judge(db::Transaction& tx, VoiceId id, Verdict const& verdict, Time now, Date today);

/// Takes a voice back: its words, wish, contact, files and additions are erased, the fact is kept. The asks that came
/// of it let go of it. Again is no fault.
void withdraw(db::Transaction& tx, VoiceId id, Time now);

/// Changes how the family is told; nothing for who wants no message.
void change_contact(db::Transaction& tx, VoiceId id, std::optional<messages::ContactId> contact, Time now);

/// Takes a voice, and the asks that came of it, out of the sight of everybody; again is no fault.
void hide(db::Transaction& tx, VoiceId id, Time now);

/// Lets a hidden voice be seen again.
void show(db::Transaction& tx, VoiceId id);

/// Puts a voice in front of those that wait, because somebody has to read it first.
void read_first(db::Transaction& tx, VoiceId id);

/// Puts it back in its turn: somebody has read it.
void in_turn(db::Transaction& tx, VoiceId id);

/// The event that a voice says something new: it came in, or its family added to it. Hidden or not. For a feature that
/// looks over what comes in.
inline constexpr char const* kSaid = "voices.said";

/// Voices that nobody has looked over, hidden or not, the oldest first: where nothing heeded the event.
std::vector<VoiceId> to_look_over(db::Transaction& tx, int most);

/// Has all voices that wait looked over again.
void look_over_again(db::Transaction& tx);

/// Notes that a voice was looked over.
void mark_looked_over(db::Transaction& tx, VoiceId id);

/// How many voices were said and received since `since`; not what was said long ago and brought in later, nor what is
/// hidden.
std::int64_t count_since(db::Transaction& tx, Time since);

std::vector<db::Migration> migrations();
web::Feature feature();

}  // namespace earshot::voices
