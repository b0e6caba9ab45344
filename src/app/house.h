// The house, put together: the features' routes, jobs, grants and navigation, and the hooks between them and the
// platform. main makes one; so do the page tests.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "platform/config/config.h"
#include "platform/db/database.h"
#include "platform/jobs/jobs.h"
#include "platform/metrics/metrics.h"
#include "platform/web/application.h"
#include "platform/web/feature.h"

namespace earshot::app {

/// Every migration, in the order they are taken.
std::vector<db::Migration> migrations();

/// Every job.
std::vector<jobs::Job> jobs();

/// What features do in each other's transactions.
std::vector<db::Hook> hooks();

/// The application that answers requests.
std::unique_ptr<web::Application> application(db::Database& db, Clock clock, metrics::Metrics& metrics,
                                              config::Config const& config);

}  // namespace earshot::app
