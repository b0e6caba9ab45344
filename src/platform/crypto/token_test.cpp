#include "platform/crypto/token.h"

#include <set>
#include <stdexcept>

#include <gtest/gtest.h>

#include "platform/crypto/digest.h"

namespace earshot::crypto {
namespace {

TEST(Tokens, AreRandomAndSafeInAnAddress) {
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) {
    auto const token = random_token(16);
    EXPECT_EQ(token.size(), 22U);
    EXPECT_EQ(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
              std::string::npos);
    EXPECT_TRUE(seen.insert(token).second);
  }
}

TEST(Tokens, TooShortToBeSafeAreRefused) { EXPECT_THROW(random_token(8), std::invalid_argument); }

// The test vector of RFC 7693 is for 512 bits; this is BLAKE2b-256 of "abc" as the reference program b2sum -l 256
// gives.
TEST(Tokens, AreStoredAsBlake2b) {
  EXPECT_EQ(token_hash("abc"), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

TEST(Tokens, DerivedFromTheSameAreTheSame) {
  auto const secret = random_token(32);
  EXPECT_EQ(derive(secret, "receipt link", "key 1"), derive(secret, "receipt link", "key 1"));
  EXPECT_NE(derive(secret, "receipt link", "key 1"), derive(secret, "receipt link", "key 2"));
  EXPECT_NE(derive(secret, "receipt link", "key 1"), derive(secret, "another use", "key 1"));
  EXPECT_NE(derive(secret, "receipt link", "key 1"), derive(random_token(32), "receipt link", "key 1"));
  EXPECT_EQ(derive(secret, "receipt link", "key 1").size(), 43U);
}

TEST(Tokens, DerivedKeepPurposeAndValueApart) {
  auto const secret = random_token(32);
  EXPECT_NE(derive(secret, "ab", "c"), derive(secret, "a", "bc"));
}

TEST(Tokens, AreComparedWhole) {
  EXPECT_TRUE(equal("same", "same"));
  EXPECT_TRUE(equal("", ""));
  EXPECT_FALSE(equal("same", "sane"));
  EXPECT_FALSE(equal("same", "same and more"));
}

TEST(Masks, HideTheSecretAnewEachTime) {
  auto const secret = random_token();
  auto const one = mask(secret);
  auto const other = mask(secret);
  EXPECT_NE(one, other);
  EXPECT_EQ(unmask(one), secret);
  EXPECT_EQ(unmask(other), secret);
}

TEST(Masks, OfNobodysMakingAreEmpty) {
  EXPECT_EQ(unmask(""), "");
  EXPECT_EQ(unmask("not base64!"), "");
  EXPECT_EQ(unmask("QUJD"), "");
}

TEST(Digests, TellFieldsApart) {
  EXPECT_NE(Digest().field("ab").field("c").hex(), Digest().field("a").field("bc").hex());
  EXPECT_NE(Digest().field("a").hex(), Digest().field("a").field("").hex());
  EXPECT_EQ(Digest().field("a").hex().size(), 64U);
  EXPECT_EQ(Digest().field("a").bytes().size(), 32U);
}

TEST(Digests, RefuseAKeyThatIsTooShort) { EXPECT_THROW(Digest("short"), std::invalid_argument); }

}  // namespace
}  // namespace earshot::crypto
