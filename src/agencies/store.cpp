#include "agencies/agencies.h"

namespace earshot::agencies {
namespace {

#define SERVICE_COLUMNS                                                                          \
  "SELECT s.id, s.agency, a.name, s.name, s.slug, s.about, s.answer_within_days FROM services s" \
  " JOIN agencies a ON a.id = s.agency"

constexpr db::Sql kAll{SERVICE_COLUMNS " ORDER BY s.name"};
constexpr db::Sql kById{SERVICE_COLUMNS " WHERE s.id = $1"};
constexpr db::Sql kBySlug{SERVICE_COLUMNS " WHERE s.slug = $1"};
constexpr db::Sql kAddAgency{
    "INSERT INTO agencies (name) VALUES ($1) ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id"};
constexpr db::Sql kAddService{
    "INSERT INTO services (agency, name, slug, about, answer_within_days) VALUES ($1, $2, $3, $4, $5)"
    " ON CONFLICT (slug) DO UPDATE SET slug = excluded.slug RETURNING id"};

#undef SERVICE_COLUMNS

}  // namespace

std::vector<Service> services(db::Transaction& tx) { return tx.all<Service>(kAll); }

std::optional<Service> find_service(db::Transaction& tx, ServiceId id) { return tx.first<Service>(kById, id); }

std::optional<Service> find_service(db::Transaction& tx, std::string_view slug) {
  return tx.first<Service>(kBySlug, slug);
}

AgencyId add_agency(db::Transaction& tx, std::string_view name) { return tx.one<AgencyId>(kAddAgency, name); }

ServiceId add_service(db::Transaction& tx, NewService const& service) {
  return tx.one<ServiceId>(kAddService, service.agency, service.name, service.slug, service.about,
                           service.answer_within_days);
}

}  // namespace earshot::agencies
