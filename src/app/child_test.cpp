// The path for younger children: three pages with pictures, which end in a voice like any other.

#include "app/testing.h"

namespace earshot::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Child : public HouseTest {};
EARSHOT_ON_BOTH_ENGINES(Child);

TEST_P(Child, SaysItWithAFaceAPictureAndAFewWords) {
  auto child = browser();
  first_question(child).click("For children: say it with pictures");
  EXPECT_THAT(child.text(), AllOf(HasSubstr("You can leave at any time"), HasSubstr("Press the red button.")));
  EXPECT_THAT(child.body(), HasSubstr("picture__drawing"));
  child.click("Next");
  EXPECT_THAT(child.text(), AllOf(HasSubstr("How does it feel?"), HasSubstr("Very happy"), HasSubstr("Worried")));
  EXPECT_THAT(child.body(), AllOf(HasSubstr("<svg"), HasSubstr("data-read-aloud"), HasSubstr("govuk-exit-this-page")));
  child.submit({{"feeling", "sad"}});
  child.submit({{"about", "school"}, {"about", "bus"}});
  EXPECT_THAT(child.text(), AllOf(HasSubstr("A grown-up who works for families reads this."),
                                  HasSubstr("Childline, 0800 1111"), Not(HasSubstr("e-mail"))));
  child.submit({{"words", "The bus is loud."}});
  EXPECT_TRUE(child.path().starts_with("/say/received/")) << child.text();
  EXPECT_THAT(child.text(), HasSubstr("Tell a grown-up you trust"));
  child.click("See where it stands");
  EXPECT_THAT(child.text(), AllOf(HasSubstr("School, Buses and getting there"), HasSubstr("The bus is loud."),
                                  HasSubstr("How it feels: Sad")));
  auto worker = signed_in(Who::worker);
  EXPECT_THAT(worker.open("/voices").text(), HasSubstr("The bus is loud."));
  auto const kept = db().read([](db::Transaction& tx) {
    return tx.one<std::string>(
        db::Sql{"SELECT speaker || ' ' || may_show || ' ' || feeling FROM voices WHERE contact IS NULL"});
  });
  EXPECT_EQ(kept, "child no sad") << "a child is asked for no address, and silence is not a yes";
}

TEST_P(Child, NeedsNoWordsButAFaceAndAPicture) {
  auto child = browser_of_child();
  child.open("/say/child").send_form();
  EXPECT_EQ(child.status(), 422);
  EXPECT_THAT(child.text(), HasSubstr("Choose a face."));
  child.submit({{"feeling", "happy"}});
  child.send_form();
  EXPECT_EQ(child.status(), 422);
  EXPECT_THAT(child.text(), HasSubstr("Choose a picture."));
  child.submit({{"about", "play"}});
  auto const csrf = child.field("csrf");
  child.submit({{"words", ""}, {"may_show", "without-name"}});
  EXPECT_TRUE(child.path().starts_with("/say/received/")) << child.text();
  auto const receipt = child.path();
  child.post("/say/child/words", {{"csrf", csrf}, {"words", ""}}).follow();
  EXPECT_EQ(child.path(), receipt) << "a second press of the button sends nothing twice";
  EXPECT_EQ(count("voices"), 1);
}

TEST_P(Child, TooManyWordsAreKeptAndSaid) {
  auto child = browser_of_child();
  child.open("/say/child").submit({{"feeling", "angry"}});
  child.submit({{"about", "food"}});
  child.send_form({{"words", std::string(10'001, 'a')}});
  EXPECT_EQ(child.status(), 422);
  EXPECT_THAT(child.text(), HasSubstr("This is longer than 10,000 characters."));
  EXPECT_EQ(child.field("words").size(), 10'001U);
  EXPECT_EQ(count("voices"), 0);
}

}  // namespace
}  // namespace earshot::app
