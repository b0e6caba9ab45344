// The record: who did what, for good. An entry is written in the transaction that it tells of; a job seals entries into
// a hash chain, in small batches, so that writers never wait for one another. It holds ids and references, not words.
#pragma once

#include <string>
#include <vector>

#include "platform/base/time.h"

namespace earshot::db {
struct Migration;
class Transaction;
}  // namespace earshot::db

namespace earshot::record {

/// The tables of the record, and the triggers that guard them.
std::vector<db::Migration> migrations();

struct Entry {
  std::string actor;    ///< "person 12", "a family", "earshot"
  std::string action;   ///< "asks.answer"
  std::string subject;  ///< "ask A-7KQ2-M9XC"
  std::string detail;   ///< What else matters, in a few words; may be empty.
};

/// Adds an entry to the record. It cannot be changed or removed afterwards.
void note(db::Transaction& tx, Entry const& entry, Time now);

}  // namespace earshot::record
