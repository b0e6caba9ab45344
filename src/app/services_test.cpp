// The services as families meet them: who answers, how long it takes, what was promised.

#include "app/testing.h"

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
  EXPECT_THAT(anybody.text(), AllOf(HasSubstr("1 answered"), HasSubstr("0 days is how long families usually wait"),
                                    HasSubstr("A new timetable."), Not(HasSubstr("More breaks"))));
}

TEST_P(Services, OneThatDoesNotExistIsNotFound) {
  auto anybody = browser();
  EXPECT_EQ(anybody.get("/services/nowhere").status(), 404);
  EXPECT_EQ(anybody.get("/services/nowhere/poster").status(), 404);
}

}  // namespace
}  // namespace earshot::app
