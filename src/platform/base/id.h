// Strong ids: a VoiceId is never an AskId.
#pragma once

#include <compare>
#include <concepts>
#include <cstdint>

namespace earshot {

/// The key of a row. `Tag` is the type that the row is read into: `using VoiceId = Id<struct Voice>`.
template <class Tag>
struct Id {
  std::int64_t value = 0;

  auto operator<=>(Id const&) const = default;
};

}  // namespace earshot
