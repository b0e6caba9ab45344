// For tests of asks: two services of an agency, a lead of the first, and asks that are made and answered in a line.
// Only the tests include this.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "asks/list.h"
#include "asks/store.h"
#include "platform/db/testing.h"
#include "platform/jobs/jobs.h"
#include "platform/jobs/runner.h"
#include "platform/record/record.h"
#include "platform/search/search.h"

namespace earshot::asks {

inline constexpr Time kNow{Milliseconds{1'795'341'600'000}};  // 22 November 2026, ten in the morning

class AsksTest : public db::EngineTest {
 protected:
  std::vector<db::Migration> migrations() override {
    std::vector<db::Migration> all;
    for (auto const& more : {jobs::migrations(), record::migrations(), search::migrations(), county::migrations(),
                             messages::migrations(), agencies::migrations(), people::migrations(), asks::migrations()})
      all.insert(all.end(), more.begin(), more.end());
    return all;
  }

  void SetUp() override {
    db::EngineTest::SetUp();
    if (HasFatalFailure()) return;
    db().write([&](db::Transaction& tx) {
      auto const agency = agencies::add_agency(tx, "Fenshire Council");
      m_bus = agencies::add_service(tx, {agency, "School Transport", "bus", "Buses", 10});
      m_breaks = agencies::add_service(tx, {agency, "Short Breaks", "breaks", "Time off", 20});
    });
    auto const lead = people::add(db(),
                                  {.email = "lead@x.example",
                                   .name = "Lead",
                                   .password = "long enough",
                                   .role = people::kServiceLead,
                                   .services = {m_bus}},
                                  kNow);
    ASSERT_TRUE(lead);
    m_lead = db().read([&](db::Transaction& tx) { return *people::find_viewer(tx, lead->value); });
  }

  static Date day(Time time) { return std::chrono::floor<Days>(time); }

  Ask make(std::string const& words, agencies::ServiceId service, Time at = kNow) {
    return *db().write([&](db::Transaction& tx) {
      return create(tx,
                    {.service = service,
                     .source = {"voice", 5},
                     .words = words,
                     .language = "en",
                     .wish = "A seat",
                     .asked_at = at},
                    people::PersonId{m_lead.id}, at, day(at));
    });
  }

  Result<Written> write_answer(Ask const& ask, std::string const& text, Outcome outcome = Outcome::done,
                               std::optional<Time> seen = {}) {
    return db().write([&](db::Transaction& tx) {
      return answer(tx, ask.id, {outcome, text, {}}, seen, administrator(), kNow, day(kNow));
    });
  }

  void publish_at(Ask const& ask, Time at) {
    ASSERT_TRUE(
        db().write([&](db::Transaction& tx) { return publish(tx, ask.id, kNow, administrator(), at, day(at)); }));
  }

  web::Viewer administrator() const { return {.id = m_lead.id, .name = "A", .roles = {"administrator"}, .scope = {}}; }

  /// The ask and its answer as they are stored.
  AnsweredAsk stored(Ask const& ask) {
    return *db().read([&](db::Transaction& tx) { return store::find(tx, ask.id); });
  }

  /// The words of what a list shows, at kNow unless said, where what is due within two working days is due soon.
  std::vector<std::string> listed(Filter const& filter, std::optional<people::PersonId> leads = {}, Time at = kNow) {
    return db().read([&](db::Transaction& tx) {
      Looking const looking{leads, day(at), county::calendar(tx).after(day(at), 3)};
      std::vector<std::string> words;
      for (auto const& item : store::list(tx, filter, looking, 1, 10)) words.push_back(item.ask.words);
      EXPECT_EQ(store::count(tx, filter, looking), static_cast<std::int64_t>(words.size()));
      return words;
    });
  }

  agencies::ServiceId m_bus, m_breaks;
  web::Viewer m_lead;
};

}  // namespace earshot::asks
