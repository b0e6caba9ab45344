#include "platform/web/router.h"

#include <stdexcept>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/db/database.h"

namespace earshot::web {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using ThingId = Id<struct Thing>;

Answer show_nothing(Context&) { return http::Response{}; }
Answer show_number(Context&, ThingId id) { return http::Response{.body = std::to_string(id.value)}; }
Answer show_texts(Context&, std::string one, std::string other) { return http::Response{.body = one + "|" + other}; }

Router a_router() {
  return Router({page_route("/things/{}", kEveryone, show_number), page_route("/", kEveryone, show_nothing),
                 page_route("/things/new", kEveryone, show_nothing), page_route("/things", kEveryone, show_nothing),
                 page_route("/{}/of/{}", kEveryone, show_texts)});
}

std::string pattern_of(std::string_view path) {
  auto const router = a_router();
  auto const match = router.find(path);
  return match ? match->route->pattern : "none";
}

/// What the handler of a path answers: its body, or the kind of refusal.
std::string answer_of(std::string_view path) {
  auto const router = a_router();
  auto const match = router.find(path);
  if (!match) return "no route";
  http::Request request;
  Site site;
  auto const database = db::Database::open("sqlite::memory:");
  Context context{
      .request = request, .db = *database, .site = site, .now = Time{}, .t = i18n::Translator(i18n::language("en"))};
  auto const answer = match->route->show(context, {}, match->values);
  if (answer) return answer->body;
  return answer.error().kind == Refusal::Kind::not_found ? "not found" : "refused";
}

TEST(Router, APathHasTheRouteOfItsPattern) {
  EXPECT_EQ(pattern_of("/"), "/");
  EXPECT_EQ(pattern_of("/things"), "/things");
  EXPECT_EQ(pattern_of("/things/7"), "/things/{}");
  EXPECT_EQ(pattern_of("/a/of/b"), "/{}/of/{}");
}

TEST(Router, ARouteWithoutParametersComesFirst) { EXPECT_EQ(pattern_of("/things/new"), "/things/new"); }

TEST(Router, NothingElseMatches) {
  for (auto const* path :
       {"/thing", "/things/", "/things/7/", "/things/7/8", "/THINGS", "//", "/a/of/", "/a/of", "", "/things//"})
    EXPECT_EQ(pattern_of(path), "none") << path;
}

TEST(Router, ValuesAreGivenInTheirOrder) {
  auto const router = a_router();
  EXPECT_THAT(router.find("/a b/of/ü")->values, ElementsAre("a b", "ü"));
  EXPECT_THAT(router.find("/things")->values, IsEmpty());
  EXPECT_EQ(answer_of("/x/of/y"), "x|y");
}

TEST(Router, AnIdIsAPlainNumberAboveZero) {
  EXPECT_EQ(answer_of("/things/7"), "7");
  EXPECT_EQ(answer_of("/things/9223372036854775807"), "9223372036854775807");
  for (auto const* path : {"/things/0", "/things/-7", "/things/7x", "/things/x", "/things/+7", "/things/ 7",
                           "/things/9223372036854775808", "/things/0x7"})
    EXPECT_EQ(answer_of(path), "not found") << path;
}

TEST(Router, TwoRoutesOfOnePatternAreAMistake) {
  EXPECT_THROW(Router({page_route("/a", kEveryone, show_nothing), page_route("/a", kSignedIn, show_nothing)}),
               std::logic_error);
}

}  // namespace
}  // namespace earshot::web
