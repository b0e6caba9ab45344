// The list of asks: what it finds, for whom, and in which order.

#include "asks/list.h"

#include "asks/testing.h"

namespace earshot::asks {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

TEST(AsksFilter, IsReadFromAnAddress) {
  http::Fields query;
  for (auto const& [name, value] :
       {std::pair{"service", "bus"}, {"agency", "council"}, {"clock", "late"}, {"q", " late bus "}})
    query.add(name, value);
  EXPECT_EQ(read_filter(query),
            (Filter{.service = "bus", .agency = "council", .clock = AskClock::State::late, .search = "late bus"}));
}

TEST(AsksFilter, PassesOverWhatItDoesNotKnow) {
  http::Fields query;
  for (auto const& [name, value] : {std::pair{"standing", "lost"}, {"clock", "stopped"}, {"colour", "blue"}})
    query.add(name, value);
  EXPECT_EQ(read_filter(query), Filter{});
}

TEST(AsksFilter, AsksForNoClockOfWhatIsAnswered) {
  http::Fields query;
  for (auto const& [name, value] : {std::pair{"standing", "answered"}, {"clock", "late"}}) query.add(name, value);
  EXPECT_EQ(read_filter(query), Filter{.standing = Standing::answered});
}

class AsksList : public AsksTest {};
EARSHOT_ON_BOTH_ENGINES(AsksList);

TEST_P(AsksList, WhatIsDueFirstWaitsInFront) {
  make("Later", m_breaks);
  auto const sooner = make("Sooner", m_bus);
  EXPECT_THAT(listed({}), ElementsAre("Sooner", "Later"));
  EXPECT_THAT(listed({}, people::PersonId{m_lead.id}), ElementsAre("Sooner")) << "only of the services they lead";
  EXPECT_THAT(listed({}, people::PersonId{999}), IsEmpty());
  write_answer(sooner, "Done");
  EXPECT_THAT(listed({}), ElementsAre("Sooner", "Later")) << "written is not published";
  publish_at(sooner, kNow);
  EXPECT_THAT(listed({}), ElementsAre("Later"));
}

TEST_P(AsksList, IsOfAServiceOrAnAgency) {
  make("Bus", m_bus);
  make("Break", m_breaks);
  EXPECT_THAT(listed({.service = "breaks"}), ElementsAre("Break"));
  EXPECT_THAT(listed({.service = "none-such"}), IsEmpty());
  EXPECT_THAT(listed({.agency = "fenshire-council"}), UnorderedElementsAre("Bus", "Break"));
  EXPECT_THAT(listed({.service = "bus", .agency = "another"}), IsEmpty());
  EXPECT_THAT(listed({.service = "breaks"}, people::PersonId{m_lead.id}), IsEmpty()) << "it is not theirs";
}

TEST_P(AsksList, KnowsEveryClockAsItsTagSaysIt) {
  make("The bus is late.", m_bus);  // due on Friday, 4 December
  auto const at = [&](Time time) {
    std::vector<AskClock::State> states;
    for (auto const& [state, word] : kWords<AskClock::State>)
      if (!listed({.clock = state}, {}, time).empty()) states.push_back(state);
    return states;
  };
  for (int days = 0; days < 30; ++days) {
    auto const time = kNow + Days{days};
    auto const tag = db().read([&](db::Transaction& tx) {
      return clock(store::find(tx, {1})->ask, county::calendar(tx), day(time), 2).state;
    });
    EXPECT_THAT(at(time), ElementsAre(tag)) << days;
  }
  ASSERT_TRUE(db().write([&](db::Transaction& tx) {
    return pause(tx, {1}, "We asked the bus company.", administrator(), kNow + Days{20}, day(kNow + Days{20}));
  }));
  EXPECT_THAT(at(kNow + Days{21}), ElementsAre(AskClock::State::paused));
}

TEST_P(AsksList, ShowsWhatIsAnsweredTheLatestFirst) {
  auto const first = make("First", m_bus);
  auto const second = make("Second", m_breaks);
  make("Never", m_bus);
  for (auto const& ask : {first, second}) write_answer(ask, "Done");
  publish_at(first, kNow + Days{1});
  publish_at(second, kNow + Days{2});
  Filter const answered{.standing = Standing::answered};
  EXPECT_THAT(listed(answered), ElementsAre("Second", "First"));
  EXPECT_THAT(listed(answered, people::PersonId{m_lead.id}), ElementsAre("First"));
  EXPECT_THAT(listed({.standing = Standing::answered, .service = "breaks"}), ElementsAre("Second"));
}

TEST_P(AsksList, FindsWordsWithinAState) {
  auto const late = make("The bus is late.", m_bus);
  make("The bus is full.", m_bus);
  EXPECT_THAT(listed({.search = "BUS"}), ElementsAre("The bus is late.", "The bus is full."));
  EXPECT_THAT(listed({.search = "full bu"}), ElementsAre("The bus is full."));
  EXPECT_THAT(listed({.search = "?!"}), IsEmpty());
  write_answer(late, "Done");
  publish_at(late, kNow);
  EXPECT_THAT(listed({.search = "bus"}), ElementsAre("The bus is full."));
  EXPECT_THAT(listed({.standing = Standing::answered, .search = "bus"}), ElementsAre("The bus is late."));
}

TEST_P(AsksList, FindsAReferenceWhateverBecameOfIt) {
  auto const ask = make("The bus is late.", m_bus);
  auto const other = make("No short break.", m_breaks);
  auto typed = ask.reference;
  for (auto& each : typed) each = each == '-' ? ' ' : static_cast<char>(std::tolower(each));
  EXPECT_THAT(listed({.search = typed}), ElementsAre("The bus is late."));
  write_answer(ask, "Done");
  publish_at(ask, kNow);
  EXPECT_THAT(listed({.service = "breaks", .search = typed}), ElementsAre("The bus is late."));
  auto const lead = people::PersonId{m_lead.id};
  EXPECT_THAT(listed({.search = ask.reference}, lead), ElementsAre("The bus is late."));
  EXPECT_THAT(listed({.search = other.reference}, lead), IsEmpty()) << "it is not theirs";
}

TEST_P(AsksList, NeverHasWhatIsHidden) {
  auto const ask = make("The bus is late.", m_bus);
  db().write([&](db::Transaction& tx) { hide_source(tx, {"voice", 5}, kNow); });
  EXPECT_THAT(listed({}), IsEmpty());
  EXPECT_THAT(listed({.search = "late"}), IsEmpty());
  EXPECT_THAT(listed({.search = ask.reference}), IsEmpty());
}

}  // namespace
}  // namespace earshot::asks
