// Administration as an administrator meets it: what is kept, what follows on the pages of families, and that the record
// tells of it.

#include "app/testing.h"
#include "county/county.h"
#include "platform/jobs/jobs.h"
#include "platform/record/search.h"

namespace earshot::app {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Administration : public HouseTest {
 protected:
  /// "action subject detail" of the last entry of the record.
  std::string last_entry() {
    auto const entries = db().read([](db::Transaction& tx) { return record::search(tx, {}, 1); });
    if (entries.empty()) return {};
    auto const& entry = entries[0].entry;
    return entry.action + "|" + entry.subject + "|" + entry.detail;
  }
};
EARSHOT_ON_BOTH_ENGINES(Administration);

TEST_P(Administration, BeginsWithAllThereIsToKeep) {
  auto admin = signed_in(Who::administrator);
  admin.open("/").click("Administration");
  EXPECT_THAT(admin.text(), AllOf(HasSubstr("Agencies"), HasSubstr("Bank holidays"), HasSubstr("26 December 2028"),
                                  HasSubstr("None yet"), HasSubstr("Work that failed")));
  std::vector<std::string> ways;
  for (auto const& link : admin.page().links())
    if (link.href.starts_with("/administration/")) ways.push_back(link.href);
  EXPECT_GE(ways.size(), 9U);
  for (auto const& way : ways) EXPECT_EQ(admin.get(way).status(), 200) << way;
}

TEST_P(Administration, AnAgencyIsAddedAndWantsAnswersLookedOver) {
  auto admin = signed_in(Who::administrator);
  admin.open("/administration/agencies").click("Add an agency");
  admin.submit({{"name", ""}});
  EXPECT_EQ(admin.status(), 422);
  EXPECT_THAT(admin.text(), HasSubstr("Write the name."));
  admin.submit({{"name", "Fenshire Council"}, {"second_pair_of_eyes", "yes"}});
  EXPECT_THAT(admin.text(), HasSubstr("There is an agency with this name already."));
  EXPECT_EQ(admin.field("second_pair_of_eyes"), "yes") << "what was ticked stays ticked";
  admin.submit({{"name", "Fenshire Health Trust"}});
  EXPECT_EQ(admin.path(), "/administration/agencies");
  EXPECT_THAT(admin.text(), HasSubstr("Fenshire Health Trust 0 Yes Open"));
  EXPECT_THAT(last_entry(), testing::StartsWith("administration.add_agency|agency "));
}

TEST_P(Administration, AnAgencyIsClosedAfterItsServices) {
  auto admin = signed_in(Who::administrator);
  admin.open("/administration/agencies").click("Fenshire Council").click("Close this agency");
  admin.submit();
  EXPECT_THAT(admin.text(), HasSubstr("Close its services first"));
  for (auto const* service : {"School Transport", "Short Breaks"})
    admin.open("/administration/services").click(service).click("Close this service").submit();
  admin.open("/administration/agencies").click("Fenshire Council").click("Close this agency").submit();
  EXPECT_THAT(admin.text(), HasSubstr("Fenshire Council 0 No Closed"));
  admin.open("/administration/services").click("Short Breaks").click("Open this service again").submit();
  EXPECT_THAT(admin.text(), HasSubstr("Open its agency first"));
}

TEST_P(Administration, AServiceIsAddedAndFamiliesCanChooseIt) {
  db().write([](db::Transaction& tx) {
    county::add_topic(tx, "Play", "play");
    county::add_place(tx, "Thornley", "thornley");
  });
  auto admin = signed_in(Who::administrator);
  admin.open("/administration/services").click("Add a service");
  admin.submit({{"name", "School Transport"}, {"slug", kService}, {"days", "0"}, {"topics", "1"}});
  EXPECT_EQ(admin.status(), 422);
  EXPECT_THAT(admin.text(), AllOf(HasSubstr("Choose the agency that runs it."), HasSubstr("from 1 to 365")));
  EXPECT_EQ(admin.field("topics"), "1");
  admin.submit({{"agency", std::to_string(agency().value)}, {"about", "Parks"}, {"days", "15"}, {"places", "1"}});
  EXPECT_THAT(admin.text(), AllOf(HasSubstr("There is a service with this name already."),
                                  HasSubstr("There is a service with this name in its address already.")));
  admin.submit({{"name", "Play Team"}, {"slug", ""}});
  EXPECT_EQ(admin.path(), "/administration/services");
  EXPECT_THAT(admin.text(), HasSubstr("Play Team Fenshire Council 15 working days Open"));
  EXPECT_EQ(last_entry(), "administration.add_service|service play-team|");

  admin.click("Play Team");
  EXPECT_EQ(admin.field("topics"), "1");
  EXPECT_EQ(admin.field("places"), "1");
  EXPECT_EQ(admin.field("about"), "Parks");

  auto family = browser();
  first_question(family).submit({{"words", "The slide is broken."}});
  carry_on(family);
  EXPECT_THAT(family.text(), HasSubstr("Play Team"));
}

TEST_P(Administration, AServiceIsChangedAndTheRecordNamesTheParts) {
  auto admin = signed_in(Who::administrator);
  admin.open("/administration/services").click("School Transport");
  EXPECT_THAT(admin.page().forms().front().names, Not(testing::Contains("slug"))) << "an address is chosen once";
  admin.submit({{"name", "Buses to school"}, {"days", "7"}});
  EXPECT_THAT(admin.text(), HasSubstr("Buses to school Fenshire Council 7 working days"));
  EXPECT_EQ(last_entry(), "administration.change_service|service school-transport|name, days");
}

TEST_P(Administration, WhatSomebodyElseChangedIsNotReplacedUnseen) {
  auto one = signed_in(Who::administrator);
  auto other = signed_in(Who::administrator);
  auto const service = "/administration/services/" + std::to_string(HouseTest::service().value);
  one.open(service);
  other.open(service).submit({{"days", "7"}});
  one.submit({{"name", "Buses to school"}, {"days", "12"}});
  EXPECT_EQ(one.status(), 422);
  EXPECT_THAT(one.text(), HasSubstr("Somebody else has changed this since you opened the page. It says now: 7."));
  EXPECT_EQ(one.field("name"), "Buses to school") << "what was typed is kept";
  EXPECT_EQ(one.field("days"), "12");
  EXPECT_EQ(last_entry(), "administration.change_service|service school-transport|days");
  one.submit();
  EXPECT_EQ(one.path(), "/administration/services") << "now they have read it: " << one.text();
  EXPECT_THAT(one.text(), HasSubstr("Buses to school Fenshire Council 12 working days"));
}

TEST_P(Administration, EachFormSaysWhatSomebodyElseHasChanged) {
  auto one = signed_in(Who::administrator);
  auto other = signed_in(Who::administrator);
  one.open("/administration/lists/topics").submit({{"name", "Play"}});
  struct Form {
    std::string path, field, theirs, yours;
  };
  auto const person = "/administration/people/" + std::to_string(HouseTest::person(Who::worker).value);
  for (auto const& form : {Form{"/administration/agencies/1", "name", "Fenshire County", "The Council"},
                           Form{"/administration/lists/topics/1", "name", "Playing", "Games"},
                           Form{"/administration/rules", "support_obliges", "12", "14"},
                           Form{"/administration/words/about/en", "text", "We are many.", "We are few."},
                           Form{"/administration/messages/asks.answered/en", "text", "Thank you.", "Thanks."},
                           Form{person, "name", "Their Name", "Your Name"}}) {
    one.open(form.path);
    other.open(form.path).submit({{form.field, form.theirs}});
    one.submit({{form.field, form.yours}});
    EXPECT_EQ(one.status(), 422) << form.path;
    EXPECT_THAT(one.text(), HasSubstr("Somebody else has changed this")) << form.path;
    EXPECT_THAT(one.text(), HasSubstr(form.theirs)) << form.path;
    EXPECT_EQ(one.field(form.field), form.yours) << form.path;
    one.submit();
    EXPECT_EQ(one.status(), 200) << form.path << one.text();
    EXPECT_EQ(one.open(form.path).field(form.field), form.yours) << form.path;
  }
}

TEST_P(Administration, AServiceKeepsATopicThatIsClosed) {
  auto const play = db().write([&](db::Transaction& tx) {
    auto const topic = county::add_topic(tx, "Play", "play");
    agencies::set_topics(tx, service(), {topic});
    return topic;
  });
  auto admin = signed_in(Who::administrator);
  admin.open("/administration/lists/topics").click("Play").click("Close it").submit();
  admin.open("/administration/services").click("School Transport").submit({{"name", "Buses to school"}});
  EXPECT_EQ(last_entry(), "administration.change_service|service school-transport|name");
  EXPECT_THAT(db().read([&](db::Transaction& tx) { return agencies::topics_of(tx, service()); }),
              testing::ElementsAre(play));
}

TEST_P(Administration, AClosedServiceIsNotOfferedAndKeepsWhatItAnswered) {
  auto const ask = an_ask();
  auto lead = signed_in(Who::lead);
  lead.open(ask + "/answer").submit({{"outcome", "done"}, {"done", "A second bus."}});
  lead.submit();
  auto const change = lead.path();
  auto admin = signed_in(Who::administrator);
  admin.open("/administration/services").click("School Transport").click("Close this service").submit();
  EXPECT_EQ(last_entry(), "administration.close_service|service school-transport|");
  auto family = browser();
  first_question(family).submit({{"words", "The bus is late."}});
  carry_on(family);
  EXPECT_THAT(family.text(), AllOf(Not(HasSubstr("School Transport")), HasSubstr("Short Breaks")));
  EXPECT_THAT(browser().open(change).text(), HasSubstr("A second bus."));
  admin.open("/administration/services").click("School Transport").click("Open this service again").submit();
  first_question(family).submit({{"words", "The bus is late."}});
  carry_on(family);
  EXPECT_THAT(family.text(), HasSubstr("School Transport"));
}

TEST_P(Administration, TopicsAndPlacesAreAddedRenamedAndClosed) {
  auto admin = signed_in(Who::administrator);
  admin.open("/administration/lists/topics");
  EXPECT_THAT(admin.text(), HasSubstr("Nothing is on this list yet"));
  admin.submit({{"name", "Getting to school"}});
  admin.submit({{"name", "Getting to school"}});
  EXPECT_EQ(admin.status(), 422);
  EXPECT_THAT(admin.text(), HasSubstr("This name is on the list already."));
  EXPECT_EQ(admin.field("name"), "Getting to school");
  admin.open("/administration/lists/topics").click("Getting to school").submit({{"name", "The way to school"}});
  EXPECT_THAT(admin.text(), HasSubstr("The way to school Open"));
  EXPECT_EQ(last_entry(), "administration.change_topic|topic getting-to-school|name");
  admin.click("The way to school").click("Close it").submit();
  EXPECT_THAT(admin.text(), HasSubstr("The way to school Closed"));
  EXPECT_EQ(db().read([](db::Transaction& tx) { return county::topics(tx); }).size(), 0U);
  admin.click("The way to school").click("Open it again").submit();
  EXPECT_EQ(db().read([](db::Transaction& tx) { return county::topics(tx); }).size(), 1U);
  admin.open("/administration/lists/places").submit({{"name", "Thornley"}});
  EXPECT_EQ(last_entry(), "administration.add_place|place thornley|");
  EXPECT_EQ(admin.get("/administration/lists/streets").status(), 404);
  EXPECT_EQ(admin.get("/administration/lists/places/99").status(), 404);
}

TEST_P(Administration, ADayIsAddedToTheBankHolidaysAndTakenOut) {
  auto admin = signed_in(Who::administrator);
  admin.open("/administration/bank-holidays");
  EXPECT_THAT(admin.text(), AllOf(HasSubstr("25 December 2026"), Not(HasSubstr("25 December 2025"))));
  admin.submit({{"day-day", "31"}, {"day-month", "6"}, {"day-year", "2027"}, {"name", "County fair"}});
  EXPECT_THAT(admin.text(), HasSubstr("Write a day"));
  EXPECT_EQ(admin.field("name"), "County fair");
  admin.submit({{"day-day", "11"}});
  EXPECT_THAT(admin.text(), HasSubstr("11 June 2027 County fair"));
  EXPECT_EQ(last_entry(), "administration.add_bank_holiday|bank holiday 2027-06-11|");
  admin.submit({{"day-day", "11"}, {"day-month", "6"}, {"day-year", "2027"}, {"name", "Again"}});
  EXPECT_THAT(admin.text(), HasSubstr("This day is a bank holiday already."));
  admin.open("/administration/bank-holidays/2027-06-11").submit();
  EXPECT_THAT(admin.text(), Not(HasSubstr("11 June 2027")));
  EXPECT_EQ(last_entry(), "administration.remove_bank_holiday|bank holiday 2027-06-11|");
  EXPECT_EQ(admin.get("/administration/bank-holidays/2027-06-11").status(), 404);
  EXPECT_EQ(admin.get("/administration/bank-holidays/soon").status(), 404);
}

TEST_P(Administration, RulesAreChangedAndTheRecordSaysFromWhatToWhat) {
  auto admin = signed_in(Who::administrator);
  admin.open("/administration/rules").submit({{"remind_before", "0"}, {"danger_words", "hurt"}});
  EXPECT_EQ(admin.status(), 422);
  EXPECT_THAT(admin.text(), HasSubstr("Write a whole number from 1 to 20."));
  EXPECT_EQ(admin.field("danger_words"), "hurt");
  admin.submit({{"remind_before", "4"}});
  EXPECT_EQ(last_entry(), "administration.change_rules|rules|remind_before 3 to 4, danger_words");
  EXPECT_EQ(db().read([](db::Transaction& tx) { return county::settings(tx); }).remind_before, 4);
}

TEST_P(Administration, TheCountysWordsStandOnThePagesAtOnce) {
  auto const front = [&] { return browser().open("/").text(); };
  auto const about = [&](std::string const& language) { return browser().open("/about?language=" + language).text(); };
  EXPECT_THAT(front(), HasSubstr("Tell us what works"));
  about("en");
  auto admin = signed_in(Who::administrator);
  admin.open("/administration/words/front/en").submit({{"text", "Fenshire listens.\r\n\r\nTruly."}});
  EXPECT_EQ(last_entry(), "administration.change_words|words front en|");
  EXPECT_THAT(front(), AllOf(HasSubstr("Fenshire listens. Truly."), Not(HasSubstr("Tell us what works"))));
  EXPECT_THAT(browser().open("/?language=cy").text(), Not(HasSubstr("Fenshire listens.")))
      << "ours are in Welsh, so they are better for a reader of Welsh";
  admin.open("/administration/words/about/en").submit({{"text", "We are <b>Fenshire</b>."}});
  EXPECT_THAT(about("en"), HasSubstr("We are <b>Fenshire</b>.")) << "words are words";
  EXPECT_THAT(about("ur"), HasSubstr("We are <b>Fenshire</b>."));
  admin.open("/administration/words/front/en").submit({{"text", std::string(5'001, 'a')}});
  EXPECT_EQ(admin.status(), 422);
  EXPECT_EQ(admin.field("text").size(), 5'001U);
  admin.submit({{"text", " "}});
  EXPECT_THAT(front(), HasSubstr("Tell us what works"));
  EXPECT_EQ(admin.get("/administration/words/front/xx").status(), 404);
  EXPECT_EQ(admin.get("/administration/words/back/en").status(), 404);
}

TEST_P(Administration, TheRecordIsSearched) {
  auto const ask = an_ask();
  auto admin = signed_in(Who::administrator);
  admin.open("/administration/lists/topics").submit({{"name", "Play"}});
  admin.open("/administration/record");
  EXPECT_THAT(admin.text(), AllOf(HasSubstr("administration.add_topic"), HasSubstr("topic play")));
  EXPECT_THAT(admin.text(), Not(HasSubstr("The bus"))) << "the record has no words";
  auto const me = "person " + std::to_string(person(Who::administrator).value);
  admin.open("/administration/record?action=administration.&who=" + http::percent_encoded(me));
  EXPECT_THAT(admin.text(), AllOf(HasSubstr("topic play"), Not(HasSubstr("people.sign_in"))));
  admin.open("/administration/record?what=topic+PLAY");
  EXPECT_THAT(admin.text(), HasSubstr("administration.add_topic"));
  admin.open("/administration/record?from-day=1&from-month=1&from-year=2020&to-day=1&to-month=1&to-year=2021");
  EXPECT_THAT(admin.text(), HasSubstr("Nothing in the record is like that"));
  admin.open("/administration/record?from-day=22&from-month=11&from-year=2026&to-day=22&to-month=11&to-year=2026");
  EXPECT_THAT(admin.text(), HasSubstr("topic play"));
  admin.open("/administration/record?from-day=40&what=A-1");
  EXPECT_THAT(admin.text(), HasSubstr("Write a day"));
}

TEST_P(Administration, TheRecordGoesOnOverPages) {
  db().write([&](db::Transaction& tx) {
    for (int i = 1; i <= 60; ++i)
      record::note(tx, {"earshot", "test.count", "number " + std::to_string(i) + ".", ""}, now());
  });
  auto admin = signed_in(Who::administrator);
  admin.open("/administration/record?action=test.");
  EXPECT_THAT(admin.text(), AllOf(HasSubstr("number 60."), HasSubstr("number 11."), Not(HasSubstr("number 10."))));
  admin.click("Older entries");
  EXPECT_THAT(admin.text(), AllOf(HasSubstr("number 10."), HasSubstr("number 1."), Not(HasSubstr("number 11."))));
  EXPECT_THAT(admin.text(), Not(HasSubstr("Older entries")));
}

TEST_P(Administration, WorkThatFailedIsSeenWithoutWhatItWasGivenAndTriedAgain) {
  auto admin = signed_in(Who::administrator);
  EXPECT_THAT(admin.open("/administration/failed-work").text(), HasSubstr("Nothing has failed"));
  db().write([](db::Transaction& tx) {
    jobs::enqueue(tx, "test.first", "words of a family");
    jobs::enqueue(tx, "test.second", "words of a family");
    tx.execute(
        db::Sql{"UPDATE jobs SET state = 'dead', attempts = 10, failed_at = 1795341600000,"
                " last_error = 'the other end does not answer' WHERE kind LIKE 'test.%'"});
  });
  admin.open("/administration/failed-work");
  EXPECT_THAT(admin.text(),
              AllOf(HasSubstr("2 pieces of work failed for good"), HasSubstr("test.first 10 22 November 2026"),
                    HasSubstr("the other end does not answer"), Not(HasSubstr("words of a family"))));
  auto const& forms = admin.page().forms();
  ASSERT_EQ(forms.size(), 3U);
  admin.post("/administration/failed-work", forms[1].fields).follow();
  EXPECT_THAT(admin.text(), HasSubstr("1 piece of work failed for good"));
  EXPECT_THAT(last_entry(), testing::StartsWith("administration.retry_job|job "));
  admin.submit();
  EXPECT_THAT(admin.text(), HasSubstr("Nothing has failed"));
  EXPECT_EQ(db().read([](db::Transaction& tx) { return jobs::counts(tx); }).dead, 0);
}

TEST_P(Administration, WhatNoPersonSendsIsAnsweredWithAPage) {
  auto admin = signed_in(Who::administrator);
  std::string const markup = "<script>alert(1)</script>\"><img src=x onerror=alert(2)>";
  for (auto const& path : {std::string("/administration/agencies/new"), std::string("/administration/agencies/1"),
                           std::string("/administration/services/new"), std::string("/administration/services/1"),
                           std::string("/administration/lists/topics"), std::string("/administration/bank-holidays"),
                           std::string("/administration/rules"), std::string("/administration/words/about/en"),
                           std::string("/administration/failed-work")}) {
    auto const token = admin.open(path).page().forms().empty() ? std::string() : admin.field("csrf");
    for (auto const& value : {markup, std::string(), std::string(13'000, 'x'), std::string("-1"),
                              std::string("99999999999999999999"), std::string("\n\n")}) {
      http::Fields fields{{"csrf", token}};
      for (auto const* name :
           {"name", "slug", "about", "agency", "days", "topics", "places", "owners", "day-day", "day-month", "day-year",
            "text", "remind_before", "escalate_to_agency_after", "escalate_to_county_after", "support_obliges",
            "danger_words", "second_pair_of_eyes", "job"})
        fields.add(name, value);
      admin.post(path, fields);
      EXPECT_TRUE(admin.status() == 303 || admin.status() == 422) << admin.status() << " of " << path;
      EXPECT_THAT(admin.body(), AllOf(Not(HasSubstr("<script>alert")), Not(HasSubstr("<img src=x")))) << path;
    }
  }
  for (auto const* query :
       {"?from-day=%FF&after=%00", "?after=99999999999999999999-1", "?who=%27&action=%25&what=%5F%21",
        "?from-day=1&from-month=1&from-year=0001&to-day=31&to-month=12&to-year=9999"})
    EXPECT_EQ(admin.get(std::string("/administration/record") + query).status(), 200) << query;
}

TEST_P(Administration, WhatIsTypedIsShownAsItIs) {
  auto admin = signed_in(Who::administrator);
  admin.open("/administration/agencies/new").submit({{"name", "<script>alert(1)</script> & \"Sons\""}});
  EXPECT_THAT(admin.text(), HasSubstr("<script>alert(1)</script> & \"Sons\""));
  EXPECT_THAT(admin.body(), Not(HasSubstr("<script>alert")));
}

}  // namespace
}  // namespace earshot::app
