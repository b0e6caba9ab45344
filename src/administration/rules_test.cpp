#include "administration/rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace earshot::administration::rules {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> fields_of(Refusal const& refusal) {
  std::vector<std::string> fields;
  for (auto const& problem : refusal.problems) fields.push_back(problem.field);
  return fields;
}

Choices const kChoices{.agencies = {{.id = {1}, .name = "Council", .slug = "council"}},
                       .topics = {{{1}, "Play", "play"}, {{2}, "School", "school"}},
                       .places = {{{7}, "Thornley", "thornley"}},
                       .leads = {{.id = {5}, .email = "tom@fenshire.example", .name = "Tom"}}};

http::Fields good_service() {
  return {{"name", " School Transport "}, {"slug", "bus"}, {"about", "Buses"}, {"agency", "1"}, {"days", "10"}};
}

http::Fields with(http::Fields const& fields, std::string const& name, std::string const& value) {
  http::Fields result;
  for (auto const& [each, its_value] : fields)
    if (each != name) result.add(each, its_value);
  result.add(name, value);
  return result;
}

TEST(AdministrationRules, ANameIsOnOneLineAndNotTooLong) {
  EXPECT_EQ(*read_name({{"name", "  Play \n Team "}}), "Play   Team");
  EXPECT_FALSE(read_name({{"name", " \n "}}));
  EXPECT_TRUE(read_name({{"name", std::string(100, 'a')}}));
  EXPECT_FALSE(read_name({{"name", std::string(101, 'a')}}));
}

TEST(AdministrationRules, AServiceIsReadWithWhatItIsFor) {
  auto fields = good_service();
  fields.add("topics", "2");
  fields.add("topics", "99");
  fields.add("places", "7");
  fields.add("owners", "5");
  fields.add("owners", "6");
  auto const read = read_service(fields, {}, kChoices);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->service.name, "School Transport");
  EXPECT_EQ(read->service.slug, "bus");
  EXPECT_EQ(read->service.answer_within_days, 10);
  EXPECT_THAT(read->topics, ElementsAre(county::TopicId{2}));
  EXPECT_THAT(read->places, ElementsAre(county::PlaceId{7}));
  EXPECT_THAT(read->owners, ElementsAre(people::PersonId{5}));
  EXPECT_THAT(read_service(good_service(), {}, kChoices)->places, IsEmpty()) << "which means everywhere";
}

TEST(AdministrationRules, AllThatIsWrongWithAServiceIsSaidAtOnce) {
  auto const read = read_service({{"slug", "Not A Slug"}, {"agency", "9"}, {"days", "0"}}, {}, kChoices);
  ASSERT_FALSE(read);
  EXPECT_THAT(fields_of(read.error()), ElementsAre("name", "slug", "about", "agency", "days"));
}

TEST(AdministrationRules, DaysAreAWholeNumberUpToAYear) {
  for (auto const* days : {"", "0", "-1", "366", "10.5", "ten", "10 days", "99999999999999999999"})
    EXPECT_FALSE(read_service(with(good_service(), "days", days), {}, kChoices)) << days;
  for (auto const* days : {"1", "365", " 20 "})
    EXPECT_TRUE(read_service(with(good_service(), "days", days), {}, kChoices)) << days;
}

TEST(AdministrationRules, AnAddressIsChosenOnceAndMayBeLeftToTheName) {
  EXPECT_EQ(read_service(with(good_service(), "slug", ""), {}, kChoices)->service.slug, "");
  for (auto const* slug : {"Bus", "bus stop", "bus--stop", "-bus", "bus/stop", "böse"})
    EXPECT_FALSE(read_service(with(good_service(), "slug", slug), {}, kChoices)) << slug;
  agencies::Service stands;
  stands.id = {3};
  stands.slug = "stays";
  EXPECT_EQ(read_service(with(good_service(), "slug", "another"), stands, kChoices)->service.slug, "stays");
}

TEST(AdministrationRules, ABankHolidayIsADayWithAName) {
  auto const day =
      read_bank_holiday({{"day-day", "1"}, {"day-month", "1"}, {"day-year", "2029"}, {"name", "New Year"}});
  ASSERT_TRUE(day);
  EXPECT_EQ(day->day, 2029y / 1 / 1);
  auto const wrong = read_bank_holiday({{"day-day", "31"}, {"day-month", "2"}, {"day-year", "2029"}});
  ASSERT_FALSE(wrong);
  EXPECT_THAT(fields_of(wrong.error()), ElementsAre("day", "name"));
}

http::Fields good_rules() {
  return {
      {"remind_before", "3"},           {"escalate_to_agency_after", "1"},       {"escalate_to_county_after", "5"},
      {"support_obliges", "10"},        {"safeguarding_look_within", "4"},       {"safeguarding_decide_within", "24"},
      {"safeguarding_tell_again", "2"}, {"danger_words", " hurt\r\nafraid \r\n"}};
}

TEST(AdministrationRules, RulesHaveSaneLimits) {
  auto const read = read_settings(good_rules());
  ASSERT_TRUE(read);
  EXPECT_EQ(read->danger_words, "hurt\nafraid");
  for (auto const& [field, value] :
       std::vector<std::pair<std::string, std::string>>{{"remind_before", "0"},
                                                        {"remind_before", "21"},
                                                        {"escalate_to_agency_after", "61"},
                                                        {"escalate_to_county_after", "x"},
                                                        {"support_obliges", "1"},
                                                        {"support_obliges", "10001"},
                                                        {"safeguarding_look_within", "0"},
                                                        {"safeguarding_decide_within", "3"},
                                                        {"safeguarding_tell_again", "169"}}) {
    auto const wrong = read_settings(with(good_rules(), field, value));
    ASSERT_FALSE(wrong) << field << " " << value;
    EXPECT_THAT(fields_of(wrong.error()), ElementsAre(field));
  }
  EXPECT_FALSE(read_settings(with(good_rules(), "danger_words", std::string(5'001, 'a'))));
}

TEST(AdministrationRules, TheCountyIsToldAfterTheAgency) {
  auto const wrong = read_settings(with(good_rules(), "escalate_to_agency_after", "6"));
  ASSERT_FALSE(wrong);
  EXPECT_THAT(fields_of(wrong.error()), ElementsAre("escalate_to_county_after"));
  EXPECT_TRUE(read_settings(with(good_rules(), "escalate_to_agency_after", "5")));
}

Time midnight(Date day) { return std::chrono::sys_days(day); }

TEST(AdministrationRules, TheRecordIsAskedForWholeDays) {
  auto const query = read_record_query({{"who", "person 1"},
                                        {"action", " asks. "},
                                        {"what", "A-1"},
                                        {"from-day", "1"},
                                        {"from-month", "11"},
                                        {"from-year", "2026"},
                                        {"to-day", "1"},
                                        {"to-month", "11"},
                                        {"to-year", "2026"},
                                        {"after", "17-3"}},
                                       midnight);
  ASSERT_TRUE(query);
  EXPECT_EQ(query->search.actor, "person 1");
  EXPECT_EQ(query->search.action, "asks.");
  EXPECT_EQ(query->search.words, "A-1");
  EXPECT_EQ(query->search.from, midnight(2026y / 11 / 1));
  EXPECT_EQ(query->search.until, midnight(2026y / 11 / 2)) << "the last day counts to its end";
  ASSERT_TRUE(query->after);
  EXPECT_EQ(query->after->id, 3);
}

TEST(AdministrationRules, WhatIsNoDayOrNoPlaceInTheRecordIsNotGuessedAt) {
  EXPECT_FALSE(read_record_query({{"from-day", "1"}}, midnight));
  EXPECT_FALSE(read_record_query({{"from-day", "2"},
                                  {"from-month", "1"},
                                  {"from-year", "2026"},
                                  {"to-day", "1"},
                                  {"to-month", "1"},
                                  {"to-year", "2026"}},
                                 midnight));
  auto const nothing = read_record_query({}, midnight);
  ASSERT_TRUE(nothing);
  EXPECT_FALSE(nothing->search.from);
  for (auto const* after : {"", "7", "x-y", "-1-2", "0-0", "99999999999999999999-1"})
    EXPECT_FALSE(read_record_query({{"after", after}}, midnight)->after) << after;
}

TEST(AdministrationRules, AStandingIsReadFromWhatThereIs) {
  agencies::Service bus;
  bus.id = {3};
  auto const standing = read_standing({{"name", "Tom"},
                                       {"roles", "worker"},
                                       {"roles", "king"},
                                       {"roles", "service-lead"},
                                       {"services", "3"},
                                       {"services", "99"},
                                       {"services", "x"},
                                       {"agencies", "1"}},
                                      {bus}, kChoices.agencies);
  EXPECT_EQ(standing.name, "Tom");
  EXPECT_THAT(standing.roles, ElementsAre(people::kWorker, people::kServiceLead));
  EXPECT_THAT(standing.services, ElementsAre(agencies::ServiceId{3}));
  EXPECT_THAT(standing.agencies, ElementsAre(agencies::AgencyId{1}));
}

TEST(AdministrationRules, WhatAServerSaysIsShownWithoutAddresses) {
  EXPECT_EQ(without_addresses("550 5.1.1 <ada@example.org>: no such user\nada@example.org is unknown"),
            "550 5.1.1 … no such user\n… is unknown");
  EXPECT_EQ(without_addresses(""), "");
  EXPECT_EQ(without_addresses(" not now "), " not now ");
}

TEST(AdministrationRules, WordsBeforeAMessageAreShort) {
  EXPECT_EQ(*read_message_words({{"text", "  Thank you. "}}), "Thank you.");
  EXPECT_EQ(*read_message_words({}), "");
  EXPECT_FALSE(read_message_words({{"text", std::string(501, 'a')}}));
}

TEST(AdministrationRules, TheRecordNamesThePartsThatChanged) {
  Changes changes;
  changes.compare("name", std::string("a"), std::string("a"));
  EXPECT_EQ(changes.parts(), "");
  changes.compare("days", 10, 20);
  changes.compare("agency", agencies::AgencyId{1}, agencies::AgencyId{2});
  EXPECT_EQ(changes.parts(), "days, agency");
}

}  // namespace
}  // namespace earshot::administration::rules
