// For tests of safeguarding: the tables of the rooms below, a worker, two leads, and a voice. Only the tests include
// this.
#pragma once

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "attachments/attachments.h"
#include "county/county.h"
#include "inbox/inbox.h"
#include "keys/keys.h"
#include "messages/messages.h"
#include "platform/db/testing.h"
#include "platform/jobs/jobs.h"
#include "platform/record/record.h"
#include "platform/search/search.h"
#include "platform/secrets/secrets.h"
#include "platform/web/feature.h"
#include "safeguarding/safeguarding.h"
#include "safeguarding/store.h"

namespace earshot::safeguarding {

class SafeguardingTest : public db::EngineTest {
 protected:
  static constexpr Time kNow{Milliseconds{1'795'341'600'000}};  // 22 November 2026, ten in the morning

  std::vector<db::Migration> migrations() override {
    std::vector<db::Migration> all;
    for (auto const& more : {secrets::migrations(), jobs::migrations(), record::migrations(), search::migrations(),
                             web::migrations(), county::migrations(), messages::migrations(), agencies::migrations(),
                             people::migrations(), asks::migrations(), attachments::migrations(), voices::migrations(),
                             keys::migrations(), inbox::feature().migrations, safeguarding::migrations()})
      all.insert(all.end(), more.begin(), more.end());
    return all;
  }

  void SetUp() override {
    db::EngineTest::SetUp();
    if (HasFatalFailure()) return;
    db().add_hooks(feature().hooks);
    m_worker = add("worker@x.example", people::kWorker);
    m_lead = add("lead@x.example", people::kSafeguardingLead);
    m_other_lead = add("other@x.example", people::kSafeguardingLead);
    db().write([&](db::Transaction& tx) {
      auto const agency = agencies::add_agency(tx, "Fenshire Council");
      m_service = agencies::add_service(tx, {agency, "School Transport", "school-transport", "Buses", 14});
    });
  }

  people::PersonId add(std::string const& email, web::Role role) {
    return *people::add(db(), {.email = email, .name = email, .password = "long enough", .role = role}, kNow);
  }

  voices::VoiceId say(std::string const& words, std::string const& key = "key") {
    return db().write([&](db::Transaction& tx) {
      voices::receive(tx, {.words = words, .language = "en", .services = {m_service}}, key, kNow);
      return *voices::find_by_key(tx, key);
    });
  }

  void raise(voices::VoiceId voice, std::string const& why = "I am worried.", Time at = kNow) {
    db().write([&](db::Transaction& tx) { safeguarding::raise(tx, voice, why, m_worker, at); });
  }

  Case case_of(voices::VoiceId voice) {
    auto const found = db().read([&](db::Transaction& tx) { return store::find_by_voice(tx, voice); });
    EXPECT_TRUE(found);
    return found.value_or(Case{});
  }

  /// To whom letters of this kind go, in order.
  std::vector<std::string> told(std::string const& kind) {
    return db().read([&](db::Transaction& tx) {
      return tx.all<std::string>(db::Sql{"SELECT address FROM outbox WHERE kind = $1 ORDER BY id"}, kind);
    });
  }

  std::vector<Did> log_of(CaseId id) {
    std::vector<Did> result;
    for (auto const& entry : db().read([&](db::Transaction& tx) { return store::log_of(tx, id); }))
      result.push_back(entry.did);
    return result;
  }

  people::PersonId m_worker, m_lead, m_other_lead;
  agencies::ServiceId m_service;
};

}  // namespace earshot::safeguarding
