#include "people/totp.h"

#include <gtest/gtest.h>

namespace earshot::people {
namespace {

/// The secret of the examples in RFC 6238, appendix B.
constexpr std::string_view kSecret = "12345678901234567890";

Time at(std::int64_t seconds) { return Time(Milliseconds(seconds * 1000)); }

TEST(Totp, GivesTheCodesOfTheRfc) {
  // RFC 6238, appendix B, SHA-1; the last six of its eight digits.
  struct Example {
    std::int64_t seconds;
    char const* code;
  };
  for (auto const& [seconds, code] :
       {Example{59, "287082"}, Example{1111111109, "081804"}, Example{1111111111, "050471"},
        Example{1234567890, "005924"}, Example{2000000000, "279037"}, Example{20000000000, "353130"}})
    EXPECT_EQ(totp_code(kSecret, totp_step(at(seconds))), code) << seconds;
}

TEST(Totp, AClockMayBeOffByOneStep) {
  auto const now = at(1111111111);
  auto const step = totp_step(now);
  for (auto const drift : {-1, 0, 1})
    EXPECT_EQ(totp_match(kSecret, totp_code(kSecret, step + drift), now, 0), step + drift);
  for (auto const drift : {-2, 2}) EXPECT_FALSE(totp_match(kSecret, totp_code(kSecret, step + drift), now, 0));
}

TEST(Totp, NoCodeIsTakenTwice) {
  auto const now = at(1111111111);
  auto const step = totp_step(now);
  EXPECT_FALSE(totp_match(kSecret, totp_code(kSecret, step), now, step));
  EXPECT_FALSE(totp_match(kSecret, totp_code(kSecret, step - 1), now, step)) << "nor an older one after it";
  EXPECT_TRUE(totp_match(kSecret, totp_code(kSecret, step + 1), now, step));
}

TEST(Totp, WhatIsNoCodeDoesNotMatch) {
  auto const now = at(1111111111);
  for (auto const* code : {"", "050 47", "0504711", "abcdef", "050471x", "000000"})
    EXPECT_FALSE(totp_match(kSecret, code, now, 0)) << code;
  EXPECT_TRUE(totp_match(kSecret, " 050 471 ", now, 0)) << "as the apps show it";
}

TEST(Totp, AnAppReadsTheSecretFromItsAddress) {
  EXPECT_EQ(spelled("Hello!\xDE\xAD\xBE\xEF"), "JBSW Y3DP EHPK 3PXP");
  EXPECT_EQ(totp_address("Hello!\xDE\xAD\xBE\xEF", "Fenshire families", "a@b.example"),
            "otpauth://totp/Fenshire%20families:a%40b.example?secret=JBSWY3DPEHPK3PXP&issuer=Fenshire%20families");
  EXPECT_NE(new_totp_secret(), new_totp_secret());
  EXPECT_EQ(new_totp_secret().size(), 20U);
}

}  // namespace
}  // namespace earshot::people
