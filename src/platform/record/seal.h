// Sealing and verifying the record. Each sealed entry has a number (1, 2, 3 …) and a hash over its fields and the hash
// before it, so that whoever knows the last hash (the head) knows whether anything before it was touched.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "platform/base/enums.h"
#include "platform/base/time.h"
#include "platform/jobs/jobs.h"
#include "platform/record/record.h"

namespace earshot::record {

/// The end of the chain: the number and the hash (hex) of the entry that was sealed last; 0 and empty before the first.
struct Head {
  std::int64_t sequence = 0;
  std::string hash;

  bool operator==(Head const&) const = default;
};

/// Seals up to `most` entries that are not sealed yet and gives how many it has sealed. Many nodes may call it at once.
std::size_t seal(db::Transaction& tx, std::size_t most = 200);

/// The head as stored. Publish it: nobody can rewrite the record before a head that others have seen.
Head head(db::Transaction& tx);

/// What is wrong with the record.
struct Fault {
  enum class Kind {
    altered,   ///< The entry is not what was sealed: changed, or put in another's place.
    missing,   ///< There is no entry with this number.
    added,     ///< An entry stands after the head.
    cut_off,   ///< The record ends before the head that was stored or given.
    rewritten  ///< All fits together but not with the head that was given or stored.
  };
  Kind kind = Kind::altered;
  std::int64_t sequence = 0;  ///< The number of the entry.
  std::int64_t entry_id = 0;  ///< Its row; 0 when there is none.

  bool operator==(Fault const&) const = default;
};

/// What verify() found. The record is whole when there is no fault.
struct Verification {
  std::int64_t sealed = 0;    ///< entries that were checked
  std::int64_t unsealed = 0;  ///< entries that wait to be sealed
  Head head;                  ///< of what was checked
  std::optional<Fault> fault;
};

/// Walks the whole chain up to the first fault. `known` is a head that was published earlier: the record must still
/// have it.
Verification verify(db::Database& db, std::optional<Head> const& known = std::nullopt);

/// An entry as it is listed.
struct Listed {
  std::int64_t id = 0;
  Time at;
  Entry entry;
  std::optional<std::int64_t> sequence;
};

/// Up to `most` entries with an id below `before` (0: from the end), the latest first; of one subject when given.
std::vector<Listed> list(db::Transaction& tx, std::int64_t before = 0, int most = 50, std::string const& subject = {});

/// The job that seals, every few seconds on one of the nodes.
jobs::Job seal_job();

}  // namespace earshot::record

namespace earshot {
template <>
inline constexpr auto kWords<record::Fault::Kind> =
    words<record::Fault::Kind>({{record::Fault::Kind::altered, "altered"},
                                {record::Fault::Kind::missing, "missing"},
                                {record::Fault::Kind::added, "added"},
                                {record::Fault::Kind::cut_off, "cut off"},
                                {record::Fault::Kind::rewritten, "rewritten"}});
}  // namespace earshot
