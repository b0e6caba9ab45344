// From a request to an answer: language, route, who is looking and whether they may, the form's token, the handler, and
// what every answer carries. Handlers are plain functions; this is where they are called.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "platform/base/time.h"
#include "platform/db/database.h"
#include "platform/http/address.h"
#include "platform/http/message.h"
#include "platform/http/rate_limit.h"
#include "platform/metrics/metrics.h"
#include "platform/web/page_memory.h"
#include "platform/web/router.h"

namespace earshot::web {

/// What the features give the platform so that it need not know them.
struct Hooks {
  /// The person with this id, unless they may no longer sign in.
  std::function<std::optional<Viewer>(db::Transaction&, std::int64_t person)> find_viewer;
  /// A calm page for `status`, saying `problems`.
  std::function<http::Response(Context const&, int status, std::vector<Problem> const& problems)> error_page;
  /// The page that asks a person to sign in before going on to `path`. `kept` is what they had typed there; the page
  /// carries it, and gives it to keep_form() once they are in.
  std::function<http::Response(Context&, std::string const& path, http::Fields const& kept)> sign_in_page;
};

struct ApplicationOptions {
  double requests_per_second = 20;  ///< Of one address, for long; 0: no limit. Answers from memory are not counted.
  double request_burst = 400;       ///< At once: a school behind one address opens a page together.
  double rare_per_second = 0.2;     ///< Of what is sent rarely (signing in), from one address, for long.
  double rare_burst = 20;           ///< The same at once: an office signs in together in the morning.
  std::size_t memory_for_pages = 16 * 1024 * 1024;
  std::string time_zone = "Europe/London";
  std::vector<http::Network> metrics_readers = {};  ///< Who may read /metrics; the machine itself always may.
};

class Application {
 public:
  Application(db::Database& db, Clock clock, metrics::Metrics& metrics, Site site, std::vector<Route> routes,
              Hooks hooks, ApplicationOptions options);

  /// Answers a request on a worker thread.
  http::Response answer(http::Request const& request);

  /// Answers from memory, without blocking: assets, and pages for people who are not signed in.
  std::optional<http::Response> from_memory(http::Request const& request);

  /// How large the body of this request may be, in bytes: what its route says, otherwise `general`. Does not block.
  [[nodiscard]] std::size_t most_bytes(http::Request const& request, std::size_t general) const;

  /// The page for what the server itself refuses (too large, too slow …); does not block.
  http::Response wire_error(int status, http::Request const& request);

  [[nodiscard]] Router const& router() const { return m_router; }
  [[nodiscard]] Site const& site() const { return m_site; }

 private:
  struct Outcome {
    http::Response response;
    std::string route;  ///< The pattern, for measures and the log; a path could hold a private link.
  };

  Context begin(http::Request const& request) const;
  void recognise(Context& context) const;
  Outcome dispatch(Context& context);
  http::Response on_route(Context& context, Router::Match const& match);
  http::Response show(Context& context, Router::Match const& match);
  http::Response act(Context& context, Router::Match const& match);
  http::Response show_again(Context& context, Router::Match const& match, std::vector<Problem> problems);
  http::Response shown_with(Context& context, Router::Match const& match, std::vector<Problem> problems);
  http::Response refused(Context& context, Refusal const& refusal) const;
  http::Response error(Context const& context, int status, Message message) const;
  http::Response too_many(Context const& context) const;
  std::optional<http::Response> operators_page(http::Request const& request) const;
  http::Response finish(Context const& context, http::Response response) const;
  void measure(Outcome const& outcome, http::Request const& request, Time started);

  db::Database& m_db;
  Clock m_clock;
  metrics::Metrics& m_metrics;
  Site m_site;
  Router m_router;
  Hooks m_hooks;
  ApplicationOptions m_options;
  http::RateLimit m_rate_limit;
  http::RateLimit m_rare_limit;
  PageMemory m_memory;
};

}  // namespace earshot::web
