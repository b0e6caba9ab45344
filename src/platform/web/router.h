// Finds the route of a path.
#pragma once

#include <optional>
#include <vector>

#include "platform/web/route.h"

namespace earshot::web {

class Router {
 public:
  /// Throws std::logic_error when two routes have the same pattern.
  explicit Router(std::vector<Route> routes);

  struct Match {
    Route const* route;
    PathValues values;  ///< Views into the path that was asked for.
  };

  /// The route of `path`; one without parameters comes before one with.
  [[nodiscard]] std::optional<Match> find(std::string_view path) const;

  [[nodiscard]] std::vector<Route> const& routes() const { return m_routes; }

 private:
  std::vector<Route> m_routes;
};

}  // namespace earshot::web
