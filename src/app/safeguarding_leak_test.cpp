// Nothing of a voice that was raised reaches anybody but the safeguarding leads: not through a page, a list, a search,
// a count, a feed, a file, a page kept in memory, a message, the record, the log or a measure. An ask of it was
// published before it was raised, which is the worst case.

#include <atomic>
#include <set>

#include "app/testing.h"
#include "attachments/attachments.h"
#include "platform/audio/testing.h"

namespace earshot::app {
namespace {

using testing::HasSubstr;
using testing::Not;

class Leaks : public HouseTest {
 protected:
  static constexpr char const* kWords = "Quagmirewhistle";  ///< A word that nothing else holds.
  static constexpr char const* kWhy = "Zephyrlantern";

  void SetUp() override {
    HouseTest::SetUp();
    if (HasFatalFailure()) return;
    auto family = browser();
    // What stays in sight, so that lists are not empty.
    publish(an_ask("The bus is late."), "It is on time now.");
    say(family, {.words = "The bus is cold."});
    look();
    m_lists = lists_as_everybody();

    m_family = browser();
    m_receipt = say_with_a_recording(*m_family, {.words = std::string("He hits me. ") + kWords, .wish = kWords});
    m_voice = std::to_string(count("voices"));
    look();
    signed_in(Who::moderator).open("/moderation/1").submit({{"decision", "shown"}});
    auto worker = signed_in(Who::worker);
    EXPECT_THAT(worker.get(file_path()).body(), HasSubstr(kWords)) << "the test must be able to fail";
    worker.open("/voices/" + m_voice + "/first").submit({{"why", "Nothing in it, it seemed."}});
    worker.open("/voices/" + m_voice).submit({{"service", kService}, {"words", kWords}, {"wish", kWords}});
    m_ask = ask_on(worker);
    m_change = publish(m_ask, std::string("We hear you. ") + kWords);
    references(m_change.substr(std::string_view("/changes/").size()));
    look();
    // Read by everybody before it was raised: these pages are kept in memory.
    for (auto const& path : {std::string("/"), std::string("/changes"), std::string("/changes.atom"), m_change}) {
      browser().get(path);
      EXPECT_THAT(browser().get(path).body(), HasSubstr(kWords)) << "the test must be able to fail: " << path;
    }
    person(Who::safeguarding_lead);
    m_before_raising = count("record_entries");
    m_letters_before = count("outbox");
    worker.open(m_ask + "/danger").submit({{"why", kWhy}});
    EXPECT_EQ(worker.path(), "/raised") << worker.text();
    auto lead = signed_in(Who::safeguarding_lead);
    for (auto const& link : lead.open("/safeguarding").page().links())
      if (link.href.starts_with("/safeguarding/S-")) m_case = link.href;
    EXPECT_FALSE(m_case.empty()) << lead.text();
    references(m_case.substr(std::string_view("/safeguarding/").size()));
  }

  /// A recording with a secret in it, which a moderator has let pass.
  std::string say_with_a_recording(Browser& family, Said const& said) {
    say_up_to_check(family, said);
    family.open("/say/files")
        .send_files({{attachments::kRecordingField, "voice.ogg", "audio/ogg", audio::an_ogg() + kWords}})
        .follow();
    family.submit();
    return "/follow/" + family.path().substr(std::string_view("/say/received/").size());
  }

  [[nodiscard]] std::string file_path() const { return "/voices/" + m_voice + "/files/1"; }

  std::string publish(std::string const& ask, std::string const& answer) {
    auto lead = signed_in(Who::lead);
    lead.open(ask + "/answer").submit({{"outcome", "done"}, {"done", answer}});
    lead.submit();
    EXPECT_TRUE(lead.path().starts_with("/changes/")) << lead.text();
    return lead.path();
  }

  /// Jobs that look at what came in and tell people of it.
  void look() { run_jobs(); }

  void references(std::string const& reference) { m_secrets.insert(reference); }

  /// Fails when `text` holds anything of the voice. An address that somebody typed may stand on the page they get, and
  /// the record, from which nothing can be taken, still tells by its reference that an ask was made and published
  /// before anybody raised it.
  void expect_nothing(std::string const& text, std::string const& where) {
    auto const of_the_ask = m_change.substr(m_change.rfind('/') + 1);
    for (auto const& secret : m_secrets) {
      if (where.starts_with("/administration/record") && secret == of_the_ask) continue;
      if (where.find(secret) == std::string::npos) {
        EXPECT_THAT(text, Not(HasSubstr(secret))) << where;
      }
    }
  }

  /// Everything that can be asked for, with the ids of the raised voice in the place of each {}.
  std::vector<std::string> everything() {
    std::vector<std::string> paths{file_path()};
    std::vector<std::string> const ids{m_voice,
                                       m_ask.substr(m_ask.rfind('/') + 1),
                                       m_change.substr(m_change.rfind('/') + 1),
                                       m_case.substr(m_case.rfind('/') + 1),
                                       "1",
                                       "2",
                                       kService,
                                       "topics"};
    for (auto const& route : house().router().routes()) {
      if (route.pattern.starts_with("/follow/") || route.pattern.starts_with("/say/received/")) continue;
      auto const at = route.pattern.find("{}");
      if (at == std::string::npos) {
        paths.push_back(route.pattern);
        for (auto const* name : {"q", "search", "what", "who"})
          paths.push_back(route.pattern + "?" + name + "=" + kWords);
        paths.push_back(route.pattern + "?page=2");
        continue;
      }
      for (auto const& id : ids) {
        auto path = route.pattern;
        for (auto hole = path.find("{}"); hole != std::string::npos; hole = path.find("{}")) path.replace(hole, 2, id);
        paths.push_back(path);
      }
    }
    return paths;
  }

  /// What everybody reads of lists and counts.
  std::string lists_as_everybody() {
    pass(std::chrono::seconds{61});  // counters are fresh by the minute
    std::string all;
    for (auto const* path : {"/", "/changes", "/changes.atom"}) all += browser().get(path).body();
    return all;
  }

  std::set<std::string> m_secrets{kWords, kWhy};
  std::optional<Browser> m_family;
  std::string m_receipt, m_voice, m_ask, m_change, m_case, m_lists;
  std::int64_t m_before_raising = 0, m_letters_before = 0;
};
EARSHOT_ON_BOTH_ENGINES(Leaks);

TEST_P(Leaks, NoPageOfAnybodyButTheLeadsHoldsAnythingOfIt) {
  for (auto const who : kEverybody) {
    if (who == Who::safeguarding_lead) continue;
    auto window = signed_in(who);
    for (auto const& path : everything()) {
      // Whoever types a secret into an address knows it already, and is shown their own search again.
      if (path.find(kWords) != std::string::npos) continue;
      window.get(path);
      auto body = window.body();
      // The address that somebody typed stands in the page that asks them to sign in.
      if (window.status() == 303) body = window.header("Location").starts_with("/sign-in") ? "" : body;
      expect_nothing(body, path + " for " + std::string(name_of(who)));
    }
  }
}

TEST_P(Leaks, NoSearchFindsIt) {
  for (auto const who : kEverybody) {
    if (who == Who::safeguarding_lead) continue;
    auto window = signed_in(who);
    for (auto const* path :
         {"/changes?q=", "/voices?q=", "/voices?state=all&q=", "/asks?q=", "/asks?standing=answered&q="}) {
      window.get(std::string(path) + kWords);
      if (window.status() != 200) continue;
      EXPECT_THAT(window.text(), Not(HasSubstr("He hits me"))) << path << " for " << name_of(who);
      EXPECT_THAT(window.text(), Not(HasSubstr("We hear you"))) << path << " for " << name_of(who);
    }
  }
}

TEST_P(Leaks, NoReferenceFindsIt) {
  auto worker = signed_in(Who::worker);
  for (auto const* sql : {"SELECT reference FROM voices WHERE hidden IS NOT NULL",
                          "SELECT reference FROM asks WHERE hidden_at IS NOT NULL"}) {
    auto const references = db().read([&](db::Transaction& tx) { return tx.all<std::string>(db::Sql{sql}); });
    EXPECT_FALSE(references.empty()) << "the test must be able to fail";
    for (auto const& reference : references)
      for (auto const* path : {"/voices?q=", "/voices?state=all&q=", "/asks?q="})
        expect_nothing(worker.get(path + reference).body(), path + reference);
  }
}

TEST_P(Leaks, PagesThatWereKeptInMemoryAreServedNoMore) {
  for (auto const& path : {std::string("/"), std::string("/changes"), std::string("/changes.atom"), m_change}) {
    expect_nothing(browser().get(path).body(), path);
    expect_nothing(browser().get(path).body(), path + " again");
  }
  EXPECT_EQ(browser().get(m_change).status(), 404);
}

TEST_P(Leaks, PublicListsAndCountsAreAsIfItHadNeverBeen) { EXPECT_EQ(lists_as_everybody(), m_lists); }

TEST_P(Leaks, ARaisedVoiceIsAnsweredLikeOneThatNeverWas) {
  auto worker = signed_in(Who::worker);
  for (auto const* below : {"", "/danger", "/first"}) {
    auto const raised = worker.get("/voices/" + m_voice + below).text();
    EXPECT_EQ(worker.status(), 404);
    EXPECT_EQ(worker.get(std::string("/voices/4711") + below).text(), raised);
    EXPECT_EQ(worker.status(), 404);
  }
  auto const token = worker.open("/voices/2/danger").field("csrf");
  auto const raised = worker.post("/voices/" + m_voice + "/danger", {{"csrf", token}}).header("Location");
  EXPECT_EQ(worker.status(), 303);
  EXPECT_EQ(worker.post("/voices/4711/danger", {{"csrf", token}}).header("Location"), raised);
  EXPECT_EQ(worker.status(), 303);
}

TEST_P(Leaks, TheReceiptOfTheFamilyTellsNothingAndDoesNotLie) {
  auto holder = browser();
  holder.open(m_receipt);
  EXPECT_EQ(holder.status(), 200);
  EXPECT_THAT(holder.text(), HasSubstr("Somebody reads it"));
  EXPECT_THAT(holder.text(), HasSubstr("If somebody is in danger now, call 999."));
  for (auto const* word : {"afeguarding", "hidden", "lead"}) EXPECT_THAT(holder.text(), Not(HasSubstr(word))) << word;
  // The line to call is on every receipt, so that it tells nothing.
  auto other = browser();
  auto const receipt = say(other, {.words = "The bus is full."});
  EXPECT_THAT(browser().open(receipt).text(), HasSubstr("If somebody is in danger now, call 999."));
}

TEST_P(Leaks, TheOrdinaryRecordHoldsNothingOfWhatWasDone) {
  EXPECT_EQ(count("record_entries"), m_before_raising + 1) << "the sign-in of the lead alone";
  auto const entries = db().read([](db::Transaction& tx) {
    return tx.all<std::string>(
        db::Sql{"SELECT actor || ' ' || action || ' ' || subject || ' ' || detail FROM record_entries"});
  });
  for (auto const& entry : entries) {
    EXPECT_THAT(entry, Not(HasSubstr(kWords)));
    EXPECT_THAT(entry, Not(HasSubstr(m_case.substr(m_case.rfind('/') + 1))));
    EXPECT_THAT(entry, Not(HasSubstr("afeguarding")));
  }
}

TEST_P(Leaks, NoMessageHoldsAWordOfIt) {
  run_jobs();
  auto const bodies = db().read([](db::Transaction& tx) {
    return tx.all<std::string>(db::Sql{"SELECT subject || ' ' || body || ' ' || path || ' ' || link FROM outbox"});
  });
  EXPECT_GT(count("outbox"), m_letters_before);
  for (auto const& body : bodies)
    for (auto const* secret : {kWords, kWhy, "hits me"}) EXPECT_THAT(body, Not(HasSubstr(secret)));
}

TEST_P(Leaks, NeitherTheLogNorTheMeasuresTellOfIt) {
  std::vector<std::string> lines;
  std::mutex mutex;
  log::set_sink([&](std::string_view line) {
    std::lock_guard const lock(mutex);
    lines.emplace_back(line);
  });
  auto lead = signed_in(Who::safeguarding_lead);
  lead.open(m_case);
  lead.open(m_case + "/note");
  signed_in(Who::worker).open("/voices/2/danger").submit({{"why", kWhy}});
  run_jobs();
  log::set_sink({});
  EXPECT_FALSE(lines.empty());
  for (auto const& line : lines) {
    expect_nothing(line, "the log");
    EXPECT_THAT(line, Not(HasSubstr("afeguarding")));
    EXPECT_THAT(line, Not(HasSubstr("danger")));
    EXPECT_THAT(line, Not(HasSubstr("raised")));
  }
  auto machine = Browser(house(), "127.0.0.1");
  auto const measures = machine.get("/metrics").body();
  expect_nothing(measures, "/metrics");
  for (auto const* word : {"afeguarding", "danger", "/raised"}) EXPECT_THAT(measures, Not(HasSubstr(word))) << word;
}

TEST_P(Leaks, TheLeadsReadAllOfIt) {
  auto lead = signed_in(Who::safeguarding_lead);
  lead.open(m_case);
  EXPECT_EQ(lead.status(), 200);
  EXPECT_THAT(lead.text(), HasSubstr(kWords));
  EXPECT_THAT(lead.text(), HasSubstr(kWhy));
  EXPECT_THAT(lead.text(), HasSubstr("Looked at it"));
}

TEST_P(Leaks, GivenBackItIsWhereItWas) {
  auto lead = signed_in(Who::safeguarding_lead);
  lead.open(m_case + "/decide").submit({{"decision", "given-back"}, {"why", "It is a game that they play."}});
  EXPECT_EQ(lead.path(), m_case) << lead.text();
  EXPECT_THAT(browser().get(m_change).body(), HasSubstr(kWords));
  EXPECT_THAT(browser().get("/changes").body(), HasSubstr(kWords));
  auto worker = signed_in(Who::worker);
  EXPECT_EQ(worker.get("/voices/" + m_voice).status(), 200);
}

}  // namespace
}  // namespace earshot::app
