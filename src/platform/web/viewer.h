// Who is looking, and what they may do. The platform knows roles and permissions by name only; features say which
// role has which permission, and whose rows are whose.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace earshot::web {

/// A role that a person can hold, by its stored name.
struct Role {
  std::string_view name;

  bool operator==(Role const&) const = default;
};

/// Something that may be allowed, by name. Each route asks for one.
struct Permission {
  std::string_view name;

  bool operator==(Permission const&) const = default;
};

/// Anybody, signed in or not.
inline constexpr Permission kEveryone{"everyone"};
/// Anybody who is signed in.
inline constexpr Permission kSignedIn{"signed in"};

/// A permission and the roles that have it.
struct Grant {
  Permission permission;
  std::vector<Role> roles;
};

/// The person who is signed in.
struct Viewer {
  std::int64_t id = 0;
  std::string name;
  std::vector<std::string> roles;
  std::vector<std::int64_t> scope;  ///< The rows they answer for (services), as the people feature means them.
  std::string own_page = {};        ///< The page about themselves, where their name at the top leads.

  [[nodiscard]] bool has(Role role) const { return std::find(roles.begin(), roles.end(), role.name) != roles.end(); }
  [[nodiscard]] bool answers_for(std::int64_t id_in_scope) const {
    return std::find(scope.begin(), scope.end(), id_in_scope) != scope.end();
  }
};

}  // namespace earshot::web
