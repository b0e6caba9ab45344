// Pictures that stand for the photos of families: drawn from demo/pictures.json, so that no photo of any place or
// person lies in the repository. Private to this room.
#pragma once

#include <string>
#include <string_view>

namespace earshot::demonstration {

/// The picture of this name, as a PNG. Throws std::runtime_error when there is none.
std::string picture(std::string_view name);

}  // namespace earshot::demonstration
