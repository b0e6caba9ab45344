#include "asks/watch.h"

#include "asks/telling.h"
#include "asks/testing.h"

namespace earshot::asks {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

/// Clocks, support and telling: what happens to an ask beside its answer.
class AsksWatch : public AsksTest {
 protected:
  void SetUp() override {
    AsksTest::SetUp();
    if (HasFatalFailure()) return;
    add("agency@x.example", people::kAgencyLead);
    add("county@x.example", people::kCountyLead);
  }

  void add(std::string const& email, web::Role role) {
    auto const agency = db().read([&](db::Transaction& tx) { return agencies::find_service(tx, m_bus)->agency; });
    people::NewPerson person{.email = email, .name = "N", .password = "long enough", .role = role};
    if (role == people::kAgencyLead) person.agencies = {agency};
    ASSERT_TRUE(people::add(db(), person, kNow));
  }

  void watch_at(Time at) {
    db().write([&](db::Transaction& tx) {
      for (auto const id : store::to_watch(tx, day(at + Days{10}))) watch(tx, id, at, day(at));
    });
  }

  std::vector<std::string> letters(std::string const& kind) {
    return db().read([&](db::Transaction& tx) {
      return tx.all<std::string>({"SELECT address FROM outbox WHERE kind = $1 ORDER BY id"}, kind);
    });
  }

  void run_jobs(Time at) {
    jobs::Runner(db(), [at] { return at; }, {watch_job(), telling_job()}).run_due(at);
  }

  std::int64_t count(db::Sql const& sql) {
    return db().read([&](db::Transaction& tx) { return tx.one<std::int64_t>(sql); });
  }

  messages::ContactId contact(std::string const& address) {
    return db().write(
        [&](db::Transaction& tx) { return messages::keep_contact(tx, messages::Channel::email, address, "en", kNow); });
  }

  void support_by(Ask const& ask, std::string const& visit, std::optional<messages::ContactId> told = {}) {
    ASSERT_TRUE(
        db().write([&](db::Transaction& tx) { return support(tx, ask.reference, visit, told, kNow, day(kNow)); }));
  }
};
EARSHOT_ON_BOTH_ENGINES(AsksWatch);

TEST_P(AsksWatch, EachStepIsTakenOnceHoweverOftenTheJobRuns) {
  auto const ask = make("The bus is late.", m_bus);  // due on 7 December
  watch_at(kNow);
  EXPECT_THAT(letters("asks.reminder"), IsEmpty());
  for (int i = 0; i < 3; ++i) watch_at(kNow + Days{12});
  EXPECT_THAT(letters("asks.reminder"), ElementsAre("lead@x.example"));
  for (int i = 0; i < 3; ++i) watch_at(kNow + Days{16});
  EXPECT_THAT(letters("asks.late"), UnorderedElementsAre("agency@x.example", "lead@x.example"));
  for (int i = 0; i < 3; ++i) watch_at(kNow + Days{22});
  EXPECT_THAT(letters("asks.late"), UnorderedElementsAre("agency@x.example", "lead@x.example", "county@x.example"));
  auto const steps = db().read([&](db::Transaction& tx) { return store::steps_taken(tx, ask.id); });
  EXPECT_EQ(steps.size(), 3U);
}

TEST_P(AsksWatch, EachIsWrittenToInTheirLanguage) {
  db().write([](db::Transaction& tx) {
    tx.execute(db::Sql{"UPDATE people SET letters_in = 'cy' WHERE email = 'lead@x.example'"});
    tx.execute(db::Sql{"UPDATE people SET language = 'ur' WHERE email = 'agency@x.example'"});
  });
  make("The bus is late.", m_bus);
  watch_at(kNow + Days{16});
  auto const languages = db().read([](db::Transaction& tx) {
    return tx.all<std::string>(db::Sql{"SELECT language FROM outbox WHERE kind = 'asks.late' ORDER BY address"});
  });
  EXPECT_THAT(languages, ElementsAre("ur", "cy")) << "what they have chosen, or what their pages were in";
}

TEST_P(AsksWatch, AServiceThatNobodyLeadsIsToldOfToThoseAbove) {
  make("More short breaks.", m_breaks);  // due on 21 December
  watch_at(kNow + Days{27});
  EXPECT_THAT(letters("asks.reminder"), ElementsAre("agency@x.example"));
}

TEST_P(AsksWatch, WhatIsAnsweredOrPausedIsLeftAlone) {
  auto const answered = make("The bus is late.", m_bus);
  write_answer(answered, "A new bus");
  publish_at(answered, kNow);
  auto const paused = make("The bus is full.", m_bus);
  db().write([&](db::Transaction& tx) {
    EXPECT_TRUE(pause(tx, paused.id, "We asked the school.", administrator(), kNow, day(kNow)));
  });
  watch_at(kNow + Days{60});
  EXPECT_THAT(letters("asks.late"), IsEmpty());
}

TEST_P(AsksWatch, APauseMovesTheDayAndIsKept) {
  auto const ask = make("The bus is late.", m_bus);
  auto const resumed = kNow + Days{8};  // Monday 30 November
  db().write([&](db::Transaction& tx) {
    EXPECT_TRUE(pause(tx, ask.id, "We asked the school.", administrator(), kNow, day(kNow)));
    EXPECT_FALSE(pause(tx, ask.id, "Again.", administrator(), kNow, day(kNow)));
  });
  EXPECT_EQ(stored(ask).ask.pause_reason, "We asked the school.");
  db().write([&](db::Transaction& tx) { EXPECT_TRUE(resume(tx, ask.id, administrator(), resumed, day(resumed))); });
  EXPECT_EQ(to_iso(stored(ask).ask.due_on), "2026-12-15") << "six working days later than the 7th";
  auto const pauses = db().read([&](db::Transaction& tx) { return store::pauses(tx, ask.id); });
  ASSERT_EQ(pauses.size(), 1U);
  EXPECT_EQ(pauses.front().working_days, 6);
}

TEST_P(AsksWatch, AClockRunsAgainByItselfWhenItHasStoodStillForAsLongAsItMay) {
  auto const ask = make("The bus is late.", m_bus);
  db().write([&](db::Transaction& tx) {
    EXPECT_TRUE(pause(tx, ask.id, "We asked the school.", administrator(), kNow, day(kNow)));
  });
  run_jobs(kNow + Days{5});
  EXPECT_TRUE(stored(ask).ask.paused_on);
  run_jobs(kNow + Days{60});
  EXPECT_FALSE(stored(ask).ask.paused_on);
  db().write([&](db::Transaction& tx) {
    EXPECT_FALSE(pause(tx, ask.id, "Again.", administrator(), kNow, day(kNow))) << "there are no days left";
  });
}

TEST_P(AsksWatch, SupportIsCountedOnceForEachVisitAndContact) {
  auto const ask = make("The bus is late.", m_bus);
  write_answer(ask, "A new bus");
  publish_at(ask, kNow);
  auto const mum = contact("mum@x.example");
  support_by(ask, "1");
  support_by(ask, "1");
  support_by(ask, "2", mum);
  support_by(ask, "3", mum);
  EXPECT_EQ(db().read([&](db::Transaction& tx) { return supports(tx, ask.id); }), 2);
  support_by(ask, "1", contact("dad@x.example"));
  EXPECT_EQ(db().read([&](db::Transaction& tx) { return store::crowd(tx, ask.id); }).without_contact, 1)
      << "who comes back to leave an address is told; the voice that asked is not";
  EXPECT_FALSE(stored(ask).ask.obliged_at);
}

TEST_P(AsksWatch, EnoughSupportOfANoObligesAnAnswer) {
  auto const ask = make("The bus is late.", m_bus);
  write_answer(ask, "No money", Outcome::cannot);
  publish_at(ask, kNow);
  db().write([&](db::Transaction& tx) {
    auto settings = county::settings(tx);
    settings.support_obliges = 2;
    county::save(tx, settings, kNow);
  });
  support_by(ask, "1");
  EXPECT_FALSE(stored(ask).ask.waits);
  support_by(ask, "2");
  EXPECT_TRUE(stored(ask).ask.waits);
  EXPECT_EQ(to_iso(stored(ask).ask.due_on), "2026-12-07");
  support_by(ask, "3");
  EXPECT_THAT(letters("asks.obliged"), ElementsAre("lead@x.example"));
}

TEST_P(AsksWatch, EverybodyWhoFollowsIsToldOnceWithTheirOwnLink) {
  auto const mum = contact("mum@x.example");
  auto const dad = contact("dad@x.example");
  auto const ask = make("The bus is late.", m_bus);
  db().write([&](db::Transaction& tx) {
    EXPECT_TRUE(join(tx, ask.id, {"voice", 9}, mum, "person 1", kNow, "/follow/abc"));
  });
  write_answer(ask, "A new bus");
  publish_at(ask, kNow);
  support_by(ask, "1", dad);
  support_by(ask, "2", mum);
  run_jobs(kNow);
  db().write([&](db::Transaction& tx) { tell_followers(tx, ask.id, Event::answered, 1); });
  run_jobs(kNow);
  auto const paths =
      db().read([](db::Transaction& tx) { return tx.all<std::string>({"SELECT path FROM news ORDER BY contact"}); });
  EXPECT_THAT(paths, ElementsAre("/follow/abc", "/changes/" + ask.reference));
  auto const reached = db().read([&](db::Transaction& tx) { return told(tx, ask.id); });
  EXPECT_EQ(reached.people, 4);
  EXPECT_EQ(reached.waiting, 2);
  EXPECT_EQ(reached.by_link, 1);
}

TEST_P(AsksWatch, NobodyIsToldOfWhatIsHidden) {
  auto const ask = make("The bus is late.", m_bus);
  db().write([&](db::Transaction& tx) {
    auto const mum = messages::keep_contact(tx, messages::Channel::email, "mum@x.example", "en", kNow);
    EXPECT_TRUE(join(tx, ask.id, {"voice", 9}, mum, "person 1", kNow, "/follow/abc"));
  });
  write_answer(ask, "A new bus");
  publish_at(ask, kNow);
  db().write([&](db::Transaction& tx) { hide_source(tx, {"voice", 5}, kNow); });
  run_jobs(kNow);
  EXPECT_EQ(count({"SELECT count(*) FROM news"}), 0);
}

TEST_P(AsksWatch, WhatHelpedIsCountedOnceForEachSource) {
  auto const ask = make("The bus is late.", m_bus);
  auto const told = [&](std::int64_t voice, bool helps) {
    db().write([&](db::Transaction& tx) { count_verdict(tx, ask.id, {"voice", voice}, helps, kNow); });
  };
  for (auto const voice : {5, 6, 7}) told(voice, false);
  told(7, true);
  auto const [of_ask, of_bus, of_breaks] = db().read([&](db::Transaction& tx) {
    return std::tuple(helped(tx, ask.id), service_figures(tx, m_bus, day(kNow)).helped,
                      service_figures(tx, m_breaks, day(kNow)).helped);
  });
  EXPECT_EQ(of_ask.told, 3);
  EXPECT_EQ(of_ask.helped, 1);
  EXPECT_EQ(of_bus.helped, 1);
  EXPECT_TRUE(of_bus.for_everybody());
  EXPECT_EQ(of_breaks.told, 0);
  EXPECT_FALSE((Helped{.told = 2, .helped = 2}.for_everybody()));
}

TEST_P(AsksWatch, WhatAContactSupportsIsFoundWhileItIsPublished) {
  auto const mum = contact("mum@x.example");
  auto const ask = make("The bus is late.", m_bus);
  auto const of_mum = [&] { return db().read([&](db::Transaction& tx) { return supported_by(tx, mum).size(); }); };
  write_answer(ask, "A new bus");
  publish_at(ask, kNow);
  EXPECT_EQ(of_mum(), 0U);
  support_by(ask, "visit", mum);
  EXPECT_EQ(of_mum(), 1U);
  db().write([&](db::Transaction& tx) { hide_source(tx, {"voice", 5}, kNow); });
  EXPECT_EQ(of_mum(), 0U);
}

TEST_P(AsksWatch, TheFiguresOfAServiceAreItsOwn) {
  for (int const days : {1, 2, 9}) {
    auto const ask = make("The bus is late.", m_bus);
    write_answer(ask, "A new bus");
    auto const at = kNow + Days{days};
    db().write([&](db::Transaction& tx) { EXPECT_TRUE(publish(tx, ask.id, kNow, administrator(), at, day(at))); });
  }
  make("The bus is full.", m_bus);
  make("More short breaks.", m_breaks);
  auto const today = day(kNow + Days{16});
  auto const of = [&](agencies::ServiceId service) {
    return db().read([&](db::Transaction& tx) { return service_figures(tx, service, today); });
  };
  auto const bus = of(m_bus);
  EXPECT_EQ(bus.service, m_bus);
  EXPECT_EQ(bus.answered, 3);
  EXPECT_EQ(bus.waiting, 1);
  EXPECT_EQ(bus.late, 1);
  EXPECT_EQ(bus.median_days, 2) << "Monday, Tuesday and the Tuesday after";
  EXPECT_EQ(of(m_breaks).late, 0);
  EXPECT_EQ(of(m_breaks).median_days, std::nullopt);
}

}  // namespace
}  // namespace earshot::asks
