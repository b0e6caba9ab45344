// Saying something, question by question: what it is about, where, how to be told, leaving quickly, and changing the
// language half-way.

#include "app/testing.h"
#include "county/county.h"

namespace earshot::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Saying : public HouseTest {
 protected:
  void add_topics_and_places() {
    db().write([](db::Transaction& tx) {
      county::add_topic(tx, "Money", "money");
      county::add_place(tx, "Thornley", "thornley");
    });
  }

  template <class T>
  T one(char const* sql) {
    db::Sql const statement{sql};
    return db().read([&](db::Transaction& tx) { return tx.one<T>(statement); });
  }
};
EARSHOT_ON_BOTH_ENGINES(Saying);

TEST_P(Saying, AVoiceIsAboutSeveralThingsInAPlaceAndItsFamilyIsTold) {
  add_topics_and_places();
  auto family = browser();
  first_question(family).submit({{"words", "The bus costs too much."}});
  carry_on(family);
  family.submit({{"about", kService}, {"about", kOtherService}, {"about", "topic/money"}});
  EXPECT_THAT(family.text(), AllOf(HasSubstr("Where is it?"), HasSubstr("We never ask for an address")));
  family.submit({{"place", "thornley"}});
  family.submit({{"speaker", "parent-or-carer"}});
  family.submit({{"wish", ""}});
  family.submit({{"may_show", "no"}});
  EXPECT_THAT(family.text(), HasSubstr("The service never sees your address."));
  family.submit({{"told_by", "email"}, {"email", "Sam@Home.example"}});
  EXPECT_THAT(family.text(), AllOf(HasSubstr("School Transport, Short Breaks, Money"), HasSubstr("Thornley"),
                                   HasSubstr("By e-mail sam@home.example"), HasSubstr("If somebody may be in danger"),
                                   HasSubstr("call 999"), HasSubstr("people whose work is to keep children safe")));
  family.submit();
  EXPECT_TRUE(family.path().starts_with("/say/received/")) << family.text();
  EXPECT_EQ(count("voice_services"), 2);
  EXPECT_EQ(count("voice_topics"), 1);
  EXPECT_EQ(one<std::string>("SELECT p.slug FROM voices v JOIN places p ON p.id = v.place"), "thornley");
  EXPECT_EQ(one<std::string>("SELECT c.address FROM voices v JOIN contacts c ON c.id = v.contact"), "sam@home.example");

  auto worker = signed_in(Who::worker);
  worker.open("/voices").click("The bus costs too much.");
  EXPECT_THAT(worker.text(), Not(HasSubstr("sam@home.example"))) << "nobody who answers sees the address";
}

TEST_P(Saying, WhereIsSkippedWithoutPlacesAndAClosedServiceIsNotOffered) {
  db().write([&](db::Transaction& tx) {
    tx.execute(db::Sql{"UPDATE services SET closed_at = 1 WHERE id = $1"}, other_service());
  });
  auto family = browser();
  first_question(family).submit({{"words", "The bus is late."}});
  carry_on(family);
  EXPECT_THAT(family.text(), AllOf(HasSubstr("School Transport"), Not(HasSubstr("Short Breaks"))));
  family.post("/say/about", {{"csrf", family.field("csrf")}, {"about", kOtherService}});
  EXPECT_EQ(family.status(), 422);
  family.submit({{"about", kService}});
  EXPECT_EQ(family.path(), "/say/speaker");
}

TEST_P(Saying, AnAnswerThatCannotBeIsSaidAndKept) {
  add_topics_and_places();
  auto family = browser();
  first_question(family).submit({{"words", "The bus is late."}});
  carry_on(family);
  family.send_form({{"about", kService}, {"about", "not-sure"}});
  EXPECT_EQ(family.status(), 422);
  EXPECT_THAT(family.text(), HasSubstr("Choose what it is about, or “Not sure”."));
  EXPECT_THAT(family.body(), HasSubstr("href=\"#about\""));
  family.open("/say/about").send_form();
  EXPECT_EQ(family.status(), 422);
  family.submit({{"about", "topic/money"}});
  family.send_form();
  EXPECT_THAT(family.text(), HasSubstr("Choose where it is"));
  family.submit({{"place", "rather-not-say"}});
  family.submit({{"speaker", "child"}});
  family.submit({{"wish", ""}});
  family.submit({{"may_show", "no"}});
  for (auto const& [channel, typed, said] :
       {std::tuple{"email", "nobody", "Write an e-mail address"},
        {"text", "0116 496 0000", "Write a mobile number"},
        {"post", "The blue house", "Write the name, the street and the postcode"}}) {
    family.send_form({{"told_by", channel}, {channel, typed}});
    EXPECT_EQ(family.status(), 422);
    EXPECT_THAT(family.text(), HasSubstr(said));
    EXPECT_EQ(family.field(channel), typed) << "what was typed is kept";
    family.open("/say/told");
  }
  family.send_form();
  EXPECT_THAT(family.text(), HasSubstr("Choose how we tell you"));
  EXPECT_EQ(count("contacts"), 0) << "nothing is kept of somebody who has not sent anything";
}

TEST_P(Saying, HowToLeaveQuicklyIsToldOncePerVisit) {
  auto family = browser();
  family.open("/").submit({{"words", "He shouts."}});
  EXPECT_EQ(family.path(), "/say/leaving");
  EXPECT_THAT(family.text(), AllOf(HasSubstr("Exit this page"), HasSubstr("your browser’s history")));
  family.click("Carry on");
  EXPECT_EQ(family.path(), "/say/about");
  EXPECT_THAT(family.body(), AllOf(HasSubstr("data-module=\"govuk-exit-this-page\""),
                                   HasSubstr("href=\"https://www.bbc.co.uk/weather\"")))
      << "a link that leads away without a script";
  family.submit({{"about", "not-sure"}});
  EXPECT_EQ(family.path(), "/say/speaker") << "it is told once";
  auto next_visit = browser();
  next_visit.open("/say?about=" + std::string(kService));
  EXPECT_EQ(next_visit.path(), "/say/leaving") << "who begins here reads it before there is anything to see";
  EXPECT_THAT(next_visit.body(), HasSubstr("<a href=\"/\" class=\"govuk-back-link\">"));
  next_visit.click("Carry on").submit({{"words", "She shouts."}});
  EXPECT_EQ(next_visit.path(), "/say/speaker") << "what it is about is known";
  EXPECT_THAT(next_visit.open("/say/about").body(), HasSubstr("value=\"school-transport\" checked"))
      << "where they came from is kept";
  auto elsewhere = browser();
  EXPECT_THAT(elsewhere.open("/changes").body(), Not(HasSubstr("govuk-exit-this-page")));
}

TEST_P(Saying, WhatTheRedButtonDoesIsSaidBesideItOnEveryPageThatHasIt) {
  auto family = browser();
  family.open("/").submit({{"words", " "}});
  EXPECT_THAT(family.text(), HasSubstr("shows another website at once, if somebody comes in"))
      << "nothing was written on the front page, so they have not read of it";
  auto const link = say(family, {.words = "He shouts."});
  EXPECT_THAT(first_question(family).text(), Not(HasSubstr("if somebody comes in"))) << "they have read all of it";
  for (auto const& path : {std::string("/say"), link, link + "/add"}) {
    family.open(path).click("How this button works");
    EXPECT_THAT(family.text(), HasSubstr("What it does not do")) << path;
    family.click("Carry on");
    EXPECT_EQ(family.path(), path);
  }
  family.open("/say/child");
  EXPECT_EQ(family.path(), "/say/leaving") << "children are told in their own words";
  family.open("/say/child").click("How this button works");
  EXPECT_THAT(family.text(), HasSubstr("You can leave at any time"));
  family.open("/say/leaving?then=https://elsewhere.example").click("Carry on");
  EXPECT_EQ(family.path(), "/say") << "nobody is led elsewhere";
}

TEST_P(Saying, WhoChangesTheLanguageHalfWayKeepsWhatTheyTyped) {
  auto family = browser();
  first_question(family);
  EXPECT_THAT(family.body(), HasSubstr("form=\"question\" name=\"switch-language\" value=\"cy\""));
  family.post("/say", {{"words", "Half a sent"}, {"switch-language", "cy"}});
  EXPECT_EQ(family.status(), 200);
  EXPECT_EQ(family.page().language(), "cy");
  EXPECT_EQ(family.field("words"), "Half a sent");
  EXPECT_EQ(count("voice_drafts"), 0) << "it was not sent";
  family.submit({{"words", "Half a sentence."}});
  family.open("/say/about");
  EXPECT_EQ(family.page().language(), "cy") << "the choice is remembered";
  family.post("/say/about", {{"csrf", family.field("csrf")}, {"about", kService}, {"switch-text", "large"}});
  EXPECT_EQ(family.status(), 200);
  EXPECT_EQ(family.field("about"), kService);
  EXPECT_THAT(family.body(), HasSubstr("large-text"));
  family.post("/say/about", {{"about", kService}, {"switch-language", "tlh"}});
  EXPECT_EQ(family.page().language(), "cy") << "there is no such language";
}

}  // namespace
}  // namespace earshot::app
