// What the list of asks shows: the filter that stands in its address.
#pragma once

#include <optional>
#include <string>

#include "asks/asks.h"
#include "platform/http/message.h"

namespace earshot::asks {

/// Which asks a list is of.
enum class Standing {
  waiting,   ///< An answer is owed.
  answered,  ///< An answer is published.
  returned   ///< Its service said that it is not for them.
};

}  // namespace earshot::asks

namespace earshot {
template <>
inline constexpr auto kWords<asks::Standing> = words<asks::Standing>({{asks::Standing::waiting, "waiting"},
                                                                      {asks::Standing::answered, "answered"},
                                                                      {asks::Standing::returned, "returned"}});
template <>
inline constexpr auto kWords<asks::AskClock::State> =
    words<asks::AskClock::State>({{asks::AskClock::State::late, "late"},
                                  {asks::AskClock::State::soon, "soon"},
                                  {asks::AskClock::State::on_time, "on-time"},
                                  {asks::AskClock::State::paused, "paused"}});
}  // namespace earshot

namespace earshot::asks {

/// What a person chose. What is empty leaves it open.
struct Filter {
  Standing standing = Standing::waiting;
  std::string service;                   ///< A slug.
  std::string agency;                    ///< A slug.
  std::optional<AskClock::State> clock;  ///< Of those that wait.
  std::string search;                    ///< What a person typed: words, or a reference.

  bool operator==(Filter const&) const = default;
};

/// Reads the filter from an address. What it does not know it passes over.
Filter read_filter(http::Fields const& query);

/// The reference that is searched for; it finds its ask whatever else the filter says.
std::optional<std::string> searched_reference(Filter const& filter);

/// For whom it is listed, and when.
struct Looking {
  std::optional<people::PersonId> leads;  ///< Whose services alone; nothing for those who see all.
  Date today;
  Date soon_before;  ///< An ask that is due before this day is due soon.
};

namespace store {

/// The asks that the filter finds: what waits by the day it is due, what is answered or was given back the latest
/// first. `page` counts from 1.
std::vector<AnsweredAsk> list(db::Transaction& tx, Filter const& filter, Looking const& looking, int page,
                              int per_page);

/// The most that is counted of what a search finds: a common word stands in thousands.
inline constexpr int kMostFound = 200;

/// How many it finds; of what was searched for one above kMostFound when there are more.
std::int64_t count(db::Transaction& tx, Filter const& filter, Looking const& looking);

}  // namespace store
}  // namespace earshot::asks
