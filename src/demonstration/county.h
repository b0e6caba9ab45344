// Who and what there is in the demonstration county. Private to this room.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "agencies/agencies.h"
#include "county/county.h"
#include "platform/db/database.h"
#include "platform/web/viewer.h"

namespace earshot::demonstration {

/// A service and what it needs to tell its stories.
struct StoryService {
  agencies::ServiceId id;
  std::string slug;
  int answer_within_days = 20;
  std::vector<std::size_t> places;  ///< Which of the county's places it is for; none: all.
  web::Viewer lead;                 ///< Who answers.
  web::Viewer second;               ///< Who looks an answer over.
};

struct County {
  std::vector<StoryService> services;
  county::Calendar calendar{{}};
  county::Settings settings;
  std::map<std::string, county::TopicId, std::less<>> topics;  ///< By slug.
  std::vector<county::Place> places;
  web::Viewer worker;
  web::Viewer representative;
  web::Viewer moderator;
  web::Viewer safeguarding_lead;

  /// The service of this slug. Throws std::runtime_error when there is none.
  [[nodiscard]] StoryService const& service(std::string_view slug) const;
  /// Which of the places has this name. Throws std::runtime_error when none has.
  [[nodiscard]] std::size_t place(std::string_view name) const;
};

/// Makes agencies, services, topics, places and people, and gives what the stories need of them.
County make_county(db::Database& db, Time now);

}  // namespace earshot::demonstration
