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
#include "platform/web/feature.h"

namespace earshot::messages {

using ContactId = Id<struct Contact>;

enum class Channel { email, text, post };

/// How often somebody wants to hear.
enum class Pace { at_once, daily, weekly };

}  // namespace earshot::messages

namespace earshot {
template <>
inline constexpr auto kWords<messages::Channel> = words<messages::Channel>({{messages::Channel::email, "email"},
                                                                            {messages::Channel::text, "text"},
                                                                            {messages::Channel::post, "post"}});
template <>
inline constexpr auto kWords<messages::Pace> = words<messages::Pace>({{messages::Pace::at_once, "at-once"},
                                                                      {messages::Pace::daily, "daily"},
                                                                      {messages::Pace::weekly, "weekly"}});
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
  std::optional<Time> stopped_at;  ///< When they asked not to be written to any more.
};

/// What somebody typed as their e-mail address, mobile number or postal address, in the form that is kept: an address
/// in small letters, a number as +447…, the lines of a postal address. Refused on `field`, with an example.
Result<std::string> read_address(Channel channel, std::string_view typed, std::string_view field);

/// The contact with this address, made when there is none. The language is that of a new one.
ContactId keep_contact(db::Transaction& tx, Channel channel, std::string_view address, std::string_view language,
                       Time now);

std::optional<Contact> find_contact(db::Transaction& tx, ContactId id);
std::optional<Contact> find_contact(db::Transaction& tx, Channel channel, std::string_view address);

/// Changes language, size of print and pace; `stopped_at` is left as it is.
void save_preferences(db::Transaction& tx, Contact const& contact);

/// Writes to them no more, or again.
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
  /// Takes the words out of the outbox once they are sent: for what holds a secret, such as a link to sign in.
  bool forget = false;
};

/// Puts a letter in the outbox. False when one of this kind and key is there already.
bool send(db::Transaction& tx, Letter const& letter, Time now);

/// How many people were told of something (About), by how it went.
struct Reach {
  std::int64_t delivered = 0;
  std::int64_t waiting = 0;  ///< Not sent yet, sent and not confirmed, or failed for now.
  std::int64_t failed = 0;   ///< Failed for good.
};
Reach reach(db::Transaction& tx, About const& about);

std::vector<db::Migration> migrations();
web::Feature feature();

}  // namespace earshot::messages
