// The link by which somebody stops messages without signing in: who has the link got the message.
#pragma once

#include "messages/messages.h"

namespace earshot::messages {

/// "/stop/12.…" for a contact. `tx` must be a write when it may be the first such link.
std::string stop_path(db::Transaction& tx, ContactId contact);

/// Whose link this is, from its last part; nothing when we never gave out such a one.
std::optional<Contact> contact_of_link(db::Transaction& tx, std::string_view part);

/// Enough of their address for them to know it again, and too little for others: "a…@example.org", "…123".
std::string hint_of(Contact const& contact);

}  // namespace earshot::messages
