#include <cstdlib>
#include <fstream>
#include <iterator>

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "county/county.h"
#include "county/import.h"
#include "platform/db/testing.h"
#include "platform/record/record.h"

namespace earshot::county {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr Time kNow{Milliseconds{1'795'341'600'000}};  // 22 November 2026

class County : public db::EngineTest {
 protected:
  std::vector<db::Migration> migrations() override {
    auto all = record::migrations();
    for (auto const& each : county::migrations()) all.push_back(each);
    return all;
  }

  template <class Change>
  auto write(Change const& change) {
    return db().write([&](db::Transaction& tx) { return change(tx); });
  }

  template <class Look>
  auto read(Look const& look) {
    return db().read([&](db::Transaction& tx) { return look(tx); });
  }

  std::vector<std::string> names(List list) {
    std::vector<std::string> result;
    for (auto const& each : read([&](auto& tx) { return entries(tx, list); })) result.push_back(each.name);
    return result;
  }

  Result<web::ImportReport> import(std::string_view file) {
    return bank_holidays_import().run(db(), file, kNow, [](std::size_t, std::size_t) {});
  }

  static std::string published_file() {
    auto const* elsewhere = std::getenv("EARSHOT_TEST_SHARED");
    std::ifstream file(
        std::string(elsewhere ? elsewhere : EARSHOT_SOURCE_DIR "/../shared") + "/data/bank-holidays/bank-holidays.json",
        std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
};
EARSHOT_ON_BOTH_ENGINES(County);

TEST_P(County, TopicsAreListedByNameAndClosedOnesAreNotOffered) {
  auto const play = write([](auto& tx) { return add_entry(tx, List::topics, "Play and leisure"); });
  write([](auto& tx) { return add_entry(tx, List::topics, "Getting to school"); });
  ASSERT_TRUE(play);
  EXPECT_EQ(play->slug, "play-and-leisure");
  EXPECT_THAT(names(List::topics), ElementsAre("Getting to school", "Play and leisure"));
  write([&](auto& tx) { set_closed(tx, List::topics, play->id, kNow); });
  EXPECT_THAT(names(List::topics), ElementsAre("Getting to school", "Play and leisure"));
  auto const offered = read([](auto& tx) { return topics(tx); });
  ASSERT_EQ(offered.size(), 1U);
  EXPECT_EQ(offered[0].slug, "getting-to-school");
  write([&](auto& tx) { set_closed(tx, List::topics, play->id, std::nullopt); });
  EXPECT_EQ(read([](auto& tx) { return topics(tx); }).size(), 2U);
  EXPECT_THAT(names(List::places), IsEmpty());
}

TEST_P(County, ANameStandsOnAListOnce) {
  auto const first = write([](auto& tx) { return add_entry(tx, List::places, "Thornley"); });
  auto const again = write([](auto& tx) { return add_entry(tx, List::places, "Thornley"); });
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().problems.front().field, "name");
  auto const alike = write([](auto& tx) { return add_entry(tx, List::places, "Thornley!"); });
  EXPECT_EQ(alike->slug, "thornley-2");
  auto const renamed = write([&](auto& tx) { return rename_entry(tx, List::places, alike->id, "Thornley"); });
  ASSERT_FALSE(renamed);
  EXPECT_TRUE(write([&](auto& tx) { return rename_entry(tx, List::places, first->id, "Old Thornley"); }));
  EXPECT_EQ(read([&](auto& tx) { return find_entry(tx, List::places, first->id); })->slug, "thornley")
      << "links hold when a name changes";
  EXPECT_FALSE(read([](auto& tx) { return find_entry(tx, List::places, 99); }));
}

TEST_P(County, ATopicOfASlugIsAddedOnce) {
  auto const first = write([](auto& tx) { return add_topic(tx, "Play", "play"); });
  EXPECT_EQ(write([](auto& tx) { return add_topic(tx, "Playing", "play"); }), first);
  EXPECT_NE(write([](auto& tx) { return add_place(tx, "Play", "play"); }).value, 0);
  EXPECT_THAT(names(List::topics), ElementsAre("Play"));
}

TEST_P(County, KeepsItsRulesAndBeginsWithOurs) {
  EXPECT_EQ(read([](auto& tx) { return settings(tx); }), Settings{});
  Settings const changed{.remind_before = 5,
                         .escalate_to_agency_after = 2,
                         .escalate_to_county_after = 8,
                         .support_obliges = 25,
                         .danger_words = "hurt\nafraid"};
  write([&](auto& tx) { save(tx, changed, Time{}); });
  EXPECT_EQ(read([](auto& tx) { return settings(tx); }), changed);
}

TEST_P(County, ItsWordsAreInALanguageAndOtherwiseInEnglish) {
  EXPECT_FALSE(read([](auto& tx) { return words_for(tx, Page::about, "cy"); }));
  write([](auto& tx) { save(tx, Page::about, Words{"en", "We are a county."}); });
  EXPECT_EQ(read([](auto& tx) { return words_for(tx, Page::about, "cy"); })->language, "en");
  EXPECT_FALSE(read([](auto& tx) { return words_in(tx, Page::about, "cy"); }));
  EXPECT_FALSE(read([](auto& tx) { return words_for(tx, Page::privacy, "en"); }));
  write([](auto& tx) { save(tx, Page::about, Words{"cy", "Sir ydym ni."}); });
  EXPECT_EQ(read([](auto& tx) { return words_for(tx, Page::about, "cy"); })->text, "Sir ydym ni.");
  write([](auto& tx) { save(tx, Page::about, Words{"cy", ""}); });
  EXPECT_EQ(read([](auto& tx) { return words_for(tx, Page::about, "cy"); })->language, "en");
}

TEST_P(County, ABankHolidayIsKeptOnceAndCanBeTakenOut) {
  auto const fair = Date(2027y / 6 / 11);
  EXPECT_TRUE(read([](auto& tx) { return calendar(tx); }).is_working_day(fair));
  EXPECT_TRUE(write([&](auto& tx) { return add_bank_holiday(tx, fair, "The county fair"); }));
  EXPECT_FALSE(write([&](auto& tx) { return add_bank_holiday(tx, fair, "Another"); }));
  EXPECT_FALSE(read([](auto& tx) { return calendar(tx); }).is_working_day(fair));
  EXPECT_TRUE(write([&](auto& tx) { return remove_bank_holiday(tx, fair); }));
  EXPECT_FALSE(write([&](auto& tx) { return remove_bank_holiday(tx, fair); }));
  EXPECT_TRUE(read([](auto& tx) { return calendar(tx); }).is_working_day(fair));
}

TEST_P(County, KnowsTheBankHolidaysThatArePublished) {
  auto const file = published_file();
  if (file.empty()) GTEST_SKIP() << "shared/data/bank-holidays is not there; set EARSHOT_TEST_SHARED";
  std::vector<Date> published;
  auto const whole = boost::json::parse(file);
  for (auto const& event : whole.at("england-and-wales").at("events").as_array())
    published.push_back(*date_from_iso(std::string_view(event.at("date").as_string())));
  std::vector<Date> kept;
  for (auto const& each : read([](auto& tx) { return bank_holidays(tx); })) kept.push_back(each.day);
  EXPECT_EQ(kept, published);

  auto const again = import(file);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->stored, 0);
  EXPECT_EQ(again->already_here, static_cast<std::int64_t>(published.size()));
  EXPECT_THAT(again->remarks, IsEmpty());
}

TEST_P(County, ImportsTheDaysThatAreNewAndNamesThoseThatWereMoved) {
  write([](auto& tx) { return add_bank_holiday(tx, Date(2029y / 1 / 2), "A day by mistake"); });
  auto const report = import(R"({"england-and-wales": {"division": "england-and-wales", "events": [
      {"title": "New Year’s Day", "date": "2029-01-01", "notes": "", "bunting": true},
      {"title": "Christmas Day", "date": "2026-12-25", "notes": "", "bunting": true},
      {"title": "Boxing Day", "date": "2029-12-27", "notes": "Substitute day", "bunting": true}]},
      "scotland": {"events": [{"title": "2nd January", "date": "2029-01-02", "notes": ""}]}})");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->stored, 2);
  EXPECT_EQ(report->already_here, 1);
  EXPECT_THAT(report->remarks, testing::Contains(HasSubstr("2029-01-02 (A day by mistake)")));
  EXPECT_THAT(report->remarks, testing::Contains(HasSubstr("2026-12-28"))) << "to come, and not in this file";
  EXPECT_THAT(report->remarks, testing::Not(testing::Contains(HasSubstr("2026-08-31")))) << "it has passed";
  auto const days = read([](auto& tx) { return bank_holidays(tx); });
  EXPECT_EQ(days.back().day, Date(2029y / 12 / 27));
  EXPECT_EQ(days.back().name, "Boxing Day (substitute day)");
}

TEST_P(County, AFileThatIsNotThePublishedOneStoresNothing) {
  auto const before = read([](auto& tx) { return bank_holidays(tx); }).size();
  for (auto const* file :
       {"", "day,name\n2029-01-01,New Year", "[]", "{}", R"({"england-and-wales": 7})",
        R"({"england-and-wales": {"events": []}})",
        R"({"england-and-wales": {"events": [{"title": "A", "date": "2029-01-01"}, {"title": "B", "date": "soon"}]}})",
        R"({"england-and-wales": {"events": [{"title": "", "date": "2029-01-01"}]}})",
        R"({"england-and-wales": {"events": ["2029-01-01"]}})"})
    EXPECT_FALSE(import(file)) << file;
  EXPECT_EQ(read([](auto& tx) { return bank_holidays(tx); }).size(), before);
}

}  // namespace
}  // namespace earshot::county
