// People who work with Earshot: invited, signing in with and without a code, forgetting their password, and their own
// account.

#include "app/testing.h"
#include "people/totp.h"

namespace earshot::app {
namespace {

using std::chrono::minutes;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr char const* kNewPassword = "three lamps and a kettle";

class PeoplePages : public HouseTest {
 protected:
  struct Letter {
    std::string kind, address, subject, body, path;
  };

  std::vector<Letter> letters() {
    static constexpr db::Sql kLetters{"SELECT kind, address, subject, body, path FROM outbox ORDER BY id"};
    return db().read([](db::Transaction& tx) { return tx.all<Letter>(kLetters); });
  }

  Letter last_letter() {
    auto const all = letters();
    EXPECT_FALSE(all.empty()) << "nobody was written to";
    return all.empty() ? Letter{} : all.back();
  }

  Browser& try_to_sign_in(Browser& window, std::string const& email, std::string const& password) {
    return window.open("/sign-in").submit({{"email", email}, {"password", password}});
  }

  /// The secret that the page of the second step shows as letters.
  static std::string secret_on(Browser const& window) {
    constexpr std::string_view kBefore = "The letters: ";
    auto const at = window.text().find(kBefore);
    EXPECT_NE(at, std::string::npos) << window.text();
    std::string bytes;
    unsigned buffer = 0;
    int bits = 0;
    for (auto const c : window.text().substr(at + kBefore.size(), 39)) {
      if (c == ' ') continue;
      buffer = (buffer << 5U) | static_cast<unsigned>(c >= 'A' ? c - 'A' : c - '2' + 26);
      if ((bits += 5) >= 8) bytes += static_cast<char>((buffer >> static_cast<unsigned>(bits -= 8)) & 255U);
    }
    return bytes;
  }

  [[nodiscard]] std::string code(std::string const& secret) const {
    return people::totp_code(secret, people::totp_step(now()));
  }

  /// Sets the second step up for `who`; gives the secret.
  std::string set_up(Who who) {
    auto window = signed_in(who);
    window.open("/account/second-step");
    auto const secret = secret_on(window);
    window.submit({{"password", kPassword}, {"code", code(secret)}});
    EXPECT_THAT(window.text(), HasSubstr("Your recovery codes"));
    m_codes_page = window.text();
    pass(minutes{1});
    return secret;
  }

  std::string m_codes_page;
};
EARSHOT_ON_BOTH_ENGINES(PeoplePages);

TEST_P(PeoplePages, SomebodyInvitedChoosesAPasswordAndWorks) {
  auto const admin = person(Who::administrator);
  db().write([&](db::Transaction& tx) {
    web::Viewer const by{.id = admin.value, .name = "Asha Rao", .roles = {"administrator"}, .scope = {}};
    ASSERT_TRUE(people::invite(tx, {"new@fenshire.example", {.name = "Noor", .roles = {people::kWorker}}}, by, now()));
  });
  auto const letter = last_letter();
  EXPECT_EQ(letter.address, "new@fenshire.example");
  EXPECT_THAT(letter.body, AllOf(HasSubstr("Asha Rao has made an account for you"), HasSubstr("7 days")));
  auto window = browser();
  EXPECT_EQ(window.open(letter.path).status(), 200);
  EXPECT_EQ(window.open(letter.path).status(), 200) << "opening it uses nothing up";
  EXPECT_THAT(window.text(), AllOf(HasSubstr("Welcome"), HasSubstr("new@fenshire.example"), HasSubstr("15 or more")));
  window.submit({{"password", "password1"}});
  EXPECT_EQ(window.status(), 422);
  EXPECT_THAT(window.text(), HasSubstr("Many people use a password like this"));
  window.submit({{"password", kNewPassword}});
  EXPECT_EQ(window.path(), "/sign-in");
  EXPECT_THAT(window.text(), HasSubstr("Your password is set"));
  window.submit({{"email", "new@fenshire.example"}, {"password", kNewPassword}});
  EXPECT_EQ(window.path(), "/voices");
  auto again = browser();
  EXPECT_EQ(again.open(letter.path).status(), 404);
  EXPECT_THAT(again.text(), HasSubstr("This link does not work any more"));
}

TEST_P(PeoplePages, AForgottenPasswordIsChosenAnewByALink) {
  auto elsewhere = signed_in(Who::worker);
  auto window = browser();
  window.open("/sign-in").click("I have forgotten my password").submit({{"email", email_of(Who::worker)}});
  EXPECT_THAT(window.text(), HasSubstr("If there is an account with this address"));
  auto const letter = last_letter();
  EXPECT_EQ(letter.kind, "people.reset");
  window.open(letter.path).submit({{"password", kNewPassword}});
  EXPECT_EQ(window.path(), "/sign-in");
  EXPECT_EQ(elsewhere.get("/voices").status(), 303) << "whoever had the old password is out";
  window.submit({{"email", email_of(Who::worker)}, {"password", kNewPassword}});
  EXPECT_EQ(window.path(), "/voices");
  EXPECT_EQ(last_letter().kind, "people.password_changed");
}

TEST_P(PeoplePages, TheAnswerIsTheSameWhetherAnAddressIsKnownOrNot) {
  person(Who::worker);
  auto const answer = [&](std::string const& email) {
    auto window = browser();
    window.open("/forgotten").submit({{"email", email}});
    return window.path() + " " + window.text();
  };
  auto const known = answer(email_of(Who::worker));
  EXPECT_EQ(answer("nobody@fenshire.example"), known);
  person(Who::family);
  EXPECT_EQ(answer(email_of(Who::family)), known);
  std::vector<std::string> kinds;
  for (auto const& letter : letters()) kinds.push_back(letter.kind);
  EXPECT_THAT(kinds, testing::ElementsAre("people.reset", "people.no_password_needed"));
}

TEST_P(PeoplePages, ALinkForAPasswordIsOverAfterHalfAnHour) {
  person(Who::worker);
  auto window = browser();
  window.open("/forgotten").submit({{"email", email_of(Who::worker)}});
  auto const path = last_letter().path;
  window.open(path);
  pass(minutes{30});
  window.submit({{"password", kNewPassword}});
  EXPECT_EQ(window.status(), 404);
  EXPECT_THAT(window.text(), HasSubstr("Get another link"));
}

TEST_P(PeoplePages, AfterFiveWrongTriesALinkOpensTheAccountAgain) {
  person(Who::worker);
  auto window = browser();
  for (int i = 0; i < 5; ++i) {
    try_to_sign_in(window, email_of(Who::worker), "wrong");
    EXPECT_THAT(window.text(), HasSubstr("The e-mail address or the password is not right"));
  }
  try_to_sign_in(window, email_of(Who::worker), kPassword);
  EXPECT_EQ(window.status(), 422);
  EXPECT_THAT(window.text(), HasSubstr("too many wrong tries"));
  EXPECT_EQ(window.field("email"), email_of(Who::worker)) << "what was typed is kept";
  EXPECT_EQ(last_letter().kind, "people.many_tries");
  window.open("/forgotten").submit({{"email", email_of(Who::worker)}});
  window.open(last_letter().path).submit({{"password", kNewPassword}});
  try_to_sign_in(window, email_of(Who::worker), kNewPassword);
  EXPECT_EQ(window.path(), "/voices");
}

TEST_P(PeoplePages, ACodeFromThePhoneIsAskedForAfterThePassword) {
  auto const secret = set_up(Who::worker);
  auto window = browser();
  window.open("/sign-in?then=/asks").submit({{"email", email_of(Who::worker)}, {"password", kPassword}});
  EXPECT_EQ(window.path(), "/sign-in/code");
  auto half = window;
  EXPECT_EQ(half.get("/voices").status(), 303) << "half in is not in";
  window.submit({{"code", "000000"}});
  EXPECT_EQ(window.status(), 422);
  EXPECT_THAT(window.text(), HasSubstr("This code is not right"));
  window.submit({{"code", code(secret)}});
  EXPECT_EQ(window.path(), "/asks") << "and goes on to where they wanted";
}

TEST_P(PeoplePages, WhoWaitsTooLongWithTheCodeBeginsAgain) {
  auto const secret = set_up(Who::worker);
  auto window = browser();
  try_to_sign_in(window, email_of(Who::worker), kPassword);
  pass(minutes{10});
  window.submit({{"code", code(secret)}});
  EXPECT_EQ(window.path(), "/sign-in") << window.text();
  EXPECT_EQ(window.get("/voices").status(), 303);
}

TEST_P(PeoplePages, ARecoveryCodeLetsSomebodyInWhoLostTheirPhone) {
  set_up(Who::worker);
  auto const at = m_codes_page.find("password. ") + 10;
  auto const recovery = m_codes_page.substr(m_codes_page.find('-', at) - 4, 29);
  auto window = browser();
  try_to_sign_in(window, email_of(Who::worker), kPassword).submit({{"code", recovery}});
  EXPECT_EQ(window.path(), "/voices") << recovery;
  EXPECT_THAT(window.open("/account").text(), HasSubstr("9 are left"));
  auto again = browser();
  try_to_sign_in(again, email_of(Who::worker), kPassword).submit({{"code", recovery}});
  EXPECT_EQ(again.status(), 422);
}

TEST_P(PeoplePages, SettingTheCodeUpAsksForThePassword) {
  auto window = signed_in(Who::worker);
  window.open("/account/second-step");
  auto const secret = secret_on(window);
  window.submit({{"password", "wrong"}, {"code", code(secret)}});
  EXPECT_EQ(window.status(), 422);
  EXPECT_THAT(window.text(), HasSubstr("This is not your password"));
  EXPECT_EQ(secret_on(window), secret) << "the app need not be set up again after a slip";
  window.submit({{"password", kPassword}, {"code", code(secret)}});
  EXPECT_THAT(window.text(), HasSubstr("Your recovery codes"));
}

TEST_P(PeoplePages, TurningTheCodeOffAsksForPasswordAndCode) {
  auto const secret = set_up(Who::worker);
  auto window = browser();
  try_to_sign_in(window, email_of(Who::worker), kPassword).submit({{"code", code(secret)}});
  pass(minutes{1});
  window.open("/account/second-step").submit({{"password", "wrong"}, {"code", code(secret)}});
  EXPECT_THAT(window.text(), HasSubstr("This is not your password"));
  window.submit({{"password", kPassword}, {"code", "000000"}});
  EXPECT_THAT(window.text(), HasSubstr("This code is not right"));
  window.submit({{"password", kPassword}, {"code", code(secret)}});
  EXPECT_EQ(window.path(), "/account");
  EXPECT_THAT(window.text(), HasSubstr("Not set up."));
  auto other = browser();
  try_to_sign_in(other, email_of(Who::worker), kPassword);
  EXPECT_EQ(other.path(), "/voices");
}

TEST_P(PeoplePages, NewRecoveryCodesAreMadeWithACode) {
  auto const secret = set_up(Who::worker);
  auto window = browser();
  try_to_sign_in(window, email_of(Who::worker), kPassword).submit({{"code", code(secret)}});
  pass(minutes{1});
  window.open("/account/recovery-codes").submit({{"code", "111111"}});
  EXPECT_EQ(window.status(), 422);
  window.submit({{"code", code(secret)}});
  EXPECT_THAT(window.text(), HasSubstr("Your recovery codes"));
}

TEST_P(PeoplePages, AdministratorsAreToldToSetUpACode) {
  auto admin = signed_in(Who::administrator);
  EXPECT_EQ(admin.path(), "/account");
  EXPECT_THAT(admin.text(), HasSubstr("Set up a code from your phone"));
  admin.click("Later: go on to your work");
  EXPECT_EQ(admin.status(), 200);
  EXPECT_NE(admin.path(), "/account");
  EXPECT_THAT(signed_in(Who::safeguarding_lead).text(), HasSubstr("Set up a code from your phone"));
  EXPECT_THAT(signed_in(Who::worker).open("/account").text(), Not(HasSubstr("Set up a code from your phone")));
}

TEST_P(PeoplePages, SignInsAreListedAndEndedOneByOneOrAllOthers) {
  person(Who::worker);
  auto const on = [&](std::string const& user_agent) {
    auto window = browser();
    window.open("/sign-in");
    http::Fields fields{{"email", email_of(Who::worker)}, {"password", kPassword}, {"csrf", window.field("csrf")}};
    window.post("/sign-in", fields, {{"User-Agent", user_agent}}).follow();
    return window;
  };
  auto phone = on("Mozilla/5.0 (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0");
  auto laptop = on("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/131.0.0.0 Safari/537.36");
  auto third = on("");
  laptop.open("/account");
  EXPECT_THAT(laptop.text(), AllOf(HasSubstr("Firefox on Android"), HasSubstr("Chrome on Windows"),
                                   HasSubstr("A device that we do not know"), HasSubstr("This is where you are now")));
  // The forms stand in the order of the list: the third sign-in, which is the latest, before the phone's.
  auto const& forms = laptop.page().forms();
  ASSERT_EQ(forms.size(), 3U) << laptop.text();
  laptop.post("/account", {{"csrf", std::string(forms[0].fields.get("csrf"))}, {"session", "999"}}).follow();
  EXPECT_EQ(third.get("/voices").status(), 200) << "nobody's session";
  laptop.open("/account");
  laptop.post("/account", {{"csrf", laptop.field("csrf")}, {"session", "others"}}).follow();
  EXPECT_EQ(laptop.path(), "/account");
  EXPECT_EQ(phone.get("/voices").status(), 303);
  EXPECT_EQ(third.get("/voices").status(), 303);
  EXPECT_EQ(laptop.get("/voices").status(), 200);
}

TEST_P(PeoplePages, NobodyEndsTheSignInOfAnother) {
  auto worker = signed_in(Who::worker);
  static constexpr db::Sql kSession{"SELECT max(id) FROM sessions"};
  auto const session = db().read([](db::Transaction& tx) { return tx.one<std::int64_t>(kSession); });
  auto lead = signed_in(Who::lead);
  lead.open("/sign-out");
  lead.post("/account", {{"csrf", lead.field("csrf")}, {"session", std::to_string(session)}});
  EXPECT_EQ(worker.get("/voices").status(), 200);
}

TEST_P(PeoplePages, ThePasswordIsChangedWithTheOldOne) {
  auto worker = signed_in(Who::worker);
  auto elsewhere = signed_in(Who::worker);
  worker.open("/account/password").submit({{"current", "wrong"}, {"password", kNewPassword}});
  EXPECT_THAT(worker.text(), HasSubstr("This is not your password"));
  worker.submit({{"current", kPassword}, {"password", "fenshire2026"}});
  EXPECT_THAT(worker.text(), HasSubstr("the name of this site"));
  worker.submit({{"current", kPassword}, {"password", kNewPassword}});
  EXPECT_EQ(worker.path(), "/account");
  EXPECT_EQ(worker.get("/voices").status(), 200);
  EXPECT_EQ(elsewhere.get("/voices").status(), 303);
  EXPECT_EQ(last_letter().kind, "people.password_changed");
  auto again = browser();
  try_to_sign_in(again, email_of(Who::worker), kNewPassword);
  EXPECT_EQ(again.path(), "/voices");
}

TEST_P(PeoplePages, AFamilyHasNoAccountPage) {
  auto family = signed_in(Who::family);
  EXPECT_EQ(family.get("/account").status(), 403);
}

class CodeRequired : public PeoplePages {
 protected:
  config::Config settings() override {
    auto config = PeoplePages::settings();
    config.second_factor = "required";
    return config;
  }
};
EARSHOT_ON_BOTH_ENGINES(CodeRequired);

TEST_P(CodeRequired, NobodyIsInBeforeTheCodeIsSetUp) {
  person(Who::worker);
  auto window = browser();
  try_to_sign_in(window, email_of(Who::worker), kPassword);
  EXPECT_EQ(window.path(), "/sign-in/second-step");
  EXPECT_THAT(window.text(), HasSubstr("Set it up now"));
  auto half = window;
  EXPECT_EQ(half.get("/voices").status(), 303);
  auto const secret = secret_on(window);
  window.submit({{"code", "000000"}});
  EXPECT_EQ(secret_on(window), secret) << "the app need not be set up again after a slip";
  window.submit({{"code", code(secret)}});
  EXPECT_THAT(window.text(), HasSubstr("Your recovery codes"));
  window.click("I have kept them. Go on");
  EXPECT_EQ(window.path(), "/voices");
  pass(minutes{1});
  auto again = browser();
  try_to_sign_in(again, email_of(Who::worker), kPassword);
  EXPECT_EQ(again.path(), "/sign-in/code");
}

TEST_P(PeoplePages, LettersAreInTheLanguageThatSomebodyHasChosen) {
  auto lead = signed_in(Who::lead);
  EXPECT_THAT(lead.open("/account").text(), HasSubstr("E-mails to you English"));
  lead.open("/account/language");
  lead.post("/account/language", {{"csrf", lead.field("csrf")}, {"language", "tlh"}});
  EXPECT_EQ(lead.status(), 422);
  lead.submit({{"language", "cy"}});
  EXPECT_EQ(lead.path(), "/account");
  EXPECT_THAT(lead.text(), HasSubstr("E-mails to you Cymraeg"));
  lead = signed_in(Who::lead);
  EXPECT_THAT(lead.open("/account").text(), HasSubstr("E-mails to you Cymraeg")) << "whatever their pages are in";
  browser().open("/forgotten").submit({{"email", email_of(Who::lead)}});
  auto const language = db().read([](db::Transaction& tx) {
    return tx.one<std::string>(db::Sql{"SELECT language FROM outbox ORDER BY id DESC LIMIT 1"});
  });
  EXPECT_EQ(language, "cy") << "whoever asks, and in whatever language";
}

}  // namespace
}  // namespace earshot::app
