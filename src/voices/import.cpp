#include "voices/import.h"

#include <algorithm>
#include <array>

#include "formats/csv.h"
#include "platform/base/text.h"
#include "platform/crypto/digest.h"
#include "platform/db/database.h"
#include "voices/voices.h"

namespace earshot::voices {
namespace {

constexpr std::array<std::string_view, 5> kColumns{"level", "said_by", "heard_through", "heard_on", "words"};
constexpr std::size_t kLevel = 0, kSaidBy = 1, kHeardThrough = 2, kHeardOn = 3, kSaid = 4;
constexpr std::size_t kLongestNote = 200;
constexpr std::size_t kAtOnce = 1'000;

struct Line {
  Words words;
  std::string key;
};

using Row = std::array<formats::Cell const*, kColumns.size()>;

tl::unexpected<Refusal> refuse_at(formats::Cell const& cell, std::string_view why) {
  return refuse("", msg("Line {1}, column {2}: {3}", std::to_string(cell.line), std::to_string(cell.column), why));
}

/// Where each column stands, by the first line of the file.
Result<std::array<std::size_t, kColumns.size()>> read_header(formats::CsvRow const& header) {
  std::array<std::size_t, kColumns.size()> places{};
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    auto const place =
        std::find_if(header.begin(), header.end(), [&](auto const& cell) { return tidy(cell.text) == kColumns[i]; });
    if (place == header.end())
      return refuse("",
                    msg("Line {1}, column {2}: {3}", std::to_string(header.front().line), "1",
                        "the column “" + std::string(kColumns[i]) +
                            "” is missing. The first line must name level, said_by, heard_through, heard_on, words"));
    places[i] = static_cast<std::size_t>(place - header.begin());
  }
  return places;
}

Result<Speaker> read_speaker(formats::Cell const& cell) {
  auto const text = tidy(cell.text);
  if (text.empty()) return Speaker::rather_not_say;
  for (auto const& [speaker, word] : kWords<Speaker>) {
    auto plain = std::string(word);
    std::replace(plain.begin(), plain.end(), '-', ' ');
    if (text == word || text == plain) return speaker;
  }
  return refuse_at(cell, "said_by is one of: child, young person, parent or carer, somebody else, rather not say");
}

Result<std::optional<Level>> read_level(formats::Cell const& cell) {
  auto const text = tidy(cell.text);
  if (text.empty()) return std::optional<Level>();
  auto const level = from_word<Level>(text);
  if (!level) return refuse_at(cell, "level is one of: information, consultation, involvement");
  return std::optional<Level>(*level);
}

Result<std::string> read_note(formats::Cell const& cell) {
  auto text = tidy(cell.text);
  if (characters(text) > kLongestNote) return refuse_at(cell, "this is longer than 200 characters");
  return text;
}

Result<Line> read_line(Row const& row) {
  Line line;
  auto& words = line.words;
  words.words = tidy(row[kSaid]->text);
  if (words.words.empty()) return refuse_at(*row[kSaid], "there are no words in this line");
  if (characters(words.words) > kLongestWords)
    return refuse_at(*row[kSaid], "these words are longer than 10,000 characters");
  words.language = "en";
  words.level = TRY(read_level(*row[kLevel]));
  words.speaker = TRY(read_speaker(*row[kSaidBy]));
  words.heard_through = TRY(read_note(*row[kHeardThrough]));
  words.heard_on = TRY(read_note(*row[kHeardOn]));
  // Nobody asked these families whether their words may be shown, so a worker writes what is published.
  words.may_show = MayShow::no;
  crypto::Digest digest;
  for (auto const* cell : row) digest.field(tidy(cell->text));
  line.key = "import " + digest.hex();
  return line;
}

Result<std::vector<Line>> read_file(std::string_view file, std::vector<std::string>& remarks) {
  auto const rows = TRY(formats::parse_csv(file));
  if (rows.empty()) return refuse("", msg("Line 1, column 1: the file is empty"));
  auto const places = TRY(read_header(rows.front()));
  std::vector<Line> lines;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    auto const& cells = rows[i];
    if (cells.size() != rows.front().size())
      return refuse_at(cells.back(), "this line has " + std::to_string(cells.size()) + " cells, the first has " +
                                         std::to_string(rows.front().size()));
    Row row{};
    for (std::size_t column = 0; column < kColumns.size(); ++column) row[column] = &cells[places[column]];
    lines.push_back(TRY(read_line(row)));
    if (std::string_view("=+-@").find(lines.back().words.words.front()) != std::string_view::npos)
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
