// Messages: who wants to hear back and how, what they are told, and whether it reached them. Features tell news; this
// room gathers what is new for one person into one message, in their language and by their channel, and never tells the
// same thing twice.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/enums.h"
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/base/time.h"
#include "platform/db/transaction.h"
#include "platform/i18n/translator.h"
#include "platform/mail/mail.h"
#include "platform/web/feature.h"

namespace earshot::messages {

using ContactId = Id<struct Contact>;

using mail::Channel;

/// How often somebody wants to hear.
enum class Pace { at_once, daily, weekly };

/// How far a message has come.
enum class State {
  waiting,
  sending,    ///< Somebody is at it; who stopped in the middle loses it after a while.
  sent,       ///< A provider has it and will say what became of it.
  delivered,  ///< It arrived, as far as anybody will tell.
  failed,     ///< For good.
};

}  // namespace earshot::messages

namespace earshot {
template <>
inline constexpr auto kWords<messages::Pace> = words<messages::Pace>({{messages::Pace::at_once, "at-once"},
                                                                      {messages::Pace::daily, "daily"},
                                                                      {messages::Pace::weekly, "weekly"}});
template <>
inline constexpr auto kWords<messages::State> = words<messages::State>({{messages::State::waiting, "waiting"},
                                                                        {messages::State::sending, "sending"},
                                                                        {messages::State::sent, "sent"},
                                                                        {messages::State::delivered, "delivered"},
                                                                        {messages::State::failed, "failed"}});
}  // namespace earshot

namespace earshot::messages {

/// A way to reach somebody. One address is one contact, whatever it follows.
struct Contact {
  ContactId id;
  Channel channel = Channel::email;
  std::string address;   ///< As read_address() gives it.
  std::string language;  ///< "cy"
  bool large_print = false;
  Pace pace = Pace::at_once;
  std::optional<Time> stopped_at;       ///< When they asked not to be written to any more.
  std::optional<Channel> told_by = {};  ///< How they want to be told instead,
  std::string told_at = {};             ///< and at which address.
};

/// What somebody typed as their e-mail address, mobile number or postal address, in the form that is kept: an address
/// in small letters, a number as +447…, the lines of a postal address. Refused on `field`, with an example.
Result<std::string> read_address(Channel channel, std::string_view typed, std::string_view field);

/// The contact with this address, made when there is none. The language is that of a new one.
ContactId keep_contact(db::Transaction& tx, Channel channel, std::string_view address, std::string_view language,
                       Time now);

std::optional<Contact> find_contact(db::Transaction& tx, ContactId id);
std::optional<Contact> find_contact(db::Transaction& tx, Channel channel, std::string_view address);

/// Changes language, size of print, pace and how they are told instead; `stopped_at` is left as it is.
void save_preferences(db::Transaction& tx, Contact const& contact);

/// Writes to them no more: what has not left yet never will. Or again.
void stop(db::Transaction& tx, ContactId id, Time now);
void start_again(db::Transaction& tx, ContactId id);

/// What stands in a message, in its reader's language.
struct Note {
  std::string title;  ///< "Your ask A-7KQ2-M9XC has an answer"; a subject when it is the only one.
  std::string text;   ///< A few sentences; empty lines part paragraphs.
  std::string path;   ///< Of this site: "/follow/…".
  std::string link;   ///< What the link says: "Read the answer".
};

/// What a note is about, for the share of people told.
struct About {
  std::string kind;  ///< "ask"
  std::int64_t id = 0;
};

/// Something new for those who follow it.
struct News {
  std::string kind;  ///< "asks.answered"; what an administrator's own words are kept under.
  std::string key;   ///< Somebody is told once for each kind and key.
  About about;
  std::function<Note(i18n::Translator const&)> write;  ///< Called with the reader's language.
};

/// Tells a contact, in the pace that they chose. False when they know already or asked not to be written to.
bool tell(db::Transaction& tx, ContactId contact, News const& news, Time now);

/// A message to one person that they asked for or that their work needs: a link to sign in, an invitation, a reminder.
/// It does not wait for a digest and cannot be unsubscribed from.
struct Letter {
  std::string kind;  ///< "people.invitation"
  std::string key;   ///< Sent once for each kind and key.
  Channel channel = Channel::email;
  std::string address;
  std::string language = "en";
  Note note;
  std::string why;  ///< Why they get it, in their language: "You get this because somebody asked to sign in with …".
  /// Takes the words out of the outbox once that is settled: for what holds a secret, such as a link to sign in.
  bool forget = false;
  /// Keeps it out of the lists that administrators read: nobody but its reader may learn that there is this message.
  bool confidential = false;
};

/// Puts a letter in the outbox. False when one of this kind and key is there already.
bool send(db::Transaction& tx, Letter const& letter, Time now);

/// Drops what nobody has been told of yet about something that they may not read any more.
void drop_news(db::Transaction& tx, About const& about);

/// How many people were told of something (About), by how it went.
struct Reach {
  std::int64_t delivered = 0;
  std::int64_t waiting = 0;  ///< Not sent yet, sent and not confirmed, or failed for now.
  std::int64_t failed = 0;   ///< Failed for good.
};
Reach reach(db::Transaction& tx, About const& about);

/// The page of this site where people change how they are written to.
inline constexpr char const* kSettingsPath = "/families/sign-in";

using MessageId = Id<struct MessageRow>;

/// A message in a list for administrators, who learn what and why but not the words.
struct Listed {
  MessageId id;
  std::string kind;
  Channel channel = Channel::email;
  std::string address;
  std::string subject;
  State state = State::waiting;
  int tries = 0;
  std::string error;  ///< What went wrong last, in English; empty when nothing did.
  Time created_at;
  Time next_at;  ///< Of a waiting one: when it is tried.
};

/// Which messages a list is of: those that have not left yet, oldest first; those that failed, or all, newest first.
enum class Which { waiting, failed, all };

/// The messages of `page` (from 1).
std::vector<Listed> list(db::Transaction& tx, Which which, int page, int per_page);

/// How many there are in each state; one that is being sent counts as waiting.
struct Counts {
  std::int64_t waiting = 0;
  std::int64_t sent = 0;
  std::int64_t delivered = 0;
  std::int64_t failed = 0;
};
Counts counts(db::Transaction& tx);

/// Whether this message stands in no list.
bool is_confidential(db::Transaction& tx, MessageId id);

/// Has a message that failed tried again from the start. False when it did not fail, when its words are not kept, or
/// when they asked not to be written to.
bool try_again(db::Transaction& tx, MessageId id, Time now);

/// What the county says before things of a kind in a language; empty when it has nothing of its own to say.
std::string find_words(db::Transaction& tx, std::string_view kind, std::string_view language);

/// Keeps those words; without any, nothing is said.
void save_words(db::Transaction& tx, std::string_view kind, std::string_view language, std::string_view words);

/// Every kind that somebody was told of or that has words, by name.
std::vector<std::string> kinds(db::Transaction& tx);

/// Whether everybody can read at /outbox what would have been sent: on a demonstration without an address of its own.
bool is_readable(config::Config const& config);

/// What operators should know of how messages leave, a line each; for `earshot check`.
std::vector<std::string> remarks(config::Config const& config);

std::vector<db::Migration> migrations();
web::Feature feature();

}  // namespace earshot::messages
