// The list of what waits: filters that stand in its address, views that a person keeps, and the keys.

#include "app/testing.h"
#include "county/county.h"

namespace earshot::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Inbox : public HouseTest {
 protected:
  void SetUp() override {
    HouseTest::SetUp();
    if (HasFatalFailure()) return;
    auto family = browser();
    say(family, {.words = "The bus is late.", .speaker = "child"});
    pass(std::chrono::hours{24 * 10});
    auto second = browser();
    say(second, {.words = "No short break this year.", .about = kOtherService});
    auto third = browser();
    say(third, {.words = "Nobody tells us.", .about = "not-sure"});
  }
};
EARSHOT_ON_BOTH_ENGINES(Inbox);

TEST_P(Inbox, TheOldestStandsFirst) {
  auto const text = signed_in(Who::worker).open("/voices").text();
  EXPECT_THAT(text, HasSubstr("3 wait to be read"));
  EXPECT_LT(text.find("The bus is late."), text.find("No short break"));
}

TEST_P(Inbox, AFilterStandsInTheAddress) {
  auto worker = signed_in(Who::worker);
  struct Case {
    std::string query;
    std::string found;
  };
  for (auto const& [query, found] :
       {Case{"service=school-transport", "The bus is late."}, Case{"service=not-sure", "Nobody tells us."},
        Case{"speaker=child", "The bus is late."}, Case{"q=short+brea", "No short break this year."},
        Case{"q=TELLS&in=en", "Nobody tells us."}}) {
    auto const text = worker.open("/voices?" + query).text();
    EXPECT_THAT(text, AllOf(HasSubstr("1 waits to be read"), HasSubstr(found))) << query;
  }
  EXPECT_THAT(worker.open("/voices?days=7").text(),
              AllOf(HasSubstr("2 wait to be read"), Not(HasSubstr("The bus is"))));
  EXPECT_THAT(worker.open("/voices?in=ur").text(), HasSubstr("Nothing that waits is like this"));
  EXPECT_THAT(worker.open("/voices?recorded=yes").text(), HasSubstr("Nothing that waits is like this"));
  EXPECT_THAT(worker.open("/voices?topic=none-such").text(), HasSubstr("Nothing that waits is like this"));
  EXPECT_THAT(worker.open("/voices?place=none-such").text(), HasSubstr("Nothing that waits is like this"));
}

TEST_P(Inbox, WhatAnAddressMakesUpIsPassedOver) {
  auto worker = signed_in(Who::worker);
  for (auto const* query :
       {"days=999999999999999999999", "days=-7", "speaker=nobody", "page=-1", "recorded=maybe", "x=y"})
    EXPECT_THAT(worker.open(std::string("/voices?") + query).text(), HasSubstr("3 wait to be read")) << query;
  for (auto const* query : {"q=%27%22%25%3B", "service=%27", "in=%00x", "q=%FF"})
    EXPECT_LT(worker.open(std::string("/voices?") + query).status(), 500) << query;
}

TEST_P(Inbox, WhatWasPassedOnOrClosedIsFoundAgain) {
  auto worker = signed_in(Who::worker);
  worker.open("/voices").click("The bus is late.");
  worker.submit();
  auto const ask = ask_on(worker);
  worker.open("/voices").click("Nobody tells us.");
  worker.click("Close it with a kind word to the family");
  worker.submit({{"as", "thanks"}, {"note", "Now we do."}});

  EXPECT_THAT(worker.open("/voices?state=passed-on").text(),
              AllOf(HasSubstr("1 is like this"), HasSubstr("The bus is late."), Not(HasSubstr("Nobody tells us."))));
  EXPECT_THAT(worker.open("/voices?state=closed").text(),
              AllOf(HasSubstr("Nobody tells us."), Not(HasSubstr("The bus is late."))));
  auto const all = worker.open("/voices?state=all").text();
  EXPECT_THAT(all, HasSubstr("3 are like this"));
  EXPECT_LT(all.find("Nobody tells us."), all.find("The bus is late.")) << "the latest stands first";
  EXPECT_THAT(worker.open("/voices?state=all&service=school-transport").text(), HasSubstr("1 is like this"));
  EXPECT_THAT(worker.open("/voices?state=passed-on&q=late").text(), HasSubstr("The bus is late."));
  EXPECT_THAT(worker.open("/voices?state=closed&q=late").text(), HasSubstr("Nothing is like this"));

  worker.open(ask);
  auto const page = worker.text();
  auto const reference = page.substr(page.find("Ask A-") + 4, 11);
  EXPECT_THAT(worker.open("/voices?q=" + reference).text(), HasSubstr("The bus is late.")) << reference;
}

TEST_P(Inbox, AReferenceFindsAVoiceAndWhatWasTakenBackHasNoWords) {
  auto family = browser();
  auto const link = say(family, {.words = "My taxi never comes."});
  auto const reference =
      db().read([](db::Transaction& tx) { return tx.one<std::string>({"SELECT reference FROM voices WHERE id = 4"}); });
  auto worker = signed_in(Who::worker);
  EXPECT_THAT(worker.open("/voices?q=" + reference).text(), HasSubstr("My taxi never comes."));
  family.open(link + "/withdraw").submit();
  for (auto const& query : {"q=" + reference, std::string("state=all")})
    EXPECT_THAT(worker.open("/voices?" + query).text(),
                AllOf(HasSubstr("The family has taken " + reference + " back."), Not(HasSubstr("taxi"))))
        << query;
  EXPECT_THAT(worker.open("/voices?state=all&q=taxi").text(), HasSubstr("Nothing is like this"));
}

TEST_P(Inbox, ARowTellsHowLongItHasWaited) {
  auto const text = signed_in(Who::worker).open("/voices").text();
  EXPECT_THAT(text, AllOf(HasSubstr("Waits long"), HasSubstr("waits 8 working days")));
}

TEST_P(Inbox, AFormOfFiltersLeadsToTheAddress) {
  auto worker = signed_in(Who::worker);
  worker.open("/voices").submit({{"service", kOtherService}});
  EXPECT_EQ(worker.path(), "/voices");
  EXPECT_THAT(worker.text(), AllOf(HasSubstr("1 waits to be read"), HasSubstr("No short break")));
}

TEST_P(Inbox, AViewIsKeptForOnePersonWithItsCount) {
  auto worker = signed_in(Who::worker);
  worker.open("/voices?service=school-transport&speaker=child").click("Keep this view");
  worker.submit();
  EXPECT_THAT(worker.text(), HasSubstr("Give the view a name"));
  worker.submit({{"name", "Children & buses"}});
  EXPECT_EQ(worker.path(), "/voices");
  EXPECT_THAT(worker.text(), AllOf(HasSubstr("Children & buses (1)"), HasSubstr("1 waits to be read")));
  worker.open("/voices").click("Children & buses");
  EXPECT_THAT(worker.text(), HasSubstr("1 waits to be read"));

  auto other = signed_in(Who::administrator);
  EXPECT_THAT(other.open("/voices").text(), Not(HasSubstr("Children & buses"))) << "it is theirs alone";
  other.open("/voices/views?days=7");
  other.post("/voices/views", {{"csrf", other.field("csrf")}, {"delete", "1"}});
  EXPECT_EQ(count("inbox_views"), 1) << "nobody deletes another's view";

  worker.open("/voices/views");
  EXPECT_THAT(worker.text(), HasSubstr("Children & buses"));
  worker.post("/voices/views", {{"csrf", worker.field("csrf")}, {"delete", "1"}}).follow();
  EXPECT_EQ(count("inbox_views"), 0);
}

TEST_P(Inbox, KeysAreShownAndCanBeTurnedOff) {
  auto worker = signed_in(Who::worker);
  EXPECT_THAT(worker.open("/voices").body(), HasSubstr("data-keys"));
  worker.click("Keys for this list");
  EXPECT_THAT(worker.text(), AllOf(HasSubstr("Go to the next one"), HasSubstr("Search for words")));
  worker.post("/account/keys", {{"csrf", worker.field("csrf")}, {"keys", "off"}}).follow();
  EXPECT_THAT(worker.text(), HasSubstr("Turn the keys on"));
  EXPECT_THAT(worker.open("/voices").body(), Not(HasSubstr("data-keys")));
  EXPECT_THAT(worker.open("/asks").body(), Not(HasSubstr("data-keys"))) << "on every list";
  EXPECT_THAT(signed_in(Who::administrator).open("/voices").body(), HasSubstr("data-keys")) << "for them alone";
}

}  // namespace
}  // namespace earshot::app
