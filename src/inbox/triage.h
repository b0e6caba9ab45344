// What a worker does with one voice: asks of it, joining one that stands, closing it, and what is refused.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "asks/asks.h"
#include "people/people.h"
#include "personal_data/personal_data.h"
#include "platform/http/message.h"
#include "voices/voices.h"

namespace earshot::inbox {

/// What a worker passes on: the same words and wish to each of the services.
struct PassedOn {
  std::vector<agencies::ServiceId> services;
  std::string words;
  std::string wish;
  std::string language = {};  ///< Of the words; empty: that of the voice.
};

namespace rules {

/// Reads the form of an ask. `services` are those there are.
Result<PassedOn> read_passed_on(http::Fields const& fields, std::vector<agencies::Service> const& services);

/// Reads the form that closes a voice.
Result<voices::Closing> read_closing(http::Fields const& fields);

/// What stood when a page was made, as a field that comes back with its form: two people cannot do unawares what one of
/// them has done.
std::string seen(voices::Voice const& voice, std::size_t asks);

/// Whether what `form` says its person has seen still stands.
Result<void> has_seen(voices::Voice const& voice, std::size_t asks, std::string_view form);

/// Refused while words in it that can mean danger have been read by nobody.
Result<void> is_read(voices::Voice const& voice);

/// The name by which a ticked finding is known: its kind and its letters, so that it is found again in words that were
/// changed since.
std::string tick_of(personal_data::Finding const& finding, std::string_view text);

/// The findings of `text` that are ticked, wherever they stand in it.
std::vector<personal_data::Finding> ticked(std::string_view text, std::vector<std::string_view> const& ticks);

}  // namespace rules

/// Makes the asks. A voice that was passed on before (it came back, or holds more than one matter) gets more of them.
/// `seen` is what the worker had before them.
Result<std::vector<asks::Ask>> pass_on(db::Transaction& tx, voices::VoiceId id, PassedOn const& passed_on,
                                       std::string_view seen, people::PersonId by, Time now, Date today);

/// Adds the voice to an ask that stands.
Result<void> join(db::Transaction& tx, voices::VoiceId id, asks::AskId ask, std::string_view seen, people::PersonId by,
                  Time now);

/// Closes the voice without an ask.
Result<void> close(db::Transaction& tx, voices::VoiceId id, voices::Closing const& closing, std::string_view seen,
                   people::PersonId by, Time now);

}  // namespace earshot::inbox
