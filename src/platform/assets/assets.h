// Styles, scripts, fonts and pictures, compiled into the program under names that carry a hash of what is in them.
#pragma once

#include <optional>
#include <string_view>

namespace earshot::assets {

/// A file as it is sent. The views live as long as the program. `brotli` and `gzip` are empty for files that do not
/// shrink (fonts, pictures).
struct Asset {
  std::string_view path;  ///< "/assets/main-1a2b3c4d.css".
  std::string_view type;  ///< "text/css; charset=utf-8".
  std::string_view identity, brotli, gzip;
};

/// The file at this address.
std::optional<Asset> find(std::string_view path);

/// The address of a file by the name it has in the sources: "main.css" → "/assets/main-1a2b3c4d.css". Throws
/// std::out_of_range when there is no such file.
std::string_view path(std::string_view name);

}  // namespace earshot::assets
