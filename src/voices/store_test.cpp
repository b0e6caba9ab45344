#include "voices/store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "voices/testing.h"

namespace earshot::voices {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

class Store : public VoicesTest {
 protected:
  Words bus() const {
    return {.words = "بس late 😀",
            .language = "ur",
            .services = {service()},
            .speaker = Speaker::young_person,
            .wish = "A seat",
            .may_show = MayShow::without_name};
  }

  Receipt say(Words const& words, std::string const& key, Time at = kNow) {
    return db().write([&](db::Transaction& tx) { return receive(tx, words, key, at); });
  }

  VoiceId id_of(std::string const& key) {
    return *db().read([&](db::Transaction& tx) { return find_by_key(tx, key); });
  }

  bool waits(std::string const& key) {
    return db().read([&](db::Transaction& tx) { return find(tx, *find_by_key(tx, key))->waits(); });
  }

  /// How many voices a search for one word finds.
  std::int64_t found(std::string const& word) {
    static constexpr db::Sql kFound{"SELECT count(*) FROM voices WHERE id IN (SELECT item FROM @found(voices, $1))"};
    return db().read(
        [&](db::Transaction& tx) { return tx.one<std::int64_t>(kFound, *search::query(tx.engine(), word)); });
  }

  people::PersonId a_worker() {
    return *people::add(db(), {.email = "w@x.example", .name = "W", .password = "long enough", .role = people::kWorker},
                        kNow);
  }
};
EARSHOT_ON_BOTH_ENGINES(Store);

TEST_P(Store, AVoiceIsKeptAsItWasSaid) {
  auto const receipt = say(bus(), "key");
  auto const voice = db().read([&](db::Transaction& tx) { return find_by_token(tx, receipt.token); });
  ASSERT_TRUE(voice);
  EXPECT_EQ(voice->reference, receipt.reference);
  EXPECT_EQ(voice->words, "بس late 😀");
  EXPECT_EQ(voice->language, "ur");
  EXPECT_THAT(voice->services, ElementsAre(service()));
  EXPECT_THAT(voice->topics, IsEmpty());
  EXPECT_EQ(voice->speaker, Speaker::young_person);
  EXPECT_EQ(voice->wish, "A seat");
  EXPECT_EQ(voice->may_show, MayShow::without_name);
  EXPECT_EQ(voice->heard_through, "web");
  EXPECT_EQ(voice->received_at, kNow);
  EXPECT_EQ(voice->asked_at, std::nullopt);
}

TEST_P(Store, TheSameKeyIsOneVoiceAndOneReceipt) {
  auto const first = say(bus(), "key");
  auto other_words = bus();
  other_words.words = "Something else";
  auto const again = say(other_words, "key", kNow + Days{1});
  EXPECT_EQ(again.reference, first.reference);
  EXPECT_EQ(again.token, first.token);
  EXPECT_EQ(count_voices(), 1);
  EXPECT_NE(say(bus(), "another key").token, first.token);
}

TEST_P(Store, TheTokenIsNotInTheDatabase) {
  auto const receipt = say(bus(), "key");
  static constexpr db::Sql kKept{"SELECT submission_key || ' ' || receipt_hash || ' ' || reference FROM voices"};
  auto const kept = db().read([](db::Transaction& tx) { return tx.one<std::string>(kKept); });
  EXPECT_EQ(kept.find(receipt.token), std::string::npos);
}

TEST_P(Store, ImportedVoicesHaveNoLink) {
  EXPECT_TRUE(db().write([&](db::Transaction& tx) { return receive_unfollowed(tx, bus(), "line 1", kNow); }));
  EXPECT_TRUE(db().write([&](db::Transaction& tx) { return receive_unfollowed(tx, bus(), "line 2", kNow); }));
  EXPECT_FALSE(db().write([&](db::Transaction& tx) { return receive_unfollowed(tx, bus(), "line 1", kNow); }));
  EXPECT_EQ(count_voices(), 2);
  EXPECT_FALSE(db().read([](db::Transaction& tx) { return find_by_token(tx, ""); }));
}

TEST_P(Store, AnAskIsMadeOnce) {
  say(bus(), "key");
  auto const worker = a_worker();
  auto const today = *date_from_iso("2026-11-22");
  auto const make = [&](agencies::ServiceId for_service) {
    return db().write([&](db::Transaction& tx) {
      return make_ask(tx, *find_by_key(tx, "key"), {for_service, "A bus"}, worker, kNow, today);
    });
  };
  auto const nowhere = make(agencies::ServiceId{999});
  ASSERT_FALSE(nowhere);
  EXPECT_TRUE(waits("key")) << "a refusal leaves it waiting";

  auto const ask = make(service());
  ASSERT_TRUE(ask);
  EXPECT_EQ(ask->source.kind, "voice");
  EXPECT_EQ(ask->asked_at, kNow);
  EXPECT_EQ(to_iso(ask->due_on), "2026-12-07");
  auto const again = make(service());
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().kind, Refusal::Kind::already_done);
  EXPECT_FALSE(waits("key"));
}

TEST_P(Store, AVoiceMayBeAboutSeveralThings) {
  auto words = bus();
  db().write([&](db::Transaction& tx) {
    words.topics = {county::add_topic(tx, "Getting to school", "getting-to-school"),
                    county::add_topic(tx, "Money", "money")};
    words.place = county::add_place(tx, "Thornley", "thornley");
    words.contact = messages::keep_contact(tx, messages::Channel::email, "a@x.example", "en", kNow);
  });
  words.services.push_back(db().write([&](db::Transaction& tx) {
    return agencies::add_service(tx, {agencies::find_service(tx, service())->agency, "Play", "play", "Play", 28});
  }));
  words.feeling = Feeling::worried;
  say(words, "key");
  auto const voice = db().read([&](db::Transaction& tx) { return *find(tx, *find_by_key(tx, "key")); });
  EXPECT_EQ(voice.services, words.services);
  EXPECT_EQ(voice.topics, words.topics);
  EXPECT_EQ(voice.place, words.place);
  EXPECT_EQ(voice.contact, words.contact);
  EXPECT_EQ(voice.feeling, Feeling::worried);
}

TEST_P(Store, AClosedVoiceWaitsNoMoreAndItsFamilyIsTold) {
  auto words = bus();
  words.contact = db().write([](db::Transaction& tx) {
    return messages::keep_contact(tx, messages::Channel::email, "a@x.example", "en", kNow);
  });
  say(words, "key");
  auto const worker = a_worker();
  auto const id = id_of("key");
  auto const close_it = [&](std::string const& note) {
    return db().write([&](db::Transaction& tx) { return close(tx, id, {ClosedAs::thanks, note}, worker, kNow); });
  };
  EXPECT_FALSE(close_it("  ")) << "nobody is sent away without a word";
  EXPECT_TRUE(waits("key"));
  ASSERT_TRUE(close_it("Thank you, we told the driver."));
  EXPECT_FALSE(waits("key"));
  auto const voice = db().read([&](db::Transaction& tx) { return *find(tx, id); });
  EXPECT_EQ(voice.closed_as, ClosedAs::thanks);
  EXPECT_EQ(voice.closed_note, "Thank you, we told the driver.");
  auto const again = close_it("And again.");
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().kind, Refusal::Kind::already_done);
  static constexpr db::Sql kTold{"SELECT path FROM news WHERE kind = 'voices.closed'"};
  EXPECT_THAT(db().read([](db::Transaction& tx) { return tx.all<std::string>(kTold); }),
              ElementsAre(StartsWith("/follow/")));
}

TEST_P(Store, AHiddenVoiceIsInNoCountOrSearch) {
  say(bus(), "key");
  auto const id = id_of("key");
  db().write([&](db::Transaction& tx) {
    hide(tx, id, kNow);
    hide(tx, id, kNow);
  });
  EXPECT_EQ(found("late"), 0);
  EXPECT_EQ(count_voices(), 0);
  EXPECT_FALSE(db().read([&](db::Transaction& tx) { return find(tx, id); }));
  EXPECT_TRUE(db().read([&](db::Transaction& tx) { return find_hidden(tx, id); }));
  EXPECT_FALSE(db().write([&](db::Transaction& tx) { return pass_on(tx, id, kNow); }));
  db().write([&](db::Transaction& tx) { show(tx, id); });
  EXPECT_EQ(found("late"), 1);
  EXPECT_FALSE(db().read([&](db::Transaction& tx) { return find_hidden(tx, id); }));
}

TEST_P(Store, ThePrivateLinkCanBeTakenFromTheVoiceAgain) {
  auto const receipt = say(bus(), "key");
  auto const path = [&](std::string const& key) {
    return db().read([&](db::Transaction& tx) { return receipt_path(tx, *find_by_key(tx, key)); });
  };
  EXPECT_EQ(path("key"), "/follow/" + receipt.token);
  db().write([&](db::Transaction& tx) { return receive_unfollowed(tx, bus(), "line 1", kNow); });
  EXPECT_EQ(path("line 1"), "") << "nobody has a link to an imported one";
}

TEST_P(Store, SeveralServicesGetAnAskEachOrNoneDoes) {
  say(bus(), "key");
  auto const worker = a_worker();
  auto const make = [&](std::vector<Triage> const& triages) {
    return db().write([&](db::Transaction& tx) {
      return make_asks(tx, *find_by_key(tx, "key"), triages, worker, kNow, *date_from_iso("2026-11-22"));
    });
  };
  EXPECT_FALSE(make({{service(), "A bus"}, {agencies::ServiceId{999}, "A bus"}}));
  EXPECT_TRUE(waits("key"));
  auto const made = make({{service(), "A bus"}, {service(), "A shelter"}});
  ASSERT_TRUE(made);
  EXPECT_EQ(made->size(), 2U);
}

TEST_P(Store, ADraftIsKeptQuestionByQuestion) {
  rules::Draft draft{.submission_key = "k", .words = "Bus", .language = "cy"};
  auto const kept = [&] { return db().read([](db::Transaction& tx) { return store::find_draft(tx, 7, kNow); }); };
  EXPECT_FALSE(kept());
  db().write([&](db::Transaction& tx) { store::save_draft(tx, 7, draft, kNow); });
  EXPECT_EQ(kept()->about, std::nullopt) << "not asked yet is not the same as empty";
  draft.about = "not-sure";
  draft.speaker = Speaker::child;
  draft.wish = "";
  draft.may_show = MayShow::no;
  db().write([&](db::Transaction& tx) { store::save_draft(tx, 7, draft, kNow); });
  EXPECT_EQ(kept()->about, "not-sure");
  EXPECT_EQ(kept()->speaker, Speaker::child);
  EXPECT_EQ(kept()->wish, "");
  EXPECT_EQ(kept()->may_show, MayShow::no);
  EXPECT_FALSE(db().read([](db::Transaction& tx) { return store::find_draft(tx, 8, kNow); })) << "of another visit";
  db().write([&](db::Transaction& tx) { store::mark_sent(tx, 7, kNow); });
  EXPECT_TRUE(kept()->sent);
  EXPECT_EQ(kept()->submission_key, draft.submission_key) << "it leads back to the receipt";
  EXPECT_EQ(kept()->words, "") << "what was said is kept in the voice alone";
  auto const later = kNow + store::kSentIsRemembered;
  EXPECT_FALSE(db().read([&](db::Transaction& tx) { return store::find_draft(tx, 7, later); }))
      << "the next person at a shared computer";
}

TEST_P(Store, OldDraftsGoAndFreshOnesStay) {
  rules::Draft const draft{.submission_key = "k", .words = "Bus", .language = "en"};
  db().write([&](db::Transaction& tx) {
    store::save_draft(tx, 1, draft, kNow - Days{8});
    store::save_draft(tx, 2, draft, kNow - Days{6});
  });
  EXPECT_EQ(db().write([&](db::Transaction& tx) { return store::remove_old_drafts(tx, kNow - Days{7}); }), 1);
  EXPECT_TRUE(db().read([](db::Transaction& tx) { return store::find_draft(tx, 2, kNow); }));
}

}  // namespace
}  // namespace earshot::voices
