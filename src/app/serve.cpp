#include <algorithm>
#include <csignal>
#include <thread>

#include <fmt/core.h>
#include <malloc.h>
#include <pthread.h>

#include "app/commands.h"
#include "app/house.h"
#include "app/open.h"
#include "platform/http/server.h"
#include "platform/jobs/runner.h"
#include "platform/log/log.h"

namespace earshot::app {
namespace {

sigset_t stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  return signals;
}

/// Keeps the signals from every thread that is started from here on, so that await_stop() gets them.
void hold_stop_signals() {
  auto const signals = stop_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

void await_stop() {
  auto const signals = stop_signals();
  int signal = 0;
  sigwait(&signals, &signal);
  log::info("Stopping", {{"signal", signal}});
}

/// As many heaps as threads can run at once. The C library would make eight times as many, each of which keeps what the
/// largest page took that was made in it: 10 MB of 64 on two processors.
void share_heaps() { mallopt(M_ARENA_MAX, static_cast<int>(std::max(1U, std::thread::hardware_concurrency()))); }

std::unique_ptr<jobs::Runner> runner(db::Database& db, config::Config const& config) {
  auto runner = std::make_unique<jobs::Runner>(db, system_now, jobs(),
                                               jobs::RunnerOptions{.threads = config.job_threads, .config = config});
  runner->start();
  return runner;
}

}  // namespace

ExitCode serve(config::Config const& config) {
  hold_stop_signals();
  share_heaps();
  auto const database = open(config, Open::or_make);
  database->add_hooks(hooks());
  metrics::Metrics metrics;
  auto const house = application(*database, system_now, metrics, config);
  auto const general = static_cast<std::size_t>(config.body_bytes);
  http::ServerOptions options{
      .listen = config.listen,
      .workers = config.workers,
      .io_threads = config.io_threads,
      .limits = {.body_bytes = general},
      .trusted_proxies = config.trusted_proxies,
      .body_limit = [&house, general](http::Request const& request) { return house->most_bytes(request, general); }};
  http::Server server(
      options, [&](http::Request const& request) { return house->answer(request); },
      [&](http::Request const& request) { return house->from_memory(request); },
      [&](int status, http::Request const& request) { return house->wire_error(status, request); });
  server.start();
  auto const jobs = config.job_threads > 0 ? runner(*database, config) : nullptr;
  log::info("Serving", {{"listen", config.listen}, {"port", server.port()}});
  await_stop();
  server.stop();
  return kDone;
}

ExitCode work(config::Config const& config) {
  hold_stop_signals();
  share_heaps();
  auto const database = open(config, Open::or_make);
  database->add_hooks(hooks());
  auto const jobs = runner(*database, config);
  log::info("Working", {{"threads", config.job_threads}});
  await_stop();
  jobs->stop();
  return kDone;
}

}  // namespace earshot::app
