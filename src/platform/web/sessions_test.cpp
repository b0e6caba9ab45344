#include "platform/web/sessions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/db/testing.h"
#include "platform/http/cookie.h"
#include "platform/web/feature.h"
#include "platform/web/forms.h"

namespace earshot::web {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr Time kNow{Milliseconds{1'795'341'600'000}};

class Sessions : public db::EngineTest {
 protected:
  std::vector<db::Migration> migrations() override { return web::migrations(); }

  OpenedSession open(std::optional<std::int64_t> viewer, Time at = kNow) {
    return db().write([&](db::Transaction& tx) { return open_session(tx, viewer, at); });
  }

  std::optional<FoundSession> find(std::string_view token, Time at = kNow) {
    return db().read([&](db::Transaction& tx) { return find_session(tx, token, at); });
  }

  Context context() {
    return {.request = m_request, .db = db(), .site = m_site, .now = kNow, .t = i18n::Translator(i18n::language("en"))};
  }

  http::Request m_request;
  Site m_site;
};
EARSHOT_ON_BOTH_ENGINES(Sessions);

TEST_P(Sessions, AreFoundByTheirTokenAlone) {
  auto const opened = open(7);
  auto const found = find(opened.token);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->session.id, opened.session.id);
  EXPECT_EQ(found->viewer, 7);
  EXPECT_EQ(found->session.csrf_secret, opened.session.csrf_secret);
  for (auto const& wrong : {std::string(), opened.token + "a", opened.token.substr(1), std::string("\xFF\xFE"),
                            std::string(100'000, 'a'), std::to_string(opened.session.id)})
    EXPECT_FALSE(find(wrong));
}

TEST_P(Sessions, KeepNoTokenThatCouldBeUsed) {
  auto const opened = open(7);
  static constexpr db::Sql kKept{"SELECT token_hash || ' ' || csrf_secret FROM sessions"};
  EXPECT_EQ(db().read([](db::Transaction& tx) { return tx.one<std::string>(kKept); }).find(opened.token),
            std::string::npos);
}

TEST_P(Sessions, AreListedForTheirPersonTheLastSeenFirst) {
  auto const phone = db().write([&](db::Transaction& tx) { return open_session(tx, 7, kNow, {"Firefox", "Android"}); });
  auto const office = open(7, kNow + Milliseconds{1});
  open(8);
  open(std::nullopt);
  auto const list = db().read([](db::Transaction& tx) { return sign_ins_of(tx, 7, kNow + Milliseconds{2}); });
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list[0].session, office.session.id);
  EXPECT_EQ(list[1].session, phone.session.id);
  EXPECT_EQ(list[1].device, (Device{"Firefox", "Android"}));
  EXPECT_EQ(list[1].since, kNow);
  auto const later = db().read([](db::Transaction& tx) { return sign_ins_of(tx, 7, kNow + kSignInIdle); });
  EXPECT_EQ(later.size(), 1U) << "the phone's is over";
}

TEST_P(Sessions, AreEndedByTheirPersonOneByOneOrAllOthers) {
  auto const mine = open(7);
  auto const other = open(7);
  auto const third = open(7);
  auto const of_another = open(8);
  db().write([&](db::Transaction& tx) {
    EXPECT_FALSE(end_session_of(tx, of_another.session.id, 7));
    EXPECT_TRUE(end_session_of(tx, other.session.id, 7));
  });
  EXPECT_FALSE(find(other.token));
  EXPECT_TRUE(find(third.token));
  db().write([&](db::Transaction& tx) { end_other_sessions_of(tx, 7, mine.session.id); });
  EXPECT_FALSE(find(third.token));
  EXPECT_TRUE(find(mine.token));
  EXPECT_TRUE(find(of_another.token));
}

TEST_P(Sessions, OfWorkersEndAfterTwoIdleHoursAndHalfADay) {
  auto const opened = open(7);
  EXPECT_TRUE(find(opened.token, kNow + kSignInIdle - Milliseconds{1}));
  EXPECT_FALSE(find(opened.token, kNow + kSignInIdle));
  for (auto time = kNow; time < kNow + kSignInLasts; time += std::chrono::hours{1}) {
    ASSERT_TRUE(find(opened.token, time));
    db().write([&](db::Transaction& tx) { touch_session(tx, opened.session.id, time); });
  }
  EXPECT_FALSE(find(opened.token, kNow + kSignInLasts));
}

TEST_P(Sessions, OfVisitsLastAWeekWhetherUsedOrNot) {
  auto const opened = open(std::nullopt);
  EXPECT_TRUE(find(opened.token, kNow + kVisitLasts - Milliseconds{1}));
  EXPECT_FALSE(find(opened.token, kNow + kVisitLasts));
}

TEST_P(Sessions, ThatAreOverAreRemoved) {
  auto const idle = open(7, kNow - kSignInIdle - Milliseconds{1});
  auto const old = open(std::nullopt, kNow - kVisitLasts);
  auto const fresh = open(7);
  auto const visit = open(std::nullopt);
  EXPECT_EQ(db().write([](db::Transaction& tx) { return remove_ended_sessions(tx, kNow); }), 2);
  EXPECT_TRUE(find(fresh.token));
  EXPECT_TRUE(find(visit.token));
  db().write([&](db::Transaction& tx) { end_session(tx, fresh.session.id); });
  EXPECT_FALSE(find(fresh.token));
}

TEST_P(Sessions, AFormIsKeptForItsPageUntilItIsForgotten) {
  auto const opened = open(7);
  http::Fields const typed{{"done", "a&b=c\r\nبس"}, {"done", "twice"}, {"empty", ""}};
  db().write([&](db::Transaction& tx) { keep_form(tx, opened.session.id, "/asks/7/answer", typed); });
  EXPECT_EQ(find(opened.token)->session.kept_path, "/asks/7/answer");
  auto const kept = [&](std::string_view path) {
    return db().read([&](db::Transaction& tx) { return kept_form(tx, opened.session.id, path); });
  };
  EXPECT_EQ(kept("/asks/7/answer"), typed);
  EXPECT_FALSE(kept("/asks/8/answer"));
  db().write([&](db::Transaction& tx) { forget_kept_form(tx, opened.session.id); });
  EXPECT_FALSE(kept("/asks/7/answer"));
  EXPECT_EQ(find(opened.token)->session.kept_path, "");
}

TEST_P(Sessions, AVisitIsBegunOnceARequest) {
  auto one = context();
  auto const id = ensure_session(one).id;
  EXPECT_EQ(ensure_session(one).id, id);
  EXPECT_THAT(one.cookies, ElementsAre(HasSubstr("earshot-visit=")));
  EXPECT_THAT(one.cookies.front(), HasSubstr("HttpOnly"));
  EXPECT_THAT(one.cookies.front(), HasSubstr("SameSite=Lax"));
}

TEST_P(Sessions, OverTlsCookiesAreOfThisHostAlone) {
  m_request.secure = true;
  auto one = context();
  sign_in(one, 7);
  EXPECT_THAT(one.cookies, ElementsAre(HasSubstr("__Host-earshot=")));
  EXPECT_THAT(one.cookies.front(), HasSubstr("Secure"));
  m_request.headers.set("Cookie", "earshot=set-by-a-neighbour; __Host-earshot=ours");
  EXPECT_EQ(read_cookie(m_request, kSignInCookie), "ours");
}

TEST_P(Sessions, SigningInBeginsANewOneAndSigningOutEndsIt) {
  auto one = context();
  ensure_session(one);
  auto const visit = one.session->id;
  sign_in(one, 7);
  EXPECT_NE(one.session->id, visit) << "a token that somebody planted before must not be signed in";
  auto const token = one.cookies.back().substr(sizeof "earshot=" - 1);
  EXPECT_TRUE(find(token.substr(0, token.find(';'))));
  sign_out(one);
  EXPECT_FALSE(find(token.substr(0, token.find(';'))));
  EXPECT_THAT(one.cookies.back(), HasSubstr("Max-Age=0"));
}

TEST_P(Sessions, AFormCarriesTheTokenOfItsVisit) {
  auto one = context();
  EXPECT_EQ(one.csrf_token(), "");
  EXPECT_TRUE(has_token(one)) << "the first form of a visit has neither";
  ensure_session(one);
  EXPECT_FALSE(has_token(one));
  auto const token = one.csrf_token();
  EXPECT_NE(one.csrf_token(), token) << "masked anew each time";
  m_request.form.fields = {{"csrf", token}};
  EXPECT_TRUE(has_token(one));
  for (auto const& wrong : {std::string(), std::string("x"), token.substr(1), token + "a", std::string("\xFF\xFE")}) {
    m_request.form.fields = {{"csrf", wrong}};
    EXPECT_FALSE(has_token(one)) << wrong;
  }
  auto other = context();
  ensure_session(other);
  m_request.form.fields = {{"csrf", other.csrf_token()}};
  EXPECT_FALSE(has_token(one)) << "of another visit";
  one.session.reset();
  EXPECT_FALSE(has_token(one)) << "a token without its visit";
}

TEST_P(Sessions, AFormComesFromThisSite) {
  m_site.public_address = "https://families.example";
  auto const comes = [&](http::Headers headers) {
    headers.set("Host", "127.0.0.1:8080");
    m_request.headers = std::move(headers);
    return from_this_site(context());
  };
  EXPECT_TRUE(comes({}));
  EXPECT_TRUE(comes({{"Origin", "http://127.0.0.1:8080"}, {"Sec-Fetch-Site", "same-origin"}}));
  EXPECT_TRUE(comes({{"Origin", "https://families.example"}}));
  EXPECT_TRUE(comes({{"Sec-Fetch-Site", "none"}}));
  for (auto const* origin :
       {"null", "https://elsewhere.example", "http://127.0.0.1:8081", "https://families.example.evil",
        "https://families.example:444", "families.example", "https://"})
    EXPECT_FALSE(comes({{"Origin", origin}})) << origin;
  EXPECT_FALSE(comes({{"Sec-Fetch-Site", "cross-site"}}));
  EXPECT_FALSE(comes({{"Sec-Fetch-Site", "same-site"}}));
  EXPECT_FALSE(comes({{"Origin", "https://families.example"}, {"Sec-Fetch-Site", "cross-site"}}));
}

}  // namespace
}  // namespace earshot::web
