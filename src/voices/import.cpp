#include "voices/import.h"

#include <algorithm>
#include <map>

#include "formats/csv_table.h"
#include "platform/base/text.h"
#include "platform/crypto/digest.h"
#include "platform/db/database.h"
#include "voices/voices.h"

namespace earshot::voices {
namespace {

using formats::Cell;
using formats::refuse_at;

constexpr std::size_t kLongestNote = 200;
constexpr std::size_t kAtOnce = 1'000;

struct Line {
  Words words;
  std::string key;
};

Result<Speaker> read_speaker(Cell const& cell) {
  auto const text = tidy(cell.text);
  if (text.empty()) return Speaker::rather_not_say;
  for (auto const& [speaker, word] : kWords<Speaker>) {
    auto plain = std::string(word);
    std::replace(plain.begin(), plain.end(), '-', ' ');
    if (text == word || text == plain) return speaker;
  }
  return refuse_at(cell, "said_by is one of: child, young person, parent or carer, somebody else, rather not say");
}

Result<std::optional<Level>> read_level(Cell const& cell) {
  auto const text = tidy(cell.text);
  if (text.empty()) return std::optional<Level>();
  auto const level = from_word<Level>(text);
  if (!level) return refuse_at(cell, "level is one of: information, consultation, involvement");
  return std::optional<Level>(*level);
}

Result<std::string> read_note(Cell const& cell) {
  auto text = tidy(cell.text);
  if (characters(text) > kLongestNote) return refuse_at(cell, "this is longer than 200 characters");
  return text;
}

Result<std::string> read_words(Cell const& cell) {
  auto words = tidy(cell.text);
  if (words.empty()) return refuse_at(cell, "there are no words in this line");
  if (characters(words) > kLongestWords) return refuse_at(cell, "these words are longer than 10,000 characters");
  return words;
}

/// The cells stand in the order of the columns that read_file() asks for.
Result<Line> read_line(formats::TableLine const& cells) {
  Line line;
  line.words = {.words = TRY(read_words(cells[4])),
                .language = "en",
                .speaker = TRY(read_speaker(cells[1])),
                // Nobody asked these families whether their words may be shown, so a worker writes what is published.
                .may_show = MayShow::no,
                .heard_through = TRY(read_note(cells[2])),
                .heard_on = TRY(read_note(cells[3])),
                .level = TRY(read_level(cells[0]))};
  crypto::Digest digest;
  for (auto const& cell : cells) digest.field(tidy(cell.text));
  line.key = "import " + digest.hex();
  return line;
}

bool looks_like_formula(std::string_view words) {
  return std::string_view("=+-@").find(words.front()) != std::string_view::npos;
}

Result<std::vector<Line>> read_file(std::string_view file, std::vector<std::string>& remarks) {
  auto const table = TRY(formats::parse_csv_table(file, {"level", "said_by", "heard_through", "heard_on", "words"}));
  std::vector<Line> lines;
  // Two families may say the very same; a line counts as here already only when as many of it are.
  std::map<std::string, int> times;
  for (auto const& cells : table) {
    lines.push_back(TRY(read_line(cells)));
    if (auto const earlier = times[lines.back().key]++; earlier > 0)
      lines.back().key += " again " + std::to_string(earlier);
    if (looks_like_formula(lines.back().words.words))
      remarks.push_back("Line " + std::to_string(cells.front().line) +
                        " looks like a spreadsheet formula. It is kept as plain text.");
  }
  return lines;
}

Result<web::ImportReport> run(db::Database& db, std::string_view file, Time now,
                              std::function<void(std::size_t, std::size_t)> const& progress) {
  web::ImportReport report;
  auto const lines = TRY(read_file(file, report.remarks));
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

web::Import csv_import() {
  return {
      .name = "voices",
      .about = "What families said, from a CSV file with the columns level, said_by, heard_through, heard_on, words",
      .run = run};
}

}  // namespace earshot::voices
