#include "platform/web/router.h"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace earshot::web {
namespace {

/// Takes the next segment off the front of `rest`, which begins with "/".
std::string_view take_segment(std::string_view& rest) {
  auto const end = std::min(rest.find('/', 1), rest.size());
  auto const segment = rest.substr(1, end - 1);
  rest.remove_prefix(end);
  return segment;
}

std::optional<PathValues> match(std::string_view pattern, std::string_view path) {
  PathValues values;
  while (!pattern.empty() && !path.empty()) {
    auto const expected = take_segment(pattern);
    auto const segment = take_segment(path);
    if (expected == "{}") {
      if (segment.empty()) return std::nullopt;
      values.push_back(segment);
    } else if (expected != segment) {
      return std::nullopt;
    }
  }
  if (!pattern.empty() || !path.empty()) return std::nullopt;
  return values;
}

}  // namespace

Router::Router(std::vector<Route> routes) : m_routes(std::move(routes)) {
  std::set<std::string_view> patterns;
  for (auto const& route : m_routes)
    if (!patterns.insert(route.pattern).second) throw std::logic_error("Two routes share the pattern " + route.pattern);
  std::stable_partition(m_routes.begin(), m_routes.end(),
                        [](Route const& route) { return route.pattern.find("{}") == std::string::npos; });
}

std::optional<Router::Match> Router::find(std::string_view path) const {
  for (auto const& route : m_routes)
    if (auto values = match(route.pattern, path)) return Match{&route, std::move(*values)};
  return std::nullopt;
}

}  // namespace earshot::web
