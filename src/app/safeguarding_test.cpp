// What workers and safeguarding leads do when somebody may be in danger.

#include "app/testing.h"

namespace earshot::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Safeguarding : public HouseTest {
 protected:
  /// A worker raises the first voice; gives the address of its case.
  std::string raised(std::string const& words = "He hits me.") {
    auto family = browser();
    say(family, {.words = words});
    person(Who::safeguarding_lead);
    auto worker = signed_in(Who::worker);
    worker.open("/voices/1").click("Somebody may be in danger").submit({{"why", "I am worried."}});
    EXPECT_EQ(worker.path(), "/raised") << worker.text();
    auto lead = signed_in(Who::safeguarding_lead);
    for (auto const& link : lead.open("/safeguarding").page().links())
      if (link.href.starts_with("/safeguarding/S-")) return link.href;
    ADD_FAILURE() << lead.text();
    return {};
  }
};
EARSHOT_ON_BOTH_ENGINES(Safeguarding);

TEST_P(Safeguarding, AWorkerRaisesAVoiceAndItIsGoneFromTheList) {
  raised();
  auto worker = signed_in(Who::worker);
  EXPECT_THAT(worker.open("/voices").text(), AllOf(Not(HasSubstr("hits me")), HasSubstr("Nothing is waiting")));
  EXPECT_THAT(worker.open("/raised").text(), HasSubstr("They have been told"));
}

TEST_P(Safeguarding, WithoutALeadTheWorkerIsToldToCall) {
  auto family = browser();
  say(family, {.words = "He hits me."});
  auto worker = signed_in(Who::worker);
  worker.open("/voices/1/danger").submit();
  EXPECT_THAT(worker.text(), HasSubstr("Call your own safeguarding lead now."));
}

TEST_P(Safeguarding, ALeadLooksNotesHandsOverAndPrints) {
  auto const path = raised();
  auto lead = signed_in(Who::safeguarding_lead);
  EXPECT_THAT(lead.open("/safeguarding").text(), AllOf(HasSubstr("Look at it by"), Not(HasSubstr("hits me"))));
  EXPECT_THAT(lead.open(path).text(),
              AllOf(HasSubstr("He hits me."), HasSubstr("I am worried."), HasSubstr("Decide by")));
  lead.submit({{"note", "Called the school."}});
  EXPECT_THAT(lead.text(), HasSubstr("Called the school."));
  lead.open(path + "/hand-over").submit({{"to", "police"}});
  EXPECT_EQ(lead.status(), 422);
  EXPECT_THAT(lead.text(), HasSubstr("Write the name of the person who took it."));
  EXPECT_EQ(lead.field("to"), "police");
  lead.submit({{"taken_by", "PC Lee, Fenshire Police"}, {"their_reference", "LOG 77"}});
  EXPECT_EQ(lead.path(), path) << lead.text();
  EXPECT_THAT(lead.text(), AllOf(HasSubstr("Handed over"), HasSubstr("PC Lee"), HasSubstr("LOG 77")));
  EXPECT_THAT(lead.open(path + "/note").text(), AllOf(HasSubstr("He hits me."), HasSubstr("PC Lee")));
  EXPECT_THAT(lead.open(path).text(), HasSubstr("Opened the hand-over note"));
}

TEST_P(Safeguarding, ADecisionNeedsAReasonAndKeepsWhatWasTyped) {
  auto const path = raised();
  auto lead = signed_in(Who::safeguarding_lead);
  lead.open(path + "/decide").submit({{"decision", "kept-hidden"}});
  EXPECT_EQ(lead.status(), 422);
  EXPECT_EQ(lead.field("decision"), "kept-hidden");
  lead.submit({{"why", "Known to social care already."}});
  EXPECT_THAT(lead.text(), HasSubstr("Kept hidden"));
  lead.open(path + "/decide").submit({{"decision", "given-back"}, {"why", "No concern after all."}});
  EXPECT_THAT(lead.text(), HasSubstr("Given back"));
  EXPECT_THAT(signed_in(Who::worker).open("/voices").text(), HasSubstr("hits me"));
}

TEST_P(Safeguarding, ALateCaseSaysSoAndTheLeadsAreToldAgain) {
  raised();
  auto const before = count("outbox");
  pass(std::chrono::hours{4});
  run_jobs();
  EXPECT_GT(count("outbox"), before);
  EXPECT_THAT(signed_in(Who::safeguarding_lead).open("/safeguarding").text(), HasSubstr("Late"));
}

TEST_P(Safeguarding, DangerWordsAreAFlagThatAWorkerClearsWithAReason) {
  auto family = browser();
  say(family, {.words = "The bus is late."});
  say(family, {.words = "The other team hits us hard."});
  auto worker = signed_in(Who::worker);
  worker.open("/voices");
  EXPECT_THAT(worker.text(), HasSubstr("Please read this first"));
  EXPECT_LT(worker.text().find("The other team"), worker.text().find("The bus is late."));
  worker.open("/voices/2").click("Please read this first");
  EXPECT_THAT(worker.text(), AllOf(HasSubstr("hits us"), HasSubstr("You decide.")));
  worker.submit();
  EXPECT_EQ(worker.status(), 422);
  worker.submit({{"why", "It is about football."}});
  EXPECT_EQ(worker.path(), "/voices/2");
  EXPECT_THAT(worker.open("/voices").text(), Not(HasSubstr("Please read this first")));
}

TEST_P(Safeguarding, NothingIsMadeOfFlaggedWordsBeforeSomebodyHasReadThem) {
  auto family = browser();
  say(family, {.words = "The bus is late."});
  say(family, {.words = "The other team hits us hard."});
  auto worker = signed_in(Who::worker);
  worker.open("/voices/1");
  auto const csrf = worker.field("csrf");
  EXPECT_THAT(worker.open("/voices/2").text(),
              AllOf(HasSubstr("Words in this can mean danger."), Not(HasSubstr("Pass it on"))));
  worker.post("/voices/2",
              {{"csrf", csrf}, {"service", kService}, {"words", "The other team hits us."}, {"seen", "-.-.-.0"}});
  EXPECT_EQ(worker.status(), 422);
  EXPECT_THAT(worker.text(), HasSubstr("First say that somebody may be in danger"));
  EXPECT_EQ(count("asks"), 0);
  worker.open("/voices/2/first").submit({{"why", "A football game."}});
  EXPECT_THAT(worker.open("/voices/2").text(), HasSubstr("Pass it on"));
}

TEST_P(Safeguarding, ALeadSetsHowTheyAreReached) {
  auto lead = signed_in(Who::safeguarding_lead);
  lead.open("/safeguarding/reach").submit({{"mobile", "not a number"}, {"email", "me@fenshire.example"}});
  EXPECT_EQ(lead.status(), 422);
  EXPECT_EQ(lead.field("mobile"), "not a number");
  lead.submit({{"mobile", "07700 900123"}});
  EXPECT_EQ(lead.path(), "/safeguarding") << lead.text();
  EXPECT_EQ(lead.open("/safeguarding/reach").field("mobile"), "+447700900123");
}

}  // namespace
}  // namespace earshot::app
