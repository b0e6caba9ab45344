// Voices: what somebody in a family said, in their own words, kept as they said it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "agencies/agencies.h"
#include "asks/asks.h"
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
}  // namespace earshot

namespace earshot::voices {

/// Reading everything that came in, and making asks of it.
inline constexpr web::Permission kReadVoices{"read voices"};

/// The longest words, and the longest wish, in characters.
inline constexpr std::size_t kLongestWords = 10'000;

/// The kind of source that a voice is to asks.
inline constexpr char const* kSourceKind = "voice";

/// What is said, by somebody who is saying it now or in a file that is imported.
struct Words {
  std::string words;
  std::string language;                           ///< The page's when they wrote: "ur".
  std::optional<agencies::ServiceId> about = {};  ///< Empty: not sure.
  Speaker speaker = Speaker::rather_not_say;
  std::string wish = {};  ///< What they would like to happen; may be empty.
  MayShow may_show = MayShow::no;
  std::string heard_through = "web";
  std::string heard_on = {};  ///< As people write it: "2010". Empty: when it was received.
  std::optional<Level> level = {};
};

struct Voice {
  VoiceId id;
  std::string reference;
  std::string words;
  std::string language;
  std::optional<agencies::ServiceId> about;
  Speaker speaker = Speaker::rather_not_say;
  std::string wish;
  MayShow may_show = MayShow::no;
  std::string heard_through;
  std::string heard_on;
  std::optional<Level> level;
  Time received_at;
  std::optional<Time> asked_at;  ///< When a worker made an ask of it; none while it waits.
};

/// What the family keeps: a reference to talk about, and a private link that shows where things stand.
struct Receipt {
  std::string reference;
  std::string token;  ///< Of the link /follow/TOKEN.
};

/// Stores what was said, once for each key: saying it again under the same key gives the same receipt.
Receipt receive(db::Transaction& tx, Words const& words, std::string_view submission_key, Time now);

/// The receipt of what was stored under this key.
std::optional<Receipt> find_receipt(db::Transaction& tx, std::string_view submission_key);

/// Whether it was stored (true) or was here already; for voices that nobody follows, such as imported ones.
bool receive_unfollowed(db::Transaction& tx, Words const& words, std::string_view submission_key, Time now);

/// The voice whose private link carries this token.
std::optional<Voice> find_by_token(db::Transaction& tx, std::string_view token);

Result<Voice> find(db::Transaction& tx, VoiceId id);

/// The voice that was stored under this key.
std::optional<VoiceId> find_by_key(db::Transaction& tx, std::string_view submission_key);

/// Voices that wait for a worker, the oldest first. `page` counts from 1.
std::vector<Voice> waiting(db::Transaction& tx, int page, int per_page);
std::int64_t count_waiting(db::Transaction& tx);

/// Who is speaking, in the reader's language.
std::string label(i18n::Translator const& t, Speaker speaker);

/// Whether the words may be shown, in the reader's language.
std::string label(i18n::Translator const& t, MayShow may_show);

/// What a worker makes of a voice.
struct Triage {
  agencies::ServiceId service;
  std::string words;      ///< What may be published.
  std::string wish = {};  ///< What the family would like, for the service alone.
};

/// Makes an ask of the voice. Refused when somebody has done so already, and when the words are those of a family that
/// did not want them shown.
Result<asks::Ask> make_ask(db::Transaction& tx, VoiceId id, Triage const& triage, people::PersonId by, Time now,
                           Date today);

/// How many voices were said and received since `since`; not what was said long ago and brought in later.
std::int64_t count_since(db::Transaction& tx, Time since);

std::vector<db::Migration> migrations();
web::Feature feature();

}  // namespace earshot::voices
