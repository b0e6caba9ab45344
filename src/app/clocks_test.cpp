// The clock of an ask as people see it: stopped with a reason, run again, late and told of; and what matters to others
// too.

#include "app/testing.h"

namespace earshot::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Clocks : public HouseTest {
 protected:
  /// An answer that everybody can read; gives its path.
  std::string an_answer(std::string const& outcome = "done") {
    auto const ask = an_ask();
    auto lead = signed_in(Who::lead);
    lead.open(ask + "/answer").submit({{"outcome", outcome}, {outcome, "There is no money for it."}});
    return lead.submit().path();
  }
};
EARSHOT_ON_BOTH_ENGINES(Clocks);

TEST_P(Clocks, AStoppedClockShowsItsReasonToTheFamilyAndOnEveryList) {
  auto family = browser();
  auto const follow = say(family, {.words = "The bus is late."});
  auto worker = signed_in(Who::worker);
  auto const ask = pass_on(worker, {{"service", kService}});
  auto lead = signed_in(Who::lead);
  lead.open(ask).click("Stop the clock");
  lead.submit({{"reason", " "}});
  EXPECT_EQ(lead.status(), 422);
  EXPECT_THAT(lead.text(), HasSubstr("Write why the clock has to stop."));
  lead.submit({{"reason", "We have asked the bus company."}});
  EXPECT_EQ(lead.path(), ask);
  EXPECT_THAT(lead.text(), HasSubstr("We have asked the bus company."));
  EXPECT_THAT(lead.open("/asks").text(), AllOf(HasSubstr("Paused"), HasSubstr("We have asked the bus company.")));
  EXPECT_THAT(family.open(follow).text(), HasSubstr("We have asked the bus company."));

  pass(std::chrono::hours{24 * 8});
  lead = signed_in(Who::lead);
  lead.open(ask).click("Let the clock run again");
  lead.submit();
  EXPECT_THAT(lead.text(), AllOf(HasSubstr("15 December 2026"), HasSubstr("stopped for 6 working days")));
  EXPECT_THAT(family.open(follow).text(), Not(HasSubstr("has stood still")));
}

TEST_P(Clocks, WhatIsLateSaysByHowMuchAndWhoWasTold) {
  auto const ask = an_ask();
  person(Who::lead);
  person(Who::agency_lead);
  pass(std::chrono::hours{24 * 17});  // Wednesday 9 December, two working days after the date
  run_jobs();
  auto lead = signed_in(Who::lead);
  EXPECT_THAT(lead.open("/asks").text(), AllOf(HasSubstr("Late"), HasSubstr("by 2 working days")));
  EXPECT_THAT(lead.open(ask).text(), HasSubstr("the lead of the agency was told that it is late"));
}

TEST_P(Clocks, ItMattersToOthersTooWithOrWithoutAnAddress) {
  auto const change = an_answer();
  auto one = browser();
  one.open(change + "/support");
  EXPECT_THAT(one.text(), HasSubstr("You need no account"));
  one.submit({{"how", "email"}, {"email", "nobody"}});
  EXPECT_EQ(one.status(), 422);
  EXPECT_EQ(one.field("email"), "nobody");
  one.submit({{"how", "email"}, {"email", "mum@families.example"}});
  EXPECT_EQ(one.path(), change + "/supported");
  EXPECT_THAT(one.text(), HasSubstr("1 person said that this matters to them."));
  one.open(change + "/support").submit({{"how", "no"}});
  EXPECT_THAT(one.text(), HasSubstr("1 person said")) << "a visit counts once";
  auto other = browser();
  other.open(change + "/support").submit({{"how", "no"}});
  EXPECT_THAT(other.text(), HasSubstr("2 people said that this matters to them."));
  EXPECT_EQ(count("ask_supports"), 2);
}

TEST_P(Clocks, WhatWaitsForItsFirstAnswerIsReadAndSupported) {
  an_ask();
  auto const reference =
      db().read([](db::Transaction& tx) { return tx.one<std::string>({"SELECT reference FROM asks"}); });
  auto reader = browser();
  EXPECT_THAT(reader.open("/changes?outcome=waiting").text(), HasSubstr("No answer yet. It is due by"));
  EXPECT_THAT(reader.open("/changes/" + reference).text(),
              AllOf(HasSubstr("The bus comes late."), HasSubstr("School Transport reads it and answers here.")));
  reader.open("/changes/" + reference + "/support").submit({{"how", "no"}});
  EXPECT_THAT(reader.text(), HasSubstr("Thank you. You are counted."));
}

}  // namespace
}  // namespace earshot::app
