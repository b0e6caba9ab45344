// Recording what somebody else said: the form, the check, the receipt to hand over, and who sees it.

#include "app/testing.h"

namespace earshot::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Recording : public HouseTest {
 protected:
  static http::Fields heard() {
    return {{"words", "Nobody comes when we ring."},
            {"language", "pl"},
            {"wish", "That somebody rings back."},
            {"speaker", "parent-or-carer"},
            {"service", kService},
            {"heard_on-day", "20"},
            {"heard_on-month", "11"},
            {"heard_on-year", "2026"},
            {"heard_how", "at-a-group"},
            {"heard_where", "Toddler group"},
            {"heard_from", "a father of two"},
            {"group_name", "Parents of Fenshire"},
            {"consent", "agreed"},
            {"may_show", "without-name"},
            {"tell", "no"}};
  }

  static http::Fields heard(std::string const& name, std::string const& value) {
    http::Fields result;
    for (auto const& [each, its_value] : heard()) result.add(each, each == name ? value : its_value);
    return result;
  }

  /// Records it and gives the page with the receipt.
  Browser recorded(Who who) {
    auto window = signed_in(who);
    window.open("/record").submit(heard());
    window.submit({{"do", "send"}});
    EXPECT_TRUE(window.path().starts_with("/recorded/")) << window.path() << " " << window.text();
    return window;
  }
};
EARSHOT_ON_BOTH_ENGINES(Recording);

TEST_P(Recording, IsCheckedBeforeItIsSent) {
  auto worker = signed_in(Who::worker);
  worker.open("/record").submit(heard());
  EXPECT_THAT(worker.text(), AllOf(HasSubstr("Check what you recorded"), HasSubstr("Nobody comes when we ring."),
                                   HasSubstr("Polski"), HasSubstr("At a group or an event"), HasSubstr("20 November"),
                                   HasSubstr("School Transport"), HasSubstr("a father of two")));
  EXPECT_EQ(count("voices"), 0) << "nothing is stored yet";
  worker.submit({{"do", "change"}});
  EXPECT_EQ(worker.field("words"), "Nobody comes when we ring.");
  EXPECT_EQ(worker.field("language"), "pl");
  EXPECT_EQ(worker.field("heard_on-day"), "20");
  worker.submit({{"words", "Nobody comes."}});
  worker.submit({{"do", "send"}});
  EXPECT_THAT(worker.text(),
              AllOf(HasSubstr("A receipt to hand over"), HasSubstr("/follow/"), HasSubstr("Nobody comes.")));
  EXPECT_EQ(count("voices"), 1);
  EXPECT_EQ(count("recordings"), 1);
}

TEST_P(Recording, ADoubleClickStoresOnce) {
  auto worker = signed_in(Who::worker);
  worker.open("/record").submit(heard());
  auto again = worker;
  worker.submit({{"do", "send"}});
  again.submit({{"do", "send"}});
  EXPECT_EQ(again.path(), worker.path());
  EXPECT_EQ(count("voices"), 1);
}

TEST_P(Recording, TheReceiptLeadsToWhereItStands) {
  auto worker = recorded(Who::worker);
  std::string follow;
  for (auto const& link : worker.page().links())
    if (link.href.starts_with("/follow/")) follow = link.href;
  EXPECT_THAT(browser().open(follow).text(), HasSubstr("Nobody comes when we ring."));
}

TEST_P(Recording, WhatIsMissingIsSaidAndWhatWasTypedStays) {
  auto worker = signed_in(Who::worker);
  worker.open("/record").submit({{"words", "Typed with care."}, {"heard_on-day", "31"}, {"heard_on-month", "2"}});
  EXPECT_EQ(worker.status(), 422);
  EXPECT_THAT(worker.text(),
              AllOf(HasSubstr("Write the day on which you heard it"), HasSubstr("Choose who was speaking."),
                    HasSubstr("Choose how you heard it."), HasSubstr("Choose whether their words may be shown."),
                    HasSubstr("Choose whether they want to be told.")));
  EXPECT_EQ(worker.field("words"), "Typed with care.");
  EXPECT_EQ(worker.field("heard_on-day"), "31");

  worker.open("/record").submit(heard("heard_on-day", "23"));
  EXPECT_THAT(worker.text(), HasSubstr("cannot be in the future"));
  worker.open("/record").submit(heard("consent", "not-asked"));
  EXPECT_THAT(worker.text(), HasSubstr("They were not asked, so their words cannot be shown."));
  worker.open("/record").submit(heard("words", std::string(10'001, 'a')));
  EXPECT_THAT(worker.text(), HasSubstr("longer than 10,000 characters"));
  worker.open("/record").submit(heard("heard_from", std::string(201, 'a')));
  EXPECT_THAT(worker.text(), HasSubstr("longer than 200 characters"));
  worker.open("/record").submit(heard("tell", "email"));
  EXPECT_EQ(worker.status(), 422) << "an address is missing";
  EXPECT_EQ(count("voices"), 0);
}

TEST_P(Recording, ARepresentativeSeesWhatTheyRecordedAndNothingElse) {
  auto worker = recorded(Who::worker);
  auto representative = signed_in(Who::representative);
  EXPECT_THAT(representative.open("/recorded").text(), HasSubstr("You have recorded nothing yet"));
  representative.get(worker.path());
  EXPECT_EQ(representative.status(), 404);
  representative.get("/voices");
  EXPECT_EQ(representative.status(), 403);

  representative.open("/record").submit(heard("group_name", ""));
  EXPECT_THAT(representative.text(), HasSubstr("Write the name of the group that you speak for."));
  representative.submit({{"group_name", "Parents of Fenshire"}});
  representative.submit({{"do", "send"}});
  EXPECT_THAT(representative.open("/recorded").text(),
              AllOf(HasSubstr("Nobody comes when we ring."), HasSubstr("Waits to be read")));
  auto answering = signed_in(Who::worker);
  pass_on(answering, {{"service", kService}, {"do", "ask"}});
  pass_on(answering, {{"service", kService}, {"do", "ask"}});
  EXPECT_THAT(representative.open("/recorded").text(), HasSubstr("School Transport answers by"));
}

TEST_P(Recording, AWorkerSeesHowItWasHeard) {
  recorded(Who::representative);
  auto worker = signed_in(Who::worker);
  EXPECT_THAT(worker.open("/voices?recorded=yes").text(), HasSubstr("Nobody comes when we ring."));
  worker.click("Nobody comes when we ring.");
  EXPECT_THAT(worker.text(), AllOf(HasSubstr("Toddler group"), HasSubstr("a father of two"),
                                   HasSubstr("Parents of Fenshire"), HasSubstr("They were asked, and agreed")));
}

}  // namespace
}  // namespace earshot::app
