// Passwords, waiting, codes and links, as they are stored.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "county/county.h"
#include "messages/messages.h"
#include "people/links.h"
#include "people/second_factor.h"
#include "people/sign_in.h"
#include "people/store.h"
#include "people/totp.h"
#include "platform/db/testing.h"
#include "platform/record/record.h"
#include "platform/secrets/secrets.h"
#include "platform/web/sessions.h"

namespace earshot::people {
namespace {

using std::chrono::minutes;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr Time kNow{Milliseconds{1'795'341'600'000}};
constexpr char const* kGood = "correct horse battery staple";
constexpr char const* kPriya = "priya@fenshire.example";
web::Viewer const kAdmin{.id = 99, .name = "Asha", .roles = {"administrator"}, .scope = {}};

class SigningIn : public db::EngineTest {
 protected:
  std::vector<db::Migration> migrations() override {
    std::vector<db::Migration> all;
    for (auto const& more : {secrets::migrations(), web::migrations(), record::migrations(), county::migrations(),
                             messages::migrations(), agencies::migrations(), people::migrations()})
      all.insert(all.end(), more.begin(), more.end());
    return all;
  }

  void SetUp() override {
    db::EngineTest::SetUp();
    if (HasFatalFailure()) return;
    m_priya = *add(db(), {.email = kPriya, .name = "Priya", .password = kGood, .role = kWorker}, kNow);
  }

  std::string refusal(std::string_view email, std::string_view password, Time at = kNow) {
    auto const result = check_password(db(), email, password, at);
    return result ? std::string("in") : result.error().problems.front().message.id;
  }

  /// Sets the second step up; gives the secret.
  std::string with_second_factor(Time at = kNow) {
    auto const fresh = new_secret(db(), m_priya);
    auto const codes = turn_on(db(), m_priya, fresh.sealed, totp_code(fresh.secret, totp_step(at)), at);
    EXPECT_TRUE(codes);
    if (codes) m_codes = *codes;
    return fresh.secret;
  }

  bool code_is_right(std::string_view code, Time at) { return check_code(db(), m_priya, code, at).has_value(); }

  std::vector<std::string> texts(char const* sql) {
    db::Sql const statement{sql};
    return db().read([&](db::Transaction& tx) { return tx.all<std::string>(statement); });
  }
  std::vector<std::string> letters() { return texts("SELECT kind FROM outbox ORDER BY id"); }
  std::vector<std::string> record() {
    return texts("SELECT actor || ' ' || action || ' ' || subject || ' ' || detail FROM record_entries ORDER BY id");
  }

  PersonId m_priya;
  std::vector<std::string> m_codes;
};
EARSHOT_ON_BOTH_ENGINES(SigningIn);

TEST_P(SigningIn, FiveWrongPasswordsMakeEvenTheRightOneWait) {
  for (int i = 0; i < 5; ++i) EXPECT_THAT(refusal(kPriya, "wrong"), HasSubstr("is not right"));
  EXPECT_THAT(refusal(kPriya, kGood), HasSubstr("too many wrong tries"));
  EXPECT_EQ(refusal(kPriya, kGood, kNow + minutes{1}), "in");
  EXPECT_THAT(refusal(kPriya, "wrong", kNow + minutes{1}), HasSubstr("is not right")) << "counted anew";
}

TEST_P(SigningIn, AnAddressWithoutAnAccountWaitsJustTheSame) {
  std::vector<std::string> known;
  std::vector<std::string> unknown;
  for (int i = 0; i < 7; ++i) {
    known.push_back(refusal(kPriya, "wrong"));
    unknown.push_back(refusal("nobody@fenshire.example", "wrong"));
  }
  EXPECT_EQ(known, unknown);
  EXPECT_THAT(texts("SELECT account FROM sign_in_tries"), Not(Contains(HasSubstr("@")))) << "no address is kept";
}

TEST_P(SigningIn, TheOwnerIsToldOnceThatSomebodyTried) {
  for (int i = 0; i < 5; ++i) refusal(kPriya, "wrong");
  refusal(kPriya, "wrong", kNow + minutes{1});
  refusal("nobody@fenshire.example", "wrong");
  EXPECT_THAT(letters(), testing::ElementsAre("people.many_tries"));
}

TEST_P(SigningIn, WhatFailedIsInTheRecordByIdAndNeverByAddress) {
  refusal(kPriya, "wrong");
  refusal("nobody@fenshire.example", "wrong");
  auto const person = "person " + std::to_string(m_priya.value);
  EXPECT_THAT(record(), Contains("somebody people.sign_in_failed " + person + " password"));
  EXPECT_THAT(record(), Not(Contains(HasSubstr("@"))));
}

TEST_P(SigningIn, TheRightPasswordForgetsTheWrongOnes) {
  for (int i = 0; i < 4; ++i) refusal(kPriya, "wrong");
  EXPECT_EQ(refusal(kPriya, kGood), "in");
  for (int i = 0; i < 4; ++i) EXPECT_THAT(refusal(kPriya, "wrong"), HasSubstr("is not right"));
  EXPECT_EQ(refusal(kPriya, kGood), "in");
}

TEST_P(SigningIn, ACodeIsTakenOnce) {
  auto const secret = with_second_factor();
  auto const later = kNow + minutes{1};
  auto const code = totp_code(secret, totp_step(later));
  EXPECT_FALSE(code_is_right(totp_code(secret, totp_step(kNow)), kNow)) << "it was taken when it was set up";
  EXPECT_TRUE(code_is_right(code, later));
  EXPECT_FALSE(code_is_right(code, later));
}

TEST_P(SigningIn, WrongCodesWaitToo) {
  auto const secret = with_second_factor();
  auto const later = kNow + minutes{1};
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(refusal(kPriya, kGood, later), "in") << "the right password between them does not count them anew";
    EXPECT_FALSE(code_is_right("000000", later));
  }
  EXPECT_FALSE(code_is_right(totp_code(secret, totp_step(later)), later));
  EXPECT_THAT(refusal(kPriya, kGood, later), HasSubstr("too many wrong tries"));
  auto const after = later + minutes{1};
  EXPECT_TRUE(code_is_right(totp_code(secret, totp_step(after)), after));
}

TEST_P(SigningIn, EachRecoveryCodeIsTakenOnceHoweverItIsTyped) {
  with_second_factor();
  ASSERT_EQ(m_codes.size(), 10U);
  std::string loud;
  for (auto const c : m_codes[0]) loud += c == '-' ? ' ' : static_cast<char>(std::toupper(c));
  EXPECT_TRUE(code_is_right(loud, kNow));
  EXPECT_FALSE(code_is_right(m_codes[0], kNow));
  EXPECT_TRUE(code_is_right(m_codes[1], kNow));
  EXPECT_EQ(db().read([&](db::Transaction& tx) { return recovery_codes_left(tx, m_priya); }), 8);
  auto const kept = texts("SELECT code_hash FROM recovery_codes");
  for (auto const& code : m_codes) EXPECT_THAT(kept, Not(Contains(HasSubstr(code))));
}

TEST_P(SigningIn, NewRecoveryCodesTakeThePlaceOfTheOld) {
  with_second_factor();
  auto const old = m_codes[2];
  auto const fresh = new_recovery_codes(db(), m_priya, kNow);
  EXPECT_FALSE(code_is_right(old, kNow));
  EXPECT_TRUE(code_is_right(fresh[2], kNow));
}

TEST_P(SigningIn, TheSecretIsNotToBeReadInTheDatabase) {
  auto const secret = with_second_factor();
  EXPECT_THAT(texts("SELECT secret FROM second_factors"), Not(Contains(HasSubstr(secret))));
}

TEST_P(SigningIn, NothingIsTurnedOnBeforeTheAppHasShownACode) {
  auto const fresh = new_secret(db(), m_priya);
  EXPECT_FALSE(turn_on(db(), m_priya, fresh.sealed, "000000", kNow));
  EXPECT_FALSE(turn_on(db(), m_priya, "made up", totp_code(fresh.secret, totp_step(kNow)), kNow));
  auto const other = *add(db(), {.email = "t@x.example", .name = "Tom", .password = kGood, .role = kWorker}, kNow);
  EXPECT_FALSE(turn_on(db(), other, fresh.sealed, totp_code(fresh.secret, totp_step(kNow)), kNow))
      << "it was sealed for somebody else";
  EXPECT_THAT(texts("SELECT secret FROM second_factors"), IsEmpty());
}

TEST_P(SigningIn, TurnedOffItIsGoneWithItsRecoveryCodes) {
  with_second_factor();
  db().write([&](db::Transaction& tx) { turn_off(tx, m_priya, kNow); });
  EXPECT_THAT(texts("SELECT code_hash FROM recovery_codes"), IsEmpty());
  EXPECT_FALSE(check_password(db(), kPriya, kGood, kNow)->has_second_factor);
  EXPECT_THAT(letters(), testing::ElementsAre("people.second_factor_changed"));
}

TEST_P(SigningIn, ALinkIsUsedOnceWithinItsTime) {
  auto const make = [&](LinkKind kind, Time at) {
    return *db().write([&](db::Transaction& tx) { return make_link(tx, {kind, m_priya, kPriya}, at); });
  };
  auto const use = [&](std::string const& token, LinkKind kind, Time at) {
    return db().write([&](db::Transaction& tx) { return use_link(tx, token, kind, at).has_value(); });
  };
  auto const token = make(LinkKind::reset, kNow);
  EXPECT_THAT(texts("SELECT token_hash FROM account_links"), Not(Contains(HasSubstr(token))));
  EXPECT_FALSE(use(token, LinkKind::invitation, kNow)) << "it is for another purpose";
  EXPECT_FALSE(use(token + "x", LinkKind::reset, kNow));
  EXPECT_FALSE(use(token, LinkKind::reset, kNow + minutes{30}));
  EXPECT_TRUE(use(token, LinkKind::reset, kNow + minutes{29}));
  EXPECT_FALSE(use(token, LinkKind::reset, kNow + minutes{29}));
  auto const invitation = make(LinkKind::invitation, kNow);
  EXPECT_TRUE(use(invitation, LinkKind::invitation, kNow + Days{7} - Milliseconds{1}));
}

TEST_P(SigningIn, UsingALinkEndsTheOthersAndNoMoreThanThreeAreSentAnHour) {
  auto const make = [&](Time at) {
    return db().write([&](db::Transaction& tx) { return make_link(tx, {LinkKind::reset, m_priya, kPriya}, at); });
  };
  auto const first = make(kNow);
  auto const second = make(kNow);
  EXPECT_TRUE(make(kNow));
  EXPECT_FALSE(make(kNow + minutes{59}));
  EXPECT_TRUE(make(kNow + minutes{60}));
  db().write([&](db::Transaction& tx) {
    EXPECT_TRUE(use_link(tx, *first, LinkKind::reset, kNow));
    EXPECT_FALSE(use_link(tx, *second, LinkKind::reset, kNow));
  });
}

TEST_P(SigningIn, AnInvitationMakesAnAccountWithoutAPassword) {
  auto const invite_tom = [&](Standing const& standing, std::string const& email = "Tom@X.example") {
    return db().write([&](db::Transaction& tx) { return invite(tx, {email, standing}, kAdmin, kNow); });
  };
  auto const tom = invite_tom({.name = " Tom ", .roles = {kWorker, kModerator}});
  ASSERT_TRUE(tom);
  auto const account = db().read([&](db::Transaction& tx) { return find_account(tx, *tom); });
  EXPECT_EQ(account->email, "tom@x.example");
  EXPECT_EQ(account->name, "Tom");
  EXPECT_THAT(account->roles, testing::ElementsAre("moderator", "worker"));
  EXPECT_FALSE(account->has_password);
  EXPECT_THAT(letters(), testing::ElementsAre("people.invitation"));
  EXPECT_THAT(refusal("tom@x.example", ""), HasSubstr("is not right"));
  EXPECT_FALSE(invite_tom({.name = "Tom", .roles = {kWorker}})) << "he has an account";
}

TEST_P(SigningIn, AnInvitationSaysAllThatIsMissing) {
  auto const fields = [&](Invitation const& invitation) {
    auto const result = db().write([&](db::Transaction& tx) { return invite(tx, invitation, kAdmin, kNow); });
    std::vector<std::string> names;
    if (!result)
      for (auto const& problem : result.error().problems) names.push_back(problem.field);
    return names;
  };
  EXPECT_THAT(fields({"nonsense", {}}), testing::ElementsAre("email", "name", "roles"));
  EXPECT_THAT(fields({"a@x.example", {.name = "A", .roles = {{"king"}}}}), testing::ElementsAre("roles"));
  EXPECT_THAT(fields({"a@x.example", {.name = "A", .roles = {kFamily}}}), testing::ElementsAre("roles"));
  EXPECT_THAT(fields({"a@x.example", {.name = "A", .roles = {kServiceLead, kAgencyLead}}}),
              testing::ElementsAre("services", "agencies"));
  EXPECT_THAT(letters(), IsEmpty());
}

TEST_P(SigningIn, AFamilyThatBeginsToWorkHereHasAnAccountForWork) {
  db().write([](db::Transaction& tx) { keep_family(tx, "sam@home.example", kNow); });
  auto const sam = db().write([](db::Transaction& tx) {
    return invite(tx, {"sam@home.example", {.name = "Sam", .roles = {kWorker}}}, kAdmin, kNow);
  });
  ASSERT_TRUE(sam);
  auto const viewer = db().read([&](db::Transaction& tx) { return find_viewer(tx, sam->value); });
  EXPECT_THAT(viewer->roles, testing::ElementsAre("worker"));
  EXPECT_FALSE(db().write([](db::Transaction& tx) { return keep_family(tx, "sam@home.example", kNow); }));
}

TEST_P(SigningIn, SomebodyIsAlwaysLeftToAdminister) {
  auto const only = *add(db(), {.email = "a@x.example", .name = "A", .password = kGood, .role = kAdministrator}, kNow);
  auto const demote = [&](PersonId id) {
    return db().write(
        [&](db::Transaction& tx) { return change(tx, id, {.name = "A", .roles = {kWorker}}, kAdmin, kNow); });
  };
  auto const close = [&](PersonId id) {
    return db().write([&](db::Transaction& tx) { return set_active(tx, id, false, kAdmin, kNow); });
  };
  EXPECT_FALSE(demote(only));
  EXPECT_FALSE(close(only));
  auto const second =
      *add(db(), {.email = "b@x.example", .name = "B", .password = kGood, .role = kAdministrator}, kNow);
  EXPECT_TRUE(close(second));
  EXPECT_FALSE(demote(only)) << "the other is closed";
  EXPECT_TRUE(db().write([&](db::Transaction& tx) { return set_active(tx, second, true, kAdmin, kNow); }));
  EXPECT_TRUE(demote(only));
  EXPECT_THAT(record(),
              Contains(HasSubstr("person 99 people.change person " + std::to_string(only.value) + " worker")));
}

TEST_P(SigningIn, WhoStopsLeadingIsDownForNoServiceAnyMore) {
  auto const service = db().write([](db::Transaction& tx) {
    return agencies::add_service(tx, {agencies::add_agency(tx, "Council"), "Bus", "bus", "", 14});
  });
  auto const now_a = [&](Standing const& standing) {
    EXPECT_TRUE(db().write([&](db::Transaction& tx) { return change(tx, m_priya, standing, kAdmin, kNow); }));
    return db().read([&](db::Transaction& tx) { return find_viewer(tx, m_priya.value)->scope.size(); });
  };
  EXPECT_EQ(now_a({.name = "Priya", .roles = {kServiceLead}, .services = {service}}), 1U);
  EXPECT_EQ(now_a({.name = "Priya", .roles = {kWorker}, .services = {service}}), 0U);
}

TEST_P(SigningIn, AFamilyThatLeavesLeavesNoAddress) {
  auto const family = *db().write([](db::Transaction& tx) { return keep_family(tx, "sam@home.example", kNow); });
  EXPECT_EQ(db().read([&](db::Transaction& tx) { return address_of_family(tx, family); }), "sam@home.example");
  db().write([&](db::Transaction& tx) { close_family(tx, family, kNow); });
  EXPECT_THAT(texts("SELECT email FROM people"), Not(Contains(HasSubstr("sam"))));
  EXPECT_FALSE(db().read([&](db::Transaction& tx) { return find_viewer(tx, family.value); }));
  EXPECT_NE(*db().write([](db::Transaction& tx) { return keep_family(tx, "sam@home.example", kNow); }), family);
}

TEST_P(SigningIn, ClosingAFamilyNeverClosesAnAccountForWork) {
  db().write([&](db::Transaction& tx) { close_family(tx, m_priya, kNow); });
  EXPECT_EQ(refusal(kPriya, kGood), "in");
}

}  // namespace
}  // namespace earshot::people
