// Recording what somebody else said: a worker who heard it, or a representative who reports for other families.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "asks/asks.h"
#include "messages/messages.h"
#include "people/people.h"
#include "platform/base/enums.h"
#include "platform/http/message.h"
#include "voices/voices.h"

namespace earshot::inbox {

enum class HeardHow { face_to_face, by_phone, at_a_group, in_writing, by_message };

/// What they know of its being passed on.
enum class Consent {
  asked_us,  ///< They asked that it be passed on.
  agreed,    ///< They were asked and agreed.
  not_asked  ///< They do not know: it was noticed.
};

}  // namespace earshot::inbox

namespace earshot {
template <>
inline constexpr auto kWords<inbox::HeardHow> = words<inbox::HeardHow>({{inbox::HeardHow::face_to_face, "face-to-face"},
                                                                        {inbox::HeardHow::by_phone, "by-phone"},
                                                                        {inbox::HeardHow::at_a_group, "at-a-group"},
                                                                        {inbox::HeardHow::in_writing, "in-writing"},
                                                                        {inbox::HeardHow::by_message, "by-message"}});
template <>
inline constexpr auto kWords<inbox::Consent> = words<inbox::Consent>({{inbox::Consent::asked_us, "asked-us"},
                                                                      {inbox::Consent::agreed, "agreed"},
                                                                      {inbox::Consent::not_asked, "not-asked"}});
}  // namespace earshot

namespace earshot::inbox {

/// The longest of the short answers, in characters.
inline constexpr std::size_t kLongestShort = 200;

/// How a voice was heard.
struct Recording {
  std::string heard_where;  ///< "Toddler group, Ambridge"; may be empty.
  Date heard_on;
  HeardHow heard_how = HeardHow::face_to_face;
  std::string heard_from;  ///< In general terms: "a father of two"; may be empty.
  Consent consent = Consent::agreed;
  std::string group_name;  ///< For whom a representative speaks; may be empty.
};

/// Where to tell them, as it is kept.
struct Reachable {
  messages::Channel channel = messages::Channel::email;
  std::string address;
};

/// What a person recorded, checked.
struct Recorded {
  voices::Words words;
  Recording recording;
  std::optional<Reachable> contact;
};

/// What can be chosen on the form.
struct Choices {
  std::vector<agencies::Service> services;
  std::vector<county::Topic> topics;
  std::vector<county::Place> places;
};

/// A language that families speak here, by its own name.
struct SpokenLanguage {
  std::string_view code;
  std::string_view name;
};

/// In the order they are offered; "other" is the last.
std::vector<SpokenLanguage> const& spoken_languages();

namespace rules {

/// Reads the form. A representative says which group they speak for.
Result<Recorded> read_recorded(http::Fields const& fields, Choices const& choices, bool is_representative, Date today);

/// The key that the form was given when it was first shown; empty when it is none.
std::string read_key(http::Fields const& fields);

}  // namespace rules

/// Stores it, once for each person and key, and gives the voice.
voices::VoiceId record_voice(db::Transaction& tx, Recorded const& recorded, std::string_view key, people::PersonId by,
                             Time now);

/// What somebody recorded, and where it stands.
struct RecordedVoice {
  voices::VoiceId id;
  std::string reference;
  std::string words;
  std::string language;
  Time recorded_at;
  bool closed = false;
  bool withdrawn = false;
};

/// What one person recorded, the newest first, but for what is hidden. `page` counts from 1.
std::vector<RecordedVoice> recorded_by(db::Transaction& tx, people::PersonId person, int page, int per_page);
std::int64_t count_recorded_by(db::Transaction& tx, people::PersonId person);

/// The one of them with this id.
std::optional<RecordedVoice> find_recorded(db::Transaction& tx, people::PersonId person, voices::VoiceId id);

/// How a voice was heard, when somebody recorded it, and who that was.
struct HowHeard {
  Recording recording;
  std::string recorded_by;
};
std::optional<HowHeard> how_heard(db::Transaction& tx, voices::VoiceId id);

/// Erases where and from whom a voice was heard that its family has taken back since.
void forget_withdrawn(db::Transaction& tx);

/// In the reader's language.
std::string label(i18n::Translator const& t, HeardHow how);
std::string label(i18n::Translator const& t, Consent consent);

}  // namespace earshot::inbox
