#include "asks/testing.h"
#include "county/county.h"
#include "messages/messages.h"

namespace earshot::asks {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class AsksStore : public AsksTest {};
EARSHOT_ON_BOTH_ENGINES(AsksStore);

TEST_P(AsksStore, AnAskKnowsItsServiceItsSourceAndItsDay) {
  auto const ask = make("The bus is late.", m_bus);
  EXPECT_EQ(ask.service_name, "School Transport");
  EXPECT_EQ(ask.service_slug, "bus");
  EXPECT_EQ(to_iso(ask.due_on), "2026-12-07");
  EXPECT_EQ(ask.asked_at, kNow);
  EXPECT_EQ(ask.wish, "A seat");
  auto const found = db().read([](db::Transaction& tx) { return of_source(tx, {"voice", 5}); });
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().ask.reference, ask.reference);
  EXPECT_FALSE(found.front().answer);
  EXPECT_THAT(db().read([](db::Transaction& tx) { return of_source(tx, {"survey", 5}); }), IsEmpty());
}

TEST_P(AsksStore, AnAnswerIsWrittenAnewUntilItIsPublished) {
  auto const ask = make("The bus is late.", m_bus);
  ASSERT_TRUE(write_answer(ask, "First"));
  EXPECT_EQ(write_answer(ask, "Unseen").error().kind, Refusal::Kind::conflict);
  ASSERT_TRUE(write_answer(ask, "Second", Outcome::cannot, kNow));
  EXPECT_FALSE(stored(ask).published());
  publish_at(ask, kNow);
  auto const late = write_answer(ask, "Third");
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().problems.front().field, "because") << "from now on it is a correction";
  auto const kept = stored(ask);
  ASSERT_TRUE(kept.published());
  EXPECT_EQ(kept.answer->text, "Second");
  EXPECT_EQ(kept.answer->outcome, Outcome::cannot);
}

TEST_P(AsksStore, WillIsRefusedForADayThatIsPast) {
  auto const ask = make("The bus is late.", m_bus);
  auto const refused = db().write([&](db::Transaction& tx) {
    return answer(tx, ask.id, {Outcome::will, "We will", plus(day(kNow), Days{-1})}, std::nullopt, m_lead, kNow,
                  day(kNow));
  });
  EXPECT_FALSE(refused);
}

TEST_P(AsksStore, TheFirstPublicationCounts) {
  auto const ask = make("The bus is late.", m_bus);
  write_answer(ask, "Done");
  publish_at(ask, kNow);
  publish_at(ask, kNow + Days{3});
  EXPECT_EQ(stored(ask).answer->published_at, kNow);
}

TEST_P(AsksStore, TheFiguresCountWhatIsAnsweredAndWhatIsLate) {
  auto const figures_at = [&](Time at) { return db().read([&](db::Transaction& tx) { return figures(tx, day(at)); }); };
  EXPECT_EQ(figures_at(kNow).median_days, std::nullopt);
  auto const quick = make("Quick", m_bus);
  auto const usual = make("Usual", m_bus);
  auto const slow = make("Slow", m_bus);
  auto const never = make("Never", m_bus);
  for (auto const& ask : {quick, usual, slow, never}) write_answer(ask, "Done");
  publish_at(quick, kNow + Days{2});
  publish_at(usual, kNow + Days{9});
  publish_at(slow, kNow + Days{40});
  auto const on_the_day = figures_at(kNow + Days{15});
  EXPECT_EQ(on_the_day.answered, 3);
  EXPECT_EQ(on_the_day.late, 0) << "the day itself is not late";
  EXPECT_EQ(on_the_day.median_days, 7) << "working days: Monday to Friday, Monday and Tuesday";
  EXPECT_EQ(figures_at(kNow + Days{16}).late, 1);
}

TEST_P(AsksStore, AnAskKnowsItsPlaceAndTopics) {
  auto const [ask, topics] = db().write([&](db::Transaction& tx) {
    auto const school = county::add_topic(tx, "Getting to school", "getting-to-school");
    auto const food = county::add_topic(tx, "Food", "food");
    auto const made = *create(tx,
                              {.service = m_bus,
                               .source = {"voice", 5},
                               .words = "The bus is late.",
                               .language = "en",
                               .asked_at = kNow,
                               .place = county::add_place(tx, "Thornley", "thornley"),
                               .topics = {school, food, school}},
                              people::PersonId{m_lead.id}, kNow, day(kNow));
    return std::pair(made, topics_of(tx, made.id));
  });
  EXPECT_EQ(ask.place_name, "Thornley");
  ASSERT_EQ(topics.size(), 2U);
  EXPECT_EQ(topics.front().name, "Food");
}

TEST_P(AsksStore, AnAskMayComeOfSeveralSources) {
  auto const ask = make("The bus is late.", m_bus);
  auto const other = make("The taxi is late.", m_bus);
  db().write([&](db::Transaction& tx) {
    EXPECT_TRUE(join(tx, ask.id, {"voice", 9}, {}, "person 1", kNow + Days{1}));
    EXPECT_TRUE(join(tx, ask.id, {"voice", 9}, {}, "person 1", kNow + Days{2}));
    EXPECT_TRUE(join(tx, other.id, {"voice", 9}, {}, "person 1", kNow));
    EXPECT_FALSE(join(tx, AskId{999}, {"voice", 9}, {}, "person 1", kNow));
  });
  db().read([&](db::Transaction& tx) {
    auto const sources = sources_of(tx, ask.id);
    ASSERT_EQ(sources.size(), 2U);
    EXPECT_EQ(sources[0].id, 5);
    EXPECT_EQ(sources[1].id, 9);
    EXPECT_EQ(of_source(tx, {"voice", 9}).size(), 2U);
  });
}

TEST_P(AsksStore, WhatIsHiddenIsNowhere) {
  auto const answered = make("The bus is late.", m_bus);
  write_answer(answered, "A new bus");
  publish_at(answered, kNow);
  db().write([&](db::Transaction& tx) {
    EXPECT_TRUE(join(tx, answered.id, {"voice", 9}, {}, "person 1", kNow));
    hide_source(tx, {"voice", 5}, kNow);
  });
  db().read([&](db::Transaction& tx) {
    EXPECT_THAT(of_source(tx, {"voice", 5}), IsEmpty());
    EXPECT_THAT(of_source(tx, {"voice", 9}), IsEmpty());
    EXPECT_FALSE(find(tx, answered.id, administrator()));
    EXPECT_EQ(figures(tx, day(kNow)).answered, 0);
    EXPECT_EQ(figures(tx, day(kNow)).median_days, std::nullopt);
    EXPECT_EQ(tx.one<std::int64_t>({"SELECT count(*) FROM search_asks"}), 0);
  });
  db().write([&](db::Transaction& tx) { show_source(tx, {"voice", 5}); });
  db().read([&](db::Transaction& tx) {
    EXPECT_EQ(of_source(tx, {"voice", 9}).size(), 1U);
    EXPECT_EQ(tx.one<std::int64_t>({"SELECT count(*) FROM search_asks"}), 1);
  });
}

TEST_P(AsksStore, HidingAVoiceThatOnlyJoinedLeavesTheAskToTheOthers) {
  auto const ask = make("The bus is late.", m_bus);
  db().write([&](db::Transaction& tx) {
    EXPECT_TRUE(join(tx, ask.id, {"voice", 9}, {}, "person 1", kNow));
    hide_source(tx, {"voice", 9}, kNow);
  });
  EXPECT_TRUE(db().read([&](db::Transaction& tx) { return find(tx, ask.id, administrator()); }));
}

/// What families said is gone from every column that had it.
void expect_no_word_of(db::Transaction& tx, std::string const& words) {
  for (auto const* from : {"asks WHERE words || wish || coalesce(struck_words, '')", "ask_reopenings WHERE reason"})
    EXPECT_EQ(tx.one<std::int64_t>({std::string("SELECT count(*) FROM ") + from + " LIKE $1"}, "%" + words + "%"), 0);
}

TEST_P(AsksStore, WhatIsTakenBackBeforeItIsAnsweredIsGone) {
  auto const ask = make("The taxi is late.", m_bus);
  db().write([&](db::Transaction& tx) { withdraw_source(tx, {"voice", 5}, kNow); });
  db().read([&](db::Transaction& tx) {
    EXPECT_FALSE(find(tx, ask.id, administrator()));
    expect_no_word_of(tx, "taxi");
  });
}

TEST_P(AsksStore, WhatOthersJoinedGoesBackToBeMadeOfTheirWordsWhenItsOwnAreTakenBack) {
  auto const ask = make("The bus is late.", m_bus);
  write_answer(ask, "A draft");
  db().write([&](db::Transaction& tx) {
    EXPECT_TRUE(join(tx, ask.id, {"voice", 9}, {}, "person 1", kNow));
    withdraw_source(tx, {"voice", 5}, kNow);
  });
  db().read([&](db::Transaction& tx) {
    expect_no_word_of(tx, "bus");
    auto const item = store::find(tx, ask.id);
    EXPECT_TRUE(item->ask.returned_at);
    EXPECT_FALSE(item->written);
    auto const returns = returns_of(tx, {"voice", 9});
    ASSERT_EQ(returns.size(), 1U);
    EXPECT_EQ(returns.front().reason, "");
    EXPECT_EQ(tx.all<std::string>({"SELECT payload FROM jobs WHERE kind = $1"}, kSourceReturned),
              std::vector<std::string>{"voice 9"});
  });
}

TEST_P(AsksStore, WhoOnlyJoinedTakesNoWordsOfOthersAway) {
  auto const ask = make("The bus is late.", m_bus);
  db().write([&](db::Transaction& tx) {
    EXPECT_TRUE(join(tx, ask.id, {"voice", 9}, {}, "person 1", kNow));
    withdraw_source(tx, {"voice", 9}, kNow);
  });
  EXPECT_EQ(stored(ask).ask.words, "The bus is late.");
  EXPECT_EQ(stored(ask).ask.wish, "A seat");
  EXPECT_TRUE(stored(ask).ask.waits);
}

TEST_P(AsksStore, WhatIsAnsweredStandsWithoutTheWordsThatAreTakenBack) {
  auto const ask = make("The bus is late.", m_bus);
  write_answer(ask, "It comes earlier");
  publish_at(ask, kNow);
  db().write([&](db::Transaction& tx) {
    EXPECT_TRUE(support(tx, ask.reference, "a visit", {}, kNow, day(kNow)));
    count_verdict(tx, ask.id, {"voice", 5}, false, kNow);
    EXPECT_TRUE(reopen(tx, ask.id, {"voice", 5}, "The bus is still late.", kNow, day(kNow)));
    withdraw_source(tx, {"voice", 5}, kNow);
  });
  db().read([&](db::Transaction& tx) {
    expect_no_word_of(tx, "bus");
    auto const item = store::find(tx, ask.id);
    EXPECT_TRUE(item->published());
    EXPECT_FALSE(item->ask.waits) << "nobody is left who waits for another answer";
    EXPECT_EQ(supports(tx, ask.id), 1);
    auto const found = [&](std::string const& word) {
      return tx.all<AskId>({"SELECT item FROM @found(asks, $1)"}, *search::query(tx.engine(), word)).size();
    };
    EXPECT_EQ(found("bus"), 0U);
    EXPECT_EQ(found("earlier"), 1U);
  });
}

TEST_P(AsksStore, WhatWaitsForItsFirstAnswerCanBeSupported) {
  auto const ask = make("The bus is late.", m_bus);
  db().write([&](db::Transaction& tx) {
    auto const mum = messages::keep_contact(tx, messages::Channel::email, "mum@x.example", "en", kNow);
    EXPECT_TRUE(support(tx, ask.reference, "a visit", mum, kNow, day(kNow)));
    EXPECT_EQ(supports(tx, ask.id), 1);
    EXPECT_EQ(supported_by(tx, mum).size(), 1U);
    store::return_sources(tx, ask.id, {.reason = "Not for us", .by = m_lead.id}, kNow);
    EXPECT_FALSE(support(tx, ask.reference, "another", {}, kNow, day(kNow))) << "nobody answers what was given back";
    EXPECT_THAT(supported_by(tx, mum), IsEmpty()) << "its page is gone";
  });
}

TEST_P(AsksStore, AnAskForNoServiceIsRefused) {
  auto const refused = db().write([&](db::Transaction& tx) {
    return create(tx, {.service = {999}, .source = {"voice", 1}, .words = "x", .language = "en", .asked_at = kNow},
                  people::PersonId{m_lead.id}, kNow, day(kNow));
  });
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().problems.front().field, "service");
}

}  // namespace
}  // namespace earshot::asks
