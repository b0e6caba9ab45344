// What an operator's tools ask for: whether the program lives, whether it is ready, and its measures.

#include <algorithm>

#include <fmt/format.h>

#include "platform/log/log.h"
#include "platform/web/application.h"

namespace earshot::web {
namespace {

http::Response plain(int status, std::string text) {
  http::Response response{.status = status, .body = std::move(text)};
  response.headers.set("Content-Type", "text/plain; charset=utf-8");
  response.headers.set("Cache-Control", "no-store");
  return response;
}

bool is_this_machine(http::Address const& address) {
  static auto const kLoopback4 = http::parse_network("127.0.0.0/8");
  static auto const kLoopback6 = http::parse_network("::1");
  return kLoopback4->contains(address) || kLoopback6->contains(address);
}

}  // namespace

std::optional<http::Response> Application::operators_page(http::Request const& request) const {
  if (request.path == "/healthz") return plain(200, "ok\n");
  if (request.path == "/readyz") {
    if (m_db.ready()) return plain(200, "ready\n");
    auto response = plain(503, "The database does not answer.\n");
    response.headers.set("Retry-After", "5");
    return response;
  }
  if (request.path == "/metrics") {
    auto const address = http::parse_address(request.address);
    auto const may_read = address && (is_this_machine(*address) ||
                                      std::any_of(m_options.metrics_readers.begin(), m_options.metrics_readers.end(),
                                                  [&](auto const& network) { return network.contains(*address); }));
    if (!may_read) return plain(404, "There is no page at this address.\n");
    auto response = plain(200, m_metrics.exposition());
    response.headers.set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    return response;
  }
  return std::nullopt;
}

void Application::measure(Outcome const& outcome, http::Request const& request, Time started) {
  auto const took = m_clock() - started;
  auto const status = std::to_string(outcome.response.status);
  m_metrics
      .counter("earshot_requests_total", "Requests answered by a handler",
               {{"route", outcome.route}, {"status", status}})
      .add();
  m_metrics.histogram("earshot_request_seconds", "Time to answer, by route", {{"route", outcome.route}})
      .observe(std::chrono::duration<double>(took).count());
  log::info("Answered", {{"request", request.id},
                         {"method", request.method_name},
                         {"route", outcome.route},
                         {"status", outcome.response.status},
                         {"ms", took}});
}

}  // namespace earshot::web
