#include "platform/crypto/box.h"

#include <gtest/gtest.h>

#include "platform/crypto/mac.h"
#include "platform/crypto/token.h"

namespace earshot::crypto {
namespace {

std::string const kSecret = "a secret of the installation";

TEST(Box, IsOpenedWithItsSecretForItsPurpose) {
  for (auto const& text : {std::string(), std::string("x"), std::string("\0 bytes", 7), std::string(1000, 'a')})
    EXPECT_EQ(unseal(kSecret, "codes", seal(kSecret, "codes", text)), text);
  EXPECT_NE(seal(kSecret, "codes", "x"), seal(kSecret, "codes", "x"));
}

TEST(Box, StaysShutForEverythingElse) {
  auto const sealed = seal(kSecret, "codes", "what nobody reads");
  EXPECT_EQ(sealed.find("nobody"), std::string::npos);
  EXPECT_FALSE(unseal("another secret of the installation", "codes", sealed));
  EXPECT_FALSE(unseal(kSecret, "letters", sealed));
  EXPECT_FALSE(unseal(kSecret, "codes", ""));
  EXPECT_FALSE(unseal(kSecret, "codes", "not base64url!"));
  for (std::size_t i = 0; i < sealed.size(); i += 7) {
    auto changed = sealed;
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(unseal(kSecret, "codes", changed)) << i;
  }
}

TEST(Base64Url, IsReadAsItWasWritten) {
  EXPECT_EQ(to_base64url("\xFB\xFF\xFE"), "-__-");
  EXPECT_EQ(from_base64url("-__-"), "\xFB\xFF\xFE");
  EXPECT_EQ(from_base64url(""), "");
  EXPECT_FALSE(from_base64url("+//+"));
  EXPECT_FALSE(from_base64url("-__-="));
}

TEST(Mac, IsThatOfTheStandards) {
  // RFC 2202, section 3, test case 2, and the "abc" of FIPS 180-4.
  EXPECT_EQ(hmac_sha1("Jefe", "what do ya want for nothing?"),
            std::string("\xef\xfc\xdf\x6a\xe5\xeb\x2f\xa2\xd2\x74\x16\xd5\xf1\x84\xdf\x9c\x25\x9a\x7c\x79"));
  EXPECT_EQ(to_base64url(sha256("abc")), "ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0");
}

}  // namespace
}  // namespace earshot::crypto
