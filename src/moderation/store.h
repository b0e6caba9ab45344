// SQL of moderation.
#pragma once

#include "moderation/moderation.h"

namespace earshot::moderation::store {

/// Adds an item; nothing when one for the same waits already.
std::optional<ItemId> insert(db::Transaction& tx, Kind kind, std::int64_t item, Time now, Date due_on,
                             std::optional<ItemId> again_of, std::string_view plea);

/// The item that waits for a decision.
std::optional<ItemId> find_waiting(db::Transaction& tx, Kind kind, std::int64_t item);

/// Not one whose subject is hidden or was taken back.
std::optional<Item> find(db::Transaction& tx, ItemId id);

/// Whether somebody has asked for another look at it.
bool is_asked_again(db::Transaction& tx, ItemId id);

struct Page {
  std::vector<Item> items;
  std::int64_t total = 0;
};

/// Items that wait, the oldest first. `page` counts from 1.
Page waiting(db::Transaction& tx, int page, int per_page);

void decide(db::Transaction& tx, ItemId id, Verdict const& verdict, people::PersonId by, Time now);

void add_report(db::Transaction& tx, ItemId id, Report const& report, Time now);

/// What readers said about an item, the first in front.
std::vector<Report> reports_of(db::Transaction& tx, ItemId id);

}  // namespace earshot::moderation::store
