// The list of asks: found by service, clock and state, and the ways from there and from the public page to a
// correction.

#include "app/testing.h"

namespace earshot::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class AsksList : public HouseTest {
 protected:
  void SetUp() override {
    HouseTest::SetUp();
    if (HasFatalFailure()) return;
    m_late = an_ask("The bus comes late.");
    pass(std::chrono::hours{24 * 20});
    m_full = an_ask("The bus is full.");
  }

  std::string m_late, m_full;
};
EARSHOT_ON_BOTH_ENGINES(AsksList);

TEST_P(AsksList, AFilterStandsInTheAddressAndSaysHowManyItFinds) {
  auto worker = signed_in(Who::worker);
  EXPECT_THAT(worker.open("/asks").text(), HasSubstr("2 wait for an answer"));
  struct Case {
    std::string query;
    std::string found;
  };
  for (auto const& [query, found] :
       {Case{"clock=late", "The bus comes late."}, Case{"clock=on-time", "The bus is full."},
        Case{"q=full&service=school-transport", "The bus is full."}, Case{"q=comes&agency=fenshire-council", "late"}})
    EXPECT_THAT(worker.open("/asks?" + query).text(), AllOf(HasSubstr("1 waits for an answer"), HasSubstr(found)))
        << query;
  for (auto const* query : {"service=short-breaks", "clock=paused", "standing=answered", "standing=returned", "q=tram"})
    EXPECT_THAT(worker.open(std::string("/asks?") + query).text(), HasSubstr("No ask is like this")) << query;
  for (auto const* query : {"clock=never", "standing=lost", "page=-1", "x=y"})
    EXPECT_THAT(worker.open(std::string("/asks?") + query).text(), HasSubstr("2 wait for an answer")) << query;
}

TEST_P(AsksList, ALeadChoosesAmongTheirOwnServices) {
  auto lead = signed_in(Who::lead);
  EXPECT_THAT(lead.open("/asks").text(), AllOf(HasSubstr("2 wait for an answer"), Not(HasSubstr("Short Breaks"))));
  EXPECT_THAT(signed_in(Who::other_lead).open("/asks").text(), HasSubstr("Nothing is waiting"));
  EXPECT_THAT(signed_in(Who::worker).open("/asks").text(), HasSubstr("Short Breaks"));
}

TEST_P(AsksList, WhatIsAnsweredIsFoundAndCorrected) {
  auto lead = signed_in(Who::lead);
  lead.open(m_late + "/answer").submit({{"outcome", "done"}, {"done", "It comes at ten."}});
  lead.submit();
  auto const change = lead.path();
  auto const reference = change.substr(change.rfind('/') + 1);
  EXPECT_THAT(lead.open("/asks?standing=answered").text(),
              AllOf(HasSubstr("1 has an answer"), HasSubstr("The bus comes late."), HasSubstr("Published")));
  EXPECT_THAT(lead.open("/asks?q=" + reference).text(), HasSubstr("The bus comes late."));
  EXPECT_THAT(signed_in(Who::other_lead).open("/asks?q=" + reference).text(), Not(HasSubstr("The bus comes late.")));

  lead.open(change).click("Correct the answer");
  EXPECT_EQ(lead.path(), m_late + "/answer");
  for (auto const who : {Who::nobody, Who::worker, Who::other_lead, Who::county_lead})
    EXPECT_THAT(signed_in(who).open(change).text(), Not(HasSubstr("Correct the answer"))) << name_of(who);
}

TEST_P(AsksList, IsCalledForWhatOneDoesThere) {
  for (auto const who : {Who::lead, Who::agency_lead, Who::administrator})
    EXPECT_THAT(signed_in(who).open("/asks").text(), HasSubstr("To answer")) << name_of(who);
  for (auto const who : {Who::worker, Who::county_lead})
    EXPECT_THAT(signed_in(who).open("/asks").text(), AllOf(Not(HasSubstr("To answer")), HasSubstr("Asks")))
        << name_of(who);
}

}  // namespace
}  // namespace earshot::app
