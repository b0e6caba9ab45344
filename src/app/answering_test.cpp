// Workers and service leads: what they may publish and answer, what is refused, and that what they typed is never lost.

#include "app/testing.h"

namespace earshot::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Answering : public HouseTest {};
EARSHOT_ON_BOTH_ENGINES(Answering);

TEST_P(Answering, CannotNeedsAReason) {
  auto const ask = an_ask();
  auto lead = signed_in(Who::lead);
  lead.open(ask + "/answer").submit({{"outcome", "cannot"}, {"cannot", " \n"}, {"done", "Typed before"}});
  EXPECT_EQ(lead.status(), 422);
  EXPECT_THAT(lead.text(), HasSubstr("Write why it cannot be done."));
  EXPECT_EQ(lead.field("outcome"), "cannot");
  EXPECT_EQ(lead.field("done"), "Typed before");
  EXPECT_EQ(count("answers"), 0);
}

TEST_P(Answering, WillNeedsADayToCome) {
  auto const ask = an_ask();
  auto lead = signed_in(Who::lead);
  struct Day {
    char const *day, *month, *year;
  };
  for (auto const& [day, month, year] :
       {Day{"", "", ""}, Day{"31", "2", "2027"}, Day{"21", "11", "2026"}, Day{"1", "1", "27"}, Day{"x", "y", "z"},
        Day{"0", "0", "0"}, Day{"99999999999", "1", "2027"}, Day{"31", "3", ""}}) {
    lead.open(ask + "/answer")
        .submit({{"outcome", "will"}, {"will", "We will."}, {"by-day", day}, {"by-month", month}, {"by-year", year}});
    EXPECT_EQ(lead.status(), 422) << day << " " << month << " " << year;
    EXPECT_EQ(lead.field("will"), "We will.");
    EXPECT_EQ(lead.field("by-day"), day);
    EXPECT_EQ(lead.field("by-month"), month);
    EXPECT_EQ(lead.field("by-year"), year);
  }
  EXPECT_EQ(count("answers"), 0);
  lead.submit({{"by-day", "22"}, {"by-month", "11"}, {"by-year", "2026"}});
  EXPECT_EQ(lead.path(), ask + "/publish") << "today is a day to come";
}

TEST_P(Answering, DoneNeedsWhatWasDoneAndNothingChosenIsSaid) {
  auto const ask = an_ask();
  auto lead = signed_in(Who::lead);
  lead.open(ask + "/answer").submit({{"outcome", "done"}, {"cannot", "Typed before"}});
  EXPECT_THAT(lead.text(), HasSubstr("Write what you did."));
  EXPECT_EQ(lead.field("cannot"), "Typed before");
  lead.open(ask + "/answer").submit({{"done", "Typed before"}});
  EXPECT_THAT(lead.text(), HasSubstr("Choose what became of it."));
  EXPECT_EQ(lead.field("done"), "Typed before");
  lead.submit({{"outcome", "done"}, {"done", std::string(10'001, 'a')}});
  EXPECT_THAT(lead.text(), HasSubstr("longer than 10,000 characters"));
  EXPECT_EQ(lead.field("done").size(), 10'001U);
  EXPECT_EQ(count("answers"), 0);
}

TEST_P(Answering, TheAskOfAnotherServiceIsNotThere) {
  auto const ask = an_ask();
  auto other = signed_in(Who::other_lead);
  EXPECT_THAT(other.open("/asks").text(), Not(HasSubstr("The bus comes late.")));
  other.open("/sign-out");
  auto const csrf = other.field("csrf");
  for (auto const* page : {"", "/answer", "/publish"}) {
    other.get(ask + page);
    EXPECT_EQ(other.status(), 404) << page;
    EXPECT_THAT(other.text(), Not(HasSubstr("The bus comes late.")));
  }
  other.post(ask + "/answer", {{"csrf", csrf}, {"outcome", "done"}, {"done", "Not mine to say."}});
  EXPECT_EQ(other.status(), 404);
  other.post(ask + "/publish", {{"csrf", csrf}});
  EXPECT_EQ(other.status(), 404);
  EXPECT_EQ(count("answers"), 0);
}

TEST_P(Answering, AnAnswerCanBeMendedUntilItIsPublished) {
  auto const ask = an_ask();
  auto lead = signed_in(Who::lead);
  lead.open(ask + "/answer").submit({{"outcome", "done"}, {"done", "A new bus."}});
  lead.open(ask + "/answer");
  EXPECT_EQ(lead.field("done"), "A new bus.");
  lead.submit({{"done", "Two new buses."}});
  auto late = signed_in(Who::lead);
  late.open(ask + "/answer");
  lead.submit();
  EXPECT_THAT(lead.text(), HasSubstr("Two new buses."));

  // Another window had the form open all the while.
  late.send_form({{"done", "No new bus after all."}});
  EXPECT_EQ(late.status(), 422);
  EXPECT_THAT(late.text(), HasSubstr("Somebody else has changed this answer"));
  EXPECT_EQ(late.field("done"), "No new bus after all.");
  EXPECT_THAT(browser().open(lead.path()).text(), AllOf(HasSubstr("Two new buses."), Not(HasSubstr("after all"))));
}

TEST_P(Answering, WhatSomebodyElseChangedIsNotPublishedUnseen) {
  auto const ask = an_ask();
  auto lead = signed_in(Who::lead);
  lead.open(ask + "/answer").submit({{"outcome", "done"}, {"done", "A new bus."}});
  pass(std::chrono::minutes{1});
  auto administrator = signed_in(Who::administrator);
  administrator.open(ask + "/answer").submit({{"outcome", "cannot"}, {"cannot", "No money for it."}});

  lead.submit();
  EXPECT_EQ(lead.status(), 422);
  EXPECT_THAT(lead.text(), AllOf(HasSubstr("Somebody else has changed this answer"), HasSubstr("No money for it.")));
  EXPECT_THAT(browser().open("/changes").text(), Not(HasSubstr("No money for it.")));
  lead.submit();
  EXPECT_THAT(browser().open("/changes").text(), HasSubstr("No money for it.")) << "now they have read it";
}

TEST_P(Answering, PublishingTwiceIsNoFault) {
  auto const ask = an_ask();
  auto lead = signed_in(Who::lead);
  lead.open(ask + "/answer").submit({{"outcome", "done"}, {"done", "A new bus."}});
  auto again = lead;
  lead.submit();
  auto const change = lead.path();
  pass(std::chrono::hours{1});
  again.submit();
  EXPECT_EQ(again.path(), change);
  EXPECT_EQ(again.status(), 200);
}

TEST_P(Answering, PublishingWhatWasNotWrittenAsksForIt) {
  auto const ask = an_ask();
  auto lead = signed_in(Who::lead);
  lead.open(ask + "/answer");
  lead.post(ask + "/publish", {{"csrf", lead.field("csrf")}}).follow();
  EXPECT_EQ(lead.path(), ask + "/answer");
  EXPECT_EQ(count("answers"), 0);
}

TEST_P(Answering, AVoiceIsPassedOnOnce) {
  auto family = browser();
  say(family, {.words = "The bus is late."});
  auto one = signed_in(Who::worker);
  one.open("/voices").click("The bus is late.");
  auto other = one;
  one.submit();
  EXPECT_THAT(one.text(), HasSubstr("Passed on to School Transport."));
  other.submit({{"service", kOtherService}});
  EXPECT_GE(other.status(), 400);
  EXPECT_LT(other.status(), 500);
  EXPECT_THAT(other.text(),
              AllOf(HasSubstr("Somebody has made an ask of this already."), HasSubstr("for School Transport")));
  EXPECT_EQ(count("asks"), 1);
}

TEST_P(Answering, WordsOfAFamilyThatSaidNoAreNotPublished) {
  auto family = browser();
  say(family, {.words = "My son Sam waits in the rain.", .may_show = "no"});
  auto worker = signed_in(Who::worker);
  worker.open("/voices").click("My son Sam waits in the rain.");
  EXPECT_EQ(worker.field("words"), "") << "nothing stands there that could be sent by mistake";
  for (auto const* words : {"My son Sam waits in the rain.", "MY SON SAM waits\n in the rain.",
                            "A family says: “My son Sam waits in the rain.”"}) {
    worker.submit({{"words", words}});
    EXPECT_EQ(worker.status(), 422);
    EXPECT_THAT(worker.text(), HasSubstr("asked us not to show their words"));
    EXPECT_EQ(worker.field("words"), http::Fields({{"words", words}}).get("words"));
  }
  EXPECT_EQ(count("asks"), 0);
  worker.submit({{"words", "A bus shelter is wanted."}});
  EXPECT_THAT(worker.open(ask_on(worker)).text(), HasSubstr("A bus shelter is wanted."));
}

TEST_P(Answering, PassingOnNeedsAServiceAndWords) {
  auto family = browser();
  say(family, {.words = "Nobody tells us.", .about = "not-sure"});
  auto worker = signed_in(Who::worker);
  worker.open("/voices").click("Nobody tells us.");
  worker.submit({{"words", ""}});
  EXPECT_THAT(worker.text(),
              AllOf(HasSubstr("Choose the service that this is for."), HasSubstr("Write what may be published.")));
  worker.submit({{"words", std::string(10'001, 'a')}, {"service", kService}});
  EXPECT_THAT(worker.text(), HasSubstr("longer than 10,000 characters"));
  EXPECT_EQ(worker.field("words").size(), 10'001U);
  EXPECT_EQ(worker.field("service"), kService);
  EXPECT_EQ(count("asks"), 0);
}

TEST_P(Answering, WhatWasTypedOutlivesAStaleToken) {
  auto family = browser();
  say(family, {.words = "The bus is late."});
  auto worker = signed_in(Who::worker);
  worker.open("/voices").click("The bus is late.");
  worker.send_form({{"csrf", "from-a-page-of-yesterday"}, {"words", "Buses come late."}});
  EXPECT_EQ(worker.status(), 422);
  EXPECT_THAT(worker.text(), HasSubstr("What you typed is still here"));
  EXPECT_EQ(worker.field("words"), "Buses come late.");
  EXPECT_EQ(count("asks"), 0);
  worker.submit();
  EXPECT_THAT(worker.open(ask_on(worker)).text(), HasSubstr("Buses come late."));
}

TEST_P(Answering, WhatWasTypedOutlivesBeingSignedOut) {
  auto const ask = an_ask();
  auto lead = signed_in(Who::lead);
  lead.open(ask + "/answer");
  pass(std::chrono::hours{3});
  lead.submit({{"outcome", "cannot"}, {"cannot", "The road is closed – until May & beyond.\r\nسڑک بند ہے"}});
  EXPECT_THAT(lead.text(), HasSubstr("You have been signed out. What you typed is kept"));
  EXPECT_EQ(count("answers"), 0);

  // Even a slip with the password does not lose it.
  lead.submit({{"email", email_of(Who::lead)}, {"password", "a slip of the finger"}});
  EXPECT_THAT(lead.text(), HasSubstr("What you typed is kept"));
  lead.submit({{"password", kPassword}});
  EXPECT_EQ(lead.path(), ask + "/answer");
  EXPECT_EQ(lead.field("outcome"), "cannot");
  EXPECT_THAT(lead.field("cannot"), HasSubstr("until May & beyond."));
  EXPECT_THAT(lead.field("cannot"), HasSubstr("سڑک بند ہے"));
  lead.submit();
  EXPECT_EQ(lead.path(), ask + "/publish");

  // It was sent, so it does not come back.
  lead.open(ask + "/answer");
  EXPECT_THAT(lead.text(), Not(HasSubstr("You had been signed out")));
}

TEST_P(Answering, WhatAnotherPersonTypedIsNotShownToWhoSignsIn) {
  auto const ask = an_ask();
  auto lead = signed_in(Who::lead);
  lead.open(ask + "/answer");
  pass(std::chrono::hours{3});
  lead.submit({{"outcome", "done"}, {"done", "Typed by the lead."}});
  sign_in(lead, Who::other_lead);
  lead.open(ask + "/answer");
  EXPECT_EQ(lead.status(), 404);
  EXPECT_THAT(lead.text(), Not(HasSubstr("Typed by the lead.")));
}

}  // namespace
}  // namespace earshot::app
