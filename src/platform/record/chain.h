// The hash chain: what of an entry is hashed, and how. Used by the sealing and the verifying alike.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "platform/record/record.h"

namespace earshot::record {

/// An entry as it is stored.
struct Stored {
  std::int64_t id = 0;
  Time at;
  Entry entry;
};

/// The hash of the entry with this number, after the entry whose hash is `previous` (empty before the first).
std::string hash_of(std::string_view previous, std::int64_t sequence, Stored const& stored);

}  // namespace earshot::record
