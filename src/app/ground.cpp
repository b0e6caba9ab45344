#include "app/ground.h"

#include "platform/jobs/jobs.h"
#include "platform/record/seal.h"
#include "platform/search/search.h"
#include "platform/secrets/secrets.h"

namespace earshot::app {
namespace {

void add(std::vector<db::Migration>& all, std::vector<db::Migration> const& more) {
  all.insert(all.end(), more.begin(), more.end());
}

}  // namespace

web::Feature ground() {
  web::Feature feature{.name = "ground", .jobs = {record::seal_job()}};
  add(feature.migrations, secrets::migrations());
  add(feature.migrations, jobs::migrations());
  add(feature.migrations, record::migrations());
  add(feature.migrations, search::migrations());
  add(feature.migrations, web::migrations());
  return feature;
}

}  // namespace earshot::app
