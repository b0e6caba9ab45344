// One complete way through the house: something is said, passed on, answered, published, and read by everybody.

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "app/features.h"
#include "app/testing.h"

namespace earshot::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class WayThrough : public HouseTest {
 protected:
  /// What families of Leicestershire said in 2010. Another copy than the one beside the repository is named by
  /// EARSHOT_TEST_SHARED.
  static std::string leicestershire() {
    auto const* elsewhere = std::getenv("EARSHOT_TEST_SHARED");
    auto const path =
        std::string(elsewhere ? elsewhere : EARSHOT_SOURCE_DIR "/../shared") + "/data/voices-leicestershire-2010.csv";
    std::ifstream file(path, std::ios::binary);
    EXPECT_TRUE(file.good()) << path << " is not there; set EARSHOT_TEST_SHARED to the folder that has data/";
    return {std::istreambuf_iterator<char>(file), {}};
  }

  web::ImportReport import_voices(std::string const& text) {
    for (auto const& feature : features())
      for (auto const& import : feature.imports)
        if (import.name == "voices") {
          auto const report = import.run(db(), text, now(), [](std::size_t, std::size_t) {});
          EXPECT_TRUE(report.has_value()) << report.error().problems.front().message.id;
          return report.value_or(web::ImportReport{});
        }
    ADD_FAILURE() << "there is no import of voices";
    return {};
  }
};
EARSHOT_ON_BOTH_ENGINES(WayThrough);

TEST_P(WayThrough, LeicestershireIsImportedOnce) {
  auto const voices = leicestershire();
  auto const first = import_voices(voices);
  EXPECT_EQ(first.stored, 22);
  EXPECT_EQ(first.already_here, 0);
  auto const again = import_voices(voices);
  EXPECT_EQ(again.stored, 0);
  EXPECT_EQ(again.already_here, 22);
  EXPECT_EQ(count("voices"), 22);
}

TEST_P(WayThrough, AnImportedVoiceIsAnsweredAndReadByEverybody) {
  import_voices(leicestershire());
  constexpr auto kSaid = "Finding information about services is difficult";
  constexpr auto kPublished = "Families want one place that lists every service.";
  constexpr auto kAnswer = "All our services are in one list now.";

  auto worker = signed_in(Who::worker);
  EXPECT_THAT(worker.open("/voices").text(), AllOf(HasSubstr("22 wait to be read"), HasSubstr(kSaid)));
  auto const ask = pass_on(worker, {{"service", kService}, {"words", kPublished}});
  EXPECT_THAT(worker.open(ask).text(), AllOf(HasSubstr(kPublished), HasSubstr("7 December 2026")));
  EXPECT_THAT(worker.open("/voices").text(), AllOf(HasSubstr("21 wait to be read"), Not(HasSubstr(kSaid))));

  auto lead = signed_in(Who::lead);
  EXPECT_THAT(lead.open("/asks").text(), HasSubstr(kPublished));
  lead.open(ask).click("Write the answer").submit({{"outcome", "done"}, {"done", kAnswer}});
  EXPECT_THAT(lead.text(), AllOf(HasSubstr("This is what everybody will read"), HasSubstr(kAnswer)));
  auto everybody = browser();
  EXPECT_THAT(everybody.open("/changes").text(), Not(HasSubstr(kAnswer)));

  lead.submit();
  auto const change = lead.path();
  EXPECT_TRUE(change.starts_with("/changes/A-")) << change;
  EXPECT_THAT(lead.open("/asks").text(), Not(HasSubstr(kPublished)));

  for (auto const& path : {std::string("/"), std::string("/changes"), change}) {
    everybody.open(path);
    EXPECT_EQ(everybody.status(), 200) << path;
    EXPECT_THAT(everybody.text(), AllOf(HasSubstr(kPublished), HasSubstr("We did it"), HasSubstr(kAnswer),
                                        HasSubstr("School Transport"), Not(HasSubstr(kSaid))))
        << path;
  }
  everybody.get("/changes.atom");
  EXPECT_THAT(everybody.body(), AllOf(HasSubstr(kPublished), HasSubstr(kAnswer),
                                      HasSubstr("http://families.example" + change), Not(HasSubstr(kSaid))));
}

TEST_P(WayThrough, AFamilySeesEachStepInItsReceipt) {
  auto family = browser();
  family.open("/").submit({{"words", "The bus comes after the bell.\r\nMy daughter stands in the rain."}});
  EXPECT_THAT(family.text(), HasSubstr("If somebody comes in, you can leave quickly"));
  family.click("Carry on");
  EXPECT_THAT(family.text(), HasSubstr("What is it about?"));
  family.submit({{"about", kService}});
  EXPECT_THAT(family.text(), HasSubstr("Who is speaking?"));
  family.submit({{"speaker", "parent-or-carer"}});
  family.submit({{"wish", "A bus at eight."}});
  family.submit({{"may_show", "without-name"}});
  EXPECT_THAT(family.text(), HasSubstr("How shall we tell you?"));
  family.submit({{"told_by", "receipt"}});
  EXPECT_THAT(family.text(), AllOf(HasSubstr("The bus comes after the bell. My daughter stands in the rain."),
                                   HasSubstr("School Transport"), HasSubstr("A parent or carer"),
                                   HasSubstr("A bus at eight."), HasSubstr("Yes, without my name")));
  family.submit();
  EXPECT_THAT(family.text(), AllOf(HasSubstr("Thank you. We have it."), HasSubstr("V-"),
                                   HasSubstr("http://families.example/follow/")));
  EXPECT_THAT(family.body(), HasSubstr("A QR code of your private link"));

  family.click("See where it stands");
  auto const receipt = family.path();
  EXPECT_THAT(family.text(), AllOf(HasSubstr("We have what you said"), HasSubstr("Somebody reads it"),
                                   HasSubstr("The bus comes after the bell."), HasSubstr("A bus at eight.")));

  auto worker = signed_in(Who::worker);
  auto const ask = pass_on(worker, {});
  EXPECT_THAT(family.open(receipt).text(), AllOf(HasSubstr("School Transport has it"), HasSubstr("7 December 2026"),
                                                 HasSubstr("They are working on an answer")));

  auto lead = signed_in(Who::lead);
  lead.open(ask + "/answer");
  EXPECT_THAT(lead.text(), HasSubstr("A bus at eight.")) << "the service reads what they would like";
  lead.submit({{"outcome", "will"},
               {"will", "We are moving the bus to eight."},
               {"by-day", "31"},
               {"by-month", "3"},
               {"by-year", "2027"}});
  EXPECT_THAT(family.open(receipt).text(),
              AllOf(HasSubstr("They are working on an answer"), Not(HasSubstr("moving the bus"))));

  lead.submit();
  EXPECT_THAT(family.open(receipt).text(),
              AllOf(HasSubstr("We will, by 31 March 2027"), HasSubstr("We are moving the bus to eight."),
                    Not(HasSubstr("They are working on an answer"))));
  family.click("See it as everybody sees it");
  EXPECT_THAT(family.text(), AllOf(HasSubstr("In the family's own words"),
                                   HasSubstr("The bus comes after the bell. My daughter stands in the rain."),
                                   Not(HasSubstr("A bus at eight."))));
}

TEST_P(WayThrough, WhatIsSaidInUrduIsShownAsUrdu) {
  auto family = browser();
  family.open("/say?language=ur");
  EXPECT_EQ(family.page().language(), "ur");
  say(family, {.words = "بس دیر سے آتی ہے۔"});
  auto worker = signed_in(Who::worker);
  auto const ask = pass_on(worker, {});
  auto lead = signed_in(Who::lead);
  lead.open(ask + "/answer").submit({{"outcome", "done"}, {"done", "It comes on time now."}});
  lead.submit();
  EXPECT_THAT(browser().open(lead.path()).body(), HasSubstr("lang=\"ur\" dir=\"auto\">"));
}

TEST_P(WayThrough, TheListIsNarrowedByServiceOutcomeAndWord) {
  auto const buses = an_ask("The bus is late.");
  auto const breaks = an_ask("Our short break was cancelled.", kOtherService);
  auto admin = signed_in(Who::administrator);
  admin.open(buses + "/answer").submit({{"outcome", "done"}, {"done", "New timetable."}});
  admin.submit();
  admin.open(breaks + "/answer").submit({{"outcome", "cannot"}, {"cannot", "There are too few carers."}});
  admin.submit();

  auto anybody = browser();
  anybody.open("/changes");
  EXPECT_LT(anybody.text().find("Our short break"), anybody.text().find("The bus is late")) << "the newest first";
  anybody.submit({{"service", kService}});
  EXPECT_THAT(anybody.text(), AllOf(HasSubstr("The bus is late"), Not(HasSubstr("Our short break"))));
  anybody.submit({{"service", ""}, {"outcome", "cannot"}});
  EXPECT_THAT(anybody.text(), AllOf(HasSubstr("Our short break"), Not(HasSubstr("The bus is late"))));
  anybody.submit({{"outcome", ""}, {"q", "timetable"}});
  EXPECT_THAT(anybody.text(), AllOf(HasSubstr("The bus is late"), Not(HasSubstr("Our short break"))));
  anybody.submit({{"q", "zebra"}});
  EXPECT_THAT(anybody.text(), AllOf(HasSubstr("Nothing here yet"), Not(HasSubstr("The bus is late"))));
}

TEST_P(WayThrough, SomebodyNotSureIsPassedOnByTheWorker) {
  auto family = browser();
  say(family, {.words = "Nobody tells us anything.", .about = "not-sure", .speaker = "rather-not-say"});
  auto worker = signed_in(Who::worker);
  worker.open("/voices");
  EXPECT_THAT(worker.text(), HasSubstr("Not sure"));
  pass_on(worker, {{"service", kOtherService}});
  EXPECT_THAT(worker.text(), HasSubstr("Short Breaks"));
}

}  // namespace
}  // namespace earshot::app
