#include "testing.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <stdexcept>

#include <unistd.h>

namespace earshot::faults {

Tested& tested() {
  static Tested tested;
  return tested;
}

int times(int few, int many) {
  auto const* length = std::getenv("EARSHOT_TEST_FAULTS");
  return length != nullptr && std::string_view(length) == "long" ? many : few;
}

FaultTest::FaultTest() {
  std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
  std::replace(name.begin(), name.end(), '/', '-');
  m_folder = std::filesystem::temp_directory_path() / ("earshot-faults-" + std::to_string(getpid()) + "-" + name);
  std::filesystem::create_directories(m_folder / "data");
}

FaultTest::~FaultTest() {
  if (!HasFailure()) std::filesystem::remove_all(m_folder);
}

void FaultTest::expect_whole(std::vector<Journal> const& journals, std::string const& database) {
  auto const stored = db::Database::open(database);
  auto const seen = compare(journals, *stored);
  std::cout << seen.receipts << " receipts, " << seen.lost << " lost, " << seen.doubled << " doubled, "
            << seen.broken_off << " lines broken off, " << seen.told_to_wait
            << " times told to try again, longest wait " << seen.longest_wait << " s\n";
  for (auto const& fault : seen.faults) ADD_FAILURE() << "a family gave up: " << fault;
  EXPECT_GT(seen.receipts, 0);
  EXPECT_EQ(seen.lost, 0);
  EXPECT_EQ(seen.doubled, 0);
  EXPECT_EQ(run(tested().program, {"record", "verify", "--database", database}, log()), 0) << "the record is whole";
}

std::string FaultTest::postgresql(std::string const& user, std::string const& name) {
  auto const* address = std::getenv("EARSHOT_TEST_POSTGRESQL");
  if (address == nullptr) throw std::runtime_error("Run this test through bin/with-postgresql");
  std::string const given(address);
  return "postgresql://" + user + "@/" + name + given.substr(given.find('?'));
}

std::string FaultOnBothEngines::database() const { return GetParam() == db::Engine::sqlite ? sqlite() : postgresql(); }

std::string engine_name(testing::TestParamInfo<db::Engine> const& tested) {
  return tested.param == db::Engine::sqlite ? "sqlite" : "postgresql";
}

}  // namespace earshot::faults

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  if (argc != 3) {
    std::cerr << "usage: faults_test PATH-OF-EARSHOT PATH-OF-FAULTY-DISK\n";
    return 2;
  }
  earshot::faults::tested() = {argv[1], argv[2]};
  return RUN_ALL_TESTS();
}
