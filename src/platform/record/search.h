// Looking into the record: who did what to what, and when.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/base/time.h"
#include "platform/record/seal.h"

namespace earshot::record {

/// What to look for; what is empty does not count.
struct Search {
  std::string actor = {};    ///< All of it: "person 12".
  std::string action = {};   ///< How it begins: "asks." finds "asks.answer".
  std::string subject = {};  ///< All of it: "ask A-7KQ2-M9XC".
  std::string words = {};    ///< Part of the subject or of the detail, in any case of English letters.
  std::optional<Time> from = {};
  std::optional<Time> until = {};  ///< The first moment that does not count any more.
};

/// The place in a list after which it goes on.
struct After {
  Time at;
  std::int64_t id = 0;
};

/// Up to `most` entries, the latest first; those after `after` when it is given.
std::vector<Listed> search(db::Transaction& tx, Search const& search, int most,
                           std::optional<After> const& after = std::nullopt);

}  // namespace earshot::record
