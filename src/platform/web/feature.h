// A feature's manifest: all that the house needs to know of it. app/features.cpp lists them, one line each.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/db/migrations.h"
#include "platform/db/transaction.h"
#include "platform/jobs/jobs.h"
#include "platform/web/context.h"
#include "platform/web/route.h"

namespace earshot::web {

/// What an import did.
struct ImportReport {
  std::int64_t stored = 0;
  std::int64_t already_here = 0;
  std::vector<std::string> remarks = {};  ///< For the person at the terminal, in English: "Line 7 begins with =, …".
};

/// A kind of file that `earshot import NAME FILE` takes. `run` stores all of it or, when it refuses, nothing; it calls
/// `progress(done, total)` now and then.
struct Import {
  std::string_view name;
  std::string_view about;  ///< One English sentence for --help.
  std::function<Result<ImportReport>(db::Database&, std::string_view file, Time now,
                                     std::function<void(std::size_t done, std::size_t total)> const& progress)>
      run;
};

/// The tables of this room itself (sessions).
std::vector<db::Migration> migrations();

struct Feature {
  std::string_view name;  ///< As its folder.
  std::vector<db::Migration> migrations = {};
  std::vector<Route> routes = {};
  std::vector<Grant> grants = {};
  std::vector<NavigationEntry> navigation = {};
  std::vector<jobs::Job> jobs = {};
  std::vector<Import> imports = {};
  std::vector<db::Hook> hooks = {};  ///< What it does in the transactions of features that do not know it.
};

}  // namespace earshot::web
