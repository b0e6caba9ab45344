// The services as families meet them: who answers, how long it takes, what was promised.

#include "app/testing.h"
#include "asks/asks.h"

namespace earshot::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Services : public HouseTest {};
EARSHOT_ON_BOTH_ENGINES(Services);

TEST_P(Services, AreListedByAgencyWithWhatTheyPromise) {
  auto anybody = browser();
  anybody.open("/services");
  EXPECT_THAT(anybody.text(), AllOf(HasSubstr("Fenshire Council"), HasSubstr("School Transport"),
                                    HasSubstr("working days"), Not(HasSubstr("late"))));
  an_ask("The bus is late.");
  pass(Days{60});
  EXPECT_THAT(anybody.open("/services").text(), HasSubstr("1 answer is late"));
  anybody.click("School Transport");
  EXPECT_EQ(anybody.path(), "/services/school-transport");
}

TEST_P(Services, OneShowsHowLongItTakesAndWhatItDid) {
  auto anybody = browser();
  anybody.open("/services/school-transport");
  EXPECT_THAT(anybody.text(), AllOf(HasSubstr("Buses and taxis"), HasSubstr("Run by Fenshire Council"),
                                    HasSubstr("No answer yet"), HasSubstr("0 answers are late now")));
  auto const ask = an_ask("The bus is late.");
  auto lead = signed_in(Who::lead);
  lead.open(ask + "/answer").submit({{"outcome", "done"}, {"done", "A new timetable."}});
  lead.submit();
  an_ask("More breaks.", kOtherService);
  anybody.open("/services/school-transport");
  EXPECT_THAT(anybody.text(),
              AllOf(HasSubstr("1 answered"), HasSubstr("0 working days is how long families usually wait"),
                    HasSubstr("A new timetable."), Not(HasSubstr("More breaks"))));
}

TEST_P(Services, OneShowsWhetherItsAnswersHelpedOnceThreeHaveSaidSo) {
  auto const ask = an_ask("The bus is late.");
  auto lead = signed_in(Who::lead);
  lead.open(ask + "/answer").submit({{"outcome", "done"}, {"done", "A new timetable."}});
  lead.submit();
  auto const change = lead.path();
  auto const told = [&](std::int64_t family, bool helps) {
    db().write([&](db::Transaction& tx) {
      asks::count_verdict(tx, {std::stoll(ask.substr(ask.rfind('/') + 1))}, {"voice", family}, helps, now());
    });
  };
  told(1, true);
  told(2, false);
  auto anybody = browser();
  EXPECT_THAT(lead.open(ask).text(), HasSubstr("1 of 2 who told us said this helped."));
  for (auto const& path : {std::string("/services/school-transport"), change})
    EXPECT_THAT(anybody.open(path).text(), Not(HasSubstr("who told us said"))) << path;
  told(3, true);
  told(3, true);
  EXPECT_THAT(anybody.open("/services/school-transport").text(),
              HasSubstr("2 of 3 who told us said that the answer helped"));
  EXPECT_THAT(anybody.open(change).text(), HasSubstr("2 of 3 who told us said this helped."));
}

TEST_P(Services, OneThatDoesNotExistIsNotFound) {
  auto anybody = browser();
  EXPECT_EQ(anybody.get("/services/nowhere").status(), 404);
  EXPECT_EQ(anybody.get("/services/nowhere/poster").status(), 404);
}

}  // namespace
}  // namespace earshot::app
