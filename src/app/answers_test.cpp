// Answers in full, as people see them: plain words, a second look, a time to come, corrections, and "not for us".

#include "app/testing.h"

namespace earshot::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Answers : public HouseTest {};
EARSHOT_ON_BOTH_ENGINES(Answers);

TEST_P(Answers, TheWordsAreCheckedWithoutSavingThem) {
  auto const ask = an_ask();
  auto lead = signed_in(Who::lead);
  lead.open(ask + "/answer")
      .submit({{"outcome", "done"},
               {"done", "The SENCO has asked for a bus, and it will come on time from now on, every day."},
               {"check", "words"}});
  EXPECT_EQ(lead.status(), 200);
  EXPECT_THAT(lead.text(), AllOf(HasSubstr("can read this"), HasSubstr("SENCO"), HasSubstr("Nothing was saved")));
  EXPECT_THAT(lead.field("done"), HasSubstr("The SENCO has asked"));
  EXPECT_EQ(count("answer_drafts"), 0);
}

TEST_P(Answers, ThereIsAPlaceForWhatIsSaidOfTheWordsWhileOneWrites) {
  auto const ask = an_ask();
  auto lead = signed_in(Who::lead);
  EXPECT_THAT(lead.open(ask + "/answer").body(),
              HasSubstr("<div id=\"checked-words\" role=\"status\" aria-live=\"polite\"></div>"));
  auto other = signed_in(Who::other_lead);
  other.get(ask + "/answer");
  EXPECT_EQ(other.status(), 404) << "nobody asks there who may not answer";
}

TEST_P(Answers, ACorrectionShowsTheOldAnswerAndTheReason) {
  auto const ask = an_ask();
  auto lead = signed_in(Who::lead);
  lead.open(ask + "/answer").submit({{"outcome", "done"}, {"done", "Two new buses."}});
  auto const change = lead.submit().path();
  lead.open(ask).click("Correct the answer");
  EXPECT_EQ(lead.field("done"), "Two new buses.");
  lead.submit({{"done", "One new bus."}});
  EXPECT_EQ(lead.status(), 422);
  EXPECT_THAT(lead.text(), HasSubstr("Write why you correct it."));
  EXPECT_EQ(lead.field("done"), "One new bus.");
  lead.submit({{"because", "We counted wrong."}});
  EXPECT_THAT(browser().open(change).text(), Not(HasSubstr("One new bus."))) << "not before it is published";
  lead.submit();
  EXPECT_THAT(browser().open(change).text(),
              AllOf(HasSubstr("One new bus."), HasSubstr("because: We counted wrong."), HasSubstr("Two new buses.")));
}

TEST_P(Answers, WhatIsNotForThemWaitsInTheInboxWithTheReason) {
  auto family = browser();
  auto const follow = say(family, {.words = "The bus is late."});
  auto worker = signed_in(Who::worker);
  auto const ask = pass_on(worker, {{"service", kService}});
  auto lead = signed_in(Who::lead);
  lead.open(ask).click("Not for us");
  lead.submit({{"reason", ""}});
  EXPECT_THAT(lead.text(), HasSubstr("Write why it is not for you."));
  lead.submit({{"reason", "The school runs this bus."}, {"service", kOtherService}});
  EXPECT_EQ(lead.path(), "/asks");
  EXPECT_THAT(lead.text(), Not(HasSubstr("The bus is late.")));
  run_jobs();
  EXPECT_THAT(family.open(follow).text(),
              AllOf(HasSubstr("School Transport said that this is not for them"), Not(HasSubstr("The school runs"))));
  worker.open("/voices").click("The bus is late.");
  EXPECT_THAT(worker.text(), AllOf(HasSubstr("The school runs this bus."), HasSubstr("Short Breaks can answer")));
  pass(std::chrono::hours{1});
  EXPECT_NE(pass_on(worker, {{"service", kOtherService}}), ask);
  EXPECT_THAT(worker.text(), Not(HasSubstr("Others have asked for this"))) << "what was given back is not joined";
}

TEST_P(Answers, ASecondPersonLooksItOver) {
  db().write([&](db::Transaction& tx) {
    auto agency = agencies::agencies(tx).front();
    agency.second_pair_of_eyes = true;
    ASSERT_TRUE(agencies::save(tx, agency));
  });
  auto const ask = an_ask();
  auto lead = signed_in(Who::lead);
  lead.open(ask + "/answer").submit({{"outcome", "done"}, {"done", "A new bus."}});
  EXPECT_THAT(lead.text(), AllOf(HasSubstr("wants a second person"), Not(HasSubstr("Publish now"))));
  lead.submit();
  EXPECT_THAT(lead.text(), HasSubstr("Somebody else has been asked"));
  EXPECT_EQ(lead.open(ask + "/look").status(), 403);
  auto county = signed_in(Who::county_lead);
  county.open(ask).click("Look it over");
  county.submit({{"verdict", "sent-back"}, {"note", ""}});
  EXPECT_THAT(county.text(), HasSubstr("Write what should be different."));
  county.submit({{"verdict", "sent-back"}, {"note", "Say when."}});
  EXPECT_THAT(lead.open(ask + "/publish").text(), HasSubstr("It was sent back: Say when."));
  pass(std::chrono::minutes{1});
  lead.open(ask + "/answer").submit({{"done", "A new bus from Monday."}});
  lead.submit();
  county.open(ask + "/look").submit({{"verdict", "approved"}});
  lead.open(ask + "/publish").submit();
  EXPECT_TRUE(lead.path().starts_with("/changes/")) << lead.text();
}

TEST_P(Answers, AFollowerWithAnAddressIsToldAndTheShareShows) {
  auto const ask = an_ask();
  auto lead = signed_in(Who::lead);
  lead.open(ask + "/answer").submit({{"outcome", "cannot"}, {"cannot", "There is no money."}});
  auto const change = lead.submit().path();
  EXPECT_THAT(browser().open(change).text(), AllOf(HasSubstr("1 follows by their link."), Not(HasSubstr("Told 0 of"))));
  browser().open(change + "/support").submit({{"how", "email"}, {"email", "mum@families.example"}});
  pass(std::chrono::minutes{2});
  EXPECT_THAT(browser().open(change).text(), AllOf(HasSubstr("of 2 people"), HasSubstr("1 person said")));
}

}  // namespace
}  // namespace earshot::app
