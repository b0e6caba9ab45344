// SQL of asks and answers.
#pragma once

#include "asks/asks.h"

namespace earshot::asks::store {

AskId insert(db::Transaction& tx, Draft const& draft, std::string_view reference, Date due_on, Time now);

/// Nothing for one that is hidden or withdrawn.
std::optional<AnsweredAsk> find(db::Transaction& tx, AskId id);

/// Adds a source; one that is there already is left as it is. Whether it was added.
bool add_source(db::Transaction& tx, AskId id, Source const& source, std::optional<messages::ContactId> contact,
                std::string_view path, Time now);

/// The asks that have the words of this source, hidden or not.
std::vector<AskId> with_words_of(db::Transaction& tx, Source const& source);

/// The asks that came of this source or that it joined, hidden or not.
std::vector<AskId> joined_by(db::Transaction& tx, Source const& source);

/// Hides an ask, or with no time shows it again.
void hide(db::Transaction& tx, AskId id, std::optional<Time> at);

/// Forgets that an ask came of `source`, and takes the ask back when it came of nothing else. Whether it did.
bool remove_source(db::Transaction& tx, AskId id, Source const& source, Time now);

/// Writes the answer, in the place of one that is not published.
void save_answer(db::Transaction& tx, AskId id, Answer const& answer);

/// Sets the time of publication unless there is one; from now on no answer is owed.
void publish(db::Transaction& tx, AskId id, Time now);

/// Asks that an answer is owed to, the one due first in front: of one person's services, or of all.
std::vector<AnsweredAsk> open(db::Transaction& tx, std::optional<people::PersonId> leads, int page, int per_page);

}  // namespace earshot::asks::store
