#include "formats/csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace earshot::formats {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

using Texts = std::vector<std::vector<std::string>>;

Texts texts(std::string_view text) {
  auto const rows = parse_csv(text);
  EXPECT_TRUE(rows) << rows.error().problems.front().message.args.at(2);
  Texts result;
  for (auto const& row : rows.value_or(std::vector<CsvRow>{})) {
    result.emplace_back();
    for (auto const& cell : row) result.back().push_back(cell.text);
  }
  return result;
}

/// "LINE:COLUMN why".
std::string refusal(std::string_view text) {
  auto const rows = parse_csv(text);
  if (rows) return "taken";
  auto const& args = rows.error().problems.front().message.args;
  return args.at(0) + ":" + args.at(1) + " " + args.at(2);
}

TEST(Csv, RowsEndAsAnySystemEndsThem) {
  Texts const expected{{"a", "b"}, {"c", "d"}};
  for (auto const* text : {"a,b\nc,d\n", "a,b\r\nc,d\r\n", "a,b\rc,d\r", "a,b\nc,d", "\n\na,b\r\n\r\nc,d\n\n"})
    EXPECT_EQ(texts(text), expected) << text;
}

TEST(Csv, QuotesHoldCommasLineEndsAndQuotes) {
  EXPECT_EQ(texts("\"a,b\",\"c\r\nd\",\"say \"\"hello\"\"\"\n"), (Texts{{"a,b", "c\r\nd", "say \"hello\""}}));
  EXPECT_EQ(texts("\"\",,\"\"\n"), (Texts{{"", "", ""}}));
}

TEST(Csv, AByteOrderMarkIsPassedOver) { EXPECT_EQ(texts("\xEF\xBB\xBFlevel,words\n"), (Texts{{"level", "words"}})); }

TEST(Csv, AnEmptyFileHasNoRows) {
  EXPECT_THAT(texts(""), IsEmpty());
  EXPECT_THAT(texts("\r\n\n"), IsEmpty());
  EXPECT_THAT(texts("\xEF\xBB\xBF"), IsEmpty());
}

TEST(Csv, CellsKnowWhereTheyBeginInCharacters) {
  auto const rows = parse_csv("é,b\n\"x\ny\",z\n\n,q");
  ASSERT_TRUE(rows);
  auto const place = [](Cell const& cell) { return std::pair(cell.line, cell.column); };
  EXPECT_EQ(place(rows->at(0).at(1)), std::pair(std::size_t{1}, std::size_t{3}));
  EXPECT_EQ(place(rows->at(1).at(0)), std::pair(std::size_t{2}, std::size_t{1}));
  EXPECT_EQ(place(rows->at(1).at(1)), std::pair(std::size_t{3}, std::size_t{4})) << "after a cell of two lines";
  EXPECT_EQ(place(rows->at(2).at(0)), std::pair(std::size_t{5}, std::size_t{1}));
}

TEST(Csv, AQuoteThatIsNeverClosedIsNamedWhereItOpens) {
  EXPECT_THAT(refusal("a,b\nc,\"d\ne,f\n"), HasSubstr("2:3 this quote is never closed"));
  EXPECT_THAT(refusal("\""), HasSubstr("1:1 "));
}

TEST(Csv, WhatFollowsAClosingQuoteIsNamed) {
  EXPECT_THAT(refusal("a,\"b\"c\n"), HasSubstr("1:6 after a closing quote"));
}

TEST(Csv, AQuoteInsideAPlainCellIsNamed) {
  EXPECT_THAT(refusal("a,b\n5\" pipe,d\n"), HasSubstr("2:2 a quote may stand only"));
}

TEST(Csv, Latin1IsNamedWhereItStops) {
  EXPECT_THAT(refusal("a,b\nc,caf\xE9\n"), HasSubstr("2:6 this is not UTF-8"));
  EXPECT_THAT(refusal("é,\xE9"), HasSubstr("1:3 this is not UTF-8"));
  EXPECT_THAT(refusal("\xFF\xFE"
                      "a"),
              HasSubstr("1:1 this is not UTF-8"))
      << "UTF-16";
  EXPECT_THAT(refusal("ab\xC3"), HasSubstr("1:3 ")) << "cut off in a character";
}

TEST(Csv, ANulByteIsNamed) { EXPECT_THAT(refusal({"a,b\nc,\0d", 8}), HasSubstr("2:3 there is a NUL byte")); }

TEST(Csv, WhatIsWrittenReadsTheSame) {
  std::vector<std::string> const cells{"plain", "", "a,b", "say \"hello\"", "two\r\nlines", " spaces ", "é", "'"};
  std::vector<std::string> const marked{"\xEF\xBB\xBFmark"};
  EXPECT_EQ(texts(csv_line(marked)), Texts{marked});
  EXPECT_EQ(texts(csv_line(cells)), Texts{cells});
  EXPECT_EQ(texts(csv_line({"", ""})), (Texts{{"", ""}}));
}

TEST(Csv, AFormulaIsWrittenAsText) {
  for (std::string const formula : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    EXPECT_EQ(texts(csv_line({formula, "x"})), (Texts{{"'" + formula, "x"}})) << formula;
}

}  // namespace
}  // namespace earshot::formats
