#include "platform/record/record.h"

#include <atomic>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/db/testing.h"
#include "platform/record/chain.h"
#include "platform/record/seal.h"

namespace earshot::record {
namespace {

using testing::SizeIs;

constexpr Time kNow{Milliseconds(1'800'000'000'000)};

class Record : public db::EngineTest {
 protected:
  std::vector<db::Migration> migrations() override { return record::migrations(); }

  void write_entries(int count) {
    db().write([&](db::Transaction& tx) {
      for (int i = 1; i <= count; ++i)
        note(tx, {"person 12", "asks.answer", "ask " + std::to_string(i), "done"}, kNow + Milliseconds(i));
    });
  }
  std::size_t seal_some(std::size_t most = 200) {
    return db().write([&](db::Transaction& tx) { return seal(tx, most); });
  }
  Head head_now() {
    return db().read([](db::Transaction& tx) { return head(tx); });
  }
  void sql(std::string const& statement) {
    db().write([&](db::Transaction& tx) { tx.execute(db::Sql{statement}); });
  }

  /// Takes the guards away, as somebody with the database in their hands can.
  void unguard() {
    db().write([](db::Transaction& tx) {
      if (tx.engine() == db::Engine::postgresql)
        tx.script(
            "ALTER TABLE record_entries DISABLE TRIGGER USER;"
            "ALTER TABLE record_head DISABLE TRIGGER USER;");
      else
        tx.script(
            "DROP TRIGGER record_entries_stay; DROP TRIGGER record_entries_stand; DROP TRIGGER record_seals_stand;"
            "DROP TRIGGER record_head_stays; DROP TRIGGER record_head_rises;");
    });
  }
  /// A record of `count` sealed entries without guards.
  void sealed_and_unguarded(int count) {
    write_entries(count);
    seal_some();
    unguard();
  }
  /// Seals all entries anew, as somebody does who wants their change not to be seen.
  void seal_anew() {
    sql("UPDATE record_entries SET sequence = NULL, hash = NULL");
    sql("UPDATE record_head SET sequence = 0, hash = ''");
    seal_some();
  }
};

TEST_P(Record, ThatIsEmptyIsWhole) {
  auto const found = verify(db());
  EXPECT_EQ(found.sealed, 0);
  EXPECT_EQ(found.head, Head{});
  EXPECT_EQ(found.fault, std::nullopt);
}

TEST_P(Record, IsSealedInSmallBatchesAndIsWhole) {
  write_entries(5);
  EXPECT_EQ(verify(db()).unsealed, 5);
  EXPECT_EQ(seal_some(2), 2U);
  EXPECT_EQ(seal_some(2), 2U);
  EXPECT_EQ(seal_some(2), 1U);
  EXPECT_EQ(seal_some(2), 0U);
  auto const found = verify(db());
  EXPECT_EQ(found.sealed, 5);
  EXPECT_EQ(found.unsealed, 0);
  EXPECT_EQ(found.head, head_now());
  EXPECT_EQ(found.head.sequence, 5);
  EXPECT_EQ(found.head.hash.size(), 64U);
  EXPECT_EQ(found.fault, std::nullopt);
}

TEST_P(Record, OfMoreThanAPageIsWalkedToItsEnd) {
  write_entries(1200);
  while (seal_some() > 0) {
  }
  auto const found = verify(db());
  EXPECT_EQ(found.sealed, 1200);
  EXPECT_EQ(found.fault, std::nullopt);
}

TEST_P(Record, OfATransactionThatIsNotKeptHoldsNothing) {
  EXPECT_THROW(db().write([](db::Transaction& tx) {
    note(tx, {"person 12", "asks.answer", "ask 1", ""}, kNow);
    throw std::runtime_error("no");
  }),
               std::runtime_error);
  EXPECT_EQ(verify(db()).unsealed, 0);
}

TEST_P(Record, IsSealedByAJob) {
  write_entries(450);
  auto const job = seal_job();
  jobs::Environment environment{db(), [] { return kNow; }};
  job.run(environment, "");
  EXPECT_EQ(verify(db()).sealed, 450);
  EXPECT_TRUE(job.every);
}

TEST_P(Record, CannotBeChangedOrRemoved) {
  write_entries(2);
  EXPECT_THROW(sql("DELETE FROM record_entries"), db::Error);
  EXPECT_THROW(sql("UPDATE record_entries SET detail = 'nothing happened'"), db::Error);
  seal_some();
  EXPECT_THROW(sql("UPDATE record_entries SET sequence = sequence + 10"), db::Error);
  EXPECT_THROW(sql("UPDATE record_entries SET hash = ''"), db::Error);
  EXPECT_THROW(sql("UPDATE record_head SET sequence = 1"), db::Error);
  EXPECT_THROW(sql("DELETE FROM record_head"), db::Error);
  // SQLite alone has this way round the triggers of DELETE; for PostgreSQL it is an error of grammar.
  EXPECT_THROW(sql("INSERT OR REPLACE INTO record_entries SELECT * FROM record_entries"), db::Error);
  EXPECT_THROW(sql("INSERT OR REPLACE INTO record_head SELECT * FROM record_head"), db::Error);
  auto const found = verify(db());
  EXPECT_EQ(found.sealed, 2);
  EXPECT_EQ(found.fault, std::nullopt);
}

TEST_P(Record, EachFieldOfAnEntryIsSealed) {
  for (auto const* change : {"at = at + 1", "actor = 'person 13'", "action = 'x'", "subject = 'x'", "detail = ''"}) {
    TearDown();
    SetUp();
    sealed_and_unguarded(3);
    sql(std::string("UPDATE record_entries SET ") + change + " WHERE sequence = 2");
    auto const found = verify(db());
    EXPECT_EQ(found.fault, (Fault{Fault::Kind::altered, 2, 2})) << change;
    EXPECT_EQ(found.sealed, 1) << change;
  }
}

TEST_P(Record, AWordThatMovesToTheNextFieldIsSeen) {
  db().write([](db::Transaction& tx) { note(tx, {"person", "12", "", ""}, kNow); });
  seal_some();
  unguard();
  sql("UPDATE record_entries SET actor = 'person12', action = ''");
  EXPECT_EQ(verify(db()).fault, (Fault{Fault::Kind::altered, 1, 1}));
}

TEST_P(Record, AnEntryThatIsMissingIsSeen) {
  sealed_and_unguarded(4);
  sql("DELETE FROM record_entries WHERE sequence = 2");
  EXPECT_EQ(verify(db()).fault, (Fault{Fault::Kind::missing, 2, 0}));
}

TEST_P(Record, EntriesInAnotherOrderAreSeen) {
  sealed_and_unguarded(4);
  sql("UPDATE record_entries SET sequence = 100 WHERE id = 2");
  sql("UPDATE record_entries SET sequence = 2 WHERE id = 3");
  sql("UPDATE record_entries SET sequence = 3 WHERE id = 2");
  EXPECT_EQ(verify(db()).fault, (Fault{Fault::Kind::altered, 2, 3}));
}

TEST_P(Record, AnEntryThatWasAddedAtTheEndIsSeen) {
  sealed_and_unguarded(2);
  Stored const forged{77, kNow, {"person 1", "asks.answer", "ask 9", ""}};
  auto const hash = hash_of(head_now().hash, 3, forged);
  db().write([&](db::Transaction& tx) {
    tx.execute(db::Sql{"INSERT INTO record_entries (id, at, actor, action, subject, detail, sequence, hash) "
                       "VALUES ($1, $2, $3, $4, $5, $6, 3, $7)"},
               forged.id, forged.at, forged.entry.actor, forged.entry.action, forged.entry.subject, forged.entry.detail,
               hash);
  });
  EXPECT_EQ(verify(db()).fault, (Fault{Fault::Kind::added, 3, 77}));
}

TEST_P(Record, AnEndThatIsCutOffIsSeenByTheHead) {
  sealed_and_unguarded(4);
  sql("DELETE FROM record_entries WHERE sequence >= 3");
  EXPECT_EQ(verify(db()).fault, (Fault{Fault::Kind::cut_off, 3, 0}));
}

TEST_P(Record, AnEndThatIsCutOffWithItsHeadIsSeenByAHeadThatWasPublished) {
  sealed_and_unguarded(4);
  auto const published = head_now();
  sql("DELETE FROM record_entries WHERE sequence >= 3");
  seal_anew();
  EXPECT_EQ(verify(db()).fault, std::nullopt);
  EXPECT_EQ(verify(db(), published).fault, (Fault{Fault::Kind::cut_off, 3, 0}));
}

TEST_P(Record, ARecordThatWasSealedAnewIsSeenByAHeadThatWasPublished) {
  sealed_and_unguarded(2);
  auto const published = head_now();
  sql("UPDATE record_entries SET detail = 'nothing happened' WHERE sequence = 1");
  seal_anew();
  write_entries(1);
  seal_some();
  EXPECT_EQ(verify(db()).fault, std::nullopt);
  EXPECT_EQ(verify(db(), published).fault, (Fault{Fault::Kind::rewritten, 2, 2}));
}

TEST_P(Record, AHeadThatWasChangedIsSeen) {
  sealed_and_unguarded(2);
  sql("UPDATE record_head SET hash = 'another'");
  EXPECT_EQ(verify(db()).fault, (Fault{Fault::Kind::rewritten, 2, 2}));
}

TEST_P(Record, GrowsOnFromAHeadThatWasPublished) {
  write_entries(2);
  seal_some();
  auto const published = head_now();
  write_entries(2);
  seal_some();
  EXPECT_EQ(verify(db(), published).fault, std::nullopt);
  EXPECT_EQ(verify(db(), published).sealed, 4);
}

TEST_P(Record, AnEntryThatIsCommittedLateIsSealedAllTheSame) {
  if (db().engine() == db::Engine::sqlite) GTEST_SKIP() << "SQLite has one writer: ids are committed in order";
  auto const other_node = db::Database::open(url());
  std::atomic<bool> noted = false;
  std::atomic<bool> may_commit = false;
  std::thread late([&] {
    other_node->write([&](db::Transaction& tx) {
      note(tx, {"person 1", "asks.answer", "ask 1", "late"}, kNow);
      noted = true;
      while (!may_commit) std::this_thread::yield();
    });
  });
  while (!noted) std::this_thread::yield();
  write_entries(1);
  EXPECT_EQ(seal_some(), 1U);
  may_commit = true;
  late.join();
  EXPECT_EQ(seal_some(), 1U);
  auto const found = verify(db());
  EXPECT_EQ(found.sealed, 2);
  EXPECT_EQ(found.fault, std::nullopt);
}

TEST_P(Record, IsOneChainWhenManyNodesSealAtOnce) {
  auto const other_node = db::Database::open(url());
  write_entries(100);
  auto seal_all = [](db::Database& database) {
    for (int i = 0; i < 15; ++i) database.write([](db::Transaction& tx) { return seal(tx, 7); });
  };
  std::thread other([&] { seal_all(*other_node); });
  seal_all(db());
  other.join();
  auto const found = verify(db());
  EXPECT_EQ(found.sealed, 100);
  EXPECT_EQ(found.fault, std::nullopt);
}

TEST_P(Record, IsListedLatestFirst) {
  write_entries(3);
  seal_some(2);
  db().read([](db::Transaction& tx) {
    auto const all = list(tx);
    ASSERT_THAT(all, SizeIs(3));
    EXPECT_EQ(all[0].entry.subject, "ask 3");
    EXPECT_EQ(all[0].sequence, std::nullopt);
    EXPECT_EQ(all[1].sequence, 2);
    EXPECT_EQ(all[1].at, kNow + Milliseconds(2));
    ASSERT_THAT(list(tx, all[1].id), SizeIs(1));
    EXPECT_EQ(list(tx, all[1].id)[0].entry.subject, "ask 1");
    EXPECT_THAT(list(tx, 0, 2), SizeIs(2));
    EXPECT_THAT(list(tx, 0, 50, "ask 2"), SizeIs(1));
  });
}

EARSHOT_ON_BOTH_ENGINES(Record);

}  // namespace
}  // namespace earshot::record
