// What the inbox keeps, on both engines.

#include "inbox/store.h"

#include <gmock/gmock.h>

#include "attachments/attachments.h"
#include "inbox/inbox.h"
#include "inbox/list.h"
#include "inbox/recording.h"
#include "inbox/sheets.h"
#include "keys/keys.h"
#include "platform/db/testing.h"
#include "platform/record/record.h"
#include "platform/search/search.h"
#include "platform/secrets/secrets.h"

namespace earshot::inbox {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Store : public db::EngineTest {
 protected:
  std::vector<db::Migration> migrations() override {
    std::vector<db::Migration> all;
    for (auto const& more :
         {jobs::migrations(), secrets::migrations(), record::migrations(), search::migrations(), county::migrations(),
          messages::migrations(), agencies::migrations(), people::migrations(), asks::migrations(),
          attachments::migrations(), voices::migrations(), keys::migrations(), inbox::migrations()})
      all.insert(all.end(), more.begin(), more.end());
    return all;
  }

  void SetUp() override {
    db::EngineTest::SetUp();
    if (HasFatalFailure()) return;
    m_priya = add_person("priya@fenshire.example", "Priya");
    m_tom = add_person("tom@fenshire.example", "Tom");
    m_voice = say("The bus is late.", "en", kNow);
  }

  people::PersonId add_person(std::string const& email, std::string const& name) {
    auto const added = people::add(
        db(), {.email = email, .name = name, .password = "correct horse battery", .role = people::kWorker}, kNow);
    EXPECT_TRUE(added);
    return added.value_or(people::PersonId{});
  }

  voices::VoiceId say(std::string const& words, std::string const& language, Time at) {
    return db().write([&](db::Transaction& tx) {
      auto const key = "key " + words;
      voices::receive(tx, {.words = words, .language = language}, key, at);
      return *voices::find_by_key(tx, key);
    });
  }

  std::vector<std::string> on_page(Filter const& filter, int page, int per_page) {
    return db().read([&](db::Transaction& tx) {
      std::vector<std::string> words;
      for (auto const& each : store::list(tx, filter, kNow, page, per_page)) words.push_back(each.words);
      return words;
    });
  }

  std::vector<std::string> listed(Filter const& filter) {
    auto const words = on_page(filter, 1, 10);
    db().read([&](db::Transaction& tx) {
      EXPECT_EQ(store::count(tx, filter, kNow), static_cast<std::int64_t>(words.size()));
    });
    return words;
  }

  std::vector<std::string> others(people::PersonId person, Time now) {
    return db().read([&](db::Transaction& tx) {
      std::vector<std::string> names;
      for (auto const& each : store::others_present(tx, m_voice, person, now)) names.push_back(each.name);
      return names;
    });
  }

  static constexpr Time kNow{Milliseconds{1'795'341'600'000}};
  people::PersonId m_priya;
  people::PersonId m_tom;
  voices::VoiceId m_voice;
};
EARSHOT_ON_BOTH_ENGINES(Store);

TEST_P(Store, TheListHoldsWhatWaitsTheOldestFirst) {
  say("Older.", "ur", kNow - Days{40});
  auto const hidden = say("Hidden.", "en", kNow - Days{1});
  db().write([&](db::Transaction& tx) { voices::hide(tx, hidden, kNow); });
  EXPECT_THAT(listed({}), ElementsAre("Older.", "The bus is late."));
  EXPECT_THAT(listed({.language = "ur"}), ElementsAre("Older."));
  EXPECT_THAT(listed({.days = 30}), ElementsAre("The bus is late."));
  EXPECT_THAT(listed({.search = "bus LATE"}), ElementsAre("The bus is late."));
  EXPECT_THAT(listed({.search = "hidden"}), IsEmpty());
  EXPECT_THAT(listed({.search = "?!"}), IsEmpty());
  EXPECT_THAT(listed({.service = std::string(kNotSure)}), ElementsAre("Older.", "The bus is late."));
  EXPECT_THAT(listed({.recorded = true}), IsEmpty());
  db().write([&](db::Transaction& tx) {
    return voices::close(tx, m_voice, {voices::ClosedAs::thanks, "Thank you."}, m_tom, kNow);
  });
  EXPECT_THAT(listed({}), ElementsAre("Older."));
}

TEST_P(Store, TheListHoldsEveryStateTheLatestFirstAndNothingHidden) {
  auto const other = say("The taxi is late.", "ur", kNow - Days{40});
  auto const hidden = say("Hidden, and late.", "en", kNow);
  auto const reference = [&](voices::VoiceId id) {
    return db().read([&](db::Transaction& tx) { return voices::find(tx, id)->reference; });
  };
  auto const secret = reference(hidden);
  db().write([&](db::Transaction& tx) {
    voices::hide(tx, hidden, kNow);
    return voices::close(tx, m_voice, {voices::ClosedAs::thanks, "Thank you."}, m_tom, kNow);
  });
  EXPECT_THAT(listed({.state = State::closed}), ElementsAre("The bus is late."));
  EXPECT_THAT(listed({.state = State::passed_on}), IsEmpty());
  EXPECT_THAT(listed({.state = State::all}), ElementsAre("The taxi is late.", "The bus is late."));
  EXPECT_THAT(listed({.state = State::all, .language = "ur"}), ElementsAre("The taxi is late."));
  EXPECT_THAT(listed({.state = State::all, .days = 30}), ElementsAre("The bus is late."));
  EXPECT_THAT(listed({.state = State::all, .search = "late"}), ElementsAre("The taxi is late.", "The bus is late."));
  EXPECT_THAT(listed({.state = State::closed, .search = "late"}), ElementsAre("The bus is late."));
  EXPECT_THAT(listed({.language = "en", .search = reference(other)}), ElementsAre("The taxi is late."));
  EXPECT_THAT(listed({.search = secret}), IsEmpty());
}

TEST_P(Store, WhatWaitsNextFollowsTheListAndBeginsAnew) {
  auto const older = say("Older.", "ur", kNow - Days{40});
  auto const newer = say("Newer.", "en", kNow + Days{1});
  auto const after = [&](voices::VoiceId id, Filter const& filter = {}) {
    return db().read([&](db::Transaction& tx) { return store::next(tx, filter, *voices::find(tx, id), kNow); });
  };
  EXPECT_EQ(after(older), m_voice);
  EXPECT_EQ(after(m_voice), newer);
  EXPECT_EQ(after(newer), older);
  db().write([&](db::Transaction& tx) { voices::read_first(tx, newer); });
  EXPECT_EQ(after(newer), older);
  EXPECT_EQ(after(m_voice), newer);
  EXPECT_EQ(after(newer, {.language = "ur"}), older);
  EXPECT_EQ(after(older, {.language = "ur"}), std::nullopt);
  EXPECT_EQ(after(older, {.search = "newer"}), newer);
}

TEST_P(Store, TheListGoesOnFromPageToPage) {
  say("Third.", "en", kNow + Days{1});
  say("First.", "en", kNow - Days{1});
  EXPECT_THAT(on_page({}, 1, 2), ElementsAre("First.", "The bus is late."));
  EXPECT_THAT(on_page({}, 2, 2), ElementsAre("Third."));
  EXPECT_THAT(on_page({}, 3, 2), IsEmpty());
}

TEST_P(Store, WhatIsToBeReadFirstStandsInFrontUntilSomebodyHasReadIt) {
  auto const second = say("Second.", "en", kNow + Days{1});
  db().write([&](db::Transaction& tx) { voices::read_first(tx, second); });
  EXPECT_THAT(listed({}), ElementsAre("Second.", "The bus is late."));
  EXPECT_TRUE(db().read([&](db::Transaction& tx) { return store::list(tx, {}, kNow, 1, 1).at(0).read_first; }));
  db().write([&](db::Transaction& tx) { voices::in_turn(tx, second); });
  EXPECT_THAT(listed({}), ElementsAre("The bus is late.", "Second."));
}

TEST_P(Store, WhatWaitsIsFilteredByWhatItSaysOfItself) {
  db().write([&](db::Transaction& tx) {
    auto const agency = agencies::add_agency(tx, "Fenshire Council");
    auto const buses = agencies::add_service(tx, {agency, "School Transport", "school-transport", "Buses", 10});
    auto const place = county::add_place(tx, "Thornley", "thornley");
    auto const money = county::add_topic(tx, "Money", "money");
    voices::receive(tx, {.words = "A seat.", .language = "en", .services = {buses}, .place = place}, "seat", kNow);
    voices::receive(tx, {.words = "A fee.", .language = "en", .topics = {money}, .place = place}, "fee", kNow);
    voices::receive(tx, {.words = "A game.", .language = "en", .speaker = voices::Speaker::child}, "game", kNow);
  });
  EXPECT_THAT(listed({.service = "school-transport"}), ElementsAre("A seat."));
  EXPECT_THAT(listed({.service = std::string(kNotSure)}), ElementsAre("The bus is late.", "A game."));
  EXPECT_THAT(listed({.topic = "money"}), ElementsAre("A fee."));
  EXPECT_THAT(listed({.place = "thornley"}), ElementsAre("A seat.", "A fee."));
  EXPECT_THAT(listed({.speaker = voices::Speaker::child}), ElementsAre("A game."));
  EXPECT_THAT(listed({.place = "thornley", .search = "fee"}), ElementsAre("A fee."));
  EXPECT_THAT(listed({.topic = "money", .search = "seat"}), IsEmpty());
}

TEST_P(Store, PresenceIsOfOthersAndRunsOut) {
  db().write([&](db::Transaction& tx) { store::note_presence(tx, m_voice, m_priya, kNow); });
  EXPECT_THAT(others(m_tom, kNow), ElementsAre("Priya"));
  EXPECT_THAT(others(m_priya, kNow), IsEmpty());
  auto const later = kNow + std::chrono::seconds{90};
  db().write([&](db::Transaction& tx) { store::note_presence(tx, m_voice, m_priya, later); });
  db().read([&](db::Transaction& tx) {
    EXPECT_EQ(store::others_present(tx, m_voice, m_tom, later).at(0).opened_at, kNow) << "she has had it open since";
  });
  EXPECT_THAT(others(m_tom, later + store::kPresenceLasts), ElementsAre("Priya"));
  EXPECT_THAT(others(m_tom, later + store::kPresenceLasts + Milliseconds{1}), IsEmpty());
  auto const again = later + std::chrono::hours{1};
  db().write([&](db::Transaction& tx) { store::note_presence(tx, m_voice, m_priya, again); });
  db().read([&](db::Transaction& tx) {
    EXPECT_EQ(store::others_present(tx, m_voice, m_tom, again).at(0).opened_at, again) << "opened anew";
  });
}

TEST_P(Store, ViewsAreReplacedByNameAndDeletedByTheirPerson) {
  db().write([&](db::Transaction& tx) {
    store::save_view(tx, m_priya, "Buses", "service=buses");
    store::save_view(tx, m_priya, "Buses", "service=taxis");
    store::save_view(tx, m_tom, "Buses", "days=7");
    store::delete_view(tx, m_tom, store::views(tx, m_priya).at(0).id);
  });
  db().read([&](db::Transaction& tx) {
    auto const views = store::views(tx, m_priya);
    ASSERT_EQ(views.size(), 1U);
    EXPECT_EQ(views[0].query, "service=taxis");
  });
}

TEST_P(Store, ARecordingIsStoredOnceForAPersonAndKey) {
  Recorded const recorded{
      .words = {.words = "Nobody comes.", .language = "pl"},
      .recording = {.heard_on = Date{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{20}},
                    .heard_from = "a father of two",
                    .group_name = "Parents"},
      .contact = Reachable{messages::Channel::email, "parent@fenshire.example"}};
  auto const record = [&](people::PersonId by) {
    return db().write([&](db::Transaction& tx) { return record_voice(tx, recorded, "one key", by, kNow); });
  };
  auto const first = record(m_priya);
  EXPECT_EQ(record(m_priya), first);
  EXPECT_NE(record(m_tom), first) << "another person's key is another key";
  db().read([&](db::Transaction& tx) {
    EXPECT_EQ(count_recorded_by(tx, m_priya), 1);
    EXPECT_EQ(recorded_by(tx, m_priya, 1, 10).at(0).words, "Nobody comes.");
    EXPECT_FALSE(find_recorded(tx, m_tom, first));
    EXPECT_EQ(how_heard(tx, first)->recorded_by, "Priya");
    EXPECT_EQ(how_heard(tx, first)->recording.heard_from, "a father of two");
    EXPECT_FALSE(how_heard(tx, m_voice));
    EXPECT_TRUE(voices::find(tx, first)->contact);
  });
  EXPECT_THAT(listed({.recorded = true}), ElementsAre("Nobody comes.", "Nobody comes."));
  constexpr db::Sql kWithdraw{"UPDATE voices SET withdrawn_at = $1 WHERE id = $2"};
  db().write([&](db::Transaction& tx) {
    forget_withdrawn(tx);
    EXPECT_EQ(how_heard(tx, first)->recording.heard_from, "a father of two");
    tx.execute(kWithdraw, kNow, first);
    forget_withdrawn(tx);
    EXPECT_EQ(how_heard(tx, first)->recording.heard_from, "") << "it was taken back";
  });
  db().write([&](db::Transaction& tx) { voices::hide(tx, first, kNow); });
  db().read([&](db::Transaction& tx) {
    EXPECT_EQ(count_recorded_by(tx, m_priya), 0) << "what is hidden is in no list";
    EXPECT_FALSE(find_recorded(tx, m_priya, first));
  });
}

TEST_P(Store, ASpreadsheetIsStoredOnce) {
  std::string const content =
      "level,said_by,heard_through,heard_on,words\nconsultation,child,group,2010,Dark.\nx,child,group,2010,Wrong.\n";
  auto const id = db().write([&](db::Transaction& tx) { return add_sheet(tx, m_priya, "a.csv", content, kNow); });
  auto const find = [&](people::PersonId person, Time now) {
    return db().read([&](db::Transaction& tx) { return find_sheet(tx, person, id, now); });
  };
  EXPECT_FALSE(find(m_tom, kNow));
  EXPECT_FALSE(find(m_priya, kNow + kSheetLasts));
  auto const sheet = find(m_priya, kNow);
  ASSERT_TRUE(sheet);
  auto const lines = db().read([&](db::Transaction& tx) { return fates(tx, *read_upload(sheet->content)); });
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].fate, Fate::is_new);
  EXPECT_EQ(lines[1].fate, Fate::wrong);
  EXPECT_EQ(lines[1].line.wrong->column, 1U);
  store_sheet(db(), m_priya, *sheet, kNow);
  store_sheet(db(), m_priya, *sheet, kNow);
  auto const stored = find(m_priya, kNow);
  EXPECT_EQ(stored->stored, 1);
  EXPECT_EQ(stored->content, "");
  EXPECT_THAT(listed({.search = "dark"}), ElementsAre("Dark."));
}

}  // namespace
}  // namespace earshot::inbox
