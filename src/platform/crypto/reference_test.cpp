#include "platform/crypto/reference.h"

#include <cctype>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace earshot::crypto {
namespace {

constexpr std::string_view kLetters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A reference where none is taken.
std::string drawn(std::string_view prefix) {
  return new_reference(prefix, [](std::string const&) { return false; });
}

TEST(References, HaveAPrefixAndTwoGroupsWithoutLookAlikes) {
  std::set<std::string> seen;
  for (int i = 0; i < 500; ++i) {
    auto const reference = drawn("V");
    ASSERT_EQ(reference.size(), 11U) << reference;
    EXPECT_EQ(reference.substr(0, 2), "V-");
    EXPECT_EQ(reference[6], '-');
    EXPECT_EQ(reference.substr(2).find_first_of("01OILU"), std::string::npos) << reference;
    EXPECT_EQ(read_reference(reference), reference);
    EXPECT_TRUE(seen.insert(reference).second);
  }
}

TEST(References, AreReadHoweverTheyAreTyped) {
  auto const reference = drawn("V");
  std::string small;
  std::string bare;
  for (char c : reference) {
    small += static_cast<char>(std::tolower(c));
    if (c != '-') bare += c;
  }
  EXPECT_EQ(read_reference(small), reference);
  EXPECT_EQ(read_reference(bare), reference);
  EXPECT_EQ(read_reference("  " + bare.substr(0, 5) + " " + bare.substr(5) + " "), reference);
  EXPECT_EQ(read_reference(reference.substr(0, 1) + "\u2013" + reference.substr(2)), reference);
}

TEST(References, WithOneWrongCharacterAreRefused) {
  auto const reference = drawn("V");
  for (std::size_t place = 2; place < reference.size(); ++place) {
    if (reference[place] == '-') continue;
    for (char other : kLetters) {
      auto wrong = reference;
      wrong[place] = other;
      if (wrong == reference) continue;
      EXPECT_EQ(read_reference(wrong), std::nullopt) << wrong << " for " << reference;
    }
  }
}

TEST(References, WithAnotherPrefixAreRefused) {
  auto const reference = drawn("V");
  EXPECT_EQ(read_reference("A" + reference.substr(1)), std::nullopt);
}

TEST(References, MayHaveAPrefixOfLettersThatLookAlike) {
  auto const reference = drawn("OIL");
  EXPECT_EQ(read_reference(reference), reference);
}

TEST(References, WithNeighboursSwappedAreNearlyAlwaysRefused) {
  int swaps = 0;
  int missed = 0;
  for (int i = 0; i < 300; ++i) {
    auto const reference = drawn("V");
    for (std::size_t place = 2; place + 1 < reference.size(); ++place) {
      auto wrong = reference;
      std::swap(wrong[place], wrong[place + 1]);
      if (wrong == reference || wrong[place] == '-' || wrong[place + 1] == '-') continue;
      ++swaps;
      if (read_reference(wrong)) ++missed;
    }
  }
  EXPECT_LT(missed * 100, swaps);
}

TEST(References, AreNotReadFromOtherText) {
  for (auto const* text : {"", "V", "hello", "V-7KQ2", "V-7KQ2-M9XC-AAAA-AAAA", "V-7KQ2-M9X!", "1234567890", "\xff"})
    EXPECT_EQ(read_reference(text), std::nullopt) << text;
}

TEST(References, NeedAPrefixOfLetters) {
  EXPECT_THROW(drawn(""), std::invalid_argument);
  EXPECT_THROW(drawn("v"), std::invalid_argument);
  EXPECT_THROW(drawn("LONG"), std::invalid_argument);
}

TEST(References, AreDrawnAgainWhileTheyAreTaken) {
  std::vector<std::string> seen;
  auto const reference = new_reference("V", [&](std::string const& each) {
    seen.push_back(each);
    return seen.size() < 3;
  });
  EXPECT_EQ(seen.size(), 3U);
  EXPECT_EQ(reference, seen.back());
}

}  // namespace
}  // namespace earshot::crypto
