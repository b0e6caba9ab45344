#include "platform/crypto/sign.h"

#include <gtest/gtest.h>

namespace earshot::crypto {
namespace {

std::string hex(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (auto const character : bytes) {
    auto const byte = static_cast<unsigned char>(character);
    (text += kDigits[byte >> 4U]) += kDigits[byte & 15U];
  }
  return text;
}

// RFC 4231, sections 4.2, 4.3 and 4.7.
TEST(Signatures, AreThoseOfTheStandard) {
  EXPECT_EQ(hex(hmac_sha256(std::string(20, '\x0b'), "Hi There")),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  EXPECT_EQ(hex(hmac_sha256("Jefe", "what do ya want for nothing?")),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  EXPECT_EQ(hex(hmac_sha256(std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First")),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

}  // namespace
}  // namespace earshot::crypto
