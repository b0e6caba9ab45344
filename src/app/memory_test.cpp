// Pages from memory: kept for people who are not signed in, the same for all of them, and gone when they are out of
// date.

#include "app/testing.h"
#include "platform/web/decompress_testing.h"

namespace earshot::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Memory : public HouseTest {
 protected:
  std::string publish(std::string const& ask, std::string const& answer) {
    auto lead = signed_in(Who::lead);
    lead.open(ask + "/answer").submit({{"outcome", "done"}, {"done", answer}});
    lead.submit();
    EXPECT_TRUE(lead.path().starts_with("/changes/")) << lead.text();
    return lead.path();
  }

  /// Every value of a header.
  static std::string all_of(Browser const& window, std::string_view name) {
    std::string values;
    for (auto const& [each, value] : window.headers())
      if (http::same_name(each, name)) values += value + ", ";
    return values;
  }

  /// Whether the page is answered from memory, to somebody who comes for the first time.
  bool is_kept(std::string const& path) {
    auto anybody = browser();
    anybody.get(path);
    EXPECT_EQ(anybody.status(), 200) << path;
    return anybody.from_memory();
  }
};
EARSHOT_ON_BOTH_ENGINES(Memory);

TEST_P(Memory, APublicPageIsMadeOnce) {
  auto const change = publish(an_ask(), "A new bus.");
  for (auto const& path :
       {std::string("/"), std::string("/changes"), std::string("/changes.atom"), change, std::string("/about"),
        std::string("/privacy"), std::string("/accessibility"), std::string("/other-ways")}) {
    auto one = browser();
    auto other = browser();
    EXPECT_FALSE(one.get(path).from_memory()) << path;
    EXPECT_TRUE(other.get(path).from_memory()) << path;
    EXPECT_EQ(other.text(), one.text()) << path;
    EXPECT_EQ(other.status(), 200) << path;
  }
}

TEST_P(Memory, PagesOfOnePersonAreNeverKept) {
  auto family = browser();
  auto const receipt = say(family, {.words = "The bus is late."});
  for (auto const& path : {receipt, std::string("/say/leaving"), std::string("/sign-in")}) {
    browser().get(path);
    EXPECT_FALSE(is_kept(path)) << path;
  }
}

TEST_P(Memory, ASearchIsNotKept) {
  browser().get("/changes?q=bus");
  EXPECT_FALSE(is_kept("/changes?q=bus"));
  browser().get("/changes?outcome=done");
  EXPECT_TRUE(is_kept("/changes?outcome=done"));
}

TEST_P(Memory, WhoIsSignedInIsShownTheirOwnPage) {
  browser().get("/changes");
  ASSERT_TRUE(is_kept("/changes"));
  auto worker = signed_in(Who::worker);
  worker.get("/changes");
  EXPECT_FALSE(worker.from_memory());
  EXPECT_THAT(worker.text(), AllOf(HasSubstr("Person 1"), HasSubstr("Sign out")));
  EXPECT_EQ(worker.header("Cache-Control"), "no-store");
}

TEST_P(Memory, AKeptPageHoldsNobodysNameAndNobodysToken) {
  auto family = browser();
  first_question(family).submit({{"words", "Only mine."}});
  auto worker = signed_in(Who::worker);
  for (auto const* path : {"/", "/changes", "/about"}) {
    worker.get(path);
    EXPECT_FALSE(is_kept(path)) << "what a worker saw must not be shown to others: " << path;
    // Now somebody in the middle of saying something, whose visit has a token, is the first to come.
    pass(std::chrono::minutes{2});
    family.get(path);
    auto anybody = browser();
    anybody.get(path);
    EXPECT_TRUE(anybody.from_memory()) << path;
    EXPECT_EQ(anybody.field("csrf"), "") << path << " holds the token of another visit";
    EXPECT_THAT(anybody.text(), AllOf(Not(HasSubstr("Person 1")), HasSubstr("Sign in"))) << path;
  }
  // Their own form on the front page works all the same.
  family.open("/").submit({{"words", "Still mine."}});
  carry_on(family);
  EXPECT_EQ(family.path(), "/say/about") << family.text();
}

TEST_P(Memory, AForgedSignInDoesNotPutAPageIntoMemoryThatItShouldNot) {
  auto forger = browser();
  forger.set_cookie("earshot", "forged");
  EXPECT_FALSE(forger.get("/changes").from_memory());
  EXPECT_THAT(forger.text(), HasSubstr("Sign in"));
  EXPECT_FALSE(forger.get("/changes").from_memory()) << "who seems to be signed in is looked at each time";
}

TEST_P(Memory, PublishingDropsWhatItChangesAndAVoiceDropsNothing) {
  auto const first = an_ask("The bus is late.");
  auto const second = an_ask("The bus is cold.");
  publish(first, "It is on time now.");
  browser().get("/changes");
  browser().get("/about");
  ASSERT_TRUE(is_kept("/changes"));

  auto family = browser();
  say(family, {.words = "The bus is full."});
  EXPECT_TRUE(is_kept("/changes")) << "nothing that everybody sees has changed";
  auto worker = signed_in(Who::worker);
  pass_on(worker, {});
  EXPECT_FALSE(is_kept("/changes")) << "what waits for an answer is in the lists";
  EXPECT_TRUE(is_kept("/changes"));

  auto lead = signed_in(Who::lead);
  lead.open(second + "/answer").submit({{"outcome", "done"}, {"done", "It has a heater now."}});
  EXPECT_TRUE(is_kept("/changes")) << "an answer that is not published changes nothing";
  lead.submit();
  auto anybody = browser();
  anybody.get("/changes");
  EXPECT_FALSE(anybody.from_memory());
  EXPECT_THAT(anybody.text(), HasSubstr("It has a heater now."));
  EXPECT_TRUE(is_kept("/about")) << "what it does not change stays";
}

TEST_P(Memory, CountersAreFreshByTheMinute) {
  browser().get("/");
  EXPECT_TRUE(is_kept("/"));
  pass(std::chrono::seconds{61});
  EXPECT_FALSE(is_kept("/"));
}

TEST_P(Memory, WhoHasThePageAlreadyIsToldSo) {
  auto anybody = browser();
  anybody.get("/changes");
  for (int i = 0; i < 2; ++i) {
    auto const tag = browser().get("/changes").header("ETag");
    EXPECT_FALSE(tag.empty());
    anybody.get("/changes", {{"If-None-Match", tag}});
    EXPECT_TRUE(anybody.from_memory());
    EXPECT_EQ(anybody.status(), 304);
    EXPECT_EQ(anybody.body(), "");
    EXPECT_EQ(anybody.header("ETag"), tag);
    anybody.get("/changes", {{"If-None-Match", "\"another\""}});
    EXPECT_EQ(anybody.status(), 200);
  }
}

TEST_P(Memory, ChangedPagesAreSentAnew) {
  auto const ask = an_ask();
  auto const tag = browser().get("/changes").header("ETag");
  publish(ask, "A new bus.");
  auto anybody = browser();
  anybody.get("/changes", {{"If-None-Match", tag}});
  EXPECT_EQ(anybody.status(), 200);
  EXPECT_THAT(anybody.text(), HasSubstr("A new bus."));
}

TEST_P(Memory, EveryEncodingIsTheSamePage) {
  auto const plain = browser().get("/about").body();
  EXPECT_THAT(plain, HasSubstr("<!DOCTYPE html>"));
  for (auto const kept : {true, false}) {
    // The page of somebody who is signed in is compressed as it is sent.
    auto window = kept ? browser() : signed_in(Who::worker);
    auto const own = window.get("/about").body();
    window.get("/about", {{"Accept-Encoding", "gzip"}});
    EXPECT_EQ(window.from_memory(), kept);
    EXPECT_EQ(window.header("Content-Encoding"), "gzip");
    auto const from_gzip = web::from_gzip(window.body());
    EXPECT_EQ(from_gzip.size(), own.size());
    auto const gzip_tag = window.header("ETag");
    window.get("/about", {{"Accept-Encoding", "gzip, br"}});
    EXPECT_EQ(window.header("Content-Encoding"), "br");
    EXPECT_EQ(web::from_brotli(window.body()).size(), own.size());
    if (kept) {
      EXPECT_EQ(from_gzip, plain);
      EXPECT_EQ(web::from_brotli(window.body()), plain);
      EXPECT_NE(window.header("ETag"), gzip_tag);
    }
    EXPECT_THAT(all_of(window, "Vary"), HasSubstr("Accept-Encoding"));
  }
}

TEST_P(Memory, LanguagesAndTextSizesAreKeptApart) {
  auto english = browser();
  auto welsh = browser();
  auto large = browser();
  auto by_browser = browser();
  welsh.get("/about?language=cy");
  EXPECT_EQ(welsh.header("Location"), "/about");
  large.get("/about?text=large");
  for (int i = 0; i < 2; ++i) {
    english.get("/about");
    welsh.get("/about");
    large.get("/about");
    by_browser.get("/about", {{"Accept-Language", "cy-GB, en;q=0.5"}});
    EXPECT_EQ(english.page().language(), "en");
    EXPECT_EQ(welsh.page().language(), "cy");
    EXPECT_EQ(large.page().language(), "en");
    EXPECT_EQ(by_browser.page().language(), "cy");
    EXPECT_THAT(large.body(), HasSubstr("large-text"));
    EXPECT_THAT(english.body(), Not(HasSubstr("class=\"govuk-template large-text")));
    EXPECT_EQ(by_browser.text(), welsh.text());
  }
  EXPECT_TRUE(english.from_memory() && welsh.from_memory() && large.from_memory());
}

TEST_P(Memory, NoCookieIsKept) {
  auto anybody = browser();
  for (auto const* path : {"/", "/changes", "/about", "/changes.atom"}) {
    anybody.get(path);
    anybody.get(path);
    EXPECT_TRUE(anybody.from_memory());
    EXPECT_FALSE(anybody.headers().has("Set-Cookie")) << path;
  }
  EXPECT_TRUE(anybody.cookies().empty()) << "reading leaves no trace";
}

TEST_P(Memory, AnotherHostsAddressDoesNotGetIntoAKeptFeed) {
  publish(an_ask(), "A new bus.");
  auto forger = browser();
  forger.get("/changes.atom", {{"Host", "elsewhere.example"}});
  EXPECT_THAT(browser().get("/changes.atom").body(),
              AllOf(HasSubstr("http://families.example/changes/"), Not(HasSubstr("elsewhere.example"))));
}

}  // namespace
}  // namespace earshot::app
