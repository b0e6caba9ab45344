// What a family does behind its private link: follow each ask, add to what they said, judge the answer, change how they
// are told, take it back.

#include "app/testing.h"
#include "voices/voices.h"

namespace earshot::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Following : public HouseTest {
 protected:
  std::string m_words = "The bus comes after the bell.";

  /// Says something, has it passed on, answered and published; gives the private link.
  std::string answered(Browser& family) {
    auto const link = say(family, {.words = m_words});
    auto worker = signed_in(Who::worker);
    auto const ask = pass_on(worker, {{"service", kService}});
    auto lead = signed_in(Who::lead);
    lead.open(ask + "/answer").submit({{"outcome", "done"}, {"done", "It comes earlier now."}});
    lead.submit();
    EXPECT_TRUE(lead.path().starts_with("/changes/")) << lead.text();
    m_change = lead.path();
    return link;
  }

  voices::VoiceId first() {
    return db().read(
        [](db::Transaction& tx) { return tx.one<voices::VoiceId>(db::Sql{"SELECT min(id) FROM voices"}); });
  }

  std::string m_change;
};
EARSHOT_ON_BOTH_ENGINES(Following);

TEST_P(Following, AFamilyAddsToWhatItSaid) {
  auto family = browser();
  auto const link = say(family, {.words = m_words});
  family.open(link).click("Add something");
  family.send_form({{"words", "  "}});
  EXPECT_EQ(family.status(), 422);
  EXPECT_THAT(family.text(), HasSubstr("Write what you want to add."));
  family.submit({{"words", "It was late again on Monday."}});
  EXPECT_EQ(family.path(), link);
  EXPECT_THAT(family.text(), AllOf(HasSubstr("You added on 22 November 2026"), HasSubstr("late again on Monday")));
  family.open(link + "/add").submit({{"words", "It was late again on Monday."}});
  EXPECT_EQ(count("voice_additions"), 1) << "a second click adds nothing";
  auto worker = signed_in(Who::worker);
  EXPECT_THAT(worker.open("/voices?q=monday").text(), HasSubstr(m_words)) << "what they added is found as well";
}

TEST_P(Following, WhatTheyThinkOfAnAnswerIsKept) {
  auto family = browser();
  auto const link = answered(family);
  EXPECT_THAT(family.open(link).text(), HasSubstr("It comes earlier now."));
  family.click("Tell us whether this helped").send_form();
  EXPECT_EQ(family.status(), 422);
  EXPECT_THAT(family.text(), HasSubstr("Choose what you think of this answer."));
  family.send_form({{"verdict", "no"}});
  EXPECT_THAT(family.text(), HasSubstr("Write in a sentence what is missing."));
  family.submit({{"verdict", "no"}, {"missing", "It still leaves too late."}});
  EXPECT_EQ(family.path(), link);
  EXPECT_THAT(family.text(), AllOf(HasSubstr("not what you asked"), HasSubstr("It still leaves too late.")));
  family.open(link + "/verdict" + m_change.substr(m_change.rfind('/'))).submit({{"verdict", "yes"}});
  EXPECT_THAT(family.text(), HasSubstr("You told us that this helped."));
  EXPECT_EQ(count("voice_verdicts"), 1);
  EXPECT_EQ(count("ask_verdicts"), 1) << "who changes their mind is counted once";
  EXPECT_EQ(family.get(link + "/verdict/A-0000-0000").status(), 404);
}

TEST_P(Following, WhoTakesItBackLeavesNoWords) {
  auto family = browser();
  auto const link = answered(family);
  family.open(link + "/add").submit({{"words", "Ask for Sam."}});
  family.click("Take it back");
  EXPECT_THAT(family.text(), AllOf(HasSubstr("An answer to it is public already."), HasSubstr("Nobody can bring it")));
  EXPECT_EQ(count("voice_additions"), 1) << "nothing is done before they say so";
  family.submit();
  EXPECT_EQ(family.path(), link);
  EXPECT_THAT(family.text(), AllOf(HasSubstr("You took this back"), Not(HasSubstr("after the bell")),
                                   Not(HasSubstr("Add something"))));
  EXPECT_EQ(count("voices"), 1) << "the fact is kept";
  EXPECT_EQ(count("voice_additions"), 0);
  auto const words =
      db().read([](db::Transaction& tx) { return tx.one<std::string>(db::Sql{"SELECT words || wish FROM voices"}); });
  EXPECT_EQ(words, "");
  EXPECT_THAT(browser().open("/changes").text(), Not(HasSubstr("after the bell")));
  EXPECT_THAT(browser().open(m_change).text(),
              AllOf(HasSubstr("The family has taken these words back."), HasSubstr("It comes earlier now."),
                    Not(HasSubstr("after the bell")), Not(HasSubstr("Report these words"))))
      << "what the service changed stays changed";
  for (auto const* machine : {"/changes.atom", "/changes.csv", "/changes/poster"})
    EXPECT_THAT(browser().open(machine).body(), Not(HasSubstr("after the bell"))) << machine;
  for (auto const* part : {"/add", "/told", "/withdraw"}) {
    family.open(link + part);
    EXPECT_EQ(family.path(), link) << part;
  }
}

TEST_P(Following, AMadeUpFormTakesNothingBack) {
  auto family = browser();
  auto const link = say(family, {.words = m_words});
  family.open(link + "/withdraw");
  family.post(link + "/withdraw", {{"csrf", family.field("csrf")}, {"reference", "V-0000-0000"}});
  EXPECT_EQ(family.status(), 422);
  EXPECT_THAT(family.open(link).text(), HasSubstr("after the bell"));
}

TEST_P(Following, HowTheyAreToldIsChangedAndNeverShown) {
  auto family = browser();
  auto const link = say(family, {.words = m_words, .told_by = "email", .email = "sam@home.example"});
  family.open(link).click("Change how we tell you");
  EXPECT_THAT(family.body(), Not(HasSubstr("sam@home.example"))) << "whoever finds the link learns no address";
  family.send_form({{"told_by", "text"}, {"text", "12"}});
  EXPECT_EQ(family.status(), 422);
  EXPECT_EQ(family.field("text"), "12");
  family.submit({{"told_by", "text"}, {"text", "07700 900123"}});
  EXPECT_THAT(family.text(), HasSubstr("We tell you: By text message."));
  family.open(link + "/told").submit({{"told_by", "receipt"}});
  EXPECT_THAT(family.text(), HasSubstr("We do not write to you."));
}

TEST_P(Following, AClosedVoiceShowsTheKindWord) {
  auto family = browser();
  auto const link = say(family, {.words = "The driver is kind."});
  auto const by = person(Who::worker);
  ASSERT_TRUE(db().write([&](db::Transaction& tx) {
    auto const id = tx.one<voices::VoiceId>(db::Sql{"SELECT min(id) FROM voices"});
    return voices::close(tx, id, {voices::ClosedAs::thanks, "We told him. Thank you!"}, by, now());
  }));
  EXPECT_THAT(family.open(link).text(), AllOf(HasSubstr("Somebody has read it"), HasSubstr("We told him. Thank you!"),
                                              Not(HasSubstr("They find out which service"))));
}

TEST_P(Following, AHiddenVoiceLooksToItsFamilyAsOneThatIsRead) {
  auto family = browser();
  auto const link = answered(family);
  auto const id = first();
  db().write([&](db::Transaction& tx) { voices::hide(tx, id, now()); });
  EXPECT_THAT(family.open(link).text(), AllOf(HasSubstr("Somebody reads it"), HasSubstr("after the bell"),
                                              Not(HasSubstr("It comes earlier now."))));
  EXPECT_THAT(browser().open("/changes").text(), Not(HasSubstr("after the bell")));
}

TEST_P(Following, NobodyWithoutTheLinkLearnsThatItExists) {
  auto family = browser();
  auto const link = say(family, {.words = m_words});
  auto stranger = browser();
  auto const wrong = link.substr(0, link.size() - 1) + (link.back() == 'A' ? "B" : "A");
  for (auto const* part : {"", "/add", "/told", "/withdraw", "/verdict/A-0000-0000"}) {
    stranger.get(wrong + part);
    EXPECT_EQ(stranger.status(), 404) << part;
    stranger.post(wrong + part, {{"words", "x"}, {"told_by", "receipt"}, {"verdict", "yes"}});
    EXPECT_TRUE(stranger.status() == 404 || stranger.status() == 405) << part << " " << stranger.status();
  }
  EXPECT_THAT(family.open(link).text(), HasSubstr("after the bell"));
}

}  // namespace
}  // namespace earshot::app
