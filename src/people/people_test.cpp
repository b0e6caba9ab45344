#include "people/people.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "county/county.h"
#include "messages/messages.h"
#include "people/sign_in.h"
#include "platform/db/testing.h"
#include "platform/record/record.h"
#include "platform/secrets/secrets.h"
#include "platform/web/sessions.h"

namespace earshot::people {
namespace {

using testing::ElementsAre;

constexpr Time kNow{Milliseconds{1'795'341'600'000}};
constexpr char const* kGood = "correct horse battery staple";

class People : public db::EngineTest {
 protected:
  std::vector<db::Migration> migrations() override {
    std::vector<db::Migration> all;
    for (auto const& more : {secrets::migrations(), web::migrations(), record::migrations(), county::migrations(),
                             messages::migrations(), agencies::migrations(), people::migrations()})
      all.insert(all.end(), more.begin(), more.end());
    return all;
  }

  Result<PersonId> add_worker(std::string const& email, std::string const& password = kGood) {
    return add(db(), {.email = email, .name = "Priya", .password = password, .role = kWorker}, kNow);
  }

  /// A sign-in of this person, by its token.
  std::string session_of(PersonId person) {
    return db().write([&](db::Transaction& tx) { return web::open_session(tx, person.value, kNow).token; });
  }

  bool is_in(std::string const& token) {
    return db().read([&](db::Transaction& tx) { return web::find_session(tx, token, kNow).has_value(); });
  }

  bool signs_in(std::string const& email, std::string const& password) {
    return check_password(db(), email, password, kNow).has_value();
  }
};
EARSHOT_ON_BOTH_ENGINES(People);

TEST_P(People, SignInWithTheirAddressHoweverItIsWritten) {
  auto const person = add_worker("Priya@Fenshire.Example");
  ASSERT_TRUE(person);
  EXPECT_EQ(check_password(db(), "priya@fenshire.example", kGood, kNow)->person, *person);
  EXPECT_TRUE(signs_in("PRIYA@FENSHIRE.EXAMPLE", kGood));
  EXPECT_FALSE(signs_in("priya@fenshire.example", "Correct horse battery staple"));
  EXPECT_FALSE(signs_in("priya@fenshire.example", ""));
  EXPECT_FALSE(signs_in("", kGood));
}

TEST_P(People, AnAddressHasOneAccount) {
  ASSERT_TRUE(add_worker("priya@fenshire.example"));
  auto const again = add_worker("PRIYA@fenshire.example");
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().problems.front().field, "email");
}

TEST_P(People, WhatCannotBeAnAccountIsRefused) {
  for (auto const* email : {"", "priya", "@x.example", "priya@", "pri ya@x.example", "a@b\n"})
    EXPECT_FALSE(add_worker(email)) << email;
  EXPECT_FALSE(add_worker("a@x.example", "kettle7"));
  EXPECT_FALSE(add_worker("b@x.example", "12345678"));
  EXPECT_TRUE(add_worker("b@x.example", "tuesday kettle"));
  EXPECT_FALSE(add_worker("c@x.example", std::string(201, 'a'))) << "cut passwords would be guessed more easily";
  EXPECT_FALSE(add(db(), {.email = "d@x.example", .name = "", .password = kGood, .role = kWorker}, kNow));
  EXPECT_FALSE(add(db(), {.email = "e@x.example", .name = "E", .password = kGood, .role = {"king"}}, kNow));
}

TEST_P(People, ANewPasswordTakesThePlaceOfTheOld) {
  auto const session = session_of(*add_worker("priya@fenshire.example"));
  auto const of_another = session_of(*add_worker("tom@fenshire.example"));
  EXPECT_FALSE(set_password(db(), "priya@fenshire.example", "short", kNow));
  EXPECT_TRUE(is_in(session));
  ASSERT_TRUE(set_password(db(), "Priya@fenshire.example", "another long password", kNow));
  EXPECT_FALSE(is_in(session)) << "whoever had the old password is out";
  EXPECT_TRUE(is_in(of_another));
  EXPECT_FALSE(signs_in("priya@fenshire.example", kGood));
  EXPECT_TRUE(signs_in("priya@fenshire.example", "another long password"));
  EXPECT_FALSE(set_password(db(), "nobody@fenshire.example", "another long password", kNow));
}

TEST_P(People, AClosedAccountDoesNotSignInUntilItIsOpened) {
  auto const person = add_worker("priya@fenshire.example");
  ASSERT_TRUE(set_active(db(), "priya@fenshire.example", false, kNow));
  EXPECT_FALSE(signs_in("priya@fenshire.example", kGood));
  EXPECT_FALSE(db().read([&](db::Transaction& tx) { return find_viewer(tx, person->value); }));
  ASSERT_TRUE(set_active(db(), "priya@fenshire.example", true, kNow));
  EXPECT_TRUE(signs_in("priya@fenshire.example", kGood));
  EXPECT_FALSE(set_active(db(), "nobody@fenshire.example", true, kNow));
}

TEST_P(People, APersonIsSeenWithRolesAndServices) {
  auto const services = db().write([](db::Transaction& tx) {
    auto const agency = agencies::add_agency(tx, "Council");
    return std::vector{agencies::add_service(tx, {agency, "Bus", "bus", "", 14}),
                       agencies::add_service(tx, {agency, "Breaks", "breaks", "", 28})};
  });
  auto const lead =
      add(db(), {.email = "l@x.example", .name = "Tom", .password = kGood, .role = kServiceLead, .services = services},
          kNow);
  auto const viewer = db().read([&](db::Transaction& tx) { return find_viewer(tx, lead->value); });
  ASSERT_TRUE(viewer);
  EXPECT_EQ(viewer->name, "Tom");
  EXPECT_THAT(viewer->roles, ElementsAre("service-lead"));
  EXPECT_THAT(viewer->scope, ElementsAre(services[0].value, services[1].value));
}

TEST_P(People, AFamilyHasOneAccountAndNoPassword) {
  auto const keep = [&](std::string_view email) {
    return db().write([&](db::Transaction& tx) { return keep_family(tx, email, kNow); });
  };
  auto const family = keep("sam@home.example");
  ASSERT_TRUE(family);
  EXPECT_EQ(keep("sam@home.example"), family);
  EXPECT_NE(keep("ali@home.example"), family);
  EXPECT_FALSE(signs_in("sam@home.example", ""));
  auto const viewer = db().read([&](db::Transaction& tx) { return find_viewer(tx, family->value); });
  ASSERT_TRUE(viewer);
  EXPECT_THAT(viewer->roles, ElementsAre("family"));
  EXPECT_TRUE(db().read([](db::Transaction& tx) { return people::list(tx); }).empty()) << "not among those who work";
}

TEST_P(People, TheAccountOfAWorkerIsNeverGivenToAFamily) {
  add_worker("priya@fenshire.example");
  EXPECT_FALSE(db().write([&](db::Transaction& tx) { return keep_family(tx, "priya@fenshire.example", kNow); }));
}

TEST_P(People, TheLeadOfAnAgencyAnswersForAllOfItsServices) {
  auto const agency = db().write([](db::Transaction& tx) {
    auto const council = agencies::add_agency(tx, "Council");
    agencies::add_service(tx, {council, "Bus", "bus", "", 14});
    agencies::add_service(tx, {agencies::add_agency(tx, "Health"), "Babies", "babies", "", 14});
    return council;
  });
  auto const lead =
      add(db(), {.email = "l@x.example", .name = "Tom", .password = kGood, .role = kAgencyLead, .agencies = {agency}},
          kNow);
  auto const later = db().write([&](db::Transaction& tx) {
    return agencies::add_service(tx, {agency, "Breaks", "breaks", "", 28});
  });
  auto const viewer = db().read([&](db::Transaction& tx) { return find_viewer(tx, lead->value); });
  ASSERT_TRUE(viewer);
  EXPECT_EQ(viewer->scope.size(), 2U);
  EXPECT_TRUE(viewer->answers_for(later.value)) << "a new service is theirs at once";
}

TEST_P(People, AreListedByAddressWithoutTheirPasswords) {
  add_worker("b@x.example");
  add_worker("a@x.example");
  auto const list = db().read([](db::Transaction& tx) { return people::list(tx); });
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list[0].email, "a@x.example");
  EXPECT_TRUE(list[1].active);
}

}  // namespace
}  // namespace earshot::people
