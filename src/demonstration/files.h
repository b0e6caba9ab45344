// The demonstration county's own material, compiled in.
#pragma once

#include <string_view>

namespace earshot::demonstration {

/// A file of the folder demo, such as "county.json". Throws std::runtime_error when there is none.
std::string_view file(std::string_view name);

}  // namespace earshot::demonstration
