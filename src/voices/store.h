// SQL of voices and of what is being said.
#pragma once

#include <vector>

#include "voices/rules.h"
#include "voices/voices.h"

namespace earshot::voices::store {

/// Stores a voice; nothing when its key is known already.
std::optional<VoiceId> insert(db::Transaction& tx, Words const& words, std::string_view reference,
                              std::string_view submission_key, std::optional<std::string> const& receipt_hash,
                              Time now);

/// Whether a voice has this reference.
bool is_reference(db::Transaction& tx, std::string_view reference);

/// Hidden or not.
std::optional<Voice> find(db::Transaction& tx, VoiceId id);
std::optional<Voice> find_by_key(db::Transaction& tx, std::string_view submission_key);
std::optional<Voice> find_by_receipt(db::Transaction& tx, std::string_view receipt_hash);

/// The key that a voice with a private link was stored under; nothing for one without.
std::optional<std::string> key_of_followed(db::Transaction& tx, VoiceId id);

/// Voices after this one, in the order of their ids, that may be found by their words.
std::vector<Voice> to_index(db::Transaction& tx, VoiceId after, int most);

/// Notes that an ask was made. False when the voice waits no more.
bool mark_asked(db::Transaction& tx, VoiceId id, Time now);

/// Takes that note back, unless the voice is closed, withdrawn or hidden.
void put_back(db::Transaction& tx, VoiceId id);

/// Closes a voice. False when it waits no more.
bool close(db::Transaction& tx, VoiceId id, Closing const& closing, Time now);

/// Erases what was said and keeps that something was.
void withdraw(db::Transaction& tx, VoiceId id, Time now);

void set_contact(db::Transaction& tx, VoiceId id, std::optional<messages::ContactId> contact);
void insert_addition(db::Transaction& tx, VoiceId id, std::string_view words, std::string_view language, Time now);

/// Lets a voice stand in the inbox again, whatever was done with it: there is something new to read. Not one that was
/// withdrawn or is hidden.
void read_again(db::Transaction& tx, VoiceId id);

void save_verdict(db::Transaction& tx, VoiceId id, Verdict const& verdict, Time now);

void hide(db::Transaction& tx, VoiceId id, Hidden why, Time now);
void show(db::Transaction& tx, VoiceId id);

/// What the visit with this session has said so far, or has sent within kSentIsRemembered.
std::optional<rules::Draft> find_draft(db::Transaction& tx, std::int64_t session, Time now);
void save_draft(db::Transaction& tx, std::int64_t session, rules::Draft const& draft, Time now);

/// So long after sending, the way back leads to the receipt: long enough for a signal that was lost, too short for the
/// next person at a shared computer to be shown what somebody said.
inline constexpr Milliseconds kSentIsRemembered = std::chrono::minutes{10};

/// Empties the draft but for its key, so that a visit that goes back finds its receipt.
void mark_sent(db::Transaction& tx, std::int64_t session, Time now);

/// Removes what a visit has written and not sent, with its files.
void forget_draft(db::Transaction& tx, std::int64_t session, Time now);

/// Removes drafts that nobody has touched since `before`, with their files.
std::int64_t remove_old_drafts(db::Transaction& tx, Time before);

}  // namespace earshot::voices::store

namespace earshot::voices {

/// Erases what its family took back: words, wish, contact, files, additions, and the words of the asks that came of it
/// alone.
void erase(db::Transaction& tx, VoiceId id, Time now);

}  // namespace earshot::voices
