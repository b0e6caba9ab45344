#include "platform/record/search.h"

#include <limits>

#include "platform/db/database.h"

namespace earshot::record {
namespace {

// One statement for each index, so that each search reads few rows, however long the record is.
#define ENTRIES                                                                    \
  "SELECT id, at, actor, action, subject, detail, sequence FROM record_entries"    \
  " WHERE (at, id) < ($1, $2) AND at >= $3 AND substr(action, 1, length($4)) = $4" \
  " AND ($5 = '' OR lower(subject) LIKE $5 ESCAPE '!' OR lower(detail) LIKE $5 ESCAPE '!')"
#define LATEST_FIRST " ORDER BY at DESC, id DESC LIMIT $6"

constexpr db::Sql kAll{ENTRIES LATEST_FIRST};
constexpr db::Sql kOfActor{ENTRIES " AND actor = $7" LATEST_FIRST};
constexpr db::Sql kOfSubject{ENTRIES " AND subject = $7" LATEST_FIRST};
constexpr db::Sql kOfBoth{ENTRIES " AND actor = $7 AND subject = $8" LATEST_FIRST};

#undef LATEST_FIRST
#undef ENTRIES

constexpr auto kLargest = std::numeric_limits<std::int64_t>::max();

/// The pattern of LIKE that finds `words` anywhere; empty for no words.
std::string pattern_of(std::string_view words) {
  if (words.empty()) return {};
  std::string pattern = "%";
  for (auto const c : words) {
    if (c == '%' || c == '_' || c == '!') pattern += '!';
    pattern += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return pattern + "%";
}

}  // namespace

std::vector<Listed> search(db::Transaction& tx, Search const& search, int most, std::optional<After> const& after) {
  // Without a place to go on from, everything before `until` counts; no entry has the id 0.
  auto begin = After{.at = search.until.value_or(Time(Milliseconds(kLargest))), .id = 0};
  if (after && after->at < begin.at) begin = *after;
  auto const from = search.from.value_or(Time{});
  auto const words = pattern_of(search.words);
  auto const find = [&](db::Sql const& sql, auto const&... more) {
    return tx.all<Listed>(sql, begin.at, begin.id, from, search.action, words, most, more...);
  };
  if (!search.actor.empty() && !search.subject.empty()) return find(kOfBoth, search.actor, search.subject);
  if (!search.actor.empty()) return find(kOfActor, search.actor);
  if (!search.subject.empty()) return find(kOfSubject, search.subject);
  return find(kAll);
}

}  // namespace earshot::record
