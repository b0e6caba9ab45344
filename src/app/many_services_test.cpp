// Pages that show services, in a county that has more of them than one looks over on a phone.

#include "app/testing.h"

namespace earshot::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class ManyServices : public HouseTest {
 protected:
  void SetUp() override {
    HouseTest::SetUp();
    if (HasFatalFailure()) return;
    db().write([&](db::Transaction& tx) {
      auto const agency = agencies::add_agency(tx, "Health");
      for (auto i = 1; i <= 12; ++i) {
        auto const number = std::to_string(i);
        agencies::add_service(tx, {agency, "Clinic " + number, "clinic-" + number, "Check-ups", 10});
      }
    });
  }

  /// The groups that are folded away on the page, with a + before those that are open.
  static std::string groups(Browser& window) {
    static constexpr std::string_view kName = "<span class=\"govuk-details__summary-text\">";
    auto const& body = window.body();
    std::string names;
    for (auto at = body.find("<details class=\"govuk-details boxes-group\""); at != std::string::npos;
         at = body.find("<details class=\"govuk-details boxes-group\"", at + 1)) {
      auto const open = body.substr(at, body.find('>', at) - at).ends_with(" open");
      auto const begin = body.find(kName, at) + kName.size();
      names +=
          (names.empty() ? "" : " ") + std::string(open ? "+" : "") + body.substr(begin, body.find('<', begin) - begin);
    }
    return names;
  }
};
EARSHOT_ON_BOTH_ENGINES(ManyServices);

TEST_P(ManyServices, WhoeverTicksServicesFindsThemFoldedByAgency) {
  auto family = browser();
  say(family, {.words = "The bus is late."});
  auto worker = signed_in(Who::worker);
  worker.open("/voices").click("The bus is late.");
  EXPECT_EQ(groups(worker), "Fenshire Council Health");
  auto const fit = worker.text().find("These fit best");
  EXPECT_LT(fit, worker.text().find("School Transport, answers")) << "the one that the family chose is in front";
  worker.submit({{"words", ""}, {"service", "clinic-3"}});
  EXPECT_LT(worker.text().find("Clinic 3, answers"), worker.text().find("Clinic 1, answers"))
      << "and so is what was ticked, when something else is wrong";
  EXPECT_EQ(groups(worker.open("/record")), "Fenshire Council Health");
  auto administrator = signed_in(Who::administrator);
  EXPECT_EQ(groups(administrator.open("/administration/people/new")), "Fenshire Council Health");
  auto another = browser();
  another.open("/say?about=clinic-7").click("Carry on").submit({{"words", "The waiting room is cold."}});
  another.open("/say/about");
  EXPECT_EQ(groups(another), "Fenshire Council +Health");
}

TEST_P(ManyServices, EverybodySeesTheNamesOfAllUnderTheirAgencies) {
  auto anybody = browser();
  anybody.open("/services");
  EXPECT_THAT(anybody.text(), AllOf(HasSubstr("School Transport · Short Breaks"), HasSubstr("Clinic 1 · Clinic 10")));
  EXPECT_THAT(anybody.body(), AllOf(HasSubstr("services__agency"), Not(HasSubstr("<h3"))));
}

}  // namespace
}  // namespace earshot::app
