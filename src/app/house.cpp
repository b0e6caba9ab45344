#include "app/house.h"

#include <algorithm>
#include <stdexcept>

#include "app/error_pages.h"
#include "app/features.h"
#include "people/people.h"

namespace earshot::app {
namespace {

web::Site site(config::Config const& config) {
  web::Site site{.place = config.place,
                 .public_address = config.public_address,
                 .source_address = config.source_address,
                 .emergency_line = config.emergency_line,
                 .child_line = config.child_line,
                 .exit_address = config.exit_address,
                 .navigation = {},
                 .grants = {},
                 .config = config};
  for (auto const& feature : features()) {
    site.navigation.insert(site.navigation.end(), feature.navigation.begin(), feature.navigation.end());
    site.grants.insert(site.grants.end(), feature.grants.begin(), feature.grants.end());
  }
  std::stable_sort(site.navigation.begin(), site.navigation.end(),
                   [](auto const& one, auto const& other) { return one.order < other.order; });
  return site;
}

std::vector<web::Route> routes() {
  std::vector<web::Route> all;
  for (auto& feature : features())
    for (auto& route : feature.routes) all.push_back(std::move(route));
  return all;
}

std::vector<http::Network> networks(std::vector<std::string> const& texts) {
  std::vector<http::Network> result;
  for (auto const& text : texts) {
    auto const network = http::parse_network(text);
    if (!network)
      throw config::Error("metrics_readers: “" + text + "” is no network. Write 10.0.0.0/8 or one address.");
    result.push_back(*network);
  }
  return result;
}

}  // namespace

std::vector<db::Migration> migrations() {
  std::vector<db::Migration> all;
  for (auto& feature : features()) all.insert(all.end(), feature.migrations.begin(), feature.migrations.end());
  return all;
}

std::vector<jobs::Job> jobs() {
  std::vector<jobs::Job> all;
  for (auto& feature : features()) all.insert(all.end(), feature.jobs.begin(), feature.jobs.end());
  return all;
}

std::vector<db::Hook> hooks() {
  std::vector<db::Hook> all;
  for (auto& feature : features()) all.insert(all.end(), feature.hooks.begin(), feature.hooks.end());
  return all;
}

std::unique_ptr<web::Application> application(db::Database& db, Clock clock, metrics::Metrics& metrics,
                                              config::Config const& config) {
  web::Hooks hooks{.find_viewer = people::find_viewer, .error_page = error_page, .sign_in_page = people::sign_in_page};
  web::ApplicationOptions options{.requests_per_second = config.requests_per_second,
                                  .request_burst = static_cast<double>(config.request_burst),
                                  .memory_for_pages = static_cast<std::size_t>(config.memory_for_pages),
                                  .time_zone = config.time_zone,
                                  .metrics_readers = networks(config.metrics_readers)};
  return std::make_unique<web::Application>(db, std::move(clock), metrics, site(config), routes(), std::move(hooks),
                                            std::move(options));
}

}  // namespace earshot::app
