#include "changes/testing.h"

namespace earshot::changes {
namespace {

using asks::Outcome;
using testing::ElementsAre;
using testing::IsEmpty;

class ChangesStore : public ChangesTest {};
EARSHOT_ON_BOTH_ENGINES(ChangesStore);

TEST_P(ChangesStore, WhatIsNotPublishedIsInNoListAndCannotBeReadByItsReference) {
  auto const ask = make("The bus is late.", m_bus);
  write_answer(ask, {Outcome::done, "Done", {}});
  EXPECT_THAT(list({}), IsEmpty());
  EXPECT_FALSE(db().read([&](db::Transaction& tx) { return find(tx, ask.reference); }));
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
  EXPECT_THAT(list({.service = "bus"}), ElementsAre("The bus is late.", "The bus is full."));
  EXPECT_THAT(list({.outcome = Outcome::cannot}), ElementsAre("The bus is full."));
  EXPECT_THAT(list({.service = "breaks", .outcome = Outcome::cannot}), IsEmpty());
  EXPECT_THAT(list({.search = "BUS"}), ElementsAre("The bus is late.", "The bus is full."));
  EXPECT_THAT(list({.search = "timetable"}), ElementsAre("The bus is late.")) << "the answer is searched, too";
  EXPECT_THAT(list({.service = "breaks", .search = "bus"}), IsEmpty());
  for (auto const* nonsense : {"%", "*", "\"", "' OR 1=1 --", "(((", "NOT", "a:b", "-"})
    EXPECT_NO_THROW(list({.search = nonsense})) << nonsense;
  EXPECT_EQ(db().read([](db::Transaction& tx) { return published(tx, {.service = "bus"}, 1, 1); }).total, 2);
}

}  // namespace
}  // namespace earshot::changes
