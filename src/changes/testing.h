// For tests of what everybody reads: two services of two agencies, and asks that are answered in a line. Only the tests
// include this.
#pragma once

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "changes/changes.h"
#include "county/county.h"
#include "messages/messages.h"
#include "platform/db/testing.h"
#include "platform/jobs/jobs.h"
#include "platform/record/record.h"
#include "platform/search/search.h"

namespace earshot::changes {

class ChangesTest : public db::EngineTest {
 protected:
  static constexpr Time kNow{Milliseconds{1'795'341'600'000}};  // 22 November 2026, ten in the morning

  std::vector<db::Migration> migrations() override {
    std::vector<db::Migration> all;
    for (auto const& more :
         {jobs::migrations(), record::migrations(), search::migrations(), county::migrations(), messages::migrations(),
          agencies::migrations(), people::migrations(), asks::migrations(), changes::migrations()})
      all.insert(all.end(), more.begin(), more.end());
    return all;
  }

  void SetUp() override {
    db::EngineTest::SetUp();
    if (HasFatalFailure()) return;
    db().write([&](db::Transaction& tx) {
      auto const council = agencies::add_agency(tx, "Fenshire Council");
      auto const health = agencies::add_agency(tx, "Fenshire Health");
      m_bus = agencies::add_service(tx, {council, "School Transport", "bus", "Buses", 14});
      m_breaks = agencies::add_service(tx, {health, "Short Breaks", "breaks", "Time off", 28});
    });
    auto const administrator = people::add(db(),
                                           {.email = "administrator@x.example",
                                            .name = "Administrator",
                                            .password = "long enough",
                                            .role = people::kAdministrator},
                                           kNow);
    ASSERT_TRUE(administrator);
    m_administrator = db().read([&](db::Transaction& tx) { return *people::find_viewer(tx, administrator->value); });
  }

  static Date day(Time time) { return std::chrono::floor<Days>(time); }

  asks::Ask make(asks::Draft draft) {
    draft.source = {"voice", ++m_voices};
    if (draft.language.empty()) draft.language = "en";
    if (draft.asked_at == Time{}) draft.asked_at = kNow;
    return *db().write([&](db::Transaction& tx) {
      return asks::create(tx, draft, people::PersonId{m_administrator.id}, draft.asked_at, day(draft.asked_at));
    });
  }

  asks::Ask make(std::string const& words, agencies::ServiceId service) {
    return make({.service = service, .source = {}, .words = words, .language = {}, .asked_at = {}});
  }

  void write_answer(asks::Ask const& ask, asks::AnswerDraft const& draft, Time at = kNow) {
    ASSERT_TRUE(db().write([&](db::Transaction& tx) {
      return asks::answer(tx, ask.id, draft, std::nullopt, m_administrator, at, day(at));
    }));
  }

  /// Writes the answer and publishes it.
  void answer(asks::Ask const& ask, asks::AnswerDraft const& draft, Time at = kNow) {
    write_answer(ask, draft, at);
    ASSERT_TRUE(
        db().write([&](db::Transaction& tx) { return asks::publish(tx, ask.id, at, m_administrator, at, day(at)); }));
  }

  std::vector<std::string> list(Filter const& filter, int page = 1, int per_page = 10) {
    std::vector<std::string> words;
    auto const found = db().read([&](db::Transaction& tx) { return published(tx, filter, day(kNow), page, per_page); });
    for (auto const& change : found.changes) words.push_back(change.words);
    return words;
  }

  agencies::ServiceId m_bus, m_breaks;
  web::Viewer m_administrator;

 private:
  std::int64_t m_voices = 0;
};

}  // namespace earshot::changes
