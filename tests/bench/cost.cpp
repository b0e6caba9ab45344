#include "cost.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <stdexcept>
#include <tuple>

#include <fmt/core.h>

#include "bare.h"
#include "runs.h"
#include "visits.h"

namespace earshot::bench {
namespace {

using Clock = std::chrono::steady_clock;

struct Kind {
  char const* what;
  std::vector<std::string> addresses;
};

std::vector<Kind> kinds() {
  return {{"list of changes", {"/changes?page=1", "/changes?page=2", "/changes?page=3"}},
          {"inbox", {"/voices?page=1", "/voices?page=2", "/voices?page=3"}},
          {"search", {"/voices?state=all&q=bus", "/voices?state=all&q=wheelchair", "/voices?state=all&q=taxi+late"}}};
}

double milliseconds_since(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

/// The first time that each address is asked for is not counted: the database reads what it needs then.
double of_pages(std::uint16_t port, std::string const& cookie, std::vector<std::string> const& addresses) {
  constexpr std::size_t kRequests = 90;
  http::TestClient line(port);
  std::vector<double> times;
  for (std::size_t i = 0; i < kRequests + addresses.size(); ++i) {
    auto const& address = addresses[i % addresses.size()];
    auto const begin = Clock::now();
    auto const answer = line.ask(
        "GET " + address + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: br\r\nCookie: " + cookie + "\r\n\r\n");
    if (answer.status != 200) throw std::runtime_error(address + " failed");
    if (i >= addresses.size()) times.push_back(milliseconds_since(begin));
  }
  return median(times);
}

double of_sending(std::uint16_t port) {
  constexpr int kVoices = 30;
  std::vector<double> times;
  for (int i = 0; i < kVoices; ++i) {
    Visit visit(port);
    visit.write(kSaid);
    auto const begin = Clock::now();
    visit.send();
    times.push_back(milliseconds_since(begin));
  }
  return median(times);
}

}  // namespace

void Cost::measure(Stage const& stage) {
  auto const cookie = signed_in(stage.ours);
  auto const server = stage.server();
  for (auto const& [what, addresses] : kinds())
    m_lines.push_back({what, stage.engine_name(), stage.scale, of_pages(server->port(), cookie, addresses)});
  m_lines.push_back({"a voice sent", stage.engine_name(), stage.scale, of_sending(server->port())});
}

void Cost::print() const {
  if (m_lines.empty()) return;
  constexpr double kWidth = 50;
  auto lines = m_lines;
  std::stable_sort(lines.begin(), lines.end(), [](Line const& one, Line const& other) {
    return std::tie(one.engine, one.what) > std::tie(other.engine, other.what);
  });
  auto const most = std::max_element(lines.begin(), lines.end(), [](Line const& one, Line const& other) {
                      return one.milliseconds < other.milliseconds;
                    })->milliseconds;
  fmt::print("\nCost by scale: the median over one connection, from the request to the whole answer\n\n");
  fmt::print("{:<16} {:<10} {:>5} {:>9}\n", "", "engine", "scale", "p50 ms");
  for (auto const& line : lines)
    fmt::print("{:<16} {:<10} {:>5} {:>9.2f}  {}\n", line.what, line.engine, line.scale, line.milliseconds,
               std::string(static_cast<std::size_t>(std::max(1.0, line.milliseconds / most * kWidth)), '#'));
  std::fflush(stdout);
}

}  // namespace earshot::bench
