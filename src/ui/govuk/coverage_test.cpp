// No component of the package is forgotten.
#include <cctype>
#include <filesystem>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace earshot::govuk {
namespace {

// "back-link" is tested by TEST(BackLink, MatchesEveryFixture).
std::string suite_of(std::string_view component) {
  std::string suite;
  bool starts_word = true;
  for (unsigned char const c : component) {
    if (c != '-') suite += static_cast<char>(starts_word ? std::toupper(c) : c);
    starts_word = c == '-';
  }
  return suite;
}

bool has_fixture_test(std::string const& suite) {
  auto const& tests = *testing::UnitTest::GetInstance();
  for (int i = 0; i < tests.total_test_suite_count(); ++i) {
    auto const& each = *tests.GetTestSuite(i);
    if (each.name() != suite) continue;
    for (int j = 0; j < each.total_test_count(); ++j)
      if (each.GetTestInfo(j)->name() == std::string_view("MatchesEveryFixture")) return true;
  }
  return false;
}

}  // namespace

TEST(Fixtures, EveryComponentOfThePackageIsTested) {
  auto const folder = std::filesystem::path(EARSHOT_SOURCE_DIR) / "node_modules/govuk-frontend/dist/govuk/components";
  std::size_t components = 0;
  for (auto const& each : std::filesystem::directory_iterator(folder)) {
    if (!std::filesystem::exists(each.path() / "fixtures.json")) continue;
    ++components;
    auto const suite = suite_of(each.path().filename().string());
    EXPECT_TRUE(has_fixture_test(suite)) << "no TEST(" << suite << ", MatchesEveryFixture)";
  }
  EXPECT_EQ(components, 39U);
}

}  // namespace earshot::govuk
