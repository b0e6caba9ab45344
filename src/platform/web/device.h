// What somebody visits with, as coarse as people say it: "Firefox on Android". No versions, no models.
#pragma once

#include <string>
#include <string_view>

namespace earshot::web {

struct Device {
  std::string browser;  ///< "Firefox"; empty when it is none that many people use.
  std::string system;   ///< "Android"; empty likewise.

  bool operator==(Device const&) const = default;
};

/// The device that a User-Agent header tells of.
Device device_of(std::string_view user_agent);

}  // namespace earshot::web
