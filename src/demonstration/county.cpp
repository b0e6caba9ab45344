#include "demonstration/county.h"

#include <algorithm>

#include <boost/json.hpp>

#include "demonstration/demonstration.h"
#include "demonstration/files.h"
#include "demonstration/reading.h"
#include "people/people.h"

namespace earshot::demonstration {
namespace {

namespace json = boost::json;

void add_lists(db::Transaction& tx, json::object const& lists, County& county) {
  for (auto const& each : lists.at("topics").as_array()) {
    auto const slug = text(each.as_object(), "slug");
    county.topics[slug] = county::add_topic(tx, text(each.as_object(), "name"), slug);
  }
  for (auto const& each : lists.at("places").as_array()) {
    auto const name = json::value_to<std::string>(each);
    auto slug = name;
    std::transform(slug.begin(), slug.end(), slug.begin(),
                   [](unsigned char c) { return c == ' ' ? '-' : std::tolower(c); });
    county::add_place(tx, name, slug);
  }
  county.places = county::places(tx);
}

void add_service(db::Transaction& tx, agencies::AgencyId agency, json::object const& facts, County& county) {
  StoryService service{.id = {},
                       .slug = text(facts, "slug"),
                       .answer_within_days = static_cast<int>(facts.at("days").as_int64()),
                       .places = {},
                       .lead = {},
                       .second = {}};
  service.id = agencies::add_service(tx, {.agency = agency,
                                          .name = text(facts, "name"),
                                          .slug = service.slug,
                                          .about = text(facts, "about"),
                                          .answer_within_days = service.answer_within_days});
  std::vector<county::TopicId> topics;
  for (auto const& topic : texts(facts, "topics")) topics.push_back(county.topics.at(topic));
  agencies::set_topics(tx, service.id, topics);
  std::vector<county::PlaceId> places;
  for (auto const& name : texts(facts, "places")) {
    service.places.push_back(county.place(name));
    places.push_back(county.places[service.places.back()].id);
  }
  agencies::set_places(tx, service.id, places);
  county.services.push_back(std::move(service));
}

agencies::AgencyId add_agency(db::Transaction& tx, json::object const& facts, County& county) {
  auto const id = agencies::add_agency(tx, text(facts, "name"));
  for (auto const& service : facts.at("services").as_array()) add_service(tx, id, service.as_object(), county);
  if (flag(facts, "second_pair_of_eyes")) {
    auto agency = *agencies::find_agency(tx, id);
    agency.second_pair_of_eyes = true;
    must(agencies::save(tx, agency));
  }
  return id;
}

web::Viewer viewer(db::Database& db, people::PersonId id) {
  return db.read([&](db::Transaction& tx) { return *people::find_viewer(tx, id.value); });
}

/// A name of two lists, each used in turn, so that nobody in the county has another's.
std::string name_of(json::object const& lists, std::size_t number) {
  auto const& given = lists.at("given_names").as_array();
  auto const& family = lists.at("family_names").as_array();
  return json::value_to<std::string>(given[number % given.size()]) + " " +
         json::value_to<std::string>(family[(number * 7 + 3) % family.size()]);
}

/// A lead for each agency and one for its services.
void add_leads(db::Database& db, json::object const& lists, std::vector<agencies::AgencyId> const& agencies, Time now,
               County& county) {
  std::size_t number = 0;
  for (std::size_t i = 0; i < agencies.size(); ++i) {
    auto const services = db.read([&](db::Transaction& tx) {
      std::vector<agencies::ServiceId> result;
      for (auto const& service : agencies::services(tx))
        if (service.agency == agencies[i]) result.push_back(service.id);
      return result;
    });
    auto const mail = [&](char const* what) { return what + std::to_string(i + 1) + "@fenshire.example"; };
    auto const lead = viewer(db, must(people::add(db,
                                                  {.email = mail("services"),
                                                   .name = name_of(lists, number++),
                                                   .password = kPassword,
                                                   .role = people::kServiceLead,
                                                   .services = services},
                                                  now)));
    auto const second = viewer(db, must(people::add(db,
                                                    {.email = mail("agency"),
                                                     .name = name_of(lists, number++),
                                                     .password = kPassword,
                                                     .role = people::kAgencyLead,
                                                     .agencies = {agencies[i]}},
                                                    now)));
    for (auto& service : county.services)
      if (std::find(services.begin(), services.end(), service.id) != services.end()) {
        service.lead = lead;
        service.second = second;
      }
  }
}

/// The accounts that visitors use, from demo/county.json.
void add_people(db::Database& db, json::array const& people, Time now, County& county) {
  for (auto const& each : people) {
    auto const& facts = each.as_object();
    people::NewPerson person{
        .email = text(facts, "email"), .name = text(facts, "name"), .password = kPassword, .role = {}};
    for (auto const role : people::roles())
      if (role.name == text(facts, "role")) person.role = role;
    db.read([&](db::Transaction& tx) {
      for (auto const& slug : texts(facts, "services")) person.services.push_back(agencies::find_service(tx, slug)->id);
      for (auto const& name : texts(facts, "agencies"))
        for (auto const& agency : agencies::agencies(tx))
          if (agency.name == name) person.agencies.push_back(agency.id);
    });
    auto const added = viewer(db, must(people::add(db, person, now)));
    if (person.role == people::kWorker) county.worker = added;
    if (person.role == people::kRepresentative) county.representative = added;
    if (person.role == people::kModerator) county.moderator = added;
    if (person.role == people::kSafeguardingLead) county.safeguarding_lead = added;
  }
}

}  // namespace

StoryService const& County::service(std::string_view slug) const {
  auto const found =
      std::find_if(services.begin(), services.end(), [&](auto const& service) { return service.slug == slug; });
  if (found == services.end()) throw std::runtime_error("There is no service " + std::string(slug));
  return *found;
}

std::size_t County::place(std::string_view name) const {
  auto const found = std::find_if(places.begin(), places.end(), [&](auto const& place) { return place.name == name; });
  if (found == places.end()) throw std::runtime_error("There is no place " + std::string(name));
  return static_cast<std::size_t>(found - places.begin());
}

County make_county(db::Database& db, Time now) {
  auto const lists = json::parse(file("services.json")).as_object();
  auto const written = json::parse(file("county.json")).as_object();
  County county;
  std::vector<agencies::AgencyId> agencies;
  db.write([&](db::Transaction& tx) {
    // What a write does may be done again.
    county = {};
    agencies.clear();
    add_lists(tx, lists, county);
    for (auto const& agency : lists.at("agencies").as_array())
      agencies.push_back(add_agency(tx, agency.as_object(), county));
  });
  db.read([&](db::Transaction& tx) {
    county.calendar = county::calendar(tx);
    county.settings = county::settings(tx);
  });
  add_leads(db, lists, agencies, now, county);
  add_people(db, written.at("people").as_array(), now, county);
  return county;
}

}  // namespace earshot::demonstration
