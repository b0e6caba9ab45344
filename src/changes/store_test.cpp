#include "changes/store.h"

#include "changes/testing.h"

namespace earshot::changes {
namespace {

using asks::Outcome;
using testing::ElementsAre;
using testing::IsEmpty;

class ChangesStore : public ChangesTest {};
EARSHOT_ON_BOTH_ENGINES(ChangesStore);

TEST_P(ChangesStore, WhatWaitsForAnAnswerIsReadWithoutWhatIsOnlyWritten) {
  auto const ask = make("The bus is late.", m_bus);
  write_answer(ask, {Outcome::done, "Done", {}});
  EXPECT_THAT(list({}), IsEmpty()) << "what changed is what is published";
  auto const waits = db().read([&](db::Transaction& tx) { return find(tx, ask.reference); });
  ASSERT_TRUE(waits);
  EXPECT_FALSE(waits->answered);
  EXPECT_EQ(waits->text, "");
  EXPECT_EQ(waits->due_on, ask.due_on);
  EXPECT_EQ(became(*waits, ask.due_on), Became::waiting);
  EXPECT_EQ(became(*waits, plus(ask.due_on, Days{1})), Became::late);
}

TEST_P(ChangesStore, WhatWaitsIsListedWhatIsDueFirstInFront) {
  auto const later = make("More short breaks.", m_breaks);
  auto const sooner = make("The bus is late.", m_bus);
  EXPECT_THAT(list({.became = Became::waiting}), ElementsAre("The bus is late.", "More short breaks."));
  EXPECT_THAT(list({.service = m_breaks, .became = Became::waiting}), ElementsAre("More short breaks."));
  EXPECT_THAT(list({.became = Became::waiting, .search = "bus"}), ElementsAre("The bus is late."));
  EXPECT_THAT(list({.became = Became::late}), IsEmpty());
  auto const late = [&](Date today) {
    return db().read([&](db::Transaction& tx) { return published(tx, {.became = Became::late}, today, 1, 10); });
  };
  EXPECT_EQ(late(plus(sooner.due_on, Days{1})).total, 1);
  EXPECT_EQ(late(plus(later.due_on, Days{1})).total, 2);
  answer(sooner, {Outcome::done, "A new timetable", {}});
  EXPECT_THAT(list({.became = Became::waiting}), ElementsAre("More short breaks."));
  db().write([&](db::Transaction& tx) { asks::hide_source(tx, later.source, kNow); });
  EXPECT_THAT(list({.became = Became::waiting}), IsEmpty());
  EXPECT_FALSE(db().read([&](db::Transaction& tx) { return find(tx, later.reference); }));
}

TEST_P(ChangesStore, WhatIsHiddenIsInNoListSearchOrPage) {
  auto const ask = make("The bus is late.", m_bus);
  answer(ask, {Outcome::done, "Done", {}});
  db().write([&](db::Transaction& tx) { asks::hide_source(tx, ask.source, kNow); });
  EXPECT_THAT(list({}), IsEmpty());
  EXPECT_THAT(list({.search = "bus"}), IsEmpty());
  EXPECT_FALSE(db().read([&](db::Transaction& tx) { return find(tx, ask.reference); }));
  db().write([&](db::Transaction& tx) { asks::show_source(tx, ask.source); });
  EXPECT_THAT(list({.search = "done"}), ElementsAre("The bus is late."));
}

TEST_P(ChangesStore, ThePublishedAreListedNewestFirstAndNarrowedDown) {
  auto const bus = make("The bus is late.", m_bus);
  auto const full = make("The bus is full.", m_bus);
  auto const breaks = make("More short breaks.", m_breaks);
  answer(full, {Outcome::cannot, "There is no money", {}}, kNow + Days{1});
  answer(bus, {Outcome::done, "A new timetable", {}}, kNow + Days{2});
  answer(breaks, {Outcome::done, "Two more carers", {}}, kNow + Days{3});
  EXPECT_THAT(list({}), ElementsAre("More short breaks.", "The bus is late.", "The bus is full."));
  EXPECT_THAT(list({}, 2, 2), ElementsAre("The bus is full."));
  EXPECT_THAT(list({.service = m_bus}), ElementsAre("The bus is late.", "The bus is full."));
  EXPECT_THAT(list({.became = Became::cannot}), ElementsAre("The bus is full."));
  EXPECT_THAT(list({.service = m_breaks, .became = Became::cannot}), IsEmpty());
  EXPECT_THAT(list({.search = "BUS"}), ElementsAre("The bus is late.", "The bus is full."));
  EXPECT_THAT(list({.search = "timetable"}), ElementsAre("The bus is late.")) << "the answer is searched, too";
  EXPECT_THAT(list({.service = m_breaks, .search = "bus"}), IsEmpty());
  for (auto const* nonsense : {"%", "*", "\"", "' OR 1=1 --", "(((", "NOT", "a:b", "-"})
    EXPECT_NO_THROW(list({.search = nonsense})) << nonsense;
  EXPECT_EQ(db().read([&](db::Transaction& tx) { return published(tx, {.service = m_bus}, day(kNow), 1, 1); }).total,
            2);
}

TEST_P(ChangesStore, TheListIsNarrowedByAgencyPlaceAndTopic) {
  auto const [thornley, school] = db().write([](db::Transaction& tx) {
    return std::pair(county::add_place(tx, "Thornley", "thornley"), county::add_topic(tx, "School", "school"));
  });
  auto draft = [&](std::string const& words, agencies::ServiceId service) {
    return asks::Draft{.service = service, .source = {}, .words = words, .language = {}, .asked_at = {}};
  };
  auto here = draft("The bus to Thornley is late.", m_bus);
  here.place = thornley;
  auto about_school = draft("The bus to school is late.", m_bus);
  about_school.topics = {school};
  answer(make(here), {Outcome::done, "Done", {}});
  answer(make(about_school), {Outcome::done, "Done", {}}, kNow + Days{1});
  answer(make(draft("More short breaks.", m_breaks)), {Outcome::done, "Done", {}}, kNow + Days{2});
  auto const agency = db().read([&](db::Transaction& tx) { return agencies::find_service(tx, m_bus)->agency; });
  EXPECT_THAT(list({.agency = agency}), ElementsAre("The bus to school is late.", "The bus to Thornley is late."));
  EXPECT_THAT(list({.place = thornley}), ElementsAre("The bus to Thornley is late."));
  EXPECT_THAT(list({.topic = school}), ElementsAre("The bus to school is late."));
  EXPECT_THAT(list({.place = thornley, .topic = school}), IsEmpty());
  EXPECT_THAT(list({.service = m_bus, .topic = school}), ElementsAre("The bus to school is late."));
  EXPECT_THAT(list({.topic = school, .search = "bus"}), ElementsAre("The bus to school is late."));
  auto const found = db().read([&](db::Transaction& tx) { return newest(tx, {.place = thornley}, day(kNow), 1); });
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().place, "Thornley");
  EXPECT_EQ(found.front().agency_name, "Fenshire Council");
  EXPECT_EQ(found.front().askers, 1);
}

TEST_P(ChangesStore, TheListIsNarrowedByTheTimeOfPublishing) {
  answer(make("First.", m_bus), {Outcome::done, "Done", {}}, kNow);
  answer(make("Second.", m_bus), {Outcome::done, "Done", {}}, kNow + Days{1});
  answer(make("Third.", m_bus), {Outcome::done, "Done", {}}, kNow + Days{2});
  EXPECT_THAT(list({.from = kNow + Days{1}}), ElementsAre("Third.", "Second."));
  EXPECT_THAT(list({.from = kNow + Days{1}, .until = kNow + Days{2}}), ElementsAre("Second."));
  EXPECT_THAT(list({.service = m_bus, .until = kNow + Days{1}}), ElementsAre("First."));
}

TEST_P(ChangesStore, APromisePastItsDayIsFoundAsNotKeptAndCounted) {
  auto const promise = [&](std::string const& words, Days in) {
    answer(make(words, m_bus), {Outcome::will, "We will", plus(day(kNow), in)});
  };
  promise("Today.", Days{0});
  promise("Later.", Days{30});
  auto const on = [&](Days later, Became became) {
    std::vector<std::string> words;
    for (auto const& change : db().read([&](db::Transaction& tx) {
                                    return published(tx, {.became = became}, plus(day(kNow), later), 1, 10);
                                  })
                                  .changes)
      words.push_back(change.words);
    return words;
  };
  EXPECT_THAT(on(Days{0}, Became::broken), IsEmpty());
  EXPECT_THAT(on(Days{1}, Became::broken), ElementsAre("Today."));
  EXPECT_THAT(on(Days{1}, Became::will), ElementsAre("Later."));
  auto const counted = [&](std::optional<agencies::ServiceId> service) {
    return db().read([&](db::Transaction& tx) { return promises(tx, service, plus(day(kNow), Days{1})); });
  };
  EXPECT_EQ(counted({}).broken, 1);
  EXPECT_EQ(counted(m_bus).broken, 1);
  EXPECT_EQ(counted(m_bus).open, 1);
  EXPECT_EQ(counted(m_breaks).broken, 0);
}

TEST_P(ChangesStore, WhatIsHiddenIsInNoListNoCountNoSearchAndHasNoPage) {
  auto const ask = make("The bus is late.", m_bus);
  answer(ask, {Outcome::will, "Soon", plus(day(kNow), Days{1})});
  ASSERT_THAT(list({}), ElementsAre("The bus is late."));
  db().write([&](db::Transaction& tx) { asks::hide_source(tx, ask.source, kNow); });
  EXPECT_THAT(list({}), IsEmpty());
  EXPECT_THAT(list({.search = "bus"}), IsEmpty());
  EXPECT_THAT(list({.service = m_bus}), IsEmpty());
  db().read([&](db::Transaction& tx) {
    EXPECT_EQ(published(tx, {}, day(kNow), 1, 10).total, 0);
    EXPECT_FALSE(find(tx, ask.reference));
    EXPECT_EQ(promises(tx, {}, day(kNow)).open, 0);
  });
  db().write([&](db::Transaction& tx) { asks::show_source(tx, ask.source); });
  EXPECT_THAT(list({}), ElementsAre("The bus is late."));
}

TEST_P(ChangesStore, AServiceIsLateWithWhatIsPastItsDay) {
  answer(make("Other", m_breaks), {Outcome::done, "Done", {}}, kNow + Days{1});
  make("Waits", m_bus);
  auto const late_on = [&](Time at) {
    return db().read([&](db::Transaction& tx) { return late_by_service(tx, day(at)); });
  };
  EXPECT_THAT(late_on(kNow), IsEmpty());
  ASSERT_EQ(late_on(kNow + Days{60}).size(), 1U);
  EXPECT_EQ(late_on(kNow + Days{60}).front().service, m_bus);
}

TEST_P(ChangesStore, APromiseThatIsKeptIsFoundAsOneWhateverIsCorrectedLater) {
  auto const ask = make("Mend the swings.", m_bus);
  answer(ask, {Outcome::will, "We mend them", plus(day(kNow), Days{10})});
  answer(ask, {Outcome::done, "Both are new", {}}, kNow + Days{12});
  answer(ask, {Outcome::done, "Both are new and painted", {}, "We forgot the paint."}, kNow + Days{13});
  auto const change = db().read([&](db::Transaction& tx) { return find(tx, ask.reference); });
  ASSERT_TRUE(change);
  EXPECT_EQ(became(*change, day(kNow + Days{30})), Became::kept);
  EXPECT_EQ(change->kept_on, day(kNow + Days{12}));
  EXPECT_EQ(change->answered_at, kNow);
  for (auto const became : {Became::kept, Became::done})
    EXPECT_THAT(list({.became = became}), ElementsAre("Mend the swings."));
  auto const counted = db().read([&](db::Transaction& tx) { return promises(tx, m_bus, day(kNow + Days{30})); });
  EXPECT_EQ(counted.broken, 0);
  EXPECT_EQ(db().read([&](db::Transaction& tx) { return promises_kept(tx, m_bus); }), 1);
}

TEST_P(ChangesStore, WhatIsAlikeIsOfTheSameTopicFirstAndThenOfTheSameService) {
  auto const school = db().write([](db::Transaction& tx) { return county::add_topic(tx, "School", "school"); });
  auto draft =
      asks::Draft{.service = m_bus, .source = {}, .words = "Late.", .language = {}, .asked_at = {}, .topics = {school}};
  auto const late = make(draft);
  draft.service = m_breaks;
  draft.words = "Another service.";
  auto const elsewhere = make(draft);
  auto const full = make("Full.", m_bus);
  for (auto const& ask : {elsewhere, full, late}) answer(ask, {Outcome::done, "Done", {}});
  std::vector<std::string> words;
  for (auto const& change :
       db().read([&](db::Transaction& tx) { return related(tx, *find(tx, late.reference), day(kNow), 3); }))
    words.push_back(change.words);
  EXPECT_THAT(words, ElementsAre("Another service.", "Full."));
}

/// As a county had it before a promise was kept by another version of its answer.
class OlderPromises : public ChangesTest {
 protected:
  std::vector<db::Migration> migrations() override {
    auto all = ChangesTest::migrations();
    std::erase_if(all, [](db::Migration const& step) {
      return (step.feature == "asks" && step.number >= 10) || (step.feature == "changes" && step.number >= 2);
    });
    return all;
  }

  void add_older_rows() {
    constexpr db::Sql kAsk{
        "INSERT INTO asks (reference, service, source_kind, source_id, words, words_by, language, wish, asked_at,"
        " created_at, due_on, waits, answered_at) VALUES ('A-1', $1, 'voice', 1, 'Mend the swings.', 'family', 'en',"
        " '', $2, $2, '2026-12-04', 0, $2) RETURNING id"};
    constexpr db::Sql kAnswer{
        "INSERT INTO answers (ask, outcome, text, will_do_by, written_by, written_at, published_at)"
        " VALUES ($1, 'will', 'We mend them', '2026-12-02', $2, $3, $3)"};
    constexpr db::Sql kKept{
        "INSERT INTO promises_kept (ask, kept_on, text, noted_by, noted_at)"
        " VALUES ($1, '2026-12-01', 'Both are new', $2, $3)"};
    db().write([&](db::Transaction& tx) {
      auto const ask = tx.one<asks::AskId>(kAsk, m_bus, kNow);
      tx.execute(kAnswer, ask, m_administrator.id, kNow);
      tx.execute(kKept, ask, m_administrator.id, kNow + Days{10});
    });
  }
};
EARSHOT_ON_BOTH_ENGINES(OlderPromises);

TEST_P(OlderPromises, ThatWereKeptBecomeAnswersThatSaySo) {
  add_older_rows();
  db::migrate(db(), ChangesTest::migrations());
  auto const change = db().read([](db::Transaction& tx) { return find(tx, "A-1"); });
  ASSERT_TRUE(change);
  EXPECT_EQ(became(*change, day(kNow)), Became::kept);
  EXPECT_EQ(change->kept_on, Date(std::chrono::year(2026) / 12 / 1));
  EXPECT_EQ(change->text, "Both are new");
  EXPECT_EQ(change->published_at, kNow + Days{10});
  auto const in_lists =
      db().read([&](db::Transaction& tx) { return published(tx, {.became = Became::kept}, day(kNow), 1, 10); });
  EXPECT_EQ(in_lists.total, 1);
  EXPECT_EQ(db().read([&](db::Transaction& tx) { return promises_kept(tx, m_bus); }), 1);
  EXPECT_EQ(db().read([&](db::Transaction& tx) { return promises(tx, m_bus, day(kNow)).open; }), 0);
  auto const former =
      db().read([&](db::Transaction& tx) { return asks::former_answers(tx, asks::AskId{change->item}); });
  ASSERT_EQ(former.size(), 1U);
  EXPECT_EQ(former.front().text, "We mend them");
  EXPECT_EQ(former.front().will_do_by, Date(std::chrono::year(2026) / 12 / 2));
}

}  // namespace
}  // namespace earshot::changes
