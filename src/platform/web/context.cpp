#include "platform/web/context.h"

#include "platform/crypto/token.h"

namespace earshot::web {

bool Context::may(Permission permission) const {
  if (permission == kEveryone) return true;
  if (!viewer) return false;
  if (permission == kSignedIn) return true;
  for (auto const& grant : site.grants)
    if (grant.permission == permission &&
        std::any_of(grant.roles.begin(), grant.roles.end(), [&](Role role) { return viewer->has(role); }))
      return true;
  return false;
}

std::string Context::csrf_token() const { return session ? crypto::mask(session->csrf_secret) : std::string(); }

std::string Context::absolute(std::string_view path) const {
  std::string address = site.public_address;
  if (address.empty()) {
    address = request.secure ? "https://" : "http://";
    address += request.headers.get("Host");
  }
  return address += path;
}

}  // namespace earshot::web
