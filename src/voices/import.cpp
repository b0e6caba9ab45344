#include "voices/import.h"

#include <algorithm>
#include <map>

#include "formats/csv_table.h"
#include "platform/base/text.h"
#include "platform/crypto/digest.h"
#include "platform/db/database.h"
#include "platform/i18n/translator.h"
#include "voices/voices.h"

namespace earshot::voices {
namespace {

using formats::Cell;
using formats::refuse_at;

constexpr std::size_t kLongestNote = 200;
constexpr std::size_t kAtOnce = 1'000;

Result<Speaker> read_speaker(Cell const& cell) {
  auto const text = tidy(cell.text);
  if (text.empty()) return Speaker::rather_not_say;
  for (auto const& [speaker, word] : kWords<Speaker>) {
    auto plain = std::string(word);
    std::replace(plain.begin(), plain.end(), '-', ' ');
    if (text == word || text == plain) return speaker;
  }
  return refuse_at(
      cell, i18n::mark("said_by is one of: child, young person, parent or carer, somebody else, rather not say"));
}

Result<std::optional<Level>> read_level(Cell const& cell) {
  auto const text = tidy(cell.text);
  if (text.empty()) return std::optional<Level>();
  auto const level = from_word<Level>(text);
  if (!level) return refuse_at(cell, i18n::mark("level is one of: information, consultation, involvement"));
  return std::optional<Level>(*level);
}

Result<std::string> read_note(Cell const& cell) {
  auto text = tidy(cell.text);
  if (characters(text) > kLongestNote) return refuse_at(cell, i18n::mark("this is longer than 200 characters"));
  return text;
}

Result<std::string> read_words(Cell const& cell) {
  auto words = tidy(cell.text);
  if (words.empty()) return refuse_at(cell, i18n::mark("there are no words in this line"));
  if (characters(words) > kLongestWords)
    return refuse_at(cell, i18n::mark("these words are longer than 10,000 characters"));
  return words;
}

/// The cells stand in the order of the columns that read_sheet() asks for.
Result<Words> read_line(formats::TableLine const& cells) {
  Words line{.words = TRY(read_words(cells[4])), .language = "en"};
  line.speaker = TRY(read_speaker(cells[1]));
  // Nobody asked these families whether their words may be shown, so a worker writes what is published.
  line.may_show = MayShow::no;
  line.heard_through = TRY(read_note(cells[2]));
  line.heard_on = TRY(read_note(cells[3]));
  line.level = TRY(read_level(cells[0]));
  return line;
}

std::string key_of(formats::TableLine const& cells) {
  crypto::Digest digest;
  for (auto const& cell : cells) digest.field(tidy(cell.text));
  return "import " + digest.hex();
}

bool looks_like_formula(std::string_view words) {
  return std::string_view("=+-@").find(words.front()) != std::string_view::npos;
}

SheetLine to_sheet_line(formats::TableLine const& cells) {
  // The words may stand anywhere, so the line is that of the cell that begins first.
  auto first = cells.front().line;
  for (auto const& cell : cells) first = std::min(first, cell.line);
  SheetLine line{.line = first, .words = {}, .key = key_of(cells)};
  auto words = read_line(cells);
  if (words) {
    line.looks_like_formula = looks_like_formula(words->words);
    line.words = std::move(*words);
  } else {
    // As refuse_at() puts it: line, column and why.
    auto const& args = words.error().problems.front().message.args;
    line.wrong = SheetLine::Wrong{std::stoul(args[0]), std::stoul(args[1]), args[2]};
    line.words.words = tidy(cells[4].text);
  }
  return line;
}

Result<web::ImportReport> run(db::Database& db, std::string_view file, Time now,
                              std::function<void(std::size_t, std::size_t)> const& progress) {
  web::ImportReport report;
  auto const lines = TRY(read_sheet(file));
  for (auto const& line : lines) {
    if (line.wrong) return refuse_at({{}, line.wrong->line, line.wrong->column}, line.wrong->why);
    if (line.looks_like_formula)
      report.remarks.push_back("Line " + std::to_string(line.line) +
                               " looks like a spreadsheet formula. It is kept as plain text.");
  }
  // The whole file was read before, so only a fault of the database can stop this half way; repeating it then stores
  // the rest and nothing twice.
  for (std::size_t begin = 0; begin < lines.size(); begin += kAtOnce) {
    auto const end = std::min(begin + kAtOnce, lines.size());
    auto const stored = db.write([&](db::Transaction& tx) {
      std::int64_t count = 0;
      for (auto i = begin; i < end; ++i)
        if (receive_unfollowed(tx, lines[i].words, lines[i].key, now)) ++count;
      return count;
    });
    report.stored += stored;
    report.already_here += static_cast<std::int64_t>(end - begin) - stored;
    progress(end, lines.size());
  }
  return report;
}

}  // namespace

Result<std::vector<SheetLine>> read_sheet(std::string_view file) {
  auto const table = TRY(formats::parse_csv_table(file, {"level", "said_by", "heard_through", "heard_on", "words"}));
  std::vector<SheetLine> lines;
  // Two families may say the very same; a line counts as here already only when as many of it are.
  std::map<std::string, int> times;
  for (auto const& cells : table) {
    lines.push_back(to_sheet_line(cells));
    if (auto const earlier = times[lines.back().key]++; earlier > 0)
      lines.back().key += " again " + std::to_string(earlier);
  }
  return lines;
}

web::Import csv_import() {
  return {
      .name = "voices",
      .about = "What families said, from a CSV file with the columns level, said_by, heard_through, heard_on, words",
      .run = run};
}

}  // namespace earshot::voices
