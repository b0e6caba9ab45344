// The rows of the outbox: gathering news into them, claiming one, and what became of it.
#pragma once

#include "messages/compose.h"
#include "messages/messages.h"

namespace earshot::messages::outbox {

/// A message as it is kept.
struct Stored {
  MessageId id;
  std::string reference;  ///< What providers know it by.
  std::string kind;
  std::optional<ContactId> contact;  ///< Of news; a letter has none.
  Channel channel = Channel::email;
  std::string address;
  std::string language;
  bool large_print = false;
  Note note;  ///< Of a letter; of news only the title, which is the subject.
  std::string why;
  bool forget = false;
  State state = State::waiting;
  int tries = 0;  ///< With the one that it was claimed for.
  std::string error;
  Time created_at;
};

/// What becomes of the words of a message that is to be forgotten.
enum class Words { forget, keep };

/// Gathers the news that are due at `now` into one message for each person; at most 100 people. How many there were.
int gather(db::Transaction& tx, Time now, i18n::Translator const& clock);

/// Claims the message that has been due longest, under the word `claim`, for ten minutes. Nothing when none is due, or
/// when `per_minute` (0: no limit) have been tried within the last one.
std::optional<Stored> claim(db::Database& db, std::string const& claim, Time now, int per_minute);

/// Notes how a claimed message went, unless somebody has said so since.
void settle(db::Transaction& tx, MessageId id, std::string_view claim, mail::Outcome const& outcome, Time now,
            Words words);

/// Notes what a provider says of the message with this reference, which may be unknown.
void report(db::Transaction& tx, std::string_view reference, mail::Outcome const& outcome, Time now);

/// A message that seemed to have arrived came back; `why` as in mail::Outcome. False when it is none of ours.
bool came_back(db::Transaction& tx, std::string_view reference, std::string_view why, Time now);

/// The messages whose provider should be asked at `now`; at most 100.
std::vector<Stored> unsettled(db::Transaction& tx, Time now);

/// Asks again later; of what is older than a provider remembers, not any more.
void ask_later(db::Transaction& tx, Stored const& message, Time now);

/// Takes the words out of what was settled ninety days ago. That it was sent, and how it went, stays.
void forget_old_words(db::Transaction& tx, Time now);

std::optional<Stored> find(db::Transaction& tx, MessageId id);

/// All that a message says; `place` and `site` as in Content. `tx` must be a write when it may be the first message
/// that can be stopped.
Content content(db::Transaction& tx, Stored const& message, std::string_view place, std::string_view site);

}  // namespace earshot::messages::outbox
