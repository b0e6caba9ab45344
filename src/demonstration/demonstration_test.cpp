#include "demonstration/demonstration.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "agencies/agencies.h"
#include "asks/asks.h"
#include "attachments/attachments.h"
#include "changes/changes.h"
#include "county/county.h"
#include "demonstration/story.h"
#include "inbox/inbox.h"
#include "keys/keys.h"
#include "messages/messages.h"
#include "moderation/moderation.h"
#include "people/people.h"
#include "platform/db/testing.h"
#include "platform/record/record.h"
#include "platform/search/search.h"
#include "platform/secrets/secrets.h"
#include "platform/web/feature.h"
#include "safeguarding/safeguarding.h"
#include "voices/voices.h"

namespace earshot::demonstration {
namespace {

constexpr Time kNow{Milliseconds{1'795'341'600'000}};

/// What `template_text` says between its slots stands in `text`, in this order; without regard to how it is typed.
bool is_made_of(std::string const& text, std::string const& template_text) {
  auto const said = hurried(text);
  auto const written = hurried(template_text);
  std::size_t at = 0;
  for (std::size_t begin = 0; begin < written.size();) {
    auto const end = std::min(written.find('{', begin), written.size());
    at = said.find(written.substr(begin, end - begin), at);
    if (at == std::string::npos) return false;
    at += end - begin;
    begin = written.find('}', end);
    begin = begin == std::string::npos ? written.size() : begin + 1;
  }
  return true;
}

template <class T, class Text>
bool has(std::vector<T> const& parts, std::size_t opening, std::string const& text, Text const& text_of) {
  auto const found = fitting(parts, opening);
  return std::any_of(found.begin(), found.end(), [&](T const* part) { return is_made_of(text, text_of(*part)); });
}

bool is_said(Matter const& matter, std::size_t opening, std::string const& words) {
  return is_made_of(words, matter.openings[opening]) ||
         has(matter.wholes, opening, words, [](auto const& whole) { return whole.words; }) ||
         has(matter.summaries, opening, words, [](auto const& summary) { return summary.text; });
}

bool is_answered(Matter const& matter, std::size_t opening, std::string const& answer) {
  auto const text = [](Sentence const& sentence) { return sentence.text; };
  return has(matter.done, opening, answer, text) || has(matter.cannot, opening, answer, text) ||
         has(matter.after_all, opening, answer, text) ||
         has(matter.promises, opening, answer, [](auto const& promise) { return promise.text; }) ||
         has(matter.promises, opening, answer, [](auto const& promise) { return promise.kept; }) ||
         has(matter.objections, opening, answer, [](auto const& objection) { return objection.answer; });
}

class Demonstration : public db::EngineTest {
 protected:
  std::vector<db::Migration> migrations() override {
    std::vector<db::Migration> all;
    for (auto const& more :
         {secrets::migrations(), jobs::migrations(), record::migrations(), search::migrations(), web::migrations(),
          county::migrations(), messages::migrations(), agencies::migrations(), people::migrations(),
          asks::migrations(), changes::migrations(), attachments::migrations(), voices::migrations(),
          keys::migrations(), inbox::migrations(), safeguarding::migrations(), moderation::migrations()})
      all.insert(all.end(), more.begin(), more.end());
    return all;
  }

  std::int64_t count(db::Sql const& sql) {
    return db().read([&](db::Transaction& tx) { return tx.one<std::int64_t>(sql); });
  }
};
EARSHOT_ON_BOTH_ENGINES(Demonstration);

TEST_P(Demonstration, HasSixtyServicesOfTwelveAgenciesInEightDistricts) {
  EXPECT_FALSE(is_taken(db()));
  make(db(), {.scale = 0, .now = kNow}, [](std::size_t, std::size_t) {});
  db().read([](db::Transaction& tx) {
    EXPECT_EQ(agencies::agencies(tx).size(), 12U);
    EXPECT_EQ(agencies::services(tx).size(), 60U);
    EXPECT_EQ(county::places(tx).size(), 8U);
  });
  EXPECT_TRUE(is_taken(db()));
  EXPECT_TRUE(is_here(db()));
  auto const known = db().read([](db::Transaction& tx) { return people::list(tx); });
  for (auto const& each : sign_ins()) {
    auto const found =
        std::find_if(known.begin(), known.end(), [&](auto const& person) { return person.email == each.email; });
    EXPECT_TRUE(found != known.end() && found->active) << each.email;
  }
}

TEST_P(Demonstration, TellsStoriesThatEndInEveryWay) {
  auto const county = make_county(db(), kNow);
  Plan const plan{.now = kNow};
  Storyteller const storyteller(county, plan);
  constexpr std::int64_t kOld = 100;
  constexpr std::int64_t kLate = 140;
  constexpr std::int64_t kStories = kOld + kLate;
  constexpr std::int64_t kTotal = 2'000;
  auto const made = db().write([&](db::Transaction& tx) {
    Made all;
    for (std::int64_t i = 0; i < kStories; ++i) {
      auto const one = storyteller.tell(tx, i < kOld ? i : kTotal - kStories + i, kTotal);
      all.voices += one.voices;
      all.asks += one.asks;
    }
    return all;
  });
  EXPECT_EQ(made.voices, kStories * kVoicesInStory);
  EXPECT_EQ(made.voices, count(db::Sql{"SELECT count(*) FROM voices"}));
  EXPECT_EQ(made.asks, count(db::Sql{"SELECT count(*) FROM asks"}));
  EXPECT_EQ(count(db::Sql{"SELECT count(DISTINCT outcome) FROM answers WHERE published_at IS NOT NULL"}), 3);
  EXPECT_GT(count(db::Sql{"SELECT count(*) FROM asks a WHERE NOT EXISTS (SELECT 1 FROM answers n WHERE n.ask = a.id)"}),
            0);
  EXPECT_GT(count(db::Sql{"SELECT count(*) FROM voices WHERE closed_at IS NOT NULL"}), 0);
  EXPECT_GT(count(db::Sql{"SELECT count(*) FROM voices WHERE language <> 'en'"}), 0);
  EXPECT_EQ(count(db::Sql{"SELECT count(*) FROM voices WHERE received_at > 1795341600000"}), 0);
  db().write([&](db::Transaction& tx) { storyteller.end(tx); });
  for (std::string const state : {"asks WHERE paused_on IS NOT NULL",
                                  "ask_pauses WHERE resumed_on IS NOT NULL",
                                  "asks WHERE returned_at IS NOT NULL",
                                  "asks WHERE reopened_at IS NOT NULL",
                                  "asks WHERE obliged_at IS NOT NULL",
                                  "asks WHERE hidden_at IS NOT NULL",
                                  "asks WHERE waits = 1 AND due_on < '2026-11-22'",
                                  "answer_drafts WHERE look = 'asked'",
                                  "answer_drafts WHERE publish_at IS NOT NULL",
                                  "answer_history",
                                  "voice_verdicts WHERE helped = 1",
                                  "voices WHERE withdrawn_at IS NOT NULL",
                                  "voice_additions",
                                  "recordings WHERE group_name <> ''",
                                  "contacts",
                                  "safeguarding_cases WHERE state = 'open'",
                                  "safeguarding_cases WHERE state = 'handed-over'",
                                  "safeguarding_cases WHERE state = 'given-back'",
                                  "moderation_items WHERE kind = 'ask' AND decided_at IS NULL",
                                  "changes_told",
                                  "attachments WHERE state = 'held'",
                                  "attachments WHERE state = 'shown'",
                                  "attachments WHERE state = 'refused'",
                                  "moderation_items WHERE kind = 'file' AND decided_at IS NULL",
                                  "inbox_views",
                                  "service_places",
                                  "safeguarding_flags",
                                  "ask_steps"})
    EXPECT_GT(count(db::Sql{"SELECT count(*) FROM " + state}), 0) << state;
}

TEST_P(Demonstration, KeepsMostOfItsPromises) {
  auto const county = make_county(db(), kNow);
  Plan const plan{.now = kNow};
  Storyteller const storyteller(county, plan);
  constexpr std::int64_t kStories = 300;
  db().write([&](db::Transaction& tx) {
    for (std::int64_t number = 0; number < kStories; ++number) storyteller.tell(tx, number, kStories);
  });
  auto const broken = db().read(
      [](db::Transaction& tx) { return changes::promises(tx, std::nullopt, std::chrono::floor<Days>(kNow)).broken; });
  auto const kept = db().read([](db::Transaction& tx) {
    std::int64_t sum = 0;
    for (auto const& service : agencies::services(tx)) sum += changes::promises_kept(tx, service.id);
    return sum;
  });
  EXPECT_GT(broken, 0);
  EXPECT_GT(kept, broken);
}

TEST_P(Demonstration, AnswersWhatWasAsked) {
  auto const county = make_county(db(), kNow);
  Plan const plan{.now = kNow};
  Storyteller const storyteller(county, plan);
  constexpr std::int64_t kStories = 400;
  db().write([&](db::Transaction& tx) {
    for (std::int64_t number = 0; number < kStories; ++number) storyteller.tell(tx, number, kStories);
  });
  auto const matters = read_matters();
  struct Row {
    std::string service, words, answer;
  };
  auto const answered = db().read([](db::Transaction& tx) {
    return tx.all<Row>(
        db::Sql{"SELECT s.slug, a.words, n.text FROM asks a JOIN answers n ON n.ask = a.id"
                " JOIN services s ON s.id = a.service WHERE a.words <> ''"});
  });
  EXPECT_GT(answered.size(), 300U);
  for (auto const& row : answered) {
    bool fits = false;
    for (auto const& matter : matters)
      for (std::size_t opening = 0; opening < matter.openings.size(); ++opening)
        fits =
            fits || (is_said(matter, opening, row.words) && is_answered(matter, opening, row.answer) &&
                     std::find(matter.services.begin(), matter.services.end(), row.service) != matter.services.end());
    EXPECT_TRUE(fits) << row.service << ": " << row.words << " / " << row.answer;
  }
}

TEST_P(Demonstration, IsLateByWeeksButNotByYears) {
  auto const county = make_county(db(), kNow);
  Plan const plan{.now = kNow};
  Storyteller const storyteller(county, plan);
  constexpr std::int64_t kStories = 600;
  db().write([&](db::Transaction& tx) {
    for (std::int64_t number = 0; number < kStories; ++number) storyteller.tell(tx, number, kStories);
  });
  auto const today = std::chrono::floor<Days>(kNow);
  auto const due = db().read([](db::Transaction& tx) {
    return tx.all<Date>(
        db::Sql{"SELECT due_on FROM asks WHERE waits = 1 AND paused_on IS NULL AND returned_at IS NULL"});
  });
  constexpr int kMostLate = 60;
  auto const late = std::count_if(due.begin(), due.end(), [&](Date day) { return day < Date(today); });
  for (auto const& day : due) EXPECT_LE(county.calendar.between(day, today), kMostLate);
  EXPECT_GT(late, 2);
  EXPECT_LT(late, 30);
}

TEST_P(Demonstration, TellsOfWhatIsLateOnTheDayOnWhichThatWasDue) {
  auto const county = make_county(db(), kNow);
  Plan const plan{.now = kNow};
  Storyteller const storyteller(county, plan);
  constexpr std::int64_t kStories = 600;
  db().write([&](db::Transaction& tx) {
    for (std::int64_t number = 300; number < kStories; ++number) storyteller.tell(tx, number, kStories);
  });
  struct Row {
    std::string step;
    Date due_on;
    Time taken_at;
  };
  auto const steps = db().read(
      [](db::Transaction& tx) { return tx.all<Row>(db::Sql{"SELECT step, due_on, taken_at FROM ask_steps"}); });
  EXPECT_GT(steps.size(), 10U);
  for (auto const& row : steps) {
    Date const taken = std::chrono::floor<Days>(row.taken_at);
    if (row.step == "reminder") {
      EXPECT_EQ(taken, county.calendar.before(row.due_on, county.settings.remind_before));
    } else if (row.step == "county") {
      EXPECT_EQ(taken, county.calendar.after(row.due_on, county.settings.escalate_to_county_after));
    }
  }
  // The job that watches the clocks finds nothing that was left undone.
  auto const today = Date(std::chrono::floor<Days>(kNow));
  db().write([&](db::Transaction& tx) {
    for (auto const id : tx.all<asks::AskId>(db::Sql{"SELECT id FROM asks WHERE waits = 1 AND due_on < '2026-11-10'"}))
      asks::watch(tx, id, kNow, today);
  });
  EXPECT_EQ(count(db::Sql{"SELECT count(*) FROM ask_steps"}), static_cast<std::int64_t>(steps.size()));
}

TEST_P(Demonstration, FlagsNothingButWhatWasMeantToBe) {
  make(db(), {.scale = 1, .now = kNow}, [](std::size_t, std::size_t) {});
  auto const flagged = count(db::Sql{"SELECT count(*) FROM safeguarding_flags"});
  EXPECT_GT(flagged, 0);
  EXPECT_LT(count(db::Sql{"SELECT count(*) FROM voices WHERE looked_over = 0"}), 100)
      << "the first server need not look over a county";
  db().write([](db::Transaction& tx) {
    tx.execute(db::Sql{"UPDATE voices SET looked_over = 0 WHERE id NOT IN (SELECT voice FROM safeguarding_cases)"});
    safeguarding::look_over_rest(tx, 5'000, kNow);
  });
  EXPECT_EQ(count(db::Sql{"SELECT count(*) FROM safeguarding_flags"}), flagged);
}

}  // namespace
}  // namespace earshot::demonstration
