// Agencies (a council department, a health trust, a voluntary group) and the services that they run for families.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "county/county.h"
#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/base/time.h"
#include "platform/db/transaction.h"
#include "platform/web/feature.h"

namespace earshot::agencies {

using AgencyId = Id<struct Agency>;
using ServiceId = Id<struct Service>;

/// The longest name of an agency or a service, and the longest line on what a service is about, in characters.
inline constexpr std::size_t kLongestName = 100;
/// The most working days that a service may take for an answer.
inline constexpr int kMostDays = 365;

struct Agency {
  AgencyId id;
  std::string name;
  std::string slug;  ///< In addresses; it never changes.
  /// Whether it wants each answer looked over by a second person before it is published.
  bool second_pair_of_eyes = false;
  std::optional<Time> closed_at = {};
};

struct Service {
  ServiceId id;
  AgencyId agency;
  std::string agency_name;
  std::string name;
  std::string slug;             ///< In addresses: "school-transport". It never changes.
  std::string about;            ///< What families know it for, in a few words.
  int answer_within_days = 20;  ///< Working days.
  /// A closed service is not offered to families any more. Its asks and answers stay, under the same addresses.
  std::optional<Time> closed_at = {};
};

struct NewService {
  AgencyId agency;
  std::string name;
  std::string slug;
  std::string about;
  int answer_within_days = 20;  ///< Working days, 1 to 365.
};

/// The services that are open, by name: what families and workers choose from.
std::vector<Service> services(db::Transaction& tx);

/// All services, by name, with those that are closed: for lists of what was answered, and for who keeps the list.
std::vector<Service> all_services(db::Transaction& tx);

/// A service, open or closed.
std::optional<Service> find_service(db::Transaction& tx, ServiceId id);
std::optional<Service> find_service(db::Transaction& tx, std::string_view slug);

/// All agencies, by name, with those that are closed.
std::vector<Agency> agencies(db::Transaction& tx);

/// An agency, open or closed.
std::optional<Agency> find_agency(db::Transaction& tx, AgencyId id);
std::optional<Agency> find_agency(db::Transaction& tx, std::string_view slug);

/// Adds an agency, or gives the one that has this name already. Its slug is made of the name.
AgencyId add_agency(db::Transaction& tx, std::string_view name);

/// Adds a service, or gives the one that has this slug already.
ServiceId add_service(db::Transaction& tx, NewService const& service);

/// Keeps name and second pair of eyes; slug and closing stay as they are. Refused on "name" when another agency has it.
Result<void> save(db::Transaction& tx, Agency const& agency);

/// Keeps name, about, agency and days; slug and closing stay as they are. Refused on "name" when another service has
/// it.
Result<void> save(db::Transaction& tx, Service const& service);

/// Closes an agency. Refused while one of its services is open.
Result<void> close(db::Transaction& tx, AgencyId id, Time now);

/// Closes a service: it is not offered any more. What was asked of it goes on.
void close(db::Transaction& tx, ServiceId id, Time now);

/// Opens again what was closed; a service is refused while its agency is closed.
void open(db::Transaction& tx, AgencyId id);
Result<void> open(db::Transaction& tx, ServiceId id);

/// The topics that a service is for, by name.
std::vector<county::TopicId> topics_of(db::Transaction& tx, ServiceId id);

/// The places that a service is for, by name; none when it is for the whole county.
std::vector<county::PlaceId> places_of(db::Transaction& tx, ServiceId id);

/// The open services for a topic, by name.
std::vector<ServiceId> services_for(db::Transaction& tx, county::TopicId topic);

/// Says anew what topics and places a service is for; no place means everywhere.
void set_topics(db::Transaction& tx, ServiceId id, std::vector<county::TopicId> const& topics);
void set_places(db::Transaction& tx, ServiceId id, std::vector<county::PlaceId> const& places);

std::vector<db::Migration> migrations();
web::Feature feature();

}  // namespace earshot::agencies
