// "You said, we did" on a sheet of A4.

#include "app/testing.h"

namespace earshot::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Posters : public HouseTest {
 protected:
  void answered(std::string const& words, std::string const& service, std::string const& answer) {
    auto const ask = an_ask(words, service);
    auto admin = signed_in(Who::administrator);
    admin.open(ask + "/answer").submit({{"outcome", "done"}, {"done", answer}});
    admin.submit();
  }
};
EARSHOT_ON_BOTH_ENGINES(Posters);

TEST_P(Posters, OfAServiceShowsItsChangesAndLeadsToItsPage) {
  answered("The bus is late.", kService, "A new timetable.");
  answered("More short breaks.", kOtherService, "Two more carers.");
  auto anybody = browser();
  anybody.open("/services/school-transport").click("A poster to print");
  EXPECT_THAT(anybody.text(),
              AllOf(HasSubstr("You said, we did"), HasSubstr("School Transport"), HasSubstr("The bus is late."),
                    HasSubstr("A new timetable."), HasSubstr("http://families.example/services/school-transport"),
                    Not(HasSubstr("More short breaks"))));
  EXPECT_THAT(anybody.body(), HasSubstr("A QR code of the page"));
}

TEST_P(Posters, ShowsSixAtMostAndOnlyOfItsTime) {
  for (int i = 1; i <= 7; ++i) answered("Wish number " + std::to_string(i), kService, "Done.");
  auto anybody = browser();
  anybody.open("/services/school-transport/poster");
  EXPECT_THAT(anybody.text(),
              AllOf(HasSubstr("Wish number 7"), HasSubstr("Wish number 2"), Not(HasSubstr("number 1"))));
  anybody.submit({{"period", "2025"}});
  EXPECT_THAT(anybody.text(), AllOf(HasSubstr("There is nothing for a poster yet"), Not(HasSubstr("Wish number"))));
}

TEST_P(Posters, OfTheCountyKeepsWhatWasChosen) {
  answered("The bus is late.", kService, "A new timetable.");
  answered("More short breaks.", kOtherService, "Two more carers.");
  auto anybody = browser();
  anybody.open("/changes?service=short-breaks").click("A poster to print");
  EXPECT_THAT(anybody.text(),
              AllOf(HasSubstr("Short Breaks"), HasSubstr("Two more carers."), Not(HasSubstr("The bus"))));
  anybody.submit({{"period", "this-year"}});
  EXPECT_THAT(anybody.text(),
              AllOf(HasSubstr("Short Breaks · This year"), HasSubstr("Two more carers."), Not(HasSubstr("The bus"))));
}

}  // namespace
}  // namespace earshot::app
