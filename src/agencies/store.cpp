#include "agencies/agencies.h"
#include "platform/base/text.h"

namespace earshot::agencies {
namespace {

#define SERVICE_COLUMNS                                                                                       \
  "SELECT s.id, s.agency, a.name, s.name, s.slug, s.about, s.answer_within_days, s.closed_at FROM services s" \
  " JOIN agencies a ON a.id = s.agency"
#define AGENCY_COLUMNS "SELECT id, name, slug, second_pair_of_eyes, closed_at FROM agencies"

constexpr db::Sql kOpenServices{SERVICE_COLUMNS " WHERE s.closed_at IS NULL ORDER BY s.name"};
constexpr db::Sql kAllServices{SERVICE_COLUMNS " ORDER BY s.name"};
constexpr db::Sql kServiceById{SERVICE_COLUMNS " WHERE s.id = $1"};
constexpr db::Sql kServiceBySlug{SERVICE_COLUMNS " WHERE s.slug = $1"};
constexpr db::Sql kAgencies{AGENCY_COLUMNS " ORDER BY name"};
constexpr db::Sql kAgencyById{AGENCY_COLUMNS " WHERE id = $1"};
constexpr db::Sql kAgencyBySlug{AGENCY_COLUMNS " WHERE slug = $1"};
constexpr db::Sql kAgencyByName{AGENCY_COLUMNS " WHERE name = $1"};
constexpr db::Sql kAddAgency{"INSERT INTO agencies (name, slug) VALUES ($1, $2) RETURNING id"};
constexpr db::Sql kAddService{
    "INSERT INTO services (agency, name, slug, about, answer_within_days) VALUES ($1, $2, $3, $4, $5)"
    " ON CONFLICT (slug) DO UPDATE SET slug = excluded.slug RETURNING id"};
constexpr db::Sql kSaveAgency{"UPDATE agencies SET name = $2, second_pair_of_eyes = $3 WHERE id = $1"};
constexpr db::Sql kSaveService{
    "UPDATE services SET agency = $2, name = $3, about = $4, answer_within_days = $5 WHERE id = $1"};
constexpr db::Sql kOpenOfAgency{"SELECT count(*) FROM services WHERE agency = $1 AND closed_at IS NULL"};
constexpr db::Sql kSetAgencyClosed{"UPDATE agencies SET closed_at = $2 WHERE id = $1"};
constexpr db::Sql kSetServiceClosed{"UPDATE services SET closed_at = $2 WHERE id = $1"};
constexpr db::Sql kTopicsOf{
    "SELECT t.id FROM service_topics s JOIN topics t ON t.id = s.topic WHERE s.service = $1 ORDER BY t.name"};
constexpr db::Sql kPlacesOf{
    "SELECT p.id FROM service_places s JOIN places p ON p.id = s.place WHERE s.service = $1 ORDER BY p.name"};
constexpr db::Sql kServicesFor{
    "SELECT s.id FROM service_topics t JOIN services s ON s.id = t.service"
    " WHERE t.topic = $1 AND s.closed_at IS NULL ORDER BY s.name"};
constexpr db::Sql kRemoveTopics{"DELETE FROM service_topics WHERE service = $1"};
constexpr db::Sql kAddTopic{"INSERT INTO service_topics (service, topic) VALUES ($1, $2) ON CONFLICT DO NOTHING"};
constexpr db::Sql kRemovePlaces{"DELETE FROM service_places WHERE service = $1"};
constexpr db::Sql kAddPlace{"INSERT INTO service_places (service, place) VALUES ($1, $2) ON CONFLICT DO NOTHING"};

#undef AGENCY_COLUMNS
#undef SERVICE_COLUMNS

std::optional<Time> const kOpen;

}  // namespace

std::vector<Service> services(db::Transaction& tx) { return tx.all<Service>(kOpenServices); }

std::vector<Service> all_services(db::Transaction& tx) { return tx.all<Service>(kAllServices); }

std::optional<Service> find_service(db::Transaction& tx, ServiceId id) { return tx.first<Service>(kServiceById, id); }

std::optional<Service> find_service(db::Transaction& tx, std::string_view slug) {
  return tx.first<Service>(kServiceBySlug, slug);
}

std::vector<Agency> agencies(db::Transaction& tx) { return tx.all<Agency>(kAgencies); }

std::optional<Agency> find_agency(db::Transaction& tx, AgencyId id) { return tx.first<Agency>(kAgencyById, id); }

std::optional<Agency> find_agency(db::Transaction& tx, std::string_view slug) {
  return tx.first<Agency>(kAgencyBySlug, slug);
}

AgencyId add_agency(db::Transaction& tx, std::string_view name) {
  if (auto const known = tx.first<Agency>(kAgencyByName, name)) return known->id;
  auto const slug = free_slug(name, [&](std::string const& each) { return find_agency(tx, each).has_value(); });
  tx.changed(county::kCounty);
  return tx.one<AgencyId>(kAddAgency, name, slug);
}

ServiceId add_service(db::Transaction& tx, NewService const& service) {
  tx.changed(county::kCounty);
  return tx.one<ServiceId>(kAddService, service.agency, service.name, service.slug, service.about,
                           service.answer_within_days);
}

Result<void> save(db::Transaction& tx, Agency const& agency) {
  if (!tx.attempt(kSaveAgency, agency.id, agency.name, agency.second_pair_of_eyes))
    return refuse("name", msg("There is an agency with this name already."));
  tx.changed(county::kCounty);
  return {};
}

Result<void> save(db::Transaction& tx, Service const& service) {
  if (!tx.attempt(kSaveService, service.id, service.agency, service.name, service.about, service.answer_within_days))
    return refuse("name", msg("There is a service with this name already."));
  tx.changed(county::kCounty);
  return {};
}

Result<void> close(db::Transaction& tx, AgencyId id, Time now) {
  if (tx.one<std::int64_t>(kOpenOfAgency, id) > 0)
    return refuse(Refusal::Kind::conflict, msg("Close its services first, or move them to another agency."));
  tx.execute(kSetAgencyClosed, id, now);
  tx.changed(county::kCounty);
  return {};
}

void close(db::Transaction& tx, ServiceId id, Time now) {
  tx.execute(kSetServiceClosed, id, now);
  tx.changed(county::kCounty);
}

void open(db::Transaction& tx, AgencyId id) {
  tx.execute(kSetAgencyClosed, id, kOpen);
  tx.changed(county::kCounty);
}

Result<void> open(db::Transaction& tx, ServiceId id) {
  auto const service = find_service(tx, id);
  auto const agency = service ? find_agency(tx, service->agency) : std::nullopt;
  if (agency && agency->closed_at)
    return refuse(Refusal::Kind::conflict, msg("Open its agency first, or move the service to another agency."));
  tx.execute(kSetServiceClosed, id, kOpen);
  tx.changed(county::kCounty);
  return {};
}

std::vector<county::TopicId> topics_of(db::Transaction& tx, ServiceId id) {
  return tx.all<county::TopicId>(kTopicsOf, id);
}

std::vector<county::PlaceId> places_of(db::Transaction& tx, ServiceId id) {
  return tx.all<county::PlaceId>(kPlacesOf, id);
}

std::vector<ServiceId> services_for(db::Transaction& tx, county::TopicId topic) {
  return tx.all<ServiceId>(kServicesFor, topic);
}

void set_topics(db::Transaction& tx, ServiceId id, std::vector<county::TopicId> const& topics) {
  tx.execute(kRemoveTopics, id);
  for (auto const topic : topics) tx.execute(kAddTopic, id, topic);
  tx.changed(county::kCounty);
}

void set_places(db::Transaction& tx, ServiceId id, std::vector<county::PlaceId> const& places) {
  tx.execute(kRemovePlaces, id);
  for (auto const place : places) tx.execute(kAddPlace, id, place);
  tx.changed(county::kCounty);
}

}  // namespace earshot::agencies
