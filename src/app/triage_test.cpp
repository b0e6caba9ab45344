// What a worker does with one voice: several asks, joining one that stands, closing it, and what could name a person.

#include "app/testing.h"

namespace earshot::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Triage : public HouseTest {
 protected:
  /// Says it on pages in `language`, and opens it as a worker.
  Browser opened(Said const& said, std::string const& language = "en") {
    auto family = browser();
    first_question(family).post("/say", {{"switch-language", language}});
    m_link = say(family, said);
    auto worker = signed_in(Who::worker);
    worker.open("/voices");
    for (auto const& link : worker.page().links())
      if (link.text == said.words) return worker.open(link.href), worker;
    ADD_FAILURE() << "it is not in the list: " << worker.text();
    return worker;
  }

  /// Where the family follows what it said last.
  [[nodiscard]] std::string const& link() const { return m_link; }

 private:
  std::string m_link;
};
EARSHOT_ON_BOTH_ENGINES(Triage);

TEST_P(Triage, WhatCouldNameSomebodyIsPointedOutAndStruckByAPerson) {
  auto worker = opened({.words = "My son Sam waits, ring 07700 900123. Sam is cold."});
  EXPECT_THAT(worker.text(), AllOf(HasSubstr("Sam: a name, 2 times"), HasSubstr("07700 900123: a telephone number")));
  EXPECT_EQ(worker.field("words"), "My son Sam waits, ring 07700 900123. Sam is cold.") << "nothing is struck unasked";

  worker.submit({{"strike", "0:Sam"}, {"do", "strike"}});
  EXPECT_EQ(worker.status(), 200);
  EXPECT_EQ(worker.field("words"), "My son [name] waits, ring 07700 900123. [name] is cold.");
  EXPECT_THAT(worker.text(), AllOf(Not(HasSubstr("Sam: a name")), HasSubstr("07700 900123: a telephone number")));
  EXPECT_THAT(worker.text(), HasSubstr("My son Sam waits")) << "what they said stands there as they said it";
  EXPECT_EQ(count("asks"), 0);

  worker.submit({{"service", kService}, {"do", "ask"}});
  EXPECT_THAT(worker.open(ask_on(worker)).text(), HasSubstr("My son [name] waits, ring 07700 900123."));
  EXPECT_THAT(browser().open(link()).text(), HasSubstr("My son Sam waits")) << "their words are theirs";
}

TEST_P(Triage, WhatIsStruckIsSaidInTheReadersLanguageAndWhatElseWasTypedStays) {
  auto worker = opened({.words = "Sam is cold.", .about = "not-sure"});
  worker.submit({{"words", "Priya and Sam are cold."},
                 {"wish", "A coat"},
                 {"service", kOtherService},
                 {"strike", "0:Sam"},
                 {"do", "strike"}});
  EXPECT_EQ(worker.field("words"), "Priya and [name] are cold.") << "found in the words as they are now";
  EXPECT_EQ(worker.field("wish"), "A coat");
  EXPECT_EQ(worker.field("service"), kOtherService);
}

TEST_P(Triage, WhatAWorkerWritesInEnglishOfWordsInUrduIsReadAsEnglish) {
  for (std::string const chosen : {"en", "ur"}) {
    auto worker = opened({.words = "بس دیر سے آتی ہے " + chosen}, "ur");
    EXPECT_EQ(worker.field("language"), "ur") << "these are their words, until a worker writes others";
    worker.submit({{"words", "The bus is late."}, {"language", chosen}, {"service", kService}, {"do", "ask"}});
    EXPECT_THAT(worker.open(ask_on(worker)).body(),
                testing::ContainsRegex("lang=\"" + chosen + "\"[^>]*>(<p>)?The bus is late"));
  }
}

TEST_P(Triage, TheLanguageOfEnglishWordsIsNotAskedFor) {
  EXPECT_THAT(opened({.words = "the bus is late"}).body(), Not(HasSubstr("name=\"language\"")));
}

TEST_P(Triage, NothingFoundIsSaidToo) {
  auto worker = opened({.words = "the bus is late"});
  EXPECT_THAT(worker.text(), HasSubstr("We found nothing in it that could show who they are."));
}

TEST_P(Triage, SeveralServicesGetAnAskEach) {
  auto worker = opened({.words = "The bus is late and there is no short break."});
  http::Fields both{{"service", kService}, {"do", "ask"}};
  both.add("service", kOtherService);
  worker.submit(both);
  EXPECT_EQ(worker.status(), 200);
  EXPECT_THAT(worker.text(),
              AllOf(HasSubstr("for School Transport"), HasSubstr("for Short Breaks"), HasSubstr("passed it on")));
  EXPECT_EQ(count("asks"), 2);
  EXPECT_THAT(worker.open("/voices").text(), HasSubstr("Nothing is waiting"));
}

TEST_P(Triage, AVoiceJoinsAnAskThatIsLikeIt) {
  auto const ask = an_ask("There is no shelter at the bus stop in the village.");
  an_ask("The library is closed on Saturdays.");
  auto worker = opened({.words = "We stand in the rain at the village bus stop, and there is no shelter."});
  EXPECT_THAT(worker.text(), AllOf(HasSubstr("Others have asked for this"), HasSubstr("There is no shelter"),
                                   HasSubstr("Waiting for an answer"), Not(HasSubstr("The library"))));
  worker.submit({{"join", ask.substr(std::string_view("/asks/").size())}});
  EXPECT_THAT(worker.text(), HasSubstr("Joined. It is with School Transport."));
  EXPECT_EQ(count("asks"), 2);
  EXPECT_THAT(browser().open(link()).text(), HasSubstr("School Transport has it"));
  EXPECT_THAT(worker.open("/voices").text(), HasSubstr("Nothing is waiting"));
}

TEST_P(Triage, WhatIsForTheSameServiceStandsInFrontAndWhatIsUnlikeItNowhere) {
  an_ask("Drivers shout at my daughter when the taxi is full.", kOtherService);
  an_ask("Drivers shout when the taxi is full, every day.");
  an_ask("Please do not show pictures of my daughter.", kOtherService);
  auto const text = opened({.words = "The taxi drivers shout at my daughter."}).text();
  auto const others = text.substr(text.find("Others have asked for this"));
  EXPECT_LT(others.find("every day."), others.find("at my daughter when"));
  EXPECT_THAT(others, Not(HasSubstr("pictures")));
}

TEST_P(Triage, JoiningAnAskThatIsNotThereChangesNothing) {
  auto worker = opened({.words = "The bus is late."});
  auto const voice = worker.path();
  for (auto const* ask : {"999", "x", "", "-1"}) {
    worker.open(voice);
    worker.post(voice, {{"csrf", worker.field("csrf")}, {"seen", worker.field("seen")}, {"join", ask}});
    EXPECT_GE(worker.status(), 400) << ask;
    EXPECT_LT(worker.status(), 500) << ask;
  }
  EXPECT_THAT(worker.open("/voices").text(), HasSubstr("The bus is late."));
}

TEST_P(Triage, AKindWordNeedsNoAsk) {
  auto worker = opened({.words = "Thank you for the new bus!"});
  worker.click("Close it with a kind word to the family");
  worker.submit();
  EXPECT_EQ(worker.status(), 422);
  EXPECT_THAT(worker.text(), AllOf(HasSubstr("Choose why it needs no ask."), HasSubstr("Write a few kind words.")));
  worker.submit({{"as", "thanks"}, {"note", "The driver has read it & smiled."}});
  EXPECT_THAT(worker.text(), AllOf(HasSubstr("It was closed without an ask"), HasSubstr("smiled")));
  EXPECT_THAT(worker.open("/voices").text(), HasSubstr("Nothing is waiting"));
}

TEST_P(Triage, WhatIsDoneLeadsToTheNextOneOfTheSameList) {
  auto family = browser();
  for (auto const* words : {"First of all.", "A bus at last.", "The bus is cold.", "The bus is full."})
    say(family, {.words = words});
  auto worker = signed_in(Who::worker);
  worker.open("/voices?q=bus").click("The bus is cold.");
  worker.submit({{"do", "ask"}});
  EXPECT_THAT(worker.text(), AllOf(HasSubstr("Passed on to School Transport."), HasSubstr("Next one")));
  worker.click("Next one");
  EXPECT_THAT(worker.text(), HasSubstr("The bus is full."));
  worker.click("Close it with a kind word to the family");
  worker.submit({{"as", "thanks"}, {"note", "The driver has read it."}});
  EXPECT_THAT(worker.text(), HasSubstr("Closed. The family reads your words behind their link."));
  worker.click("Next one");
  EXPECT_THAT(worker.text(), HasSubstr("A bus at last.")) << "from the last one on to the first";
  worker.submit({{"do", "ask"}});
  EXPECT_THAT(worker.text(), AllOf(HasSubstr("Nothing else waits here."), Not(HasSubstr("Next one"))));
  worker.click("Back to the list");
  EXPECT_THAT(worker.text(), AllOf(HasSubstr("Nothing that waits is like this"), Not(HasSubstr("First of all."))));
  EXPECT_THAT(worker.open("/voices/1?done=asked").text(), Not(HasSubstr("Passed on"))) << "nobody did";
}

TEST_P(Triage, TwoPeopleSeeEachOther) {
  auto one = opened({.words = "The bus is late."});
  auto other = signed_in(Who::administrator);
  pass(std::chrono::seconds{70});
  other.open(one.path());
  EXPECT_THAT(other.text(), HasSubstr("Person 1 opened this 1 minute ago."));
  EXPECT_THAT(one.open(one.path()).text(), HasSubstr("Person 4 opened this just now."));
  pass(std::chrono::minutes{3});
  EXPECT_THAT(other.open(one.path()).text(), Not(HasSubstr("opened this"))) << "they have gone";
}

TEST_P(Triage, WhatAServiceSendsBackStandsOnTopUntilItIsPassedOnAgain) {
  auto worker = opened({.words = "No short break this year."});
  worker.submit({{"do", "ask"}});
  pass(std::chrono::hours{1});
  constexpr db::Sql kReturn{"UPDATE asks SET returned_at = $1"};
  constexpr db::Sql kReason{
      "INSERT INTO ask_returns (ask, reason, returned_at) SELECT id, 'Ask the school.', $1 FROM asks"};
  db().write([&](db::Transaction& tx) {
    tx.execute(kReturn, now());
    tx.execute(kReason, now());
  });
  EXPECT_THAT(worker.open("/voices").text(), AllOf(HasSubstr("Came back"), HasSubstr("School Transport: not for us"),
                                                   Not(HasSubstr("whatever the filter"))));
  EXPECT_THAT(worker.open("/voices?q=zeppelin").text(),
              AllOf(HasSubstr("School Transport: not for us"), HasSubstr("whatever the filter")))
      << "no filter hides what has waited once already";
  worker.click("No short break this year.");
  EXPECT_THAT(worker.text(), HasSubstr("School Transport gave it back"));
  EXPECT_NE(worker.field("service"), kService) << "not to the same again";
  pass(std::chrono::hours{1});
  worker.submit({{"service", kOtherService}, {"do", "ask"}});
  EXPECT_THAT(worker.text(), HasSubstr("Passed on to Short Breaks."));
  EXPECT_THAT(worker.open("/voices").text(), Not(HasSubstr("Came back")));
}

TEST_P(Triage, NobodyOverwritesWhatAnotherDid) {
  auto one = opened({.words = "The bus is late."});
  auto other = signed_in(Who::administrator);
  other.open(one.path() + "/close");
  auto third = signed_in(Who::administrator);
  third.open(one.path());
  one.submit({{"do", "ask"}});
  EXPECT_THAT(one.text(), HasSubstr("Passed on to School Transport."));

  other.send_form({{"as", "thanks"}, {"note", "Typed with care."}});
  EXPECT_GE(other.status(), 400);
  EXPECT_THAT(other.text(), HasSubstr("Somebody has made an ask of this already."));
  EXPECT_EQ(other.field("note"), "Typed with care.");

  third.send_form({{"words", "My own words of it."}, {"service", kOtherService}, {"do", "ask"}});
  EXPECT_GE(third.status(), 400);
  EXPECT_THAT(third.text(), AllOf(HasSubstr("Somebody has made an ask of this already."),
                                  HasSubstr("Person 1 passed it on"), HasSubstr("for School Transport")));
  EXPECT_EQ(third.field("words"), "My own words of it.");
  EXPECT_EQ(count("asks"), 1);

  // Now they have seen it, and still want one for the other service.
  third.submit({{"do", "ask"}});
  EXPECT_EQ(count("asks"), 2);
}

}  // namespace
}  // namespace earshot::app
