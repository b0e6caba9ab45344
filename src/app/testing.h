// For tests of pages: the whole house on a fresh database, on each engine, with two services, a person for each role
// and a clock that the test sets. A test reads as what people do and see:
//
//   TEST_P(Inbox, ShowsWhatAFamilySaid) {
//     auto family = browser();
//     say(family, "The bus is late.");
//     auto worker = signed_in(Who::worker);
//     EXPECT_THAT(worker.open("/voices").text(), HasSubstr("The bus is late."));
//   }
//   EARSHOT_ON_BOTH_ENGINES(Inbox);
//
// A page that fails (500) fails the test. Only the tests include this.
#pragma once

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "agencies/agencies.h"
#include "app/browser_testing.h"
#include "app/house.h"
#include "people/people.h"
#include "platform/db/testing.h"
#include "platform/jobs/runner.h"
#include "platform/log/log.h"
#include "platform/web/sessions.h"

namespace earshot::app {

/// Who is looking.
enum class Who {
  nobody,
  worker,
  other_lead,
  lead,
  administrator,
  representative,
  agency_lead,
  county_lead,
  safeguarding_lead,
  moderator,
  family
};

inline constexpr Who kEverybody[] = {
    Who::nobody,      Who::worker,      Who::other_lead,        Who::lead,      Who::administrator, Who::representative,
    Who::agency_lead, Who::county_lead, Who::safeguarding_lead, Who::moderator, Who::family};

inline std::string_view name_of(Who who) {
  switch (who) {
    case Who::nobody:
      return "nobody";
    case Who::worker:
      return "a worker";
    case Who::other_lead:
      return "the lead of another service";
    case Who::lead:
      return "the lead of the service";
    case Who::administrator:
      return "an administrator";
    case Who::representative:
      return "a representative of families";
    case Who::agency_lead:
      return "the lead of the agency";
    case Who::county_lead:
      return "the lead of the county";
    case Who::safeguarding_lead:
      return "a safeguarding lead";
    case Who::moderator:
      return "a moderator";
    case Who::family:
      return "somebody of a family";
  }
  return {};
}

/// The role that `who` has; none for nobody.
inline std::optional<web::Role> role_of(Who who) {
  switch (who) {
    case Who::nobody:
      return std::nullopt;
    case Who::worker:
      return people::kWorker;
    case Who::other_lead:
    case Who::lead:
      return people::kServiceLead;
    case Who::administrator:
      return people::kAdministrator;
    case Who::representative:
      return people::kRepresentative;
    case Who::agency_lead:
      return people::kAgencyLead;
    case Who::county_lead:
      return people::kCountyLead;
    case Who::safeguarding_lead:
      return people::kSafeguardingLead;
    case Who::moderator:
      return people::kModerator;
    case Who::family:
      return people::kFamily;
  }
  return std::nullopt;
}

class HouseTest : public db::EngineTest {
 protected:
  static constexpr char const* kPassword = "correct horse battery staple";
  static constexpr char const* kService = "school-transport";  ///< Answers within 10 working days; Who::lead leads it.
  static constexpr char const* kOtherService =
      "short-breaks";  ///< Answers within 20 working days; Who::other_lead leads it.

  std::vector<db::Migration> migrations() override { return app::migrations(); }

  void SetUp() override {
    log::set_sink([this](std::string_view line) { heed(line); });
    db::EngineTest::SetUp();
    if (HasFatalFailure()) return;
    db().add_hooks(hooks());
    db().write([&](db::Transaction& tx) {
      m_agency = agencies::add_agency(tx, "Fenshire Council");
      m_service = agencies::add_service(tx, {m_agency, "School Transport", kService, "Buses and taxis", 10});
      m_other_service = agencies::add_service(tx, {m_agency, "Short Breaks", kOtherService, "Time off", 20});
    });
    m_house = application(
        db(), [this] { return now(); }, m_metrics, settings());
  }

  void TearDown() override {
    db::EngineTest::TearDown();
    m_house.reset();
    log::set_sink({});
    EXPECT_THAT(m_faults, testing::IsEmpty()) << "pages failed";
  }

  /// What the house is set to. Tests ask faster than people, from one address.
  virtual config::Config settings() {
    config::Config config;
    config.request_burst = 1'000'000;
    return config;
  }

  web::Application& house() { return *m_house; }

  /// 22 November 2026, ten in the morning, until time passes.
  [[nodiscard]] Time now() const { return Time(Milliseconds(m_now)); }
  void pass(Milliseconds time) { m_now += time.count(); }

  /// Runs both services; Who::agency_lead leads it.
  [[nodiscard]] agencies::AgencyId agency() const { return m_agency; }
  [[nodiscard]] agencies::ServiceId service() const { return m_service; }
  [[nodiscard]] agencies::ServiceId other_service() const { return m_other_service; }

  /// A browser that has never been here.
  Browser browser() { return Browser(*m_house); }

  /// A browser of somebody who has read how one leaves quickly, which comes before the path for children.
  Browser browser_of_child() {
    auto window = browser();
    window.open("/say/child");
    EXPECT_EQ(window.path(), "/say/leaving") << window.text();
    return window;
  }

  static std::string email_of(Who who) {
    return "person" + std::to_string(static_cast<int>(who)) + "@fenshire.example";
  }

  /// The account of `who`, made when it is first asked for.
  people::PersonId person(Who who) {
    if (auto const known = m_people.find(who); known != m_people.end()) return known->second;
    if (who == Who::family) {
      return m_people[who] =
                 db().write([&](db::Transaction& tx) { return *people::keep_family(tx, email_of(who), now()); });
    }
    people::NewPerson account{.email = email_of(who),
                              .name = "Person " + std::to_string(static_cast<int>(who)),
                              .password = kPassword,
                              .role = *role_of(who)};
    if (who == Who::lead) account.services = {m_service};
    if (who == Who::other_lead) account.services = {m_other_service};
    if (who == Who::agency_lead) account.agencies = {m_agency};
    auto const added = people::add(db(), account, now());
    EXPECT_TRUE(added.has_value());
    return m_people[who] = added.value_or(people::PersonId{});
  }

  /// A browser in which `who` has signed in: by the form, a family as its link would have done.
  Browser signed_in(Who who) {
    auto window = browser();
    if (who != Who::nobody) sign_in(window, who);
    return window;
  }

  void sign_in(Browser& window, Who who) {
    auto const account = person(who);
    if (who == Who::family) {
      auto const opened = db().write([&](db::Transaction& tx) { return web::open_session(tx, account.value, now()); });
      window.set_cookie(std::string(web::kSignInCookie), opened.token);
      return;
    }
    window.open("/sign-in").submit({{"email", email_of(who)}, {"password", kPassword}});
    EXPECT_EQ(window.status(), 200) << window.text();
    EXPECT_NE(window.path(), "/sign-in") << window.text();
  }

  /// What a family answers to the questions.
  struct Said {
    std::string words;
    std::string about = kService;
    std::string wish = {};
    std::string may_show = "without-name";
    std::string speaker = "parent-or-carer";
    std::string told_by = "receipt";
    std::string email = {};
  };

  /// Goes on from the page that explains "Exit this page", which each visit sees once.
  static void carry_on(Browser& family) {
    if (family.path() == "/say/leaving") family.open("/say/about");
  }

  /// Opens the first question, past that page.
  static Browser& first_question(Browser& family) {
    family.open("/say");
    return family.path() == "/say/leaving" ? family.open("/say") : family;
  }

  /// Answers every question and stands before the check.
  void say_up_to_check(Browser& family, Said const& said) {
    first_question(family).submit({{"words", said.words}});
    carry_on(family);
    family.submit({{"about", said.about}});
    family.submit({{"speaker", said.speaker}});
    family.submit({{"wish", said.wish}});
    family.submit({{"may_show", said.may_show}});
    family.submit({{"told_by", said.told_by}, {"email", said.email}});
    EXPECT_EQ(family.path(), "/say/check") << family.text();
  }

  /// Says it, and gives the private link.
  std::string say(Browser& family, Said const& said) {
    say_up_to_check(family, said);
    family.submit();
    EXPECT_TRUE(family.path().starts_with("/say/received/")) << family.path() << " " << family.text();
    return "/follow/" + family.path().substr(std::string_view("/say/received/").size());
  }

  /// The worker passes on the voice that has waited longest; gives the path of the ask.
  static std::string pass_on(Browser& worker, http::Fields const& typed) {
    worker.open("/voices");
    std::string voice;
    for (auto const& link : worker.page().links())
      if (voice.empty() && link.href.starts_with("/voices/")) voice = link.href;
    EXPECT_FALSE(voice.empty()) << "nothing waits: " << worker.text();
    worker.open(voice).submit(typed);
    return ask_on(worker);
  }

  /// The ask that has just been made, on the page of its voice; gives its path.
  static std::string ask_on(Browser const& worker) {
    std::string ask;
    for (auto const& link : worker.page().links())
      if (link.href.starts_with("/asks/") && link.text.find(" for ") != std::string::npos) ask = link.href;
    EXPECT_TRUE(!ask.empty() && worker.text().find("Passed on to") != std::string::npos) << worker.text();
    return ask;
  }

  /// An ask for `slug`, as if a family had said it and a worker had passed it on; gives its path.
  std::string an_ask(std::string const& words = "The bus comes late.", std::string const& slug = kService) {
    auto family = browser();
    say(family, {.words = words, .about = slug});
    auto worker = signed_in(Who::worker);
    return pass_on(worker, {{"service", slug}});
  }

  /// Runs the jobs that are due now, until none is.
  void run_jobs() {
    jobs::Runner(db(), [this] { return now(); }, jobs(), {.config = settings()}).run_due(now());
  }

  /// How many rows there are.
  std::int64_t count(std::string const& table) {
    db::Sql const sql{m_counts.try_emplace(table, "SELECT count(*) FROM " + table).first->second.c_str()};
    return db().read([&](db::Transaction& tx) { return tx.one<std::int64_t>(sql); });
  }

 private:
  void heed(std::string_view line) {
    std::lock_guard const lock(m_mutex);
    if (line.find("level=error") != std::string_view::npos) m_faults.emplace_back(line);
  }

  metrics::Metrics m_metrics;
  std::unique_ptr<web::Application> m_house;
  std::atomic<std::int64_t> m_now{1'795'341'600'000};
  agencies::AgencyId m_agency;
  agencies::ServiceId m_service;
  agencies::ServiceId m_other_service;
  std::map<Who, people::PersonId> m_people;
  std::map<std::string, std::string> m_counts;
  std::mutex m_mutex;
  std::vector<std::string> m_faults;
};

}  // namespace earshot::app
