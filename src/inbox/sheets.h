// Spreadsheets that somebody looks through before anything of them is stored.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "people/people.h"
#include "platform/db/database.h"
#include "platform/web/route.h"
#include "voices/voices.h"

namespace earshot::inbox {

using SheetId = Id<struct Sheet>;

struct Sheet {
  SheetId id;
  std::string file_name;
  std::string content;  ///< Empty once it is stored.
  Time uploaded_at;
  std::optional<Time> stored_at;
  std::int64_t stored = 0;
  std::int64_t already_here = 0;
};

/// So long a spreadsheet is kept for its person to look through.
inline constexpr Milliseconds kSheetLasts = std::chrono::hours{1};
/// The largest, in bytes and in lines.
inline constexpr std::size_t kLargestSheet = 200'000;
inline constexpr std::size_t kMostLines = 5'000;

/// What becomes of a line.
enum class Fate { is_new, already_here, wrong };

struct FatedLine {
  voices::SheetLine line;
  Fate fate = Fate::is_new;
};

/// Reads a file as voices::read_sheet does. Refused on "file" too when it is larger than what is taken.
Result<std::vector<voices::SheetLine>> read_upload(std::string_view content);

/// What would become of each line now.
std::vector<FatedLine> fates(db::Transaction& tx, std::vector<voices::SheetLine> lines);

/// Keeps it for its person.
SheetId add_sheet(db::Transaction& tx, people::PersonId person, std::string_view file_name, std::string_view content,
                  Time now);

/// A person's own sheet, while it is kept.
std::optional<Sheet> find_sheet(db::Transaction& tx, people::PersonId person, SheetId id, Time now);

/// Stores the lines that are new and leaves out what is wrong. A sheet that was stored is left as it is.
void store_sheet(db::Database& db, people::PersonId person, Sheet const& sheet, Time now);

/// Removes what was uploaded before `before`.
void remove_old_sheets(db::Transaction& tx, Time before);

web::Answer show_upload(web::Context& context, web::FormState const& state);
web::Answer save_upload(web::Context& context, http::Form const& form);
web::Answer show_sheet(web::Context& context, web::FormState const& state, SheetId id);
web::Answer save_sheet(web::Context& context, http::Form const& form, SheetId id);

}  // namespace earshot::inbox
