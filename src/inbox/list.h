// What the list of the inbox shows: the filter that stands in its address, and the rows it finds.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "agencies/agencies.h"
#include "platform/base/time.h"
#include "platform/db/transaction.h"
#include "platform/http/message.h"
#include "voices/voices.h"

namespace earshot::inbox {

/// What has become of the voices to list.
enum class State {
  waiting,    ///< Nobody has passed it on yet.
  passed_on,  ///< There are asks of it.
  closed,     ///< Without an ask.
  all         ///< These, and what families took back.
};

}  // namespace earshot::inbox

namespace earshot {
template <>
inline constexpr auto kWords<inbox::State> = words<inbox::State>({{inbox::State::waiting, "waiting"},
                                                                  {inbox::State::passed_on, "passed-on"},
                                                                  {inbox::State::closed, "closed"},
                                                                  {inbox::State::all, "all"}});
}  // namespace earshot

namespace earshot::inbox {

/// Which voices to list. What is empty leaves it open.
struct Filter {
  State state = State::waiting;
  std::string service;  ///< A slug, or kNotSure for those that name neither service nor topic.
  std::string topic;    ///< A slug.
  std::string place;    ///< A slug.
  std::optional<voices::Speaker> speaker;
  std::string language;   ///< "ur"
  int days = 0;           ///< Received in the last so many days; 0 for all.
  bool recorded = false;  ///< Those alone that somebody recorded for somebody else.
  bool files = false;     ///< Those alone that came with photos or a recording.
  std::string search;     ///< What a person typed: words, or the reference of a voice or of an ask.

  bool operator==(Filter const&) const = default;
};

inline constexpr std::string_view kNotSure = "not-sure";

/// What can be chosen for Filter::days.
inline constexpr int kDays[] = {1, 7, 30, 365};

/// Reads the filter from an address. What it does not know it passes over.
Filter read_filter(http::Fields const& query);

/// The query that leads to the filter, without what is left open; empty when all is.
std::string to_query(Filter const& filter);

/// The reference that is searched for: of a voice, or of an ask that was made of some. It finds them whatever else the
/// filter says.
std::optional<std::string> searched_reference(Filter const& filter);

/// A row of the list.
struct Listed {
  voices::VoiceId id;
  std::string reference;
  std::string words;  ///< Empty when the family took it back.
  std::string language;
  std::vector<agencies::ServiceId> services;
  std::vector<county::TopicId> topics;
  std::optional<county::PlaceId> place;
  Time received_at;
  std::optional<Time> asked_at;
  std::optional<Time> closed_at;
  std::optional<Time> withdrawn_at;
  bool recorded = false;
  bool read_first = false;  ///< Somebody has to read it before the others.
  bool files = false;       ///< It came with photos or a recording that no moderator has refused.
};

/// A voice that a service sent back, because it is not for them, and that nobody has passed on since.
struct CameBack {
  voices::VoiceId id;
  std::string words;
  std::string language;
  std::string service_name;
  Time returned_at;
};

namespace store {

/// What came back, the longest ago in front; at most `most`.
std::vector<CameBack> came_back(db::Transaction& tx, int most);

/// How one voice came back; empty when it did not.
std::vector<CameBack> came_back(db::Transaction& tx, voices::VoiceId id);

/// The most that is counted of what does not wait any more: there can be hundreds of thousands.
inline constexpr int kMostCounted = 200;

/// The voices that the filter finds: what waits the oldest first, all else the latest first. `page` counts from 1.
std::vector<Listed> list(db::Transaction& tx, Filter const& filter, Time now, int page, int per_page);

/// How many it finds; of what does not wait any more one above kMostCounted when there are more.
std::int64_t count(db::Transaction& tx, Filter const& filter, Time now);

/// The voice that waits behind this one in the list of the filter, or the first of the list when none does; nothing
/// when no other waits. Whatever its state, the filter finds here what waits.
std::optional<voices::VoiceId> next(db::Transaction& tx, Filter const& filter, voices::Voice const& after, Time now);

}  // namespace store
}  // namespace earshot::inbox
