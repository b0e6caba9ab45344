// Families that sign in by a link: nobody learns who is known, the link works once, and everything of theirs is there.

#include "app/testing.h"
#include "messages/messages.h"
#include "voices/voices.h"

namespace earshot::app {
namespace {

using std::chrono::minutes;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr char const* kSam = "sam@home.example";

class Families : public HouseTest {
 protected:
  struct Letter {
    std::string kind, address, language, subject, path;
  };

  std::vector<Letter> letters() {
    static constexpr db::Sql kLetters{"SELECT kind, address, language, subject, path FROM outbox ORDER BY id"};
    return db().read([](db::Transaction& tx) { return tx.all<Letter>(kLetters); });
  }

  Letter last_letter() {
    auto const all = letters();
    EXPECT_FALSE(all.empty()) << "nobody was written to";
    return all.empty() ? Letter{} : all.back();
  }

  /// What the browser reads after asking for a link.
  static std::string ask(Browser& window, std::string const& email) {
    window.open("/families/sign-in").submit({{"email", email}});
    return window.path() + " " + window.text();
  }

  Browser entered(std::string const& email = kSam) {
    auto window = browser();
    ask(window, email);
    window.open(last_letter().path).submit();
    EXPECT_EQ(window.path(), "/families") << window.text();
    return window;
  }

  messages::ContactId contact(std::string const& email = kSam) {
    return db().write(
        [&](db::Transaction& tx) { return messages::keep_contact(tx, messages::Channel::email, email, "en", now()); });
  }

  /// Something said with this address.
  voices::VoiceId said(std::string const& words, std::string const& email = kSam) {
    auto const to = contact(email);
    return db().write([&](db::Transaction& tx) {
      voices::receive(tx,
                      {.words = words,
                       .language = "en",
                       .services = {service()},
                       .contact = to,
                       .may_show = voices::MayShow::without_name},
                      words, now());
      return *voices::find_by_key(tx, words);
    });
  }

  std::optional<messages::Contact> stored(std::string const& email = kSam) {
    return db().read([&](db::Transaction& tx) { return messages::find_contact(tx, messages::Channel::email, email); });
  }
};
EARSHOT_ON_BOTH_ENGINES(Families);

TEST_P(Families, ALinkLetsThemInWithoutAPassword) {
  auto window = browser();
  ask(window, " Sam@Home.example ");
  auto const letter = last_letter();
  EXPECT_EQ(letter.address, kSam);
  EXPECT_EQ(letter.kind, "people.family_link");
  auto phone = browser();
  EXPECT_EQ(phone.open(letter.path).status(), 200) << "on another device, too";
  EXPECT_EQ(phone.open(letter.path).status(), 200) << "opening it uses nothing up";
  EXPECT_EQ(phone.get("/families").status(), 303) << "and signs nobody in";
  phone.open(letter.path).submit();
  EXPECT_EQ(phone.path(), "/families");
  auto again = browser();
  EXPECT_EQ(again.open(letter.path).status(), 404);
  EXPECT_THAT(again.text(), HasSubstr("Get another link"));
}

TEST_P(Families, ALinkIsOverAfterAQuarterOfAnHour) {
  auto window = browser();
  ask(window, kSam);
  auto const path = last_letter().path;
  window.open(path);
  pass(minutes{15});
  window.submit();
  EXPECT_EQ(window.status(), 404);
  EXPECT_EQ(window.get("/families").status(), 303);
}

TEST_P(Families, WhatMattersToThemTooStandsThereWithWhatBecameOfIt) {
  auto const ask = an_ask("The swings are broken.");
  auto lead = signed_in(Who::lead);
  lead.open(ask + "/answer").submit({{"outcome", "done"}, {"done", "Both swings are new."}});
  lead.submit();
  auto const change = lead.path();
  auto window = entered();
  EXPECT_THAT(window.text(), Not(HasSubstr("What matters to you too")));
  window.open(change + "/support").submit({{"how", "email"}, {"email", kSam}});
  window.open("/families");
  EXPECT_THAT(window.text(), AllOf(HasSubstr("What matters to you too"), HasSubstr("The swings are broken."),
                                   HasSubstr("School Transport: We did it")));
  window.click("The swings are broken.");
  EXPECT_EQ(window.path(), change);
  EXPECT_THAT(entered("ali@home.example").text(), Not(HasSubstr("swings")));
}

TEST_P(Families, NobodyLearnsWhoseAddressIsKnown) {
  said("The bus is late.");
  entered();
  person(Who::worker);
  auto one = browser();
  auto other = browser();
  auto third = browser();
  auto const known = ask(one, kSam);
  EXPECT_EQ(ask(other, "nobody@home.example"), known);
  EXPECT_EQ(ask(third, email_of(Who::worker)), known);
  EXPECT_EQ(last_letter().kind, "people.work_account");
  EXPECT_EQ(last_letter().path, "/sign-in");
}

TEST_P(Families, AnAddressIsWrittenToThreeTimesAnHourAtMost) {
  auto window = browser();
  for (int i = 0; i < 6; ++i) ask(window, kSam);
  EXPECT_EQ(letters().size(), 3U);
}

TEST_P(Families, WhatCannotBeAnAddressIsAskedForAgain) {
  auto window = browser();
  window.open("/families/sign-in").submit({{"email", "sam at home"}});
  EXPECT_EQ(window.status(), 422);
  EXPECT_EQ(window.field("email"), "sam at home");
}

TEST_P(Families, TheLetterIsInTheLanguageOfThePage) {
  auto window = browser();
  window.open("/?language=cy");
  ask(window, kSam);
  EXPECT_EQ(last_letter().language, "cy");
}

TEST_P(Families, SeeWhatTheySaidAndWhereItStandsAndNothingOfOthers) {
  auto const bus = said("The bus is late.");
  said("The park is dark.");
  said("Somebody else's words.", "ali@home.example");
  auto const worker = person(Who::worker);
  Date const today(std::chrono::floor<Days>(now()));
  db().write([&](db::Transaction& tx) {
    EXPECT_TRUE(voices::make_ask(tx, bus, {service(), "The bus is late.", ""}, worker, now(), today));
  });
  auto window = entered();
  EXPECT_THAT(window.text(), AllOf(HasSubstr("The bus is late."), HasSubstr("School Transport answers by"),
                                   HasSubstr("The park is dark."), HasSubstr("We are reading it")));
  EXPECT_THAT(window.text(), Not(HasSubstr("Somebody else")));
  window.click("The bus is late.");
  EXPECT_TRUE(window.path().starts_with("/follow/")) << window.path();
}

TEST_P(Families, WhatIsHiddenIsNotListed) {
  auto const bus = said("The bus is late.");
  db().write([&](db::Transaction& tx) { voices::hide(tx, bus, now()); });
  EXPECT_THAT(entered().text(), Not(HasSubstr("The bus is late.")));
}

TEST_P(Families, WithNothingSaidYetAreToldWhatWillStandHere) {
  EXPECT_THAT(entered().text(), HasSubstr("Nothing is here yet"));
}

TEST_P(Families, ChooseHowTheyAreTold) {
  said("The bus is late.");
  auto window = entered();
  window.click("Change how we tell you").submit({{"pace", "weekly"}, {"language", "cy"}, {"print", "large"}});
  EXPECT_EQ(window.path(), "/families");
  EXPECT_THAT(window.text(), HasSubstr("At most once a week"));
  auto const kept = stored();
  EXPECT_EQ(kept->pace, messages::Pace::weekly);
  EXPECT_EQ(kept->language, "cy");
  EXPECT_TRUE(kept->large_print);
}

TEST_P(Families, StopMessagesAndBeginThemAgain) {
  said("The bus is late.");
  auto window = entered();
  window.open("/families/preferences").submit({{"pace", "never"}});
  EXPECT_TRUE(stored()->stopped_at);
  EXPECT_THAT(window.text(), HasSubstr("you asked us not to write"));
  window.open("/families/preferences").submit({{"pace", "daily"}});
  EXPECT_FALSE(stored()->stopped_at);
}

TEST_P(Families, AreToldByTextMessageInsteadUntilTheyLeave) {
  said("The bus is late.");
  auto window = entered();
  window.open("/families/preferences").send_form({{"told_by", "text"}, {"text", "12"}});
  EXPECT_EQ(window.status(), 422);
  EXPECT_EQ(window.field("text"), "12");
  window.submit({{"told_by", "text"}, {"text", "07700 900123"}});
  EXPECT_THAT(window.text(), AllOf(HasSubstr("By text message"), HasSubstr("+447700900123")));
  EXPECT_EQ(stored()->address, kSam) << "they still sign in with it";
  window.open("/families/leave").submit();
  EXPECT_EQ(stored()->told_at, "");
}

TEST_P(Families, AChoiceThatIsNoneIsRefused) {
  auto window = entered();
  window.open("/families/preferences");
  window.post("/families/preferences", {{"csrf", window.field("csrf")}, {"pace", "hourly"}, {"language", "xx"}});
  EXPECT_EQ(window.status(), 422);
  EXPECT_THAT(window.text(), AllOf(HasSubstr("Choose how often"), HasSubstr("Choose a language"),
                                   HasSubstr("Choose how we tell you")));
}

TEST_P(Families, DeleteTheirAccountAndAreForgottenButForWhatTheySaid) {
  said("The bus is late.");
  auto window = entered();
  auto elsewhere = entered();
  window.click("Delete my account");
  EXPECT_THAT(window.text(), AllOf(HasSubstr("What goes"), HasSubstr("What is kept")));
  window.submit();
  EXPECT_EQ(window.path(), "/");
  EXPECT_EQ(window.get("/families").status(), 303);
  EXPECT_EQ(elsewhere.get("/families").status(), 303);
  EXPECT_TRUE(stored()->stopped_at);
  EXPECT_EQ(count("voices"), 1);
  EXPECT_THAT(entered().text(), HasSubstr("The bus is late.")) << "with the same address they may come back";
}

TEST_P(Families, SeeNothingOfTheWorkOfOthers) {
  auto const ask = an_ask();
  auto window = entered();
  for (auto const* path : {"/voices", "/asks", "/account"}) EXPECT_EQ(window.get(path).status(), 403) << path;
  EXPECT_EQ(window.get(ask).status(), 403);
}

}  // namespace
}  // namespace earshot::app
