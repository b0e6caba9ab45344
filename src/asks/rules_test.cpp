#include "asks/rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace earshot::asks::rules {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;

constexpr Date kToday{2026y, std::chrono::November, 22d};

http::Fields will_by(std::string const& day, std::string const& month, std::string const& year) {
  return {{"outcome", "will"}, {"will", "A new bus."}, {"by-day", day}, {"by-month", month}, {"by-year", year}};
}

web::Viewer viewer(web::Role role, std::vector<std::int64_t> services = {}) {
  return {.id = 1, .name = "Somebody", .roles = {std::string(role.name)}, .scope = std::move(services)};
}

Ask of_service(std::int64_t service) {
  Ask ask;
  ask.service = {service};
  return ask;
}

std::vector<std::string> fields_of(Refusal const& refusal) {
  std::vector<std::string> fields;
  for (auto const& problem : refusal.problems) fields.push_back(problem.field);
  return fields;
}

TEST(Asks, AnAnswerOfCannotNeedsAReason) {
  for (auto const* reason : {"", " ", "\r\n\t "}) {
    auto const answer = read_answer({{"outcome", "cannot"}, {"cannot", reason}, {"done", "Something else"}}, kToday);
    ASSERT_FALSE(answer);
    EXPECT_THAT(fields_of(answer.error()), ElementsAre("cannot"));
  }
  auto const answer = read_answer({{"outcome", "cannot"}, {"cannot", " The road\r\nis closed. "}}, kToday);
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->outcome, Outcome::cannot);
  EXPECT_EQ(answer->text, "The road\nis closed.");
}

TEST(Asks, AnAnswerOfDoneSaysWhatWasDone) {
  auto const empty = read_answer({{"outcome", "done"}, {"will", "x"}, {"cannot", "x"}}, kToday);
  ASSERT_FALSE(empty);
  EXPECT_THAT(fields_of(empty.error()), ElementsAre("done"));
  auto const answer = read_answer({{"outcome", "done"}, {"done", "A new bus."}}, kToday);
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->text, "A new bus.");
  EXPECT_EQ(answer->will_do_by, std::nullopt);
}

TEST(Asks, AnAnswerOfWillHasADayThatExistsAndIsToCome) {
  for (auto const& fields :
       {will_by("", "", ""), will_by("31", "2", "2027"), will_by("29", "2", "2027"), will_by("21", "11", "2026"),
        will_by("1", "13", "2027"), will_by("1", "1", "27"), will_by("-1", "1", "2027"), will_by("one", "1", "2027")}) {
    auto const answer = read_answer(fields, kToday);
    ASSERT_FALSE(answer);
    EXPECT_THAT(fields_of(answer.error()), ElementsAre("by"));
  }
  EXPECT_EQ(read_answer(will_by("22", "11", "2026"), kToday)->will_do_by, kToday) << "today is soon enough";
  EXPECT_EQ(read_answer(will_by("29", "2", "2028"), kToday)->will_do_by, Date(2028y, std::chrono::February, 29d));
}

TEST(Asks, EverythingThatIsWrongWithAnAnswerIsSaidAtOnce) {
  auto const answer = read_answer({{"outcome", "will"}}, kToday);
  ASSERT_FALSE(answer);
  EXPECT_THAT(fields_of(answer.error()), ElementsAre("will", "by"));
}

TEST(Asks, AnAnswerHasOneOfThreeOutcomes) {
  for (auto const* outcome : {"", "Done", "maybe", "2"}) {
    auto const answer = read_answer({{"outcome", outcome}, {"done", "x"}}, kToday);
    ASSERT_FALSE(answer);
    EXPECT_THAT(fields_of(answer.error()), ElementsAre("outcome"));
  }
}

TEST(Asks, AnAnswerHasUpToTenThousandCharacters) {
  std::string longest;
  for (std::size_t i = 0; i < kLongestText; ++i) longest += "ش";
  EXPECT_TRUE(read_answer({{"outcome", "done"}, {"done", longest}}, kToday));
  EXPECT_FALSE(read_answer({{"outcome", "done"}, {"done", longest + "."}}, kToday));
}

TEST(Asks, TheClockCountsWorkingDays) {
  county::Calendar const calendar({2026y / 12 / 25, 2026y / 12 / 28});
  EXPECT_EQ(due_on(calendar, kToday, 10), Date(2026y / 12 / 7)) << "a Sunday counts from Monday";
  EXPECT_EQ(due_on(calendar, 2026y / 12 / 23, 3), Date(2026y / 12 / 30)) << "over Christmas";
  EXPECT_EQ(due_on(calendar, 2026y / 12 / 4, 1), Date(2026y / 12 / 7)) << "over a weekend";
}

TEST(Asks, TheLeadOfTheServiceAndAdministratorsMayAnswer) {
  EXPECT_TRUE(may_answer(viewer(people::kServiceLead, {3, 7}), of_service(7)));
  EXPECT_TRUE(may_answer(viewer(people::kAgencyLead, {3, 7}), of_service(7)));
  EXPECT_TRUE(may_answer(viewer(people::kAdministrator), of_service(7)));
}

TEST(Asks, TheLeadOfTheCountySeesEveryAskAndAnswersNone) {
  EXPECT_TRUE(may_see(viewer(people::kCountyLead), of_service(7)));
  EXPECT_FALSE(may_answer(viewer(people::kCountyLead), of_service(7)));
}

TEST(Asks, WhoDoesNotWorkOnAsksDoesNotFindThem) {
  for (auto const role : {people::kRepresentative, people::kSafeguardingLead, people::kModerator, people::kFamily})
    EXPECT_FALSE(may_see(viewer(role), of_service(7))) << role.name;
}

TEST(Asks, AWorkerMaySeeButNotAnswer) {
  EXPECT_TRUE(may_see(viewer(people::kWorker), of_service(7)));
  auto const answer = may_answer(viewer(people::kWorker), of_service(7));
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, Refusal::Kind::forbidden);
}

TEST(Asks, AWorkerWhoIsDownForAServiceStillDoesNotAnswerForIt) {
  EXPECT_FALSE(may_answer(viewer(people::kWorker, {7}), of_service(7)));
}

TEST(Asks, ForTheLeadOfAnotherServiceThereIsNoSuchAsk) {
  for (auto const& refused : {may_see(viewer(people::kServiceLead, {3}), of_service(7)),
                              may_answer(viewer(people::kServiceLead, {3}), of_service(7)),
                              may_see(viewer(people::kServiceLead), of_service(7))}) {
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, Refusal::Kind::not_found);
  }
}

}  // namespace
}  // namespace earshot::asks::rules
