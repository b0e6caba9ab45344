// For tests of what is stored: each test has a fresh database on each engine, with the tables it asks for.
//
//   class VoicesStore : public db::EngineTest {
//     std::vector<db::Migration> migrations() override { return voices::migrations(); }
//   };
//   TEST_P(VoicesStore, KeepsAVoice) { db().write([&](db::Transaction& tx) { … }); }
//   EARSHOT_ON_BOTH_ENGINES(VoicesStore);
//
// PostgreSQL tests need bin/with-postgresql around the test program and fail without it.
#pragma once

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <unistd.h>

#include "platform/db/database.h"
#include "platform/db/migrations.h"

namespace earshot::db {

/// "sqlite" or "postgresql", as tests are named.
inline std::string engine_name(Engine engine) { return engine == Engine::sqlite ? "sqlite" : "postgresql"; }

class EngineTest : public testing::TestWithParam<Engine> {
 protected:
  /// The steps that make the tables this test needs, in order. None unless overridden.
  virtual std::vector<Migration> migrations() { return {}; }

  /// A test's own SetUp calls this one first.
  void SetUp() override {
    static std::atomic<int> count{0};
    m_name = "earshot_test_" + std::to_string(getpid()) + "_" + std::to_string(++count);
    if (GetParam() == Engine::sqlite) {
      m_folder = std::filesystem::temp_directory_path() / m_name;
      std::filesystem::create_directories(m_folder);
      m_url = "sqlite:" + (m_folder / "test.db").string();
    } else {
      auto const* address = std::getenv("EARSHOT_TEST_POSTGRESQL");
      if (address == nullptr) GTEST_FAIL() << "Run tests through bin/with-postgresql";
      m_server = address;
      on_server("CREATE SCHEMA " + m_name + ";");
      auto joint = m_server.find('?') == std::string::npos ? "?" : "&";
      m_url = m_server + joint + "options=-csearch_path%3D" + m_name;
    }
    m_database = Database::open(m_url);
    migrate(*m_database, migrations());
  }

  void TearDown() override {
    m_database.reset();
    if (!m_folder.empty()) std::filesystem::remove_all(m_folder);
    if (!m_server.empty()) on_server("DROP SCHEMA " + m_name + " CASCADE;");
  }

  /// The database of this test, empty but for the migrations.
  Database& db() { return *m_database; }

  /// Its address, for a test that opens it a second time.
  [[nodiscard]] std::string const& url() const { return m_url; }

 private:
  void on_server(std::string const& statement) const {
    Database::open(m_server)->write([&](Transaction& tx) { tx.script(statement); });
  }

  std::string m_name;
  std::string m_server;
  std::string m_url;
  std::filesystem::path m_folder;
  std::unique_ptr<Database> m_database;
};

}  // namespace earshot::db

/// Runs the TEST_P tests of a fixture on SQLite and on PostgreSQL.
#define EARSHOT_ON_BOTH_ENGINES(Fixture)                                                                      \
  INSTANTIATE_TEST_SUITE_P(On, Fixture,                                                                       \
                           testing::Values(::earshot::db::Engine::sqlite, ::earshot::db::Engine::postgresql), \
                           [](auto const& tested) { return ::earshot::db::engine_name(tested.param); })
