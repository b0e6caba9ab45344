#include <fmt/core.h>

#include "app/commands.h"
#include "app/county.h"
#include "app/open.h"
#include "app/progress.h"
#include "demonstration/demonstration.h"

namespace earshot::app {
namespace {

void print_sign_ins() {
  fmt::print("\nSign in with the password {}\n", demonstration::kPassword);
  for (auto const& each : demonstration::sign_ins()) fmt::print("  {:<26} {} ({})\n", each.email, each.name, each.role);
  fmt::print("\n");
}

}  // namespace

ExitCode demo(config::Config const& config, int scale) {
  auto const database = open(config, Open::or_make);
  if (demonstration::is_taken(*database)) {
    fmt::print("There are services in this database already, so no demonstration county was made.\n");
    if (demonstration::is_here(*database)) print_sign_ins();
    return kDone;
  }
  Progress progress;
  auto const made =
      make_county(config.database, {.scale = scale, .now = system_now(), .time_zone = config.time_zone},
                  [&](std::string const& what, auto done, auto total) { progress.show(what, done, total); });
  progress.end();
  fmt::print("Made a demonstration county with {} voices and {} asks.\n", made.voices, made.asks);
  print_sign_ins();
  return kDone;
}

}  // namespace earshot::app
