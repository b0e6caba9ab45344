// Every route with every role: who sees a page, who is asked to sign in, who is turned away. What is expected follows
// from the manifests; only what depends on the row, or on what went before, is written down here.

#include <atomic>
#include <map>
#include <optional>

#include "app/testing.h"
#include "attachments/attachments.h"
#include "county/county.h"
#include "messages/messages.h"
#include "messages/stopping.h"
#include "platform/http/server.h"
#include "platform/http/test_client.h"
#include "platform/images/testing.h"

namespace earshot::app {
namespace {

/// Where a pattern leads in this test, and who is answered otherwise than the permission alone says.
struct Place {
  std::string path;
  std::map<Who, int> instead = {};
};

class RoleWalk : public HouseTest {
 protected:
  void SetUp() override {
    HouseTest::SetUp();
    if (HasFatalFailure()) return;
    auto const stop = db().write([&](db::Transaction& tx) {
      county::add_topic(tx, "Play", "play");
      messages::send(tx, {.kind = "test", .key = "1", .address = "a@b.example", .note = {.title = "A message"}}, now());
      return messages::stop_path(tx, messages::keep_contact(tx, messages::Channel::email, "a@b.example", "en", now()));
    });
    auto family = browser();
    auto const follow = say(family, {.words = "The bus is late."});
    auto const received = family.path();
    auto worker = signed_in(Who::worker);
    auto const ask = pass_on(worker, {});
    auto lead = signed_in(Who::lead);
    lead.open(ask + "/answer").submit({{"outcome", "done"}, {"done", "It is on time now."}});
    auto other_family = browser();
    auto const judged = say(other_family, {.words = "The bus is full."});
    auto const answered = pass_on(worker, {{"service", kService}});
    lead.open(answered + "/answer").submit({{"outcome", "done"}, {"done", "There is a second bus."}});
    lead.submit();
    auto const change = lead.path();
    auto const promised = an_ask("The bus is dirty.");
    lead.open(promised + "/answer")
        .submit(
            {{"outcome", "will"}, {"will", "We clean it."}, {"by-day", "31"}, {"by-month", "3"}, {"by-year", "2027"}});
    lead.submit();
    lead.open("/telling/new")
        .submit({{"service", std::to_string(service().value)},
                 {"changed", "The bus has lights."},
                 {"reason", "The bus was dark."},
                 {"on-day", "1"},
                 {"on-month", "11"},
                 {"on-year", "2026"}});
    auto const told = lead.path().substr(0, lead.path().rfind('/'));
    say_with_a_photo(family, {.words = "The bus is cold."});

    say_with_a_photo(family, {.words = "The bus driver frightens me."});
    worker.open("/voices/5/danger").submit();
    browser().open(change + "/report").submit({{"reason", "advertises"}});
    run_jobs();
    db().write([&](db::Transaction& tx) { attachments::decide(tx, {1}, attachments::State::shown, now()); });
    auto safeguarding = signed_in(Who::safeguarding_lead);
    std::string raised;
    for (auto const& link : safeguarding.open("/safeguarding").page().links())
      if (link.href.starts_with("/safeguarding/S-")) raised = link.href;

    // An ask that is not theirs is not found: nobody learns that it exists.
    std::map<Who, int> const of_the_service{{Who::other_lead, 404}};
    // Who has written an answer does not look it over.
    std::map<Who, int> const of_the_lookers{{Who::other_lead, 404}, {Who::lead, 403}};
    std::map<Who, int> const not_begun = all(303);
    m_places = {{"/changes/{}", {change}},
                {"/services/{}", {std::string("/services/") + kService}},
                {"/services/{}/poster", {std::string("/services/") + kService + "/poster"}},
                {"/telling/{}", {told, of_the_service}},
                {"/telling/{}/publish", {told + "/publish", of_the_service}},
                {"/asks/{}", {ask, of_the_service}},
                {"/asks/{}/answer", {ask + "/answer", of_the_service}},
                {"/asks/{}/publish", {ask + "/publish", of_the_service}},
                {"/asks/{}/not-for-us", {ask + "/not-for-us", of_the_service}},
                {"/asks/{}/look", {ask + "/look", of_the_lookers}},
                {"/asks/{}/clock", {ask + "/clock", of_the_service}},
                {"/changes/{}/support", {change + "/support"}},
                {"/changes/{}/supported", {change + "/supported"}},
                {"/say/received/{}", {received}},
                {"/follow/{}", {follow}},
                {"/follow/{}/add", {follow + "/add"}},
                {"/follow/{}/told", {follow + "/told"}},
                {"/follow/{}/withdraw", {follow + "/withdraw"}},
                {"/follow/{}/verdict/{}", {judged + "/verdict" + change.substr(change.rfind('/'))}},
                {"/voices/{}", {"/voices/4"}},
                {"/voices/{}/close", {"/voices/4/close"}},
                {"/voices/{}/files/{}", {"/voices/4/files/1"}},
                // Nobody has recorded anything or brought in a file here, and nobody sees another's.
                {"/recorded/{}", {"/recorded/4", all(404)}},
                {"/voices/spreadsheet/{}", {"/voices/spreadsheet/1", all(404)}},
                {"/stop/{}", {stop}},
                {"/outbox/{}", {"/outbox/1"}},
                // Only other programs have business there.
                {"/messages/notify", {"/messages/notify", all(404)}},
                {"/voices/{}/danger", {"/voices/4/danger"}},
                {"/voices/{}/first", {"/voices/4/first"}},
                {"/asks/{}/danger", {ask + "/danger", of_the_service}},
                {"/safeguarding/{}", {raised}},
                {"/moderation/{}", {"/moderation/1"}},
                {"/moderation/{}/danger", {"/moderation/1/danger"}},
                {"/moderation/{}/file", {"/moderation/2/file"}},
                {"/changes/{}/report", {change + "/report"}},
                {"/follow/{}/shown", {follow + "/shown"}},
                {"/safeguarding/{}/hand-over", {raised + "/hand-over"}},
                {"/safeguarding/{}/decide", {raised + "/decide"}},
                {"/safeguarding/{}/note", {raised + "/note"}},
                {"/safeguarding/{}/files/{}", {raised + "/files/2"}},
                // The questions after the first lead back to it while nothing was said.
                {"/say/about", {"/say/about", not_begun}},
                {"/say/speaker", {"/say/speaker", not_begun}},
                {"/say/wish", {"/say/wish", not_begun}},
                {"/say/show", {"/say/show", not_begun}},
                {"/say/place", {"/say/place", not_begun}},
                // First they are told how to leave quickly.
                {"/say", {"/say", not_begun}},
                {"/say/child", {"/say/child", not_begun}},
                {"/say/child/about", {"/say/child/about", not_begun}},
                {"/say/child/words", {"/say/child/words", not_begun}},
                {"/say/told", {"/say/told", not_begun}},
                {"/say/check", {"/say/check", not_begun}},
                {"/say/files", {"/say/files", not_begun}},
                // Nobody but who is saying it sees what goes with it, and only until it is sent.
                {"/say/files/{}", {"/say/files/1", all(404)}},
                {"/say/files/{}/content", {"/say/files/1/content", all(404)}},
                {"/administration/agencies/{}", {"/administration/agencies/1"}},
                {"/administration/agencies/{}/close", {"/administration/agencies/1/close"}},
                {"/administration/services/{}", {"/administration/services/1"}},
                {"/administration/services/{}/close", {"/administration/services/1/close"}},
                {"/administration/lists/{}", {"/administration/lists/topics"}},
                {"/administration/lists/{}/{}", {"/administration/lists/topics/1"}},
                {"/administration/lists/{}/{}/close", {"/administration/lists/topics/1/close"}},
                {"/administration/bank-holidays/{}", {"/administration/bank-holidays/2026-12-25"}},
                {"/administration/people/{}", {"/administration/people/1"}},
                {"/administration/people/{}/close", {"/administration/people/1/close"}},
                {"/administration/people/{}/invitation", {"/administration/people/1/invitation"}},
                {"/administration/people/{}/second-step", {"/administration/people/1/second-step"}},
                {"/administration/messages/{}/{}", {"/administration/messages/asks.answered/ur"}},
                {"/administration/words/{}/{}", {"/administration/words/about/cy"}},
                {"/invitation/{}", {an_invitation()}},
                {"/new-password/{}", {a_reset_link()}},
                {"/families/enter/{}", {a_family_link()}},
                // Only who has given a password is asked for more.
                {"/sign-in/code", {"/sign-in/code", not_begun}},
                {"/sign-in/second-step", {"/sign-in/second-step", not_begun}},
                // There is no agency's own sign-in in this house.
                {"/sign-in/agency", {"/sign-in/agency", all(404)}},
                {"/sign-in/agency/back", {"/sign-in/agency/back", all(404)}},
                {"/account/recovery-codes", {"/account/recovery-codes", all(303)}},
                // Who is in already goes on; their work begins with their own first list.
                {"/sign-in", {"/sign-in", signed_in_only(303)}},
                {"/work", {"/work", all(303)}}};
  }

  void say_with_a_photo(Browser& family, Said const& said) {
    say_up_to_check(family, said);
    family.open("/say/files")
        .send_files({{attachments::kPhotosField, "bus.jpg", "image/jpeg", images::a_jpeg()}})
        .follow();
    family.submit();
  }

  /// The path in the letter that was written last.
  std::string last_path() {
    static constexpr db::Sql kPath{"SELECT path FROM outbox ORDER BY id DESC LIMIT 1"};
    return db().read([](db::Transaction& tx) { return tx.one<std::string>(kPath); });
  }

  std::string an_invitation() {
    db().write([&](db::Transaction& tx) {
      EXPECT_TRUE(people::invite(tx, {"new@fenshire.example", {.name = "New", .roles = {people::kWorker}}}, {}, now()));
    });
    return last_path();
  }

  std::string a_reset_link() {
    auto window = browser();
    window.open("/forgotten").submit({{"email", email_of(Who::worker)}});
    return last_path();
  }

  std::string a_family_link() {
    auto window = browser();
    window.open("/families/sign-in").submit({{"email", "sam@home.example"}});
    return last_path();
  }

  static std::map<Who, int> signed_in_only(int status) {
    auto result = all(status);
    result.erase(Who::nobody);
    return result;
  }

  static std::map<Who, int> all(int status) {
    std::map<Who, int> result;
    for (auto const who : kEverybody) result[who] = status;
    return result;
  }

  Place place(web::Route const& route) {
    if (auto const known = m_places.find(route.pattern); known != m_places.end()) return known->second;
    EXPECT_EQ(route.pattern.find("{}"), std::string::npos) << "tell the walk where " << route.pattern << " leads";
    return {route.pattern};
  }

  bool may(Who who, web::Permission permission) {
    if (permission == web::kEveryone) return true;
    auto const role = role_of(who);
    if (!role) return false;
    if (permission == web::kSignedIn) return true;
    for (auto const& grant : house().site().grants)
      if (grant.permission == permission &&
          std::find(grant.roles.begin(), grant.roles.end(), *role) != grant.roles.end())
        return true;
    return false;
  }

  int expected(web::Route const& route, Who who) {
    if (!may(who, route.permission)) return who == Who::nobody ? 303 : 403;
    auto const there = place(route);
    auto const instead = there.instead.find(who);
    return instead == there.instead.end() ? 200 : instead->second;
  }

  /// What can be told apart when something was carried out: every action is noted in the record, too.
  std::vector<std::int64_t> standing() {
    std::vector<std::int64_t> rows;
    for (auto const* table : {"voices", "asks", "answers", "sessions", "voice_drafts", "people", "record_entries"})
      rows.push_back(count(table));
    return rows;
  }

  std::map<std::string, Place> m_places;
};
EARSHOT_ON_BOTH_ENGINES(RoleWalk);

TEST_P(RoleWalk, EveryPageIsForThoseItIsMeantFor) {
  for (auto const who : kEverybody) {
    auto window = signed_in(who);
    for (auto const& route : house().router().routes()) {
      auto const path = place(route).path;
      window.get(path);
      auto const should = expected(route, who);
      EXPECT_EQ(window.status(), should) << path << " for " << name_of(who);
      if (who == Who::nobody && !may(who, route.permission)) {
        EXPECT_EQ(window.header("Location"), "/sign-in?then=" + http::percent_encoded(path));
      }
      if (should == 403 || should == 404) {
        EXPECT_THAT(window.text(), testing::Not(testing::HasSubstr("The bus"))) << path << " for " << name_of(who);
      }
    }
  }
}

TEST_P(RoleWalk, NothingThatIsSentWithoutTheTokenOfItsVisitIsDone) {
  http::Fields const everything{{"words", "Sent by another site"},
                                {"about", kService},
                                {"speaker", "child"},
                                {"wish", "Sent"},
                                {"may_show", "no"},
                                {"place", "rather-not-say"},
                                {"told_by", "receipt"},
                                {"service", kService},
                                {"outcome", "done"},
                                {"done", "Sent"},
                                {"csrf", "made-up"},
                                {"email", email_of(Who::worker)},
                                {"password", kPassword}};
  for (auto const who : kEverybody) {
    auto window = signed_in(who);
    // A visit of its own, with everything said and ready to be sent.
    say_up_to_check(window, {.words = "Something else.", .wish = "Peace"});
    auto fields = everything;
    fields.add("key", window.field("key"));
    auto const before = standing();
    for (auto const& route : house().router().routes()) {
      if (!route.act || route.options.token != web::Token::required) continue;
      auto const path = place(route).path;
      auto const outcome = window.post(path, fields).status();
      EXPECT_TRUE(outcome == 422 || outcome == 403 || outcome == 404 || outcome == 303 ||
                  (outcome == 200 && who == Who::nobody))
          << outcome << " of " << path << " for " << name_of(who);
      EXPECT_EQ(standing(), before) << path << " for " << name_of(who);
    }
  }
}

TEST_P(RoleWalk, WhatAPageCannotDoIsSaidWithWhatItCan) {
  auto window = signed_in(Who::administrator);
  for (auto const& route : house().router().routes()) {
    auto const path = place(route).path;
    auto const* allowed = route.act ? "GET, HEAD, POST" : "GET, HEAD";
    for (auto const* method : {"PUT", "DELETE", "PATCH", "OPTIONS"}) {
      window.exchange(method, path, {}, {});
      EXPECT_EQ(window.status(), 405) << method << " " << path;
      EXPECT_EQ(window.header("Allow"), allowed) << method << " " << path;
    }
    if (route.act) continue;
    window.post(path, {});
    EXPECT_EQ(window.status(), 405) << path;
    EXPECT_EQ(window.header("Allow"), allowed) << path;
  }
}

TEST_P(RoleWalk, AnAddressThatLeadsNowhereIsNotFound) {
  for (auto const who : kEverybody) {
    auto window = signed_in(who);
    for (auto const* path : {"/nowhere", "/asks/", "/asks/x", "/asks/0", "/asks/-1", "/asks/1x", "/asks/999",
                             "/asks/99999999999999999999", "/asks/1/nothing", "/changes/A-2222-2222", "/changes/x/y",
                             "/voices/999", "/say/", "/say/nothing", "/follow", "/follow/unknown", "/SAY"}) {
      window.get(path);
      auto const asked_to_sign_in = window.status() == 303 && who == Who::nobody;
      auto const turned_away = window.status() == 403 && who != Who::nobody;
      EXPECT_TRUE(window.status() == 404 || asked_to_sign_in || turned_away)
          << window.status() << " of " << path << " for " << name_of(who);
    }
  }
}

TEST_P(RoleWalk, TheHeadOfAPageIsThatOfThePageWithoutItsBody) {
  http::ServerOptions const options{.listen = "127.0.0.1:0", .workers = 1, .io_threads = 1};
  http::Server server(
      options, [&](http::Request const& request) { return house().answer(request); },
      [&](http::Request const& request) { return house().from_memory(request); },
      [&](int status, http::Request const& request) { return house().wire_error(status, request); });
  server.start();
  auto admin = signed_in(Who::administrator);
  for (auto const& route : house().router().routes()) {
    auto const path = place(route).path;
    std::string const rest = " " + path +
                             " HTTP/1.1\r\nHost: families.example\r\nCookie: earshot=" + admin.cookies().at("earshot") +
                             "\r\n\r\n";
    http::TestClient client(server.port());
    auto const page = client.ask("GET" + rest);
    client.send("HEAD" + rest);
    auto const head = client.receive(true);
    EXPECT_EQ(head.status, page.status) << path;
    // A new secret each time makes a picture of another size.
    auto const changes = path == "/account/second-step";
    for (auto const* name : {"Content-Type", "Content-Length", "ETag", "Cache-Control", "Vary", "Location",
                             "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy"})
      if (!changes || std::string_view(name) != "Content-Length") {
        EXPECT_EQ(head.headers.get(name), page.headers.get(name)) << name << " of " << path;
      }
    // Had a body come, it would stand before the next answer.
    EXPECT_EQ(client.ask("GET /healthz HTTP/1.1\r\nHost: families.example\r\n\r\n").body, "ok\n") << path;
  }
  server.stop();
}

TEST_P(RoleWalk, EveryPageForbidsWhatItDoesNotNeed) {
  auto admin = signed_in(Who::administrator);
  for (auto const& route : house().router().routes()) {
    admin.get(place(route).path);
    EXPECT_THAT(admin.header("Content-Security-Policy"), testing::HasSubstr("default-src 'none'")) << route.pattern;
    EXPECT_THAT(admin.header("Content-Security-Policy"), testing::Not(testing::HasSubstr("unsafe"))) << route.pattern;
    EXPECT_EQ(admin.header("X-Content-Type-Options"), "nosniff") << route.pattern;
    EXPECT_EQ(admin.header("Cache-Control"), "no-store") << route.pattern << " of somebody who is signed in";
  }
  for (auto const* path : {"/healthz", "/readyz", "/metrics"}) {
    auto const policy = admin.get(path).header("Content-Security-Policy");
    EXPECT_THAT(policy, testing::HasSubstr("frame-ancestors 'none'")) << path;
    EXPECT_EQ(admin.header("X-Content-Type-Options"), "nosniff") << path;
  }
}

TEST_P(RoleWalk, SomebodyWhoseAccountIsClosedIsOutAtOnce) {
  auto worker = signed_in(Who::worker);
  EXPECT_EQ(worker.get("/voices").status(), 200);
  ASSERT_TRUE(people::set_active(db(), email_of(Who::worker), false, now()));
  EXPECT_EQ(worker.get("/voices").status(), 303);
}

TEST_P(RoleWalk, SigningOutEndsTheVisitForGood) {
  auto worker = signed_in(Who::worker);
  auto const cookie = worker.cookies().at("earshot");
  worker.open("/voices").sign_out();
  EXPECT_EQ(worker.path(), "/");
  worker.set_cookie("earshot", cookie);
  EXPECT_EQ(worker.get("/voices").status(), 303);
}

TEST_P(RoleWalk, SomebodyIdleForTwoHoursSignsInAgain) {
  auto worker = signed_in(Who::worker);
  pass(std::chrono::minutes{119});
  EXPECT_EQ(worker.get("/voices").status(), 200);
  pass(std::chrono::minutes{119});
  EXPECT_EQ(worker.get("/voices").status(), 200);
  pass(std::chrono::minutes{121});
  EXPECT_EQ(worker.get("/voices").status(), 303);
}

}  // namespace
}  // namespace earshot::app
