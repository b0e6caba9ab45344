#include "people/openid.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "people/openid_testing.h"
#include "platform/crypto/signature.h"

namespace earshot::people::openid {
namespace {

namespace json = boost::json;
using testing::HasSubstr;
using testing::Not;

constexpr Time kNow{Milliseconds{1'795'341'600'000}};
constexpr std::int64_t kSeconds = 1'795'341'600;

class IdToken : public testing::Test {
 protected:
  static json::object claims() {
    return {{"iss", "https://login.example"}, {"sub", "1"},   {"aud", "earshot"},          {"iat", kSeconds},
            {"exp", kSeconds + 60},           {"nonce", "n"}, {"email", "Asha@x.example"}, {"email_verified", true}};
  }

  static bool passes(std::string const& token, std::string const& keys) {
    return checked_email(token, keys, {"https://login.example", "earshot", "n", kNow}).has_value();
  }
  static bool passes(json::object const& claims) { return passes(key().token(claims), key().keys()); }

  static json::object with(std::string_view name, json::value value) {
    auto changed = claims();
    changed[name] = std::move(value);
    return changed;
  }
  static json::object without(std::string_view name) {
    auto changed = claims();
    changed.erase(name);
    return changed;
  }

  static SigningKey const& key() {
    static SigningKey const the_key("one");
    return the_key;
  }
};

TEST_F(IdToken, InOrderGivesTheAddress) {
  auto const email =
      checked_email(key().token(claims()), key().keys(), {"https://login.example", "earshot", "n", kNow});
  ASSERT_TRUE(email);
  EXPECT_EQ(*email, "Asha@x.example");
}

TEST_F(IdToken, OfAnotherIssuerOrForAnotherAudienceIsRefused) {
  EXPECT_FALSE(passes(with("iss", "https://login.example.evil")));
  EXPECT_FALSE(passes(without("iss")));
  EXPECT_FALSE(passes(with("aud", "another")));
  EXPECT_FALSE(passes(without("aud")));
  EXPECT_FALSE(passes(with("aud", json::array{"earshot", "another"}))) << "nobody says for whom it was made";
  EXPECT_TRUE(passes(with("aud", json::array{"earshot"})));
  auto several = with("aud", json::array{"earshot", "another"});
  several["azp"] = "earshot";
  EXPECT_TRUE(passes(several));
  several["azp"] = "another";
  EXPECT_FALSE(passes(several));
}

TEST_F(IdToken, ThatIsOverOrOfATimeToComeIsRefused) {
  EXPECT_TRUE(passes(with("exp", kSeconds - 59))) << "clocks differ a little";
  EXPECT_FALSE(passes(with("exp", kSeconds - 60)));
  EXPECT_FALSE(passes(without("exp")));
  EXPECT_FALSE(passes(with("exp", "tomorrow")));
  EXPECT_FALSE(passes(with("iat", kSeconds + 61)));
  EXPECT_FALSE(passes(without("iat")));
  EXPECT_TRUE(passes(with("nbf", kSeconds + 60)));
  EXPECT_FALSE(passes(with("nbf", kSeconds + 61)));
}

TEST_F(IdToken, WithAnotherNonceIsRefused) {
  EXPECT_FALSE(passes(with("nonce", "m")));
  EXPECT_FALSE(passes(without("nonce")));
  EXPECT_FALSE(
      checked_email(key().token(with("nonce", "")), key().keys(), {"https://login.example", "earshot", "", kNow}));
}

TEST_F(IdToken, WithoutAVerifiedAddressIsRefused) {
  EXPECT_FALSE(passes(with("email_verified", false)));
  EXPECT_FALSE(passes(with("email_verified", "true")));
  EXPECT_FALSE(passes(without("email_verified")));
  EXPECT_FALSE(passes(without("email")));
}

TEST_F(IdToken, WithABadSignatureIsRefused) {
  SigningKey const other("one");
  EXPECT_FALSE(passes(other.token(claims()), key().keys())) << "another key under the same name";
  auto token = key().token(claims());
  token.back() = token.back() == 'A' ? 'B' : 'A';
  EXPECT_FALSE(passes(token, key().keys()));
  auto const unsigned_token = key().token(claims(), "none");
  EXPECT_FALSE(passes(unsigned_token, key().keys()));
  EXPECT_FALSE(passes(unsigned_token.substr(0, unsigned_token.rfind('.') + 1), key().keys()));
  EXPECT_FALSE(passes(key().token(claims(), "HS256"), key().keys()));
  SigningKey const weak("one", 1024);
  EXPECT_FALSE(passes(weak.token(claims()), weak.keys())) << "1024 bits prove nothing";
}

TEST_F(IdToken, ThatIsNoTokenIsRefused) {
  for (auto const* token : {"", ".", "..", "a.b.c", "e30.e30.e30", "e30.e30", "e30.e30.e30.e30", "🦉.🦉.🦉"})
    EXPECT_FALSE(passes(token, key().keys())) << token;
  for (auto const* keys : {"", "{}", "[]", R"({"keys":{}})", R"({"keys":[1,{}]})", R"({"keys":[{"kty":"RSA"}]})"})
    EXPECT_FALSE(passes(key().token(claims()), keys)) << keys;
}

TEST(OpenId, ThePathToTheProviderHoldsAllThatItNeedsAndNoSecret) {
  Attempt const attempt{"the-state", "the-nonce", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"};
  auto const address = authorization_address({"https://login.example/authorize?tenant=x", "", ""},
                                             {"https://login.example", "ear shot", "hush"},
                                             "https://families.example/sign-in/agency/back", attempt);
  EXPECT_THAT(address, HasSubstr("authorize?tenant=x&response_type=code&scope=openid%20email&client_id=ear"));
  EXPECT_THAT(address, HasSubstr("&state=the-state&nonce=the-nonce"));
  // The challenge of the example in RFC 7636, appendix B.
  EXPECT_THAT(address,
              HasSubstr("&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256"));
  EXPECT_THAT(address, Not(HasSubstr("hush")));
  EXPECT_NE(new_attempt().state, new_attempt().state);
}

TEST(OpenId, AProviderThatIsNotWhoItSaysIsNotAsked) {
  StandIn const provider;
  EXPECT_TRUE(discover({provider.issuer(), "earshot", ""}));
  EXPECT_FALSE(discover({provider.issuer() + "/", "earshot", ""})) << "the issuer must be the same, letter for letter";
  EXPECT_FALSE(discover({provider.issuer() + "/nowhere", "earshot", ""}));
  EXPECT_FALSE(discover({"http://login.example", "earshot", ""})) << "without TLS nobody is asked";
}

}  // namespace
}  // namespace earshot::people::openid
