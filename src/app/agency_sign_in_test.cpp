// Signing in with an agency's own accounts, against a stand-in for its provider.

#include "app/testing.h"
#include "people/openid_testing.h"

namespace earshot::app {
namespace {

using people::openid::SigningKey;
using people::openid::StandIn;
using testing::HasSubstr;

class AgencySignIn : public HouseTest {
 protected:
  config::Config settings() override {
    auto config = HouseTest::settings();
    config.openid_issuer = m_provider.issuer();
    config.openid_client_id = StandIn::kClient;
    config.openid_client_secret = StandIn::kSecret;
    config.openid_name = "Fenshire Council";
    return config;
  }

  /// Presses the button; gives the address of the provider that the browser is sent to.
  std::string set_out(Browser& window, std::string const& then = "") {
    window.open("/sign-in" + then);
    std::string address;
    for (auto const& link : window.page().links())
      if (link.text == "Sign in with Fenshire Council") address = link.href;
    window.get(address);
    EXPECT_EQ(window.status(), 303) << window.text();
    return window.header("Location");
  }

  /// Comes back with a token that `change` has changed; whether that lets them in.
  bool is_in_after(std::function<void(boost::json::object&)> const& change) {
    person(Who::worker);
    auto window = browser();
    window.open(m_provider.sign_in(set_out(window), email_of(Who::worker), now(), change));
    return window.get("/voices").status() == 200;
  }

  StandIn m_provider;
};
EARSHOT_ON_BOTH_ENGINES(AgencySignIn);

TEST_P(AgencySignIn, SomebodyInvitedIsInAndWhereTheyWantedToBe) {
  person(Who::worker);
  auto window = browser();
  auto const address = set_out(window, "?then=/asks");
  EXPECT_THAT(address, HasSubstr(m_provider.issuer() + "/authorize?response_type=code"));
  window.open(m_provider.sign_in(address, "PERSON1@Fenshire.Example", now()));
  EXPECT_EQ(window.path(), "/asks") << window.text();
  EXPECT_EQ(m_provider.asked().get("redirect_uri"), "http://families.example/sign-in/agency/back");
}

TEST_P(AgencySignIn, SomebodyWhomNobodyInvitedIsNotIn) {
  auto window = browser();
  window.open(m_provider.sign_in(set_out(window), "stranger@fenshire.example", now()));
  EXPECT_EQ(window.status(), 403);
  EXPECT_THAT(window.text(), HasSubstr("you have no account here"));
  person(Who::family);
  window.open(m_provider.sign_in(set_out(window), email_of(Who::family), now()));
  EXPECT_EQ(window.status(), 403) << "a family has no account for work";
  EXPECT_EQ(count("people"), 1);
}

TEST_P(AgencySignIn, SomebodyWhoseAccountIsClosedIsNotIn) {
  person(Who::worker);
  ASSERT_TRUE(people::set_active(db(), email_of(Who::worker), false, now()));
  EXPECT_FALSE(is_in_after({}));
}

TEST_P(AgencySignIn, ATokenThatIsNotInOrderLetsNobodyIn) {
  EXPECT_TRUE(is_in_after({}));
  EXPECT_FALSE(is_in_after([](auto& claims) { claims["nonce"] = "another"; }));
  EXPECT_FALSE(is_in_after([](auto& claims) { claims["exp"] = 1'795'341'000; }));
  EXPECT_FALSE(is_in_after([](auto& claims) { claims["aud"] = "another"; }));
  EXPECT_FALSE(is_in_after([](auto& claims) { claims["iss"] = "https://login.example"; }));
  EXPECT_FALSE(is_in_after([](auto& claims) { claims["email_verified"] = false; }));
  SigningKey const forged("the key of the agency");
  m_provider.sign_with(forged);
  EXPECT_FALSE(is_in_after({}));
}

TEST_P(AgencySignIn, OnlyTheVisitThatSetOutComesBackAndOnlyOnce) {
  person(Who::worker);
  auto window = browser();
  auto const back = m_provider.sign_in(set_out(window), email_of(Who::worker), now());
  auto stranger = browser();
  EXPECT_EQ(stranger.get(back).status(), 403) << "another browser";
  EXPECT_EQ(window.get(back).status(), 403) << "the state was used up";
  EXPECT_EQ(window.get("/voices").status(), 303);
  set_out(window);
  EXPECT_EQ(window.get("/sign-in/agency/back?code=a-code&state=made-up").status(), 403);
  auto const late = m_provider.sign_in(set_out(window), email_of(Who::worker), now());
  pass(std::chrono::minutes{10});
  EXPECT_EQ(window.get(late).status(), 403);
}

TEST_P(AgencySignIn, WhoIsTurnedAwayThereIsToldToBeginAgain) {
  auto window = browser();
  auto const back = m_provider.sign_in(set_out(window), email_of(Who::worker), now());
  window.get("/sign-in/agency/back?error=access_denied" + back.substr(back.find("&state")));
  EXPECT_EQ(window.status(), 403);
  EXPECT_THAT(window.text(), HasSubstr("begin again"));
}

}  // namespace
}  // namespace earshot::app
