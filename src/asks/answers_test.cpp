#include "asks/rules.h"
#include "asks/testing.h"
#include "asks/watch.h"

namespace earshot::asks {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class AsksAnswers : public AsksTest {
 protected:
  Result<Written> write(Ask const& ask, AnswerDraft const& draft) {
    return db().write(
        [&](db::Transaction& tx) { return answer(tx, ask.id, draft, std::nullopt, administrator(), kNow, day(kNow)); });
  }

  void answered(Ask const& ask, AnswerDraft const& draft, Time at = kNow) {
    ASSERT_TRUE(write(ask, draft));
    ASSERT_TRUE(
        db().write([&](db::Transaction& tx) { return publish(tx, ask.id, kNow, administrator(), at, day(at)); }));
  }

  std::vector<Answer> former(Ask const& ask) {
    return db().read([&](db::Transaction& tx) { return former_answers(tx, ask.id); });
  }

  Result<void> reopened(Ask const& ask, Source const& source, Time at = kNow) {
    return db().write([&](db::Transaction& tx) { return reopen(tx, ask.id, source, "No bus came.", at, day(at)); });
  }

  void want_second_looks() {
    db().write([&](db::Transaction& tx) {
      auto agency = agencies::agencies(tx).front();
      agency.second_pair_of_eyes = true;
      ASSERT_TRUE(agencies::save(tx, agency));
    });
  }

  void run_jobs(Time at) {
    jobs::Runner(db(), [at] { return at; }, {publishing_job()}).run_due(at);
  }
};
EARSHOT_ON_BOTH_ENGINES(AsksAnswers);

TEST_P(AsksAnswers, ACorrectionKeepsWhatStoodThereAndSaysWhy) {
  auto const ask = make("The bus is late.", m_bus);
  answered(ask, {Outcome::done, "Two new buses"});
  EXPECT_FALSE(write(ask, {Outcome::done, "One new bus"}));
  answered(ask, {Outcome::done, "One new bus", {}, "We counted wrong."}, kNow + Days{1});
  auto const stands = *stored(ask).answer;
  EXPECT_EQ(stands.text, "One new bus");
  EXPECT_EQ(stands.how, How::corrected);
  EXPECT_EQ(stands.version, 2);
  ASSERT_EQ(former(ask).size(), 1U);
  EXPECT_EQ(former(ask).front().text, "Two new buses");
  i18n::Translator const t(i18n::language("en"));
  EXPECT_THAT(former_answers(t, stands, former(ask)).markup(),
              testing::AllOf(HasSubstr("Corrected on 23 November 2026 because: We counted wrong."),
                             HasSubstr("Two new buses")));
}

TEST_P(AsksAnswers, APromiseIsKeptOrBroken) {
  auto const ask = make("The bus is late.", m_bus);
  answered(ask, {Outcome::will, "A new bus", day(kNow + Days{10})});
  EXPECT_FALSE(broken(*stored(ask).answer, day(kNow + Days{10})));
  EXPECT_TRUE(broken(*stored(ask).answer, day(kNow + Days{11})));
  answered(ask, {Outcome::done, "The new bus runs"}, kNow + Days{12});
  EXPECT_EQ(stored(ask).answer->how, How::kept);
  EXPECT_EQ(stored(ask).answer->kept_on, day(kNow + Days{12}));
  EXPECT_FALSE(broken(*stored(ask).answer, day(kNow + Days{12})));
  answered(ask, {Outcome::cannot, "The bus was sold", {}, "It was sold."}, kNow + Days{13});
  EXPECT_EQ(stored(ask).answer->kept_on, std::nullopt);
}

TEST_P(AsksAnswers, AFamilyOpensItAgainOnce) {
  auto const ask = make("The bus is late.", m_bus);
  EXPECT_FALSE(reopened(ask, {"voice", 5})) << "nothing is answered";
  answered(ask, {Outcome::done, "A new stop"});
  EXPECT_EQ(reopened(ask, {"voice", 6}).error().kind, Refusal::Kind::not_found) << "not theirs";
  ASSERT_TRUE(reopened(ask, {"voice", 5}, kNow + Days{30}));
  EXPECT_TRUE(stored(ask).ask.waits);
  EXPECT_TRUE(stored(ask).published()) << "what was answered can still be read";
  EXPECT_EQ(to_iso(stored(ask).ask.due_on), "2027-01-08") << "bank holidays do not count";
  EXPECT_FALSE(reopened(ask, {"voice", 5}));
  answered(ask, {Outcome::done, "A new bus"}, kNow + Days{31});
  EXPECT_EQ(stored(ask).answer->how, How::answered);
  EXPECT_FALSE(stored(ask).ask.waits);
  EXPECT_EQ(reopened(ask, {"voice", 5}).error().kind, Refusal::Kind::already_done);
}

TEST_P(AsksAnswers, WhatIsGivenBackIsNoLongerTheirsAndKeepsTheFamilysDay) {
  auto const ask = make("The bus is late.", m_breaks);  // due on 21 December
  write_answer(ask, "A draft");
  auto const give = [&] {
    return db().write([&](db::Transaction& tx) {
      return give_back(tx, ask.id, "We have no buses.", m_bus, administrator(), kNow + Days{15});
    });
  };
  ASSERT_TRUE(give());
  EXPECT_FALSE(give());
  EXPECT_THAT(listed({}), IsEmpty());
  EXPECT_THAT(listed({.standing = Standing::returned}), ElementsAre("The bus is late."));
  db().read([&](db::Transaction& tx) {
    EXPECT_THAT(of_source(tx, {"voice", 5}), IsEmpty());
    auto const returns = returns_of(tx, {"voice", 5});
    ASSERT_EQ(returns.size(), 1U);
    EXPECT_EQ(returns.front().reason, "We have no buses.");
    EXPECT_EQ(returns.front().suggested_name, "School Transport");
    EXPECT_EQ(figures(tx, day(kNow + Days{300})).late, 0);
  });
  EXPECT_FALSE(stored(ask).written);
  EXPECT_EQ(to_iso(make("The bus is late.", m_bus, kNow + Days{16}).due_on), "2026-12-21") << "not the 22nd";
}

TEST_P(AsksAnswers, ADayThatIsTooNearMovesByAWeekOfWork) {
  county::Calendar const calendar({});
  auto const today = *date_from_iso("2026-12-07");
  EXPECT_EQ(to_iso(rules::due_on(calendar, today, 10, *date_from_iso("2026-12-08"))), "2026-12-14");
  EXPECT_EQ(to_iso(rules::due_on(calendar, today, 3, *date_from_iso("2026-12-08"))), "2026-12-10");
}

TEST_P(AsksAnswers, NobodyLooksOverTheirOwn) {
  want_second_looks();
  auto const ask = make("The bus is late.", m_bus);
  ASSERT_TRUE(write(ask, {Outcome::done, "A new bus"}));
  auto const publishes = [&] {
    return db().write(
        [&](db::Transaction& tx) { return publish(tx, ask.id, kNow, administrator(), kNow, day(kNow)).has_value(); });
  };
  auto const looks = [&](web::Viewer const& viewer, Look verdict) {
    return db().write([&](db::Transaction& tx) {
      return look_over(tx, ask.id, kNow, verdict, "Shorter.", viewer, kNow).has_value();
    });
  };
  web::Viewer const county_lead{.id = m_lead.id + 1, .name = "C", .roles = {"county-lead"}};
  web::Viewer const stranger{.id = m_lead.id + 1, .name = "S", .roles = {"service-lead"}, .scope = {m_breaks.value}};
  EXPECT_FALSE(publishes());
  EXPECT_FALSE(looks(administrator(), Look::approved));
  EXPECT_FALSE(looks(stranger, Look::approved));
  people::NewPerson const other{
      .email = "c@x.example", .name = "C", .password = "long enough", .role = people::kCountyLead};
  ASSERT_TRUE(people::add(db(), other, kNow));
  EXPECT_TRUE(looks(county_lead, Look::sent_back));
  EXPECT_EQ(stored(ask).written->look_note, "Shorter.");
  EXPECT_FALSE(publishes());
  EXPECT_TRUE(looks(county_lead, Look::approved));
  EXPECT_TRUE(publishes());
}

TEST_P(AsksAnswers, WhatIsWrittenAnewIsLookedOverAnew) {
  want_second_looks();
  auto const ask = make("The bus is late.", m_bus);
  ASSERT_TRUE(write_answer(ask, "A new bus"));
  db().write([&](db::Transaction& tx) { store::save_look(tx, ask.id, Look::approved, m_lead.id, ""); });
  ASSERT_TRUE(write_answer(ask, "Two new buses", Outcome::done, kNow));
  EXPECT_EQ(stored(ask).written->look, Look::none);
}

TEST_P(AsksAnswers, ItIsPublishedAtItsTimeUnlessThatIsCalledOff) {
  auto const ask = make("The bus is late.", m_bus);
  auto const other = make("The bus is full.", m_bus);
  auto const later = [&](Ask const& which, std::optional<Time> at) {
    return db().write([&](db::Transaction& tx) {
      return publish_later(tx, which.id, kNow, at, administrator(), kNow, day(kNow)).has_value();
    });
  };
  for (auto const& each : {ask, other}) ASSERT_TRUE(write(each, {Outcome::done, "A new bus"}));
  EXPECT_FALSE(later(ask, kNow)) << "that is now";
  auto const at = kNow + Days{2};
  ASSERT_TRUE(later(ask, at));
  ASSERT_TRUE(later(other, at));
  ASSERT_TRUE(later(other, {}));
  run_jobs(at - Milliseconds{1});
  EXPECT_FALSE(stored(ask).published());
  run_jobs(at);
  run_jobs(at);
  EXPECT_TRUE(stored(ask).published());
  EXPECT_EQ(stored(ask).answer->version, 1);
  EXPECT_FALSE(stored(other).published());
}

TEST(AsksHours, AnHourIsThatOfTheCounty) {
  i18n::Translator const t(i18n::language("en"), "Europe/London");
  EXPECT_EQ(to_iso(rules::at_hour(t, *date_from_iso("2026-11-22"), 9)), "2026-11-22T09:00:00.000Z");
  EXPECT_EQ(to_iso(rules::at_hour(t, *date_from_iso("2026-07-01"), 9)), "2026-07-01T08:00:00.000Z");
  i18n::Translator const karachi(i18n::language("en"), "Asia/Karachi");
  EXPECT_EQ(to_iso(rules::at_hour(karachi, *date_from_iso("2026-07-01"), 9)), "2026-07-01T04:00:00.000Z");
}

}  // namespace
}  // namespace earshot::asks
