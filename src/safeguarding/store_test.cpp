#include "safeguarding/store.h"

#include "safeguarding/rules.h"
#include "safeguarding/testing.h"

namespace earshot::safeguarding {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

constexpr std::chrono::hours kHour{1};

class Cases : public SafeguardingTest {};
EARSHOT_ON_BOTH_ENGINES(Cases);

TEST_P(Cases, RaisingHidesTheVoiceAndItsAsksAtOnce) {
  auto const voice = say("He hits me.");
  auto const ask = db().write([&](db::Transaction& tx) {
    return *voices::make_ask(tx, voice, {.service = m_service, .words = "A family asks for help."}, m_worker, kNow,
                             std::chrono::floor<Days>(kNow));
  });
  raise(voice);
  db().read([&](db::Transaction& tx) {
    EXPECT_FALSE(voices::find(tx, voice));
    EXPECT_TRUE(voices::find_hidden(tx, voice));
    EXPECT_THAT(asks::of_source(tx, {voices::kSourceKind, voice.value}), IsEmpty());
    EXPECT_EQ(store::asks_of(tx, voice).front().reference, ask.reference);
  });
  auto const found = case_of(voice);
  EXPECT_EQ(found.why, "I am worried.");
  EXPECT_EQ(found.raised_by, "worker@x.example");
  EXPECT_EQ(found.look_by, kNow + 4 * kHour);
  EXPECT_EQ(found.decide_by, kNow + 24 * kHour);
}

TEST_P(Cases, TheClocksAreThoseOfTheCounty) {
  db().write([&](db::Transaction& tx) {
    auto settings = county::settings(tx);
    settings.safeguarding_look_within = 1;
    settings.safeguarding_decide_within = 8;
    county::save(tx, settings, kNow);
  });
  auto const voice = say("He hits me.");
  raise(voice);
  EXPECT_EQ(case_of(voice).look_by, kNow + kHour);
  EXPECT_EQ(case_of(voice).decide_by, kNow + 8 * kHour);
}

TEST_P(Cases, TheLeadsAreToldAtOnceByTheirUrgentChannelAndWithoutAWord) {
  db().write([&](db::Transaction& tx) { store::save_reach(tx, m_lead, {"", "+447700900123"}); });
  raise(say("He hits me."));
  EXPECT_THAT(told("safeguarding.case"), ElementsAre("+447700900123", "other@x.example"));
  auto const bodies = db().read([](db::Transaction& tx) {
    return tx.all<std::string>(db::Sql{"SELECT subject || body || path || link || why FROM outbox"});
  });
  for (auto const& body : bodies) {
    EXPECT_THAT(body, Not(testing::HasSubstr("hits")));
    EXPECT_THAT(body, Not(testing::HasSubstr("worried")));
  }
}

TEST_P(Cases, LeadsAreToldOnceUntilItIsLateAndANewLeadHearsOfWhatIsOpen) {
  raise(say("He hits me."));
  auto const tell = [&](Time at) { db().write([&](db::Transaction& tx) { tell_leads(tx, at); }); };
  tell(kNow + kHour);
  EXPECT_EQ(told("safeguarding.case").size(), 2U);
  add("new@x.example", people::kSafeguardingLead);
  tell(kNow + 2 * kHour);
  EXPECT_THAT(told("safeguarding.case"), Contains("new@x.example"));
  EXPECT_EQ(told("safeguarding.case").size(), 3U);
  tell(kNow + 4 * kHour);
  EXPECT_EQ(told("safeguarding.case").size(), 6U);
  tell(kNow + 5 * kHour);
  EXPECT_EQ(told("safeguarding.case").size(), 6U);
  tell(kNow + 6 * kHour);
  EXPECT_EQ(told("safeguarding.case").size(), 9U);
}

TEST_P(Cases, NobodyIsToldAfterALookUntilTheDecisionIsLate) {
  auto const voice = say("He hits me.");
  raise(voice);
  auto const found = case_of(voice);
  db().write([&](db::Transaction& tx) { look(tx, found, m_lead, kNow + kHour); });
  auto const tell = [&](Time at) { db().write([&](db::Transaction& tx) { tell_leads(tx, at); }); };
  tell(kNow + 9 * kHour);
  EXPECT_EQ(told("safeguarding.case").size(), 2U);
  tell(kNow + 24 * kHour);
  EXPECT_EQ(told("safeguarding.case").size(), 4U);
}

TEST_P(Cases, RaisingTwiceIsOneCaseAndKeepsBothReasons) {
  auto const voice = say("He hits me.");
  raise(voice, "One reason.");
  raise(voice, "Another reason.");
  auto const found = case_of(voice);
  EXPECT_EQ(found.why, "One reason.");
  auto const log = db().read([&](db::Transaction& tx) { return store::log_of(tx, found.id); });
  EXPECT_EQ(log.back().did, Did::raised_again);
  EXPECT_EQ(log.back().note, "Another reason.");
  EXPECT_EQ(log.back().person, "worker@x.example");
}

TEST_P(Cases, RaisingWhatIsNotThereDoesNothing) {
  raise(voices::VoiceId{4711});
  EXPECT_THAT(told("safeguarding.case"), IsEmpty());
}

TEST_P(Cases, GivingBackShowsTheVoiceAsBefore) {
  auto const voice = say("He hits the ball far.");
  raise(voice);
  auto const found = case_of(voice);
  ASSERT_TRUE(
      db().write([&](db::Transaction& tx) { return give_back(tx, found, "A ball game.", m_lead, kNow + kHour); }));
  db().read([&](db::Transaction& tx) {
    auto const shown = voices::find(tx, voice);
    ASSERT_TRUE(shown);
    EXPECT_EQ(shown->received_at, kNow);
    EXPECT_TRUE(shown->waits());
    static constexpr db::Sql kFound{"SELECT item FROM @found(voices, $1)"};
    EXPECT_THAT(tx.all<voices::VoiceId>(kFound, *search::query(tx.engine(), "ball")), ElementsAre(voice));
  });
  auto const again = db().read([&](db::Transaction& tx) { return *find(tx, found.reference); });
  EXPECT_EQ(again.state, State::given_back);
  EXPECT_FALSE(db().write([&](db::Transaction& tx) { return give_back(tx, again, "Again.", m_lead, kNow); }));
  EXPECT_FALSE(db().write([&](db::Transaction& tx) { return keep_hidden(tx, again, "No.", m_lead, kNow); }));
  EXPECT_FALSE(db().write([&](db::Transaction& tx) { return hand_over(tx, again, {}, m_lead, kNow); }));
  raise(voice, "It is no ball game.");
  EXPECT_NE(case_of(voice).reference, found.reference) << "what is raised again is another case";
}

TEST_P(Cases, WhatIsTakenBackWhileItIsRaisedIsErasedOnlyOnceItIsGivenBack) {
  auto const voice = say("He hits me.");
  raise(voice);
  db().write([&](db::Transaction& tx) { voices::withdraw(tx, voice, kNow + kHour); });
  db().read([&](db::Transaction& tx) {
    auto const hidden = voices::find_hidden(tx, voice);
    ASSERT_TRUE(hidden);
    EXPECT_EQ(hidden->words, "He hits me.") << "who holds the phone cannot erase it";
    EXPECT_TRUE(hidden->withdrawn_at) << "to the family it is gone";
  });
  auto const found = case_of(voice);
  ASSERT_TRUE(db().write([&](db::Transaction& tx) { return give_back(tx, found, "No concern.", m_lead, kNow); }));
  db().read([&](db::Transaction& tx) { EXPECT_EQ(voices::find(tx, voice)->words, ""); });
}

TEST_P(Cases, WhatIsHandedOverOrKeptStaysHidden) {
  auto const one = say("He hits me.", "one");
  auto const two = say("She hits me.", "two");
  raise(one);
  raise(two);
  db().write([&](db::Transaction& tx) {
    EXPECT_TRUE(hand_over(tx, *store::find_by_voice(tx, one),
                          {.to_whom = ToWhom::police, .taken_by = "PC Lee", .their_reference = "77"}, m_lead, kNow));
    EXPECT_TRUE(keep_hidden(tx, *store::find_by_voice(tx, two), "Known already.", m_lead, kNow));
  });
  db().read([&](db::Transaction& tx) {
    EXPECT_FALSE(voices::find(tx, one) || voices::find(tx, two));
    EXPECT_EQ(store::in_state(tx, State::open).size(), 0U);
    EXPECT_EQ(store::decided(tx, 1, 10).size(), 2U);
    auto const handed = store::handovers_of(tx, store::find_by_voice(tx, one)->id);
    ASSERT_EQ(handed.size(), 1U);
    EXPECT_EQ(handed.front().handover.taken_by, "PC Lee");
    EXPECT_EQ(handed.front().person, "lead@x.example");
  });
}

TEST_P(Cases, TheLogTellsOfEachLookAndCannotBeChanged) {
  auto const voice = say("He hits me.");
  raise(voice);
  auto const found = case_of(voice);
  db().write([&](db::Transaction& tx) {
    look(tx, found, m_lead, kNow + kHour);
    look(tx, found, m_other_lead, kNow + 2 * kHour);
  });
  EXPECT_THAT(log_of(found.id), ElementsAre(Did::raised, Did::told, Did::opened, Did::opened));
  EXPECT_EQ(case_of(voice).looked_at, kNow + kHour);
  for (auto const* sql : {"DELETE FROM safeguarding_log", "UPDATE safeguarding_log SET note = 'x'"})
    EXPECT_THROW(db().write([&](db::Transaction& tx) { tx.execute(db::Sql{sql}); }), std::exception) << sql;
  db().write([&](db::Transaction& tx) { store::add_handover(tx, found.id, {.taken_by = "Lee"}, m_lead, kNow); });
  for (auto const* sql : {"DELETE FROM safeguarding_handovers", "UPDATE safeguarding_handovers SET note = 'x'"})
    EXPECT_THROW(db().write([&](db::Transaction& tx) { tx.execute(db::Sql{sql}); }), std::exception) << sql;
  EXPECT_EQ(log_of(found.id).size(), 4U);
}

TEST_P(Cases, TheOrdinaryRecordHoldsNothingOfIt) {
  auto const voice = say("He hits me.");
  auto const count = [&] {
    return db().read(
        [](db::Transaction& tx) { return tx.one<std::int64_t>(db::Sql{"SELECT count(*) FROM record_entries"}); });
  };
  auto const before = count();
  raise(voice);
  auto const found = case_of(voice);
  db().write([&](db::Transaction& tx) {
    look(tx, found, m_lead, kNow);
    EXPECT_TRUE(hand_over(tx, found, {.taken_by = "Lee"}, m_lead, kNow));
    EXPECT_TRUE(give_back(tx, found, "No concern.", m_lead, kNow));
  });
  EXPECT_EQ(count(), before);
}

class Flags : public SafeguardingTest {
 protected:
  /// As the job does.
  int look() {
    return db().write([&](db::Transaction& tx) { return look_over_rest(tx, 10, kNow); });
  }
  void say_more(voices::VoiceId voice, std::string const& words = "It happened again.", Time at = kNow) {
    db().write([&](db::Transaction& tx) { EXPECT_TRUE(voices::add_words(tx, voice, words, "en", at)); });
  }
  void clear(voices::VoiceId voice, Time at) {
    db().write([&](db::Transaction& tx) { EXPECT_TRUE(clear_flag(tx, voice, "A game.", m_worker, at)); });
  }
  void set_words(std::string const& words) {
    db().write([&](db::Transaction& tx) {
      auto settings = county::settings(tx);
      settings.danger_words = words;
      county::save(tx, settings, kNow);
    });
  }
  std::optional<Flag> flag(voices::VoiceId voice) {
    return db().read([&](db::Transaction& tx) { return flag_of(tx, voice); });
  }
};
EARSHOT_ON_BOTH_ENGINES(Flags);

TEST_P(Flags, DangerWordsPutAVoiceInFrontAndTellTheLeadsByEmail) {
  db().write([&](db::Transaction& tx) { store::save_reach(tx, m_lead, {"", "+447700900123"}); });
  say("The bus is late.", "bus");
  auto const voice = say("He hits me.");
  ASSERT_TRUE(flag(voice)) << "from the moment on in which it is received";
  EXPECT_EQ(flag(voice)->found, "hits me");
  EXPECT_THAT(told("safeguarding.flag"), ElementsAre("lead@x.example", "other@x.example")) << "never by text message";
  db().read([&](db::Transaction& tx) {
    auto const shown = voices::find(tx, voice);
    ASSERT_TRUE(shown) << "a flag decides nothing";
    EXPECT_TRUE(shown->read_first);
    EXPECT_EQ(flags(tx, 10).size(), 1U);
  });
}

TEST_P(Flags, WhatIsHarmlessRaisesNone) {
  auto const voice = say("The bus is late.");
  EXPECT_FALSE(flag(voice));
  EXPECT_EQ(look(), 0) << "each is looked over once";
}

TEST_P(Flags, WhatIsBroughtInRaisesOneToo) {
  db().write([&](db::Transaction& tx) {
    EXPECT_TRUE(voices::receive_unfollowed(tx, {.words = "He hits me.", .language = "en"}, "sheet", kNow));
  });
  EXPECT_TRUE(flag(*db().read([](db::Transaction& tx) { return voices::find_by_key(tx, "sheet"); })));
}

TEST_P(Flags, AreClearedWithAReasonAndComeBackWhenMoreIsSaid) {
  auto const voice = say("He hits me.");
  clear(voice, kNow + kHour);
  EXPECT_FALSE(flag(voice));
  EXPECT_FALSE(db().write([&](db::Transaction& tx) { return clear_flag(tx, voice, "Again.", m_worker, kNow); }))
      << "somebody else was quicker";
  db().read([&](db::Transaction& tx) { EXPECT_FALSE(voices::find(tx, voice)->read_first); });
  say_more(voice, "It happened again.", kNow + 2 * kHour);
  ASSERT_TRUE(flag(voice));
  EXPECT_EQ(flag(voice)->found, "hits me");
}

TEST_P(Flags, OtherWordsAreLookedForInWhatWaits) {
  auto const voice = say("He hits me in the dark.");
  auto const passed_on = say("The dark street.", "street");
  db().write([&](db::Transaction& tx) { EXPECT_TRUE(voices::pass_on(tx, passed_on, kNow)); });
  clear(voice, kNow + kHour);
  set_words("hits me\ndark");
  EXPECT_EQ(look(), 1);
  ASSERT_TRUE(flag(voice));
  EXPECT_EQ(flag(voice)->found, "dark") << "somebody has read the others";
  EXPECT_FALSE(flag(passed_on)) << "a person has read it";
  set_words("hits me\ndark");
  EXPECT_EQ(look(), 0) << "they are the same";
}

TEST_P(Flags, WhatCameInUnheededIsLookedOverLater) {
  auto const voice = say("He hits me.");
  clear(voice, kNow);
  db().write([](db::Transaction& tx) { voices::look_over_again(tx); });
  EXPECT_EQ(look(), 1);
  EXPECT_TRUE(flag(voice)) << "it was not cleared after it was said";
}

TEST_P(Flags, RaisingTheVoiceEndsItsFlag) {
  auto const voice = say("He hits me.");
  raise(voice);
  EXPECT_FALSE(flag(voice));
  db().read([&](db::Transaction& tx) { EXPECT_THAT(flags(tx, 10), IsEmpty()); });
}

TEST_P(Flags, AreToldOfInTheLanguageOfEachLead) {
  db().write(
      [&](db::Transaction& tx) { tx.execute(db::Sql{"UPDATE people SET letters_in = 'cy' WHERE id = $1"}, m_lead); });
  raise(say("He hits me."));
  EXPECT_THAT(db().read([](db::Transaction& tx) {
    return tx.all<std::string>(db::Sql{"SELECT language FROM outbox ORDER BY id"});
  }),
              ElementsAre("cy", "en", "cy", "en"));
}

TEST_P(Flags, WhatTheFamilyAddsToACaseReachesTheLeadsWhateverItSays) {
  auto const voice = say("He hits me.");
  raise(voice);
  auto const before = told("safeguarding.case").size();
  say_more(voice);
  EXPECT_EQ(told("safeguarding.case").size(), before + 2);
  EXPECT_THAT(log_of(case_of(voice).id), Contains(Did::family_added));
  EXPECT_FALSE(flag(voice));
}

}  // namespace
}  // namespace earshot::safeguarding
