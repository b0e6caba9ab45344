// SQL of asks and answers.
#pragma once

#include "asks/asks.h"

namespace earshot::asks::store {

AskId insert(db::Transaction& tx, Draft const& draft, std::string_view reference, Date due_on, Time now);

std::optional<AnsweredAsk> find(db::Transaction& tx, AskId id);

/// Writes the answer, in the place of one that is not published.
void save_answer(db::Transaction& tx, AskId id, Answer const& answer);

/// Sets the time of publication unless there is one.
void publish(db::Transaction& tx, AskId id, Time now);

/// Asks without a published answer, the one due first in front: of one person's services, or of all.
std::vector<AnsweredAsk> open(db::Transaction& tx, std::optional<people::PersonId> leads, int page, int per_page);

}  // namespace earshot::asks::store
