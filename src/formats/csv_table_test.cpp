#include "formats/csv_table.h"

#include <gtest/gtest.h>

namespace earshot::formats {
namespace {

std::vector<std::string> why(std::string_view file) {
  auto const result = parse_csv_table(file, {"name", "age"});
  return result ? std::vector<std::string>{} : result.error().problems.front().message.args;
}

TEST(CsvTable, ColumnsAreFoundByNameInAnyOrder) {
  auto const lines = parse_csv_table("age,colour,name\n7,red,Ali\n", {"name", "age"});
  ASSERT_TRUE(lines);
  ASSERT_EQ(lines->size(), 1U);
  EXPECT_EQ((*lines)[0][0].text, "Ali");
  EXPECT_EQ((*lines)[0][1].text, "7");
  EXPECT_EQ((*lines)[0][1].line, 2U);
}

TEST(CsvTable, AColumnThatNeedNotBeThereIsEmptyWhereItIsNot) {
  auto const lines = parse_csv_table("colour,name\nred,Ali\n", {"name"}, {"age", "colour"});
  ASSERT_TRUE(lines);
  ASSERT_EQ((*lines)[0].size(), 3U);
  EXPECT_EQ((*lines)[0][1].text, "");
  EXPECT_EQ((*lines)[0][2].text, "red");
}

TEST(CsvTable, AMissingColumnIsNamed) {
  EXPECT_EQ(why("name\nAli\n"),
            (std::vector<std::string>{"1", "1", "the column “age” is missing. The first line must name name, age"}));
}

TEST(CsvTable, ALineWithTooFewCellsIsRefusedWhereItEnds) {
  EXPECT_EQ(why("name,age\nAli,7\nBea\n"),
            (std::vector<std::string>{"3", "1", "this line has 1 cells, the first has 2"}));
}

TEST(CsvTable, AnEmptyFileIsRefused) { EXPECT_EQ(why(""), (std::vector<std::string>{"1", "1", "the file is empty"})); }

}  // namespace
}  // namespace earshot::formats
