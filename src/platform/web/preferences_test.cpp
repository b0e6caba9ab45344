#include "platform/web/preferences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/db/database.h"
#include "platform/http/forms.h"

namespace earshot::web {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

http::Request asking(std::string const& path, std::string const& query = {}, http::Headers headers = {}) {
  http::Request request;
  request.path = path;
  request.target = http::percent_encoded(path) + (query.empty() ? "" : "?" + query);
  request.query = http::parse_urlencoded(query).fields;
  request.headers = std::move(headers);
  return request;
}

struct Chosen {
  std::string location = "none";
  std::vector<std::string> cookies;
};

Chosen chosen(http::Request const& request) {
  Site const site;
  auto const database = db::Database::open("sqlite::memory:");
  Context context{
      .request = request, .db = *database, .site = site, .now = Time{}, .t = i18n::Translator(i18n::language("en"))};
  auto const response = preference_chosen(context);
  if (!response) return {};
  EXPECT_EQ(response->status, 303);
  return {std::string(response->headers.get("Location")), context.cookies};
}

TEST(Preferences, TheCookieComesBeforeTheBrowserAndEnglishIsLast) {
  EXPECT_EQ(preferences_of(asking("/")).language, "en");
  EXPECT_EQ(preferences_of(asking("/", "", {{"Accept-Language", "fr, cy;q=0.8"}})).language, "cy");
  EXPECT_EQ(preferences_of(asking("/", "", {{"Accept-Language", "cy"}, {"Cookie", "language=ur"}})).language, "ur");
  EXPECT_EQ(preferences_of(asking("/", "", {{"Accept-Language", "cy"}, {"Cookie", "language=xx"}})).language, "cy");
  EXPECT_EQ(preferences_of(asking("/", "", {{"Accept-Language", "\xFF;q=x,,;"}})).language, "en");
}

TEST(Preferences, LargeTextIsRememberedByItsCookie) {
  EXPECT_FALSE(preferences_of(asking("/")).large_text);
  EXPECT_TRUE(preferences_of(asking("/", "", {{"Cookie", "text=large"}})).large_text);
  EXPECT_FALSE(preferences_of(asking("/", "", {{"Cookie", "text=huge"}})).large_text);
}

TEST(Preferences, AChoiceIsRememberedAndLeadsToTheSamePage) {
  auto const welsh = chosen(asking("/changes", "service=bus&language=cy&page=2"));
  EXPECT_EQ(welsh.location, "/changes?service=bus&page=2");
  EXPECT_THAT(welsh.cookies, ElementsAre(HasSubstr("language=cy; ")));
  auto const both = chosen(asking("/", "text=large&language=ur"));
  EXPECT_EQ(both.location, "/");
  EXPECT_THAT(both.cookies, ElementsAre(HasSubstr("language=ur"), HasSubstr("text=large")));
  EXPECT_EQ(chosen(asking("/a b/ü/", "text=usual")).location, "/a%20b/%C3%BC/");
}

TEST(Preferences, WhatIsNoChoiceIsNotRemembered) {
  EXPECT_EQ(chosen(asking("/changes", "q=language")).location, "none");
  auto const odd = chosen(asking("/", "language=xx&text=huge"));
  EXPECT_EQ(odd.location, "/");
  EXPECT_THAT(odd.cookies, IsEmpty());
}

TEST(Preferences, AFormIsNotSentElsewhereForAChoice) {
  auto request = asking("/say", "language=cy");
  request.method = http::Method::post;
  EXPECT_EQ(chosen(request).location, "none");
}

TEST(Preferences, TheWayBackNeverLeavesTheSite) {
  EXPECT_EQ(chosen(asking("//elsewhere.example/x", "language=cy")).location, "/elsewhere.example/x");
  EXPECT_EQ(chosen(asking("////elsewhere.example", "language=cy")).location, "/elsewhere.example");
}

TEST(Preferences, VersionsOfAPageHaveTheirOwnKeys) {
  std::vector<http::Request> const versions{
      asking("/changes"),
      asking("/changes", "page=2"),
      asking("/changes", "", {{"Cookie", "language=cy"}}),
      asking("/changes", "", {{"Cookie", "text=large"}}),
      asking("/changes", "", {{"Cookie", "text=large; language=cy"}}),
      asking("/changes", "", {{"Host", "families.example"}}),
      asking("/about"),
  };
  for (std::size_t i = 0; i < versions.size(); ++i)
    for (std::size_t j = 0; j < versions.size(); ++j)
      EXPECT_EQ(memory_key(versions[i]) == memory_key(versions[j]), i == j) << i << " and " << j;
  EXPECT_EQ(memory_key(asking("/changes", "", {{"Accept-Language", "cy"}})),
            memory_key(asking("/changes", "", {{"Cookie", "language=cy"}})))
      << "however Welsh was chosen";
}

TEST(Preferences, SearchesAndEndlessAddressesAreNotKept) {
  EXPECT_TRUE(may_be_kept(asking("/changes"), {}));
  EXPECT_TRUE(may_be_kept(asking("/changes", "service=bus&page=2"), {"service", "page"}));
  EXPECT_TRUE(may_be_kept(asking("/changes", "q=&service=bus"), {"service", "page"}));
  EXPECT_FALSE(may_be_kept(asking("/changes", "q=bus"), {"service", "page"}));
  EXPECT_FALSE(may_be_kept(asking("/changes", "service=" + std::string(200, 'x')), {"service", "page"}));
}

}  // namespace
}  // namespace earshot::web
