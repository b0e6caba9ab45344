#include "voices/import.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "voices/store.h"
#include "voices/testing.h"

namespace earshot::voices {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

constexpr char const* kHeader = "level,said_by,heard_through,heard_on,words\n";

class Import : public VoicesTest {
 protected:
  Result<web::ImportReport> import(std::string const& file) {
    return csv_import().run(db(), file, kNow, [](std::size_t, std::size_t) {});
  }

  /// "Line L, column C: why" of a file that is refused; that nothing of it was stored is looked at, too.
  std::string refusal(std::string const& file) {
    auto const report = import(file);
    EXPECT_EQ(count_voices(), 0) << file;
    if (report) return "taken";
    auto const& message = report.error().problems.front().message;
    return i18n::Translator(i18n::language("en"))(message);
  }

  std::vector<Voice> stored() {
    static constexpr db::Sql kInOrder{"SELECT id FROM voices ORDER BY id"};
    return db().read([](db::Transaction& tx) {
      std::vector<Voice> voices;
      for (auto const id : tx.all<VoiceId>(kInOrder)) voices.push_back(*find(tx, id));
      return voices;
    });
  }
};
EARSHOT_ON_BOTH_ENGINES(Import);

TEST_P(Import, ColumnsMayStandInAnyOrderAndOthersBesideThem) {
  auto const report = import(
      "\xEF\xBB\xBFwords,note,heard_on,level,heard_through,said_by\r\n"
      "\"One, two\",x,2010,involvement,strategy consultation,young person\r\n"
      "Three,,,,,\r\n");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->stored, 2);
  auto const voices = stored();
  ASSERT_EQ(voices.size(), 2U);
  EXPECT_EQ(voices[0].words, "One, two");
  EXPECT_EQ(voices[0].heard_on, "2010");
  EXPECT_EQ(voices[0].heard_through, "strategy consultation");
  EXPECT_EQ(voices[0].level, Level::involvement);
  EXPECT_EQ(voices[0].speaker, Speaker::young_person);
  EXPECT_EQ(voices[0].may_show, MayShow::no) << "nobody asked them";
  EXPECT_EQ(voices[0].received_at, kNow);
  EXPECT_EQ(voices[1].speaker, Speaker::rather_not_say);
  EXPECT_EQ(voices[1].level, std::nullopt);
}

TEST_P(Import, TwoFamiliesMaySayTheSameAndARepeatedFileStoresNothingTwice) {
  auto const row = std::string("information,child,school,2010,More swings\n");
  EXPECT_EQ(import(kHeader + row + row)->stored, 2);
  auto const again = import(kHeader + row + "information,child,school,2011,More swings\n");
  EXPECT_EQ(again->stored, 1);
  EXPECT_EQ(again->already_here, 1);
}

TEST_P(Import, AFormulaIsKeptAsPlainWordsWithARemark) {
  auto const report = import(std::string(kHeader) + "information,child,school,2010,\"=HYPERLINK(\"\"http://x\"\")\"\n");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->stored, 1);
  EXPECT_THAT(report->remarks, ElementsAre(StartsWith("Line 2 ")));
  EXPECT_EQ(stored().front().words, "=HYPERLINK(\"http://x\")");
  EXPECT_THAT(import(std::string(kHeader) + "information,child,school,2010,More swings\n")->remarks, IsEmpty());
}

TEST_P(Import, AFaultAnywhereStoresNothing) {
  auto const good = std::string(kHeader) + "information,child,school,2010,More swings\n";
  EXPECT_THAT(refusal(good + "information,child,school,2010,\"never closed\n"), StartsWith("Line 3, column 31: "));
  EXPECT_THAT(refusal(good + "information,child,school,2010\n"), StartsWith("Line 3, column 26: "));
  EXPECT_THAT(refusal(good + "information,child,school,2010,words,more\n"), StartsWith("Line 3, column 37: "));
  EXPECT_THAT(refusal(good + "gossip,child,school,2010,words\n"), StartsWith("Line 3, column 1: level is one of"));
  EXPECT_THAT(refusal(good + "information,uncle,school,2010,words\n"),
              StartsWith("Line 3, column 13: said_by is one of"));
  EXPECT_THAT(refusal(good + "information,child,school,2010, \n"), StartsWith("Line 3, column 31: there are no words"));
  EXPECT_THAT(refusal(good + "information,child,school,2010,caf\xE9\n"),
              StartsWith("Line 3, column 34: this is not UTF-8"));
  EXPECT_THAT(refusal(good + std::string("information,child,school,2010,a\0b\n", 34)),
              StartsWith("Line 3, column 32: there is a NUL byte"));
  EXPECT_THAT(refusal(good + "information,child,school,2010," + std::string(10'001, 'a')),
              StartsWith("Line 3, column 31: these words are longer"));
  EXPECT_THAT(refusal(good + "information,child," + std::string(201, 'a') + ",2010,words\n"),
              StartsWith("Line 3, column 19: "));
}

TEST_P(Import, AFileWithoutItsColumnsIsRefused) {
  EXPECT_THAT(refusal("level,said_by,heard_through,heard_on\ninformation,child,school,2010\n"),
              StartsWith("Line 1, column 1: the column “words” is missing"));
  EXPECT_THAT(refusal(""), StartsWith("Line 1, column 1: the file is empty"));
  EXPECT_THAT(refusal("\xFF\xFEl\0e\0v\0"), HasSubstr("not UTF-8"));
  EXPECT_THAT(refusal("information,child,school,2010,More swings\n"), HasSubstr("is missing"));
}

TEST_P(Import, ALongFileTellsHowFarItIs) {
  std::string file = kHeader;
  for (int i = 0; i < 2'500; ++i) file += "information,child,school,2010,Voice " + std::to_string(i) + "\n";
  std::vector<std::size_t> told;
  auto const report = csv_import().run(db(), file, kNow, [&](std::size_t done, std::size_t total) {
    EXPECT_EQ(total, 2'500U);
    told.push_back(done);
  });
  ASSERT_TRUE(report);
  EXPECT_EQ(report->stored, 2'500);
  EXPECT_THAT(told, ElementsAre(1'000, 2'000, 2'500));
}

}  // namespace
}  // namespace earshot::voices
