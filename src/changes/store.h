// SQL of this room that only its own pages need.
#pragma once

#include "changes/changes.h"

namespace earshot::changes {

/// What is published about the same topics, or else by the same service: the newest `most`, without the change itself.
std::vector<Change> related(db::Transaction& tx, Change const& change, Date today, std::size_t most);

/// The kind of answer that gives a card, a panel or a line of a poster its colour: "done", "will", "broken", "cannot".
std::string shown_kind(Change const& change, Date today);

/// How many answers each service owes and is late with, where there are any.
struct Late {
  agencies::ServiceId service;
  std::int64_t asks = 0;
};
std::vector<Late> late_by_service(db::Transaction& tx, Date today);

}  // namespace earshot::changes
