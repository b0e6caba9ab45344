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

/// Which of the voices that wait to list. What is empty leaves it open.
struct Filter {
  std::string service;  ///< A slug, or kNotSure for those that name neither service nor topic.
  std::string topic;    ///< A slug.
  std::string place;    ///< A slug.
  std::optional<voices::Speaker> speaker;
  std::string language;   ///< "ur"
  int days = 0;           ///< Received in the last so many days; 0 for all.
  bool recorded = false;  ///< Those alone that somebody recorded for somebody else.
  bool files = false;     ///< Those alone that came with photos or a recording.
  std::string search;     ///< What a person typed.

  bool operator==(Filter const&) const = default;
};

inline constexpr std::string_view kNotSure = "not-sure";

/// What can be chosen for Filter::days.
inline constexpr int kDays[] = {1, 7, 30, 365};

/// Reads the filter from an address. What it does not know it passes over.
Filter read_filter(http::Fields const& query);

/// The query that leads to the filter, without what is left open; empty when all is.
std::string to_query(Filter const& filter);

/// A row of the list.
struct Listed {
  voices::VoiceId id;
  std::string words;
  std::string language;
  std::vector<agencies::ServiceId> services;
  Time received_at;
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

/// Voices that wait for a worker, the oldest first. `page` counts from 1.
std::vector<Listed> waiting(db::Transaction& tx, Filter const& filter, Time now, int page, int per_page);

/// How many the filter finds.
std::int64_t count_waiting(db::Transaction& tx, Filter const& filter, Time now);

}  // namespace store
}  // namespace earshot::inbox
