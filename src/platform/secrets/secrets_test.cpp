#include "platform/secrets/secrets.h"

#include <set>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "platform/db/testing.h"

namespace earshot::secrets {
namespace {

class Secrets : public db::EngineTest {
 protected:
  std::vector<db::Migration> migrations() override { return secrets::migrations(); }

  static std::string secret_in(db::Database& database, std::string_view name) {
    return database.write([&](db::Transaction& tx) { return get(tx, name); });
  }
};

TEST_P(Secrets, AreMadeOnFirstUseAndStay) {
  auto const made = secret_in(db(), "receipts");
  EXPECT_EQ(made.size(), 43U);
  EXPECT_EQ(secret_in(db(), "receipts"), made);
  EXPECT_EQ(db().read([](db::Transaction& tx) { return get(tx, "receipts"); }), made);
}

TEST_P(Secrets, CanBeAskedForWithoutBeingMade) {
  EXPECT_FALSE(db().read([&](db::Transaction& tx) { return find(tx, "receipts"); }));
  auto const made = secret_in(db(), "receipts");
  EXPECT_EQ(db().read([&](db::Transaction& tx) { return find(tx, "receipts"); }), made);
}

TEST_P(Secrets, OfTwoNamesDiffer) { EXPECT_NE(secret_in(db(), "receipts"), secret_in(db(), "cookies")); }

TEST_P(Secrets, AreTheSameOnTwoNodesThatAskAtOnce) {
  auto const other_node = db::Database::open(url());
  for (int round = 0; round < 10; ++round) {
    auto const name = std::to_string(round);
    std::string there;
    std::thread other([&] { there = secret_in(*other_node, name); });
    auto const here = secret_in(db(), name);
    other.join();
    EXPECT_EQ(here, there);
  }
}

EARSHOT_ON_BOTH_ENGINES(Secrets);

}  // namespace
}  // namespace earshot::secrets
