// Reporting published words, deciding on them, and asking for another look.

#include "app/testing.h"

namespace earshot::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Moderation : public HouseTest {
 protected:
  void SetUp() override {
    HouseTest::SetUp();
    if (HasFatalFailure()) return;
    auto family = browser();
    m_receipt = say(family, {.words = "Mrs Brown of the bus is rude."});
    auto worker = signed_in(Who::worker);
    auto const ask = pass_on(worker, {{"service", kService}});
    auto lead = signed_in(Who::lead);
    lead.open(ask + "/answer").submit({{"outcome", "done"}, {"done", "We talked about it."}});
    lead.submit();
    m_change = lead.path();
  }

  void report() {
    auto reader = browser();
    reader.open(m_change).click("Report these words").submit({{"reason", "names-somebody"}, {"words", "I know her."}});
    EXPECT_EQ(reader.path(), "/moderation/reported") << reader.text();
  }

  Browser decide(Who who, std::string const& item, http::Fields const& verdict) {
    auto moderator = signed_in(who);
    moderator.open("/moderation/" + item).submit(verdict);
    EXPECT_EQ(moderator.path(), "/moderation") << moderator.text();
    return moderator;
  }

  std::string m_receipt, m_change;
};
EARSHOT_ON_BOTH_ENGINES(Moderation);

TEST_P(Moderation, AReaderReportsWordsWithoutAnAccountAndTheyStayUntilSomebodyDecides) {
  report();
  EXPECT_THAT(browser().open(m_change).text(), HasSubstr("Mrs Brown"));
  auto moderator = signed_in(Who::moderator);
  EXPECT_THAT(moderator.open("/moderation").text(), HasSubstr("Decide by 25 November 2026"));
  EXPECT_THAT(moderator.open("/moderation/1").text(),
              AllOf(HasSubstr("Mrs Brown"), HasSubstr("It shows who somebody is"), HasSubstr("I know her.")));
}

TEST_P(Moderation, ReportsOfTheSameWordsAreOneItem) {
  report();
  report();
  EXPECT_EQ(count("moderation_items"), 1);
  EXPECT_EQ(count("moderation_reports"), 2);
}

TEST_P(Moderation, TheQueueTellsWhatWasReportedWhyAndHowOften) {
  report();
  report();
  EXPECT_THAT(signed_in(Who::moderator).open("/moderation").text(),
              AllOf(HasSubstr("Mrs Brown of the bus is rude."), HasSubstr("2 reports: It shows who somebody is")));
}

TEST_P(Moderation, AReportNeedsAReasonAndKeepsWhatWasTyped) {
  auto reader = browser();
  reader.open(m_change + "/report").submit({{"words", "I know her."}});
  EXPECT_EQ(reader.status(), 422);
  EXPECT_EQ(reader.field("words"), "I know her.");
  EXPECT_EQ(count("moderation_items"), 0);
}

TEST_P(Moderation, StruckWordsAreGoneEverywhereAndTheFamilyReadsWhy) {
  report();
  browser().open(m_change);
  browser().open("/changes");
  decide(Who::moderator, "1",
         {{"decision", "struck"}, {"reason", "names-somebody"}, {"words", "Somebody is rude."}, {"note", "No names."}});
  for (auto const& path : {m_change, std::string("/changes"), std::string("/changes.atom"), std::string("/")}) {
    EXPECT_THAT(browser().open(path).body(), Not(HasSubstr("Mrs Brown"))) << path;
    EXPECT_THAT(browser().open(path).body(), HasSubstr("Somebody is rude.")) << path;
  }
  EXPECT_THAT(browser().open("/changes?q=Brown").text(), Not(HasSubstr("We talked about it.")));
  auto family = browser();
  family.open(m_receipt).click("A moderator changed the words that everybody reads. Read why");
  EXPECT_THAT(family.text(), AllOf(HasSubstr("It shows who somebody is"), HasSubstr("No names.")));
}

TEST_P(Moderation, AnotherModeratorTakesAnotherLookOnce) {
  report();
  decide(Who::moderator, "1", {{"decision", "refused"}, {"reason", "names-somebody"}});
  EXPECT_THAT(browser().open(m_change).text(), HasSubstr("A moderator took these words down."));
  auto family = browser();
  family.open(m_receipt + "/shown").submit();
  EXPECT_EQ(family.status(), 422);
  family.submit({{"plea", "It is no real name."}});
  EXPECT_THAT(family.text(), HasSubstr("Another moderator looks at it again."));
  EXPECT_THAT(signed_in(Who::moderator).open("/moderation/2").text(),
              HasSubstr("Another moderator looks at it again."));
  decide(Who::administrator, "2", {{"decision", "shown"}});
  EXPECT_THAT(browser().open(m_change).text(), HasSubstr("Mrs Brown of the bus is rude."));
  EXPECT_THAT(family.open(m_receipt + "/shown").text(), HasSubstr("Everything is shown"));
}

TEST_P(Moderation, TheReasonsAndTheMedianArePublic) {
  EXPECT_THAT(browser().open("/moderation/reasons").text(),
              AllOf(HasSubstr("It hurts or threatens somebody"), HasSubstr("Nothing has been decided yet.")));
  report();
  pass(std::chrono::hours{3});
  decide(Who::moderator, "1", {{"decision", "shown"}});
  EXPECT_THAT(browser().open("/moderation/reasons").text(), HasSubstr("Half of all decisions took 3 hours or less."));
}

TEST_P(Moderation, AModeratorWhoFearsForSomebodyRaisesIt) {
  person(Who::safeguarding_lead);
  report();
  auto moderator = signed_in(Who::moderator);
  moderator.open("/moderation/1").click("Somebody may be in danger").submit({{"why", "Something is wrong."}});
  EXPECT_EQ(moderator.path(), "/raised");
  EXPECT_EQ(moderator.get("/moderation/1").status(), 404);
  EXPECT_THAT(moderator.open("/moderation").text(), HasSubstr("Nothing is waiting"));
  EXPECT_EQ(browser().get(m_change).status(), 404);
}

}  // namespace
}  // namespace earshot::app
