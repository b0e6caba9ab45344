// SQL of this room that only its own pages need.
#pragma once

#include "changes/changes.h"

namespace earshot::changes {

/// What is published about the same topics, or else by the same service: the newest `most`, without the change itself.
std::vector<Change> related(db::Transaction& tx, Change const& change, Date today, std::size_t most);

/// The kind of answer that gives a card, a panel or a line of a poster its colour: "done", "will", "broken", "cannot".
std::string shown_kind(Change const& change, Date today);

/// How it stands with a service.
struct ServiceFigures {
  std::int64_t answered = 0;
  std::int64_t late = 0;                         ///< Past their date, and an answer is owed.
  std::optional<std::int64_t> median_days = {};  ///< From being said to the answer; none before the first.
  Promises promises;
};
ServiceFigures service_figures(db::Transaction& tx, agencies::ServiceId service, Date today);

/// How many answers each service owes and is late with, where there are any.
struct Late {
  agencies::ServiceId service;
  std::int64_t asks = 0;
};
std::vector<Late> late_by_service(db::Transaction& tx, Date today);

}  // namespace earshot::changes
