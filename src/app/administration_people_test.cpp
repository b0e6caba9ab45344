// What administrators do with people and with messages.

#include "app/testing.h"
#include "messages/messages.h"
#include "platform/record/search.h"

namespace earshot::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class AdministrationOfPeople : public HouseTest {
 protected:
  /// "action|subject|detail" of the last entry of the record.
  std::string last_entry() {
    auto const entries = db().read([](db::Transaction& tx) { return record::search(tx, {}, 1); });
    if (entries.empty()) return {};
    auto const& entry = entries[0].entry;
    return entry.action + "|" + entry.subject + "|" + entry.detail;
  }

  people::Account account(Who who) {
    auto const id = person(who);
    return *db().read([&](db::Transaction& tx) { return people::find_account(tx, id); });
  }

  std::string path_of(Who who) { return "/administration/people/" + std::to_string(person(who).value); }

  /// A letter that failed for good.
  void a_failed_letter() {
    db().write([&](db::Transaction& tx) {
      messages::send(tx,
                     {.kind = "people.reset",
                      .key = "a-failed-one",
                      .address = "ada@families.example",
                      .note = {.title = "Subject of a letter", .text = "Words of a letter", .path = "/", .link = "Go"},
                      .why = "Because."},
                     now());
      tx.execute(
          db::Sql{"UPDATE outbox SET state = 'failed', tries = 6, settled_at = 1795341600000,"
                  " error = '550 <ada@families.example> unknown' WHERE key = 'a-failed-one'"});
    });
  }
};
EARSHOT_ON_BOTH_ENGINES(AdministrationOfPeople);

TEST_P(AdministrationOfPeople, SomebodyIsInvited) {
  auto admin = signed_in(Who::administrator);
  admin.open("/administration/people").click("Invite somebody");
  admin.submit({{"email", "no address"}, {"name", "Tom Reed"}});
  EXPECT_EQ(admin.status(), 422);
  EXPECT_THAT(admin.text(),
              AllOf(HasSubstr("Write an e-mail address"), HasSubstr("Choose what this person does here.")));
  EXPECT_EQ(admin.field("name"), "Tom Reed");
  admin.submit({{"email", "tom@fenshire.example"},
                {"roles", "service-lead"},
                {"services", std::to_string(service().value)},
                {"language", "cy"}});
  EXPECT_EQ(admin.path(), "/administration/people");
  EXPECT_THAT(admin.text(), AllOf(HasSubstr("Tom Reed tom@fenshire.example"), HasSubstr("Never Invited")));
  EXPECT_THAT(last_entry(), testing::StartsWith("people.invite|person "));
  admin.click("Tom Reed");
  EXPECT_EQ(admin.field("roles"), "service-lead");
  EXPECT_EQ(admin.field("services"), std::to_string(service().value));
  admin.click("Send the invitation again").submit();
  EXPECT_THAT(last_entry(), testing::StartsWith("people.invite_again|person "));
}

TEST_P(AdministrationOfPeople, WhatSomebodyMayDoIsChangedFromTheNextPageOn) {
  auto lead = signed_in(Who::lead);
  EXPECT_EQ(lead.get("/administration").status(), 403);
  auto admin = signed_in(Who::administrator);
  admin.open(path_of(Who::lead)).submit({{"roles", "administrator"}, {"name", "Another Name"}});
  EXPECT_EQ(admin.path(), "/administration/people");
  EXPECT_THAT(admin.text(), HasSubstr("Another Name"));
  EXPECT_THAT(account(Who::lead).roles, testing::ElementsAre("administrator"));
  EXPECT_THAT(account(Who::lead).services, testing::IsEmpty());
  EXPECT_EQ(lead.get("/administration").status(), 200);
}

TEST_P(AdministrationOfPeople, TheLastAdministratorStaysOne) {
  auto admin = signed_in(Who::administrator);
  admin.open(path_of(Who::administrator));
  EXPECT_THAT(admin.text(), Not(HasSubstr("Close this account")));
  admin.submit({{"roles", "worker"}});
  EXPECT_EQ(admin.status(), 422);
  EXPECT_THAT(admin.text(), HasSubstr("This is the only administrator."));
  EXPECT_THAT(account(Who::administrator).roles, testing::ElementsAre("administrator"));
}

TEST_P(AdministrationOfPeople, AnAccountIsClosedAndOpenedAgain) {
  auto worker = signed_in(Who::worker);
  auto admin = signed_in(Who::administrator);
  admin.open(path_of(Who::worker)).click("Close this account").submit();
  EXPECT_THAT(last_entry(), testing::StartsWith("people.close|person "));
  EXPECT_EQ(worker.get("/voices").status(), 303) << "they are out at once";
  admin.open(path_of(Who::worker)).click("Open this account again").submit();
  EXPECT_TRUE(account(Who::worker).active);
  EXPECT_EQ(admin.get("/administration/people/999").status(), 404);
}

TEST_P(AdministrationOfPeople, AServiceGetsAndLosesItsLeads) {
  auto const lead = std::to_string(person(Who::lead).value);
  auto const other = std::to_string(person(Who::other_lead).value);
  auto admin = signed_in(Who::administrator);
  admin.open("/administration/services/" + std::to_string(service().value));
  EXPECT_EQ(admin.field("owners"), lead);
  admin.submit({{"owners", lead}, {"owners", other}});
  EXPECT_EQ(admin.path(), "/administration/services") << admin.text();
  EXPECT_THAT(account(Who::other_lead).services, testing::UnorderedElementsAre(service(), other_service()));
  EXPECT_EQ(last_entry(), "administration.change_service|service school-transport|owners");
  admin.open("/administration/services/" + std::to_string(service().value)).submit({{"owners", other}});
  EXPECT_EQ(admin.status(), 422);
  EXPECT_THAT(admin.text(), HasSubstr("leads no other service."));
  EXPECT_THAT(account(Who::lead).services, testing::ElementsAre(service()));
}

TEST_P(AdministrationOfPeople, WordsStandBeforeMessagesOfAKindInALanguage) {
  auto admin = signed_in(Who::administrator);
  admin.open("/administration/messages");
  EXPECT_THAT(admin.text(), HasSubstr("A service has answered"));
  admin.open("/administration/messages/asks.answered/cy").submit({{"text", std::string(501, 'a')}});
  EXPECT_EQ(admin.status(), 422);
  EXPECT_EQ(admin.field("text").size(), 501U);
  admin.submit({{"text", "Diolch."}});
  EXPECT_EQ(admin.path(), "/administration/messages");
  EXPECT_EQ(last_entry(), "administration.change_message_words|message words asks.answered cy|");
  auto const words = [&](std::string_view language) {
    return db().read([&](db::Transaction& tx) { return messages::find_words(tx, "asks.answered", language); });
  };
  EXPECT_EQ(words("cy"), "Diolch.");
  EXPECT_EQ(words("en"), "");
  EXPECT_EQ(admin.open("/administration/messages/asks.answered/cy").field("text"), "Diolch.");
  EXPECT_EQ(admin.get("/administration/messages/asks.answered/xx").status(), 404);
  EXPECT_EQ(admin.get("/administration/messages/no.such_kind/en").status(), 404);
}

TEST_P(AdministrationOfPeople, AMessageThatFailedIsSeenWithoutAddressAndWordsAndTriedAgain) {
  auto admin = signed_in(Who::administrator);
  EXPECT_THAT(admin.open("/administration/failed-messages").text(), HasSubstr("No message has failed"));
  a_failed_letter();
  admin.open("/administration/failed-messages");
  EXPECT_THAT(admin.text(), AllOf(HasSubstr("1 message failed for good"), HasSubstr("A link to choose a new password"),
                                  HasSubstr("550 … unknown"), Not(HasSubstr("ada@")), Not(HasSubstr("Subject of")),
                                  Not(HasSubstr("Words of a letter"))));
  EXPECT_THAT(admin.open("/administration").text(), HasSubstr("Messages that failed"));
  admin.open("/administration/failed-messages").submit();
  EXPECT_THAT(admin.text(), HasSubstr("No message has failed"));
  EXPECT_THAT(last_entry(),
              AllOf(testing::StartsWith("administration.retry_message|message "), testing::EndsWith("|people.reset")));
}

}  // namespace
}  // namespace earshot::app
