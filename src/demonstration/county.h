// Who and what there is in the demonstration county. Private to this room.
#pragma once

#include <map>
#include <string>
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
  std::vector<std::string> topics;  ///< Slugs.
  web::Viewer lead;                 ///< Who answers.
  web::Viewer second;               ///< Who looks an answer over.
};

struct County {
  std::vector<StoryService> services;
  std::map<std::string, county::TopicId, std::less<>> topics;  ///< By slug.
  std::vector<county::Place> places;
  web::Viewer worker;
  web::Viewer representative;
  web::Viewer moderator;
  web::Viewer safeguarding_lead;
};

/// Makes agencies, services, topics, places and people, and gives what the stories need of them.
County make_county(db::Database& db, Time now);

}  // namespace earshot::demonstration
