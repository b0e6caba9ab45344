#include "platform/crypto/password.h"

#include <algorithm>
#include <chrono>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace earshot::crypto {
namespace {

TEST(Passwords, AreVerifiedAgainstWhatIsStored) {
  auto const stored = hash_password("correct horse battery staple");
  EXPECT_TRUE(verify_password(stored, "correct horse battery staple"));
  EXPECT_FALSE(verify_password(stored, "Correct horse battery staple"));
  EXPECT_FALSE(verify_password(stored, ""));
}

TEST(Passwords, AreHashedWithTheCostsThatOwaspAsks) {
  EXPECT_TRUE(hash_password("x").starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
}

TEST(Passwords, AreSaltedSoThatTheSameTwiceIsNotSeen) { EXPECT_NE(hash_password("x"), hash_password("x")); }

TEST(Passwords, OfNobodyAreRefused) {
  EXPECT_FALSE(verify_password("", "anything"));
  EXPECT_FALSE(verify_password("", ""));
}

TEST(Passwords, OfNobodyTakeAsLongAsSomebodys) {
  using Clock = std::chrono::steady_clock;
  auto const stored = hash_password("x");
  auto quickest = [](std::string_view against) {
    auto best = Clock::duration::max();
    for (int i = 0; i < 3; ++i) {
      auto const start = Clock::now();
      verify_password(against, "wrong");
      best = std::min(best, Clock::now() - start);
    }
    return best;
  };
  // Other programs share the machine, so the factor is wide; a refusal without hashing would be a thousand times
  // faster.
  EXPECT_GT(quickest("") * 5, quickest(stored));
}

TEST(Passwords, NothingTypedIsRefused) { EXPECT_FALSE(verify_password(hash_password("open sesame"), {})); }

TEST(Passwords, WhatIsNoHashIsRefused) { EXPECT_FALSE(verify_password("plain text", "plain text")); }

TEST(Passwords, MadeWithOtherCostsAreToBeMadeAgain) {
  EXPECT_FALSE(needs_rehash(hash_password("x")));
  EXPECT_TRUE(
      needs_rehash("$argon2id$v=19$m=8192,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$"
                   "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
  EXPECT_TRUE(needs_rehash("nonsense"));
}

TEST(Passwords, ManyAtOnceWaitForOneAnother) {
  set_passwords_at_once(1);
  auto const stored = hash_password("x");
  std::vector<std::thread> threads;
  std::vector<int> right(4, 0);
  for (int& each : right) threads.emplace_back([&stored, &each] { each = verify_password(stored, "x") ? 1 : 0; });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(right, (std::vector<int>{1, 1, 1, 1}));
  set_passwords_at_once(2);
}

}  // namespace
}  // namespace earshot::crypto
