// You said, we did, as everybody meets it: the list and what narrows it down, a change, promises that were not kept,
// the feed and the spreadsheet.

#include "app/testing.h"
#include "asks/asks.h"
#include "county/county.h"

namespace earshot::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Changes : public HouseTest {
 protected:
  /// An ask with a published answer, as a county keeps them; gives the path of its page.
  std::string changed(asks::Draft draft, asks::AnswerDraft const& answer) {
    draft.source = {"voice", ++m_voices};
    draft.language = draft.language.empty() ? "en" : draft.language;
    draft.asked_at = now();
    auto const today = std::chrono::floor<Days>(now());
    web::Viewer const by{.id = person(Who::administrator).value, .name = "A", .roles = {"administrator"}, .scope = {}};
    return db().write([&](db::Transaction& tx) {
      auto const ask = asks::create(tx, draft, people::PersonId{by.id}, now(), today);
      EXPECT_TRUE(asks::answer(tx, ask->id, answer, std::nullopt, by, now(), today));
      EXPECT_TRUE(asks::publish(tx, ask->id, now(), by, now(), today));
      return "/changes/" + ask->reference;
    });
  }

  asks::Draft said(std::string const& words, agencies::ServiceId service) {
    return {.service = service, .source = {}, .words = words, .language = {}, .asked_at = {}};
  }

  std::string promised(std::string const& words, Days in) {
    return changed(said(words, service()),
                   {asks::Outcome::will, "We will.", Date(std::chrono::floor<Days>(now()) + in)});
  }

 private:
  std::int64_t m_voices = 1'000;
};
EARSHOT_ON_BOTH_ENGINES(Changes);

TEST_P(Changes, TheListIsNarrowedByPlaceTopicAgencyAndTimeAndEachCanBeTakenAwayAgain) {
  auto const [thornley, school] = db().write([](db::Transaction& tx) {
    return std::pair(county::add_place(tx, "Thornley", "thornley"), county::add_topic(tx, "School", "school"));
  });
  auto here = said("The bus to Thornley is late.", service());
  here.place = thornley;
  auto about_school = said("The school bus is full.", service());
  about_school.topics = {school};
  changed(here, {asks::Outcome::done, "A new timetable.", {}});
  changed(about_school, {asks::Outcome::done, "A second bus.", {}});
  changed(said("More short breaks.", other_service()), {asks::Outcome::cannot, "No carers.", {}});

  auto anybody = browser();
  anybody.open("/changes").submit({{"place", "thornley"}});
  EXPECT_THAT(anybody.text(),
              AllOf(HasSubstr("The bus to Thornley"), HasSubstr("About Thornley"), HasSubstr("1 change"),
                    Not(HasSubstr("The school bus")), Not(HasSubstr("More short breaks"))));
  anybody.click("Remove: Thornley ×");
  EXPECT_THAT(anybody.text(), AllOf(HasSubstr("The school bus"), HasSubstr("3 changes")));
  anybody.submit({{"topic", "school"}, {"period", "this-month"}});
  EXPECT_THAT(anybody.text(), AllOf(HasSubstr("The school bus"), Not(HasSubstr("The bus to Thornley"))));
  EXPECT_THAT(anybody.page().title(), HasSubstr("School, This month"));
  anybody.click("Remove: School ×");
  EXPECT_THAT(anybody.text(), AllOf(HasSubstr("The bus to Thornley"), HasSubstr("Remove: This month")));
  anybody.submit({{"period", "2025"}});
  EXPECT_THAT(anybody.text(), HasSubstr("Nothing here yet"));
  anybody.click("Show everything");
  EXPECT_THAT(anybody.text(), HasSubstr("3 changes"));
}

TEST_P(Changes, ANameThatNobodyKnowsFindsNothingAndSaysSo) {
  changed(said("The bus is late.", service()), {asks::Outcome::done, "A new timetable.", {}});
  auto anybody = browser();
  for (auto const* query : {"service=nowhere", "agency=nowhere", "place=nowhere", "topic=nothing"}) {
    anybody.open(std::string("/changes?") + query);
    EXPECT_THAT(anybody.text(), AllOf(HasSubstr("Nothing here yet"), Not(HasSubstr("The bus is late")))) << query;
  }
  EXPECT_THAT(anybody.open("/changes?period=never&outcome=perhaps").text(), HasSubstr("The bus is late"))
      << "words that are none of ours are passed over";
}

TEST_P(Changes, APromisePastItsDaySaysSoEverywhereAndFairly) {
  auto const change = promised("Mend the swings.", Days{10});
  auto anybody = browser();
  EXPECT_THAT(anybody.open("/changes").text(), HasSubstr("We will, by 2 December 2026"));
  EXPECT_THAT(anybody.open("/").text(),
              AllOf(HasSubstr("What is happening now"), HasSubstr("Mend the swings."), Not(HasSubstr("not kept"))));
  pass(Days{11});
  constexpr auto kNotKept = "We promised this by 2 December 2026 and have not done it yet";
  EXPECT_THAT(anybody.open("/changes").text(), HasSubstr(kNotKept));
  EXPECT_THAT(anybody.open("/changes?outcome=broken").text(), HasSubstr("Mend the swings."));
  EXPECT_THAT(anybody.open("/changes?outcome=will").text(), Not(HasSubstr("Mend the swings.")));
  EXPECT_THAT(anybody.open(change).text(),
              AllOf(HasSubstr(kNotKept), HasSubstr("School Transport said they would do this by 2 December 2026."),
                    HasSubstr("until they do it, or say why they cannot")));
  EXPECT_THAT(anybody.open("/").text(), AllOf(HasSubstr("1 promise not kept"), HasSubstr(kNotKept)));
  EXPECT_THAT(anybody.open("/services/school-transport").text(), HasSubstr("Promises not kept"));
}

TEST_P(Changes, AChangeShowsHowItCameToItAndWhatIsLikeIt) {
  changed(said("The bus is full.", service()), {asks::Outcome::done, "A second bus.", {}});
  auto const change = changed(said("The bus is late.", service()), {asks::Outcome::done, "A new timetable.", {}});
  auto anybody = browser();
  anybody.open(change);
  EXPECT_THAT(anybody.text(),
              AllOf(HasSubstr("We passed it on to School Transport"), HasSubstr("They answered"),
                    HasSubstr("http://families.example" + change), HasSubstr("More like this"), HasSubstr("is full")));
  anybody.click("More about School Transport");
  EXPECT_EQ(anybody.path(), "/services/school-transport");
}

TEST_P(Changes, TheFeedAndTheSpreadsheetHoldWhatTheListHolds) {
  changed(said("The bus is late, they say.", service()), {asks::Outcome::done, "A new timetable.", {}});
  changed(said("=2+2 \"More\" breaks.", other_service()), {asks::Outcome::cannot, "No carers.", {}});
  an_ask("Not answered yet.");
  auto anybody = browser();
  anybody.get("/changes.atom?outcome=cannot");
  EXPECT_THAT(anybody.body(),
              AllOf(HasSubstr("breaks."), HasSubstr("We can&#39;t"), Not(HasSubstr("The bus is late"))));
  anybody.get("/changes.csv");
  EXPECT_EQ(anybody.header("Content-Type"), "text/csv; charset=utf-8");
  EXPECT_THAT(anybody.body(),
              AllOf(HasSubstr("\"The bus is late, they say.\""), HasSubstr("\"'=2+2 \"\"More\"\" breaks.\""),
                    HasSubstr(",cannot,"), HasSubstr("2026-11-22"), Not(HasSubstr("Not answered yet"))));
  anybody.get("/changes.csv?service=school-transport");
  EXPECT_THAT(anybody.body(), AllOf(HasSubstr("The bus is late"), Not(HasSubstr("breaks"))));
}

TEST_P(Changes, EachListIsRememberedButNoSearch) {
  changed(said("The bus is late.", service()), {asks::Outcome::done, "A new timetable.", {}});
  for (auto const* path :
       {"/changes?period=this-year&agency=fenshire-council", "/changes.atom?service=school-transport", "/services",
        "/services/school-transport", "/services/school-transport/poster?period=this-year", "/changes/poster"}) {
    browser().get(path);
    auto anybody = browser();
    EXPECT_EQ(anybody.get(path).status(), 200) << path;
    EXPECT_TRUE(anybody.from_memory()) << path;
  }
  browser().get("/changes/poster?q=bus");
  EXPECT_FALSE(browser().get("/changes/poster?q=bus").from_memory());
}

TEST_P(Changes, WhatIsLateStandsOnTheFrontPageBeforeTheFirstAnswer) {
  an_ask("The bus is late.");
  EXPECT_THAT(browser().open("/").text(), HasSubstr("0 answers are late now"));
  pass(Days{60});
  EXPECT_THAT(browser().open("/").text(), HasSubstr("1 answer is late now"));
}

TEST_P(Changes, ACountyOpensTheFrontPageInItsOwnWords) {
  db().write([](db::Transaction& tx) {
    county::save(tx, county::Page::front, {.language = "en", .text = "Hello from Fenshire."});
  });
  EXPECT_THAT(browser().open("/").text(),
              AllOf(HasSubstr("Hello from Fenshire."), Not(HasSubstr("Tell us what works"))));
}

}  // namespace
}  // namespace earshot::app
