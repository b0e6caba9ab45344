// For tests of voices: the tables of voices and of what they stand on, with one service and a worker. Only the tests
// include this.
#pragma once

#include <string>
#include <vector>

#include "agencies/agencies.h"
#include "asks/asks.h"
#include "attachments/attachments.h"
#include "county/county.h"
#include "messages/messages.h"
#include "people/people.h"
#include "platform/db/migrations.h"
#include "platform/db/testing.h"
#include "platform/jobs/jobs.h"
#include "platform/record/record.h"
#include "platform/search/search.h"
#include "platform/secrets/secrets.h"
#include "voices/voices.h"

namespace earshot::voices {

class VoicesTest : public db::EngineTest {
 protected:
  std::vector<db::Migration> migrations() override {
    std::vector<db::Migration> all;
    for (auto const& more : {secrets::migrations(), jobs::migrations(), record::migrations(), search::migrations(),
                             county::migrations(), messages::migrations(), agencies::migrations(), people::migrations(),
                             asks::migrations(), attachments::migrations(), voices::migrations()})
      all.insert(all.end(), more.begin(), more.end());
    return all;
  }

  void SetUp() override {
    db::EngineTest::SetUp();
    if (HasFatalFailure()) return;
    db().write([&](db::Transaction& tx) {
      auto const agency = agencies::add_agency(tx, "Fenshire Council");
      m_service = agencies::add_service(tx, {agency, "School Transport", "school-transport", "Buses", 10});
    });
  }

  [[nodiscard]] agencies::ServiceId service() const { return m_service; }

  std::int64_t count_voices() {
    return db().read([](db::Transaction& tx) { return count_since(tx, Time{}); });
  }

  static constexpr Time kNow{Milliseconds{1'795'341'600'000}};  // 22 November 2026, ten in the morning

 private:
  agencies::ServiceId m_service;
};

}  // namespace earshot::voices
