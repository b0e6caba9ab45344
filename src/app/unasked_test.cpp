// What services tell of themselves: a change that nobody asked for, and that a promise is kept.

#include "app/testing.h"

namespace earshot::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Unasked : public HouseTest {
 protected:
  http::Fields lights() {
    return {{"service", std::to_string(service().value)},
            {"changed", "Every bus has lights inside now."},
            {"reason", "Drivers saw that children were afraid in the dark."},
            {"on-day", "1"},
            {"on-month", "11"},
            {"on-year", "2026"}};
  }

  static http::Fields replaced(http::Fields const& fields, std::string_view name, std::string_view value) {
    http::Fields result;
    for (auto const& [each, its_value] : fields) result.add(each, each == name ? value : its_value);
    return result;
  }
};
EARSHOT_ON_BOTH_ENGINES(Unasked);

TEST_P(Unasked, AChangeThatNobodyAskedForIsWrittenCheckedPublishedAndReadByEverybody) {
  auto lead = signed_in(Who::lead);
  lead.open("/telling").click("Tell of a change that nobody asked for").submit(lights());
  EXPECT_THAT(lead.text(), AllOf(HasSubstr("This is what everybody will read."),
                                 HasSubstr("Nobody asked for this. We tell you anyway"),
                                 HasSubstr("Every bus has lights inside now.")));
  auto anybody = browser();
  EXPECT_THAT(anybody.open("/changes").text(), Not(HasSubstr("lights inside")));
  EXPECT_THAT(lead.open("/telling").text(), AllOf(HasSubstr("Written, not published"), HasSubstr("lights inside")));
  lead.click("Every bus has lights inside now.").submit({{"changed", "Every bus has warm lights inside now."}});
  lead.submit();
  auto const change = lead.path();
  EXPECT_TRUE(change.starts_with("/changes/C-")) << change;
  for (auto const& path : {std::string("/"), std::string("/changes"), std::string("/changes?outcome=told"),
                           std::string("/changes?service=school-transport"), std::string("/changes?q=warm"),
                           std::string("/services/school-transport"), std::string("/changes/poster"), change})
    EXPECT_THAT(anybody.open(path).text(),
                AllOf(HasSubstr("warm lights inside"), HasSubstr("afraid in the dark"), HasSubstr("We changed this")))
        << path;
  EXPECT_THAT(anybody.open(change).text(),
              AllOf(HasSubstr("Nobody asked for this"), HasSubstr("School Transport changed it"),
                    HasSubstr("1 November 2026")));
  for (auto const* path : {"/changes.atom", "/changes.csv"})
    EXPECT_THAT(anybody.get(path).body(), HasSubstr("warm lights inside")) << path;
  for (auto const* path : {"/changes?outcome=done", "/changes?service=short-breaks", "/changes?q=elephant"})
    EXPECT_THAT(anybody.open(path).text(), Not(HasSubstr("lights inside"))) << path;
}

TEST_P(Unasked, WhatIsMissingIsSaidAndNothingTypedIsLost) {
  auto lead = signed_in(Who::lead);
  lead.open("/telling/new").submit({{"changed", "Lights."}});
  EXPECT_EQ(lead.status(), 422);
  EXPECT_THAT(lead.text(),
              AllOf(HasSubstr("Choose the service that changed it."), HasSubstr("Write why you changed it."),
                    HasSubstr("Write the day since when it is so")));
  EXPECT_EQ(lead.field("changed"), "Lights.");
  lead.open("/telling/new").submit(replaced(lights(), "on-year", "2027"));
  EXPECT_EQ(lead.status(), 422);
  EXPECT_THAT(lead.text(), HasSubstr("That day is still to come."));
  EXPECT_EQ(lead.field("reason"), "Drivers saw that children were afraid in the dark.");
  EXPECT_EQ(count("changes_told"), 0);
}

TEST_P(Unasked, NobodyTellsForAServiceThatIsNotTheirs) {
  auto other = signed_in(Who::other_lead);
  other.open("/telling/new");
  auto fields = lights();
  fields.add("csrf", other.field("csrf"));
  other.post("/telling/new", fields);
  EXPECT_EQ(other.status(), 422);
  EXPECT_THAT(other.text(), HasSubstr("Choose a service that you answer for."));
  EXPECT_EQ(count("changes_told"), 0);
  auto county = signed_in(Who::county_lead);
  county.open("/telling/new").submit(lights());
  EXPECT_TRUE(county.path().ends_with("/publish")) << county.text();
}

TEST_P(Unasked, WhatSomebodyElseChangedIsNotPublishedUnseen) {
  auto lead = signed_in(Who::lead);
  lead.open("/telling/new").submit(lights());
  auto const page = lead.path();
  pass(std::chrono::minutes{1});
  auto county = signed_in(Who::county_lead);
  county.open(page.substr(0, page.rfind('/'))).submit({{"changed", "No lights after all."}});
  lead.submit();
  EXPECT_EQ(lead.status(), 422);
  EXPECT_THAT(lead.text(), AllOf(HasSubstr("Somebody else has changed this"), HasSubstr("No lights after all.")));
  EXPECT_THAT(browser().open("/changes").text(), Not(HasSubstr("lights")));
}

TEST_P(Unasked, APromiseThatIsKeptSaysSoAndIsBrokenNoMore) {
  auto const ask = an_ask("Mend the swings.");
  auto lead = signed_in(Who::lead);
  lead.open(ask + "/answer")
      .submit(
          {{"outcome", "will"}, {"will", "We mend them."}, {"by-day", "2"}, {"by-month", "12"}, {"by-year", "2026"}});
  lead.submit();
  auto const change = lead.path();
  pass(Days{11});
  lead = signed_in(Who::lead);
  EXPECT_THAT(lead.open("/telling").text(), AllOf(HasSubstr("Not kept"), HasSubstr("We mend them.")));
  EXPECT_THAT(signed_in(Who::other_lead).open("/telling").text(), Not(HasSubstr("We mend them.")));
  lead.click("We mend them.").click("Say that it is done, or correct it");
  lead.submit({{"outcome", "done"}, {"done", "Both swings are new."}});
  lead.submit();
  EXPECT_EQ(lead.path(), change) << lead.text();
  auto anybody = browser();
  EXPECT_THAT(anybody.open(change).text(),
              AllOf(HasSubstr("We will, by 2 December 2026"), HasSubstr("We promised it, and we did it"),
                    HasSubstr("Both swings are new."), Not(HasSubstr("not done yet"))));
  EXPECT_THAT(anybody.open("/changes?outcome=broken").text(), Not(HasSubstr("swings")));
  for (auto const* path : {"/changes?outcome=kept", "/changes?outcome=done", "/changes?q=new"})
    EXPECT_THAT(anybody.open(path).text(), HasSubstr("Both swings are new.")) << path;
  EXPECT_THAT(anybody.open("/services/school-transport").text(),
              AllOf(HasSubstr("1 promise kept"), Not(HasSubstr("not kept"))));
  EXPECT_THAT(lead.open("/telling").text(), Not(HasSubstr("We mend them.")));
}

}  // namespace
}  // namespace earshot::app
