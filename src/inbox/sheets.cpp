#include "inbox/sheets.h"

#include <algorithm>

#include "platform/record/record.h"

namespace earshot::inbox {
namespace {

/// Others write in between, and nobody waits long.
constexpr std::size_t kAtOnce = 500;

constexpr db::Sql kAdd{
    "INSERT INTO inbox_sheets (person, file_name, content, uploaded_at) VALUES ($1, $2, $3, $4) RETURNING id"};
constexpr db::Sql kFind{
    "SELECT id, file_name, content, uploaded_at, stored_at, stored, already_here FROM inbox_sheets"
    " WHERE id = $1 AND person = $2 AND uploaded_at > $3"};
constexpr db::Sql kMarkStored{
    "UPDATE inbox_sheets SET content = '', stored_at = $2, stored = $3, already_here = $4"
    " WHERE id = $1 AND stored_at IS NULL"};
constexpr db::Sql kRemoveOld{"DELETE FROM inbox_sheets WHERE uploaded_at <= $1"};

}  // namespace

Result<std::vector<voices::SheetLine>> read_upload(std::string_view content) {
  if (content.empty()) return refuse("file", msg("Choose the file."));
  if (content.size() > kLargestSheet)
    return refuse("file", msg("This file is larger than 200 kB. Split it, and bring in the parts one by one."));
  auto lines = voices::read_sheet(content);
  if (!lines) {
    auto refusal = std::move(lines).error();
    for (auto& problem : refusal.problems) problem.field = "file";
    return tl::make_unexpected(std::move(refusal));
  }
  if (lines->empty()) return refuse("file", msg("There are no lines under the first one, which names the columns."));
  if (lines->size() > kMostLines)
    return refuse("file", msg("This file has more than 5,000 lines. Split it, and bring in the parts one by one."));
  return lines;
}

std::vector<FatedLine> fates(db::Transaction& tx, std::vector<voices::SheetLine> lines) {
  std::vector<FatedLine> result;
  for (auto& line : lines) {
    auto fate = Fate::is_new;
    if (line.wrong) {
      fate = Fate::wrong;
    } else if (voices::find_by_key(tx, line.key)) {
      fate = Fate::already_here;
    }
    result.push_back({std::move(line), fate});
  }
  return result;
}

SheetId add_sheet(db::Transaction& tx, people::PersonId person, std::string_view file_name, std::string_view content,
                  Time now) {
  return tx.one<SheetId>(kAdd, person, file_name, content, now);
}

std::optional<Sheet> find_sheet(db::Transaction& tx, people::PersonId person, SheetId id, Time now) {
  return tx.first<Sheet>(kFind, id, person, now - kSheetLasts);
}

void store_sheet(db::Database& db, people::PersonId person, Sheet const& sheet, Time now) {
  if (sheet.stored_at) return;
  auto lines = read_upload(sheet.content);
  if (!lines) return;
  std::erase_if(*lines, [](voices::SheetLine const& line) { return line.wrong.has_value(); });
  std::int64_t stored = 0;
  // When it is cut off half way, doing it again stores the rest and nothing twice.
  for (std::size_t begin = 0; begin < lines->size(); begin += kAtOnce) {
    auto const end = std::min(begin + kAtOnce, lines->size());
    stored += db.write([&](db::Transaction& tx) {
      std::int64_t count = 0;
      for (auto i = begin; i < end; ++i)
        if (voices::receive_unfollowed(tx, (*lines)[i].words, (*lines)[i].key, now)) ++count;
      return count;
    });
  }
  auto const here = static_cast<std::int64_t>(lines->size()) - stored;
  db.write([&](db::Transaction& tx) {
    if (tx.execute(kMarkStored, sheet.id, now, stored, here) == 0) return;
    record::note(tx,
                 {"person " + std::to_string(person.value), "inbox.bring_in",
                  "spreadsheet " + std::to_string(sheet.id.value), "stored " + std::to_string(stored)},
                 now);
  });
}

void remove_old_sheets(db::Transaction& tx, Time before) { tx.execute(kRemoveOld, before); }

}  // namespace earshot::inbox
