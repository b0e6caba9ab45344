// Agencies (a council department, a health trust, a voluntary group) and the services that they run for families.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/id.h"
#include "platform/base/result.h"
#include "platform/base/time.h"
#include "platform/db/transaction.h"
#include "platform/web/feature.h"

namespace earshot::agencies {

using AgencyId = Id<struct Agency>;
using ServiceId = Id<struct Service>;

struct Service {
  ServiceId id;
  AgencyId agency;
  std::string agency_name;
  std::string name;
  std::string slug;   ///< In addresses: "school-transport".
  std::string about;  ///< What families know it for, in a few words.
  int answer_within_days = 28;
};

struct NewService {
  AgencyId agency;
  std::string name;
  std::string slug;
  std::string about;
  int answer_within_days = 28;  ///< Calendar days, 1 to 365.
};

/// All services, by name.
std::vector<Service> services(db::Transaction& tx);

std::optional<Service> find_service(db::Transaction& tx, ServiceId id);
std::optional<Service> find_service(db::Transaction& tx, std::string_view slug);

/// Adds an agency, or gives the one that has this name already.
AgencyId add_agency(db::Transaction& tx, std::string_view name);

/// Adds a service, or gives the one that has this slug already.
ServiceId add_service(db::Transaction& tx, NewService const& service);

std::vector<db::Migration> migrations();
web::Feature feature();

}  // namespace earshot::agencies
