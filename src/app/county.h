// The demonstration county as it is compiled in.
#pragma once

#include <string_view>

namespace earshot::app {

/// demo/county.json.
std::string_view demonstration_county();

}  // namespace earshot::app
