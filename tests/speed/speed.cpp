// speed URL SCALE: makes the demonstration county in an empty database and asks for the lists that grow with it, signed
// in and so never from memory. Prints a table of server times, and exits 1 when a list, or the making, takes longer
// than it may.
//
// The times are those of Application::answer(): from a request that has been read to an answer that is ready to be
// sent, compressed. Requests come one after the other.

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "app/county.h"
#include "app/house.h"
#include "demonstration/demonstration.h"
#include "people/people.h"
#include "platform/db/migrations.h"
#include "platform/http/forms.h"
#include "platform/log/log.h"
#include "platform/web/sessions.h"

namespace earshot {
namespace {

using Stopwatch = std::chrono::steady_clock;

constexpr int kRequests = 200;
constexpr double kMostMilliseconds = 30;
constexpr double kMostSecondsToMake = 120;
constexpr std::int64_t kVoicesToMake = 300'000;

double milliseconds_since(Stopwatch::time_point start) {
  return std::chrono::duration<double, std::milli>(Stopwatch::now() - start).count();
}

/// A list, as addresses of which each is asked for in turn.
struct Row {
  std::string name;
  std::string email;  ///< Who looks.
  std::vector<std::string> targets;
};

std::vector<std::string> pages(std::string const& address, int count) {
  std::vector<std::string> result;
  for (int page = 1; page <= count; ++page) result.push_back(address + "page=" + std::to_string(page));
  return result;
}

std::vector<std::string> each(std::string const& before, std::vector<std::string> const& values,
                              std::string const& after = {}) {
  std::vector<std::string> result;
  for (auto const& value : values) result.push_back(before + value + after);
  return result;
}

std::vector<Row> rows() {
  std::string const worker = "worker@fenshire.example";
  std::string const lead = "lead@fenshire.example";
  std::vector<std::string> const services{"school-transport", "send",        "play-and-childcare",
                                          "short-breaks",     "parks",       "health-visiting",
                                          "family-hubs",      "leaving-care"};
  std::vector<std::string> const words{"bus", "taxi late", "wheelchair", "driver", "swing", "meeting", "form", "zebra"};
  return {
      {"inbox", worker, pages("/voices?", 20)},
      {"inbox, one service", worker, each("/voices?service=", services)},
      {"inbox, searched", worker, each("/voices?q=", words)},
      {"to answer, all", worker, pages("/asks?", 20)},
      {"inbox, every state", worker, pages("/voices?state=all&", 4)},
      {"inbox, passed on, one service", worker, each("/voices?state=passed-on&service=", services)},
      {"inbox, every state, searched", worker, each("/voices?state=all&q=", words)},
      {"to answer, mine", lead, pages("/asks?", 5)},
      {"to answer, by clock", worker, each("/asks?clock=", {"late", "soon", "paused", "on-time"})},
      {"answered, all", worker, pages("/asks?standing=answered&", 20)},
      {"answered, all, searched", worker, each("/asks?standing=answered&q=", words)},
      {"answered, mine, searched", lead, each("/asks?standing=answered&q=", words)},
      {"You said, we did", worker, pages("/changes?", 20)},
      {"You said, we did, one service", worker, each("/changes?service=", services)},
      {"You said, we did, searched", worker, each("/changes?q=", words)},
      {"You said, we did, searched in a service", worker, each("/changes?service=school-transport&q=", words)},
      {"page of a service", worker, each("/services/", services)},
      {"front page", worker, {"/"}},
  };
}

struct Times {
  double median = 0, p99 = 0, most = 0;
};

Times summary(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  return {times[times.size() / 2], times[times.size() * 99 / 100], times.back()};
}

/// A cookie with which the person at this address is signed in.
std::string signed_in(db::Database& db, std::string const& email, Time now) {
  auto const people = db.read([](db::Transaction& tx) { return people::list(tx); });
  auto const found =
      std::find_if(people.begin(), people.end(), [&](auto const& person) { return person.email == email; });
  if (found == people.end()) throw std::runtime_error("There is no account " + email);
  auto const token = db.write([&](db::Transaction& tx) { return web::open_session(tx, found->id.value, now).token; });
  return std::string(web::kSignInCookie) + "=" + token;
}

http::Request request(std::string const& target, std::string const& cookie) {
  http::Request request{.target = target, .path = target.substr(0, target.find('?'))};
  auto const query = target.find('?');
  if (query != std::string::npos) request.query = http::parse_urlencoded(target.substr(query + 1)).fields;
  request.headers.set("Host", "families.example");
  request.headers.set("Accept-Encoding", "br");
  request.headers.set("Cookie", cookie);
  request.address = "198.51.100.7";
  return request;
}

/// The first time that each address is asked for is not counted: the database reads what it needs from disk then.
Times measure(web::Application& house, Row const& row, std::string const& cookie) {
  std::vector<double> times;
  auto const uncounted = static_cast<int>(row.targets.size());
  for (int i = -uncounted; i < kRequests; ++i) {
    auto const asked = request(row.targets[static_cast<std::size_t>(i + uncounted) % row.targets.size()], cookie);
    auto const start = Stopwatch::now();
    auto const response = house.answer(asked);
    if (i >= 0) times.push_back(milliseconds_since(start));
    if (response.status != 200)
      throw std::runtime_error(asked.target + " was answered with " + std::to_string(response.status));
  }
  return summary(std::move(times));
}

bool make_county(std::string const& url, int scale, Time now) {
  auto const start = Stopwatch::now();
  auto const made = app::make_county(url, {.scale = scale, .now = now}, [](auto const&, auto, auto) {});
  auto const seconds = milliseconds_since(start) / 1000;
  auto const allowed = kMostSecondsToMake * std::max(1.0, static_cast<double>(made.voices) / kVoicesToMake);
  fmt::print("made {} voices and {} asks in {:.1f} s (at most {:.0f} s)\n\n", made.voices, made.asks, seconds, allowed);
  return seconds <= allowed;
}

int run(std::string const& url, int scale) {
  log::set_level(log::Level::warning);
  auto const db = db::Database::open(url);
  db::migrate(*db, app::migrations());
  auto const now = system_now();
  auto good = demonstration::is_here(*db) || make_county(url, scale, now);
  metrics::Metrics metrics;
  config::Config config;
  config.requests_per_second = 0;
  auto const house = app::application(*db, system_now, metrics, config);
  fmt::print("{:<42} {:>10} {:>10} {:>10}\n", "server time in ms, signed in", "median", "p99", "most");
  for (auto const& row : rows()) {
    auto const times = measure(*house, row, signed_in(*db, row.email, now));
    auto const slow = times.p99 > kMostMilliseconds;
    fmt::print("{:<42} {:>10.2f} {:>10.2f} {:>10.2f}{}\n", row.name, times.median, times.p99, times.most,
               slow ? fmt::format("  more than {}", kMostMilliseconds) : "");
    good = good && !slow;
  }
  return good ? 0 : 1;
}

}  // namespace
}  // namespace earshot

int main(int argc, char** argv) {
  if (argc != 3) {
    fmt::print(stderr, "usage: speed DATABASE SCALE\n");
    return 2;
  }
  try {
    return earshot::run(argv[1], std::atoi(argv[2]));
  } catch (std::exception const& error) {
    fmt::print(stderr, "speed: {}\n", error.what());
    return 2;
  }
}
