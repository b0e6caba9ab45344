// What people, broken programs and attackers send: a clear page, nothing lost, nothing stored that should not be. That
// no page fails is looked at by HouseTest after every test.

#include "app/testing.h"

namespace earshot::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class BadInput : public HouseTest {
 protected:
  static constexpr char const* kScript = "<script>alert(1)</script>";
  static constexpr char const* kPicture = "\"><img src=x onerror=alert(2)>'";

  static std::string urlencoded_type() { return "application/x-www-form-urlencoded"; }
};
EARSHOT_ON_BOTH_ENGINES(BadInput);

TEST_P(BadInput, BrokenUtf8IsSaidAndWhatCouldBeReadIsKept) {
  auto family = browser();
  family.exchange("POST", "/say", {}, "words=The+bus%FF%FE+is+late");
  EXPECT_EQ(family.status(), 422);
  EXPECT_THAT(family.text(), HasSubstr("There is a problem"));
  EXPECT_THAT(family.field("words"), AllOf(HasSubstr("The bus"), HasSubstr("is late")));
  EXPECT_EQ(count("voice_drafts"), 0);
}

TEST_P(BadInput, NulBytesAreSaidAndLeftOut) {
  auto family = browser();
  family.exchange("POST", "/say", {}, "words=The+bus%00+is+late");
  EXPECT_EQ(family.status(), 422);
  EXPECT_EQ(family.field("words"), "The bus is late");
  EXPECT_EQ(count("voice_drafts"), 0);
  family.submit();
  carry_on(family);
  EXPECT_EQ(family.path(), "/say/about");
}

TEST_P(BadInput, AddressesWithBrokenBytesAreRefused) {
  auto anybody = browser();
  for (auto const* path : {"/changes/%FF", "/changes/%00", "/follow/%C3", "/a%2Fb", "/../etc/passwd", "/%2e%2e/x"}) {
    anybody.get(path);
    EXPECT_TRUE(anybody.status() == 400 || anybody.status() == 404) << anybody.status() << " of " << path;
  }
  for (auto const* path :
       {"/changes?q=%FF%00", "/changes?service=%00&outcome=%FF", "/?page=%FF", "/say/leaving?%FF=%FF"})
    EXPECT_EQ(anybody.get(path).status(), 200) << path;
}

TEST_P(BadInput, MarkupIsTextOnEveryPage) {
  std::vector<std::string> markup;
  auto const look = [&](Browser& window) {
    EXPECT_THAT(window.body(), AllOf(Not(HasSubstr("<script>alert")), Not(HasSubstr("<img src=x")))) << window.path();
  };
  auto const words = std::string(kScript) + kPicture;
  auto family = browser();
  for (auto const* path : {"/say", "/say/about", "/say/speaker", "/say/wish", "/say/show", "/say/told", "/say/check"}) {
    family.post(path, {{"words", words},
                       {"about", words},
                       {"speaker", words},
                       {"wish", words},
                       {"may_show", words},
                       {"key", words},
                       {"csrf", words},
                       {words, words}});
    look(family);
  }
  say_up_to_check(family, {.words = words, .wish = words});
  EXPECT_THAT(family.text(), HasSubstr(words));
  look(family);
  family.submit();
  look(family);
  family.click("See where it stands");
  auto const receipt = family.path();
  EXPECT_THAT(family.text(), HasSubstr(words));
  look(family);

  auto worker = signed_in(Who::worker);
  EXPECT_THAT(worker.open("/voices").text(), HasSubstr(kScript));
  look(worker);
  for (auto const& link : std::vector(worker.page().links()))
    if (link.href.starts_with("/voices/") && link.text.find(kScript) != std::string::npos) {
      look(worker.open(link.href));
      worker.send_form({{"words", words}, {"do", "strike"}});
      look(worker);
    }
  auto const ask = pass_on(worker, {});
  look(worker);
  look(worker.open("/asks"));
  look(family.open(receipt));

  auto lead = signed_in(Who::lead);
  lead.open(ask + "/answer").send_form({{"outcome", "will"}, {"will", words}, {"by-day", words}, {"by-year", words}});
  EXPECT_EQ(lead.field("by-day"), words);
  look(lead);
  lead.submit({{"outcome", "cannot"}, {"cannot", words}});
  EXPECT_THAT(lead.text(), HasSubstr(words));
  look(lead);
  look(lead.open(ask));
  lead.open(ask + "/publish").submit();
  EXPECT_THAT(lead.text(), HasSubstr(words));

  auto anybody = browser();
  auto const encoded = http::percent_encoded(words);
  for (auto const& path : {lead.path(), std::string("/"), std::string("/changes"), std::string("/changes.atom"),
                           receipt, "/changes?q=" + encoded, "/changes?service=" + encoded + "&outcome=" + encoded,
                           "/sign-in?then=" + encoded, "/changes?" + encoded + "=" + encoded,
                           "/nowhere/" + http::percent_encoded(kScript), "/changes?language=" + encoded})
    look(anybody.open(path));
  anybody.open("/sign-in").send_form({{"email", words}, {"password", "x"}});
  EXPECT_EQ(anybody.field("email"), words);
  look(anybody);
}

TEST_P(BadInput, TooManyCharactersAreKeptAndSaid) {
  std::string exactly;
  for (int i = 0; i < 10'000; ++i) exactly += "é";
  auto family = browser();
  first_question(family).send_form({{"words", exactly + "é"}});
  EXPECT_EQ(family.status(), 422);
  EXPECT_THAT(family.text(), HasSubstr("This is longer than 10,000 characters."));
  EXPECT_EQ(family.field("words"), exactly + "é");
  family.submit({{"words", exactly}});
  carry_on(family);
  EXPECT_EQ(family.path(), "/say/about");
}

TEST_P(BadInput, AnEmptyAnswerToAQuestionIsAskedForAgain) {
  auto family = browser();
  first_question(family).submit({{"words", "  \r\n "}});
  EXPECT_THAT(family.text(), HasSubstr("Write what you want to say."));
  EXPECT_THAT(family.page().title(), HasSubstr("Error:"));
  family.submit({{"words", "The bus is late."}});
  carry_on(family);
  family.submit();
  EXPECT_THAT(family.text(), HasSubstr("Choose what it is about."));
  family.submit({{"about", "not-sure"}});
  family.submit();
  EXPECT_THAT(family.text(), HasSubstr("Choose who is speaking"));
  family.submit({{"speaker", "child"}});
  family.submit();
  family.submit();
  EXPECT_THAT(family.text(), HasSubstr("Choose whether we may show your words."));
}

TEST_P(BadInput, AForgedReceiptLeadsNowhere) {
  auto family = browser();
  auto const receipt = say(family, {.words = "The bus is late."});
  auto anybody = browser();
  std::string const token = receipt.substr(8);
  for (auto const& forged :
       {std::string(5'000, 'a'), std::string("x"), http::percent_encoded("خفیہ"), http::percent_encoded("' OR 1=1 --"),
        token + "a", token.substr(1), http::percent_encoded("%00"), token + "/", "%20" + token}) {
    for (auto const* page : {"/follow/", "/say/received/"}) {
      anybody.get(page + forged);
      EXPECT_EQ(anybody.status(), 404) << forged;
      EXPECT_THAT(anybody.text(), Not(HasSubstr("The bus is late.")));
    }
  }
  EXPECT_EQ(anybody.get(receipt).status(), 200);
}

TEST_P(BadInput, AForgedSessionIsNobodys) {
  auto worker = signed_in(Who::worker);
  auto const token = worker.cookies().at("earshot");
  for (auto const& forged : {std::string(8'000, 'a'), std::string("\xFF\xFE\x80"), std::string("خفیہ"), token + "a",
                             token.substr(1), std::string("' OR 1=1 --"), std::string("\"") + token, std::string()}) {
    for (auto const* name : {"earshot", "earshot-visit", "__Host-earshot"}) {
      auto forger = browser();
      forger.set_cookie(name, forged);
      EXPECT_EQ(forger.get("/voices").status(), 303) << name << " " << forged;
      EXPECT_EQ(forger.get("/").status(), 200) << name << " " << forged;
      EXPECT_EQ(forger.get("/say/leaving").status(), 200) << name << " " << forged;
    }
  }
  auto forger = browser();
  forger.set_cookie("earshot", std::string(20'000, 'a'));
  EXPECT_EQ(forger.get("/").status(), 431);
  EXPECT_THAT(forger.text(), HasSubstr("too long"));
}

TEST_P(BadInput, ThePreferenceCookiesHoldNothingBut) {
  auto anybody = browser();
  anybody.set_cookie("language", "xx");
  anybody.set_cookie("text", "<b>");
  anybody.get("/");
  EXPECT_EQ(anybody.page().language(), "en");
  EXPECT_THAT(anybody.body(), Not(HasSubstr("<b>")));
  anybody.get("/?language=xx");
  EXPECT_EQ(anybody.status(), 303);
  EXPECT_EQ(anybody.cookies().at("language"), "xx") << "what is no language is not remembered in its place";
}

TEST_P(BadInput, AChoiceOfLanguageStaysOnThisSite) {
  auto anybody = browser();
  for (auto const* path :
       {"//elsewhere.example", "//elsewhere.example/x", "/%2F/elsewhere.example", "///elsewhere.example"}) {
    anybody.get(std::string(path) + "?language=cy");
    if (anybody.status() != 303) continue;
    EXPECT_TRUE(anybody.header("Location").starts_with("/")) << path;
    EXPECT_FALSE(anybody.header("Location").starts_with("//")) << path << " leads to " << anybody.header("Location");
  }
  anybody.get("/changes?q=a%26b&language=cy&service=x");
  EXPECT_EQ(anybody.header("Location"), "/changes?q=a%26b&service=x");
}

TEST_P(BadInput, SigningInLeadsNowhereElse) {
  person(Who::worker);
  for (auto const* elsewhere : {"https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example",
                                "javascript:alert(1)", "/\t/elsewhere.example", "\\\\elsewhere.example"}) {
    auto window = browser();
    window.open("/sign-in?then=" + http::percent_encoded(elsewhere));
    window.send_form({{"email", email_of(Who::worker)}, {"password", kPassword}});
    EXPECT_EQ(window.status(), 303);
    EXPECT_EQ(window.header("Location"), "/work") << elsewhere;
  }
}

TEST_P(BadInput, AWrongPasswordAndAnUnknownAddressAreSaidAlike) {
  person(Who::worker);
  auto const attempt = [&](std::string const& email, std::string const& password) {
    auto window = browser();
    window.open("/sign-in").send_form({{"email", email}, {"password", password}});
    EXPECT_EQ(window.status(), 422);
    EXPECT_EQ(window.field("email"), email);
    EXPECT_THAT(window.body(), Not(HasSubstr("guess")));
    auto const text = window.text();
    return text.substr(text.find("There is a problem"));
  };
  auto const wrong = attempt(email_of(Who::worker), "guess guess guess");
  EXPECT_EQ(attempt("nobody@fenshire.example", "guess guess guess"), wrong);
  EXPECT_EQ(attempt(email_of(Who::worker), std::string(5'000, 'g')), wrong);
  EXPECT_EQ(attempt("' OR 1=1 --", ""), wrong);
}

TEST_P(BadInput, PageNumbersThatAreNoneShowAPage) {
  auto worker = signed_in(Who::worker);
  for (auto const* number : {"0", "-1", "x", "99999999999999999999", "2147483647", "1e9", "%FF"})
    for (auto const* list : {"/changes?page=", "/voices?page=", "/asks?page="})
      EXPECT_EQ(worker.get(std::string(list) + number).status(), 200) << list << number;
}

TEST_P(BadInput, BodiesThatAreNoFormAreAnEmptyForm) {
  auto family = browser();
  for (auto const* type :
       {"application/json", "text/plain", "multipart/form-data", "multipart/form-data; boundary=x", ""}) {
    family.exchange("POST", "/say", {{"Content-Type", type}}, "{\"words\":\"The bus\"}");
    EXPECT_EQ(family.status(), 422) << type;
  }
  EXPECT_EQ(count("voice_drafts"), 0);
}

TEST_P(BadInput, ABodyThatIsTooLargeIsSaidOnAPage) {
  auto family = browser();
  family.post("/say", {{"words", std::string(300'000, 'a')}});
  EXPECT_EQ(family.status(), 413);
  EXPECT_THAT(family.text(), HasSubstr("too much"));
}

TEST_P(BadInput, AFormOfAnotherSiteIsNotCarriedOut) {
  auto const ask = an_ask();
  auto lead = signed_in(Who::lead);
  lead.open(ask + "/answer");
  http::Fields const fields{{"csrf", lead.field("csrf")}, {"outcome", "done"}, {"done", "Sent by another site"}};
  for (auto const& [name, value] : http::Headers{{"Origin", "http://elsewhere.example"},
                                                 {"Origin", "null"},
                                                 {"Origin", "http://families.example.evil"},
                                                 {"Origin", "families.example"},
                                                 {"Sec-Fetch-Site", "cross-site"},
                                                 {"Sec-Fetch-Site", "same-site"}}) {
    lead.post(ask + "/answer", fields, {{name, value}});
    EXPECT_EQ(lead.status(), 403) << name << ": " << value;
    auto family = browser();
    family.post("/say", {{"words", "Sent by another site"}}, {{name, value}});
    EXPECT_EQ(family.status(), 403) << name << ": " << value;
    EXPECT_TRUE(family.cookies().empty());
    // Nor is it kept for a sign-in that another site would like to see.
    browser().post(ask + "/answer", fields, {{name, value}});
  }
  EXPECT_EQ(count("answers"), 0);
  EXPECT_EQ(lead.post(ask + "/answer", fields).status(), 303) << "from here it is";
}

}  // namespace
}  // namespace earshot::app
