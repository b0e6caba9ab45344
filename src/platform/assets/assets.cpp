#include "platform/assets/assets.h"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "platform/assets/table.h"

namespace earshot::assets {

std::optional<Asset> find(std::string_view path) {
  auto const& entries = table();
  auto const found =
      std::find_if(entries.begin(), entries.end(), [&](Entry const& entry) { return entry.asset.path == path; });
  return found == entries.end() ? std::nullopt : std::optional(found->asset);
}

std::string_view path(std::string_view name) {
  auto const& entries = table();
  auto const found =
      std::find_if(entries.begin(), entries.end(), [&](Entry const& entry) { return entry.name == name; });
  if (found == entries.end()) throw std::out_of_range("no asset is called " + std::string(name));
  return found->asset.path;
}

}  // namespace earshot::assets
