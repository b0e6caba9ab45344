// What the tests of faults share: a folder, a program under test, and a database of each engine.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "crowd.h"
#include "platform/db/database.h"
#include "program.h"

namespace earshot::faults {

/// The program under test and the library of a faulty disk: what the command line of the tests gives.
struct Tested {
  std::string program;
  std::string faulty_disk;
};
Tested& tested();

/// `few` in bin/test; `many` in bin/faults, which sets EARSHOT_TEST_FAULTS=long.
int times(int few, int many);

class FaultTest : public testing::Test {
 protected:
  FaultTest();
  /// Removes the folder when the test passed.
  ~FaultTest() override;

  [[nodiscard]] std::filesystem::path const& folder() const { return m_folder; }
  [[nodiscard]] std::string log() const { return (m_folder / "log").string(); }
  /// An SQLite file in a folder of its own.
  [[nodiscard]] std::string sqlite() const { return "sqlite:" + (m_folder / "data" / "earshot.db").string(); }

  /// The server that bin/with-postgresql started, as one of its users, and a database of it.
  [[nodiscard]] static std::string postgresql(std::string const& user = "earshot", std::string const& name = "earshot");

  /// Compares what families were told with what is stored, prints it, and fails when something is lost or doubled, or
  /// the record is not whole.
  void expect_whole(std::vector<Journal> const& journals, std::string const& database);

 private:
  std::filesystem::path m_folder;
};

/// The same on both engines.
class FaultOnBothEngines : public FaultTest, public testing::WithParamInterface<db::Engine> {
 protected:
  /// Empty at first, on the engine under test.
  [[nodiscard]] std::string database() const;
};
std::string engine_name(testing::TestParamInfo<db::Engine> const& tested);

#define EARSHOT_FAULTS_ON_BOTH_ENGINES(name) \
  INSTANTIATE_TEST_SUITE_P(On, name, testing::Values(db::Engine::sqlite, db::Engine::postgresql), engine_name)

}  // namespace earshot::faults
