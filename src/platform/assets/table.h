// The table that assets/build.mjs writes: every file by the name it has in the sources.
#pragma once

#include <string_view>
#include <vector>

#include "platform/assets/assets.h"

namespace earshot::assets {

struct Entry {
  std::string_view name;  ///< "main.css"
  Asset asset;
};

/// Every file there is, a few dozen at most.
std::vector<Entry> const& table();

}  // namespace earshot::assets
