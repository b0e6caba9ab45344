#include "platform/mail/bounce.h"

#include <gtest/gtest.h>

namespace earshot::mail {
namespace {

/// As Postfix writes it, with `action` and `status` in it.
std::string report(std::string const& action = "failed", std::string const& status = "5.1.1") {
  return "Return-Path: <>\r\n"
         "From: MAILER-DAEMON@mail.fenshire.example (Mail Delivery System)\r\n"
         "Message-Id: <20261122100000.ABCDEF@mail.fenshire.example>\r\n"
         "MIME-Version: 1.0\r\n"
         "Content-Type: multipart/report; report-type=delivery-status;\r\n"
         "\tboundary=\"ABCDEF/mail\"\r\n"
         "\r\n"
         "--ABCDEF/mail\r\n"
         "Content-Type: text/plain; charset=us-ascii\r\n"
         "\r\n"
         "Message-ID: <words@of.a.person>\r\n"
         "I am sorry to have to inform you that your message could not be delivered.\r\n"
         "\r\n"
         "--ABCDEF/mail\r\n"
         "Content-Description: Delivery report\r\n"
         "Content-Type: message/delivery-status\r\n"
         "\r\n"
         "Reporting-MTA: dns; mail.fenshire.example\r\n"
         "\r\n"
         "Final-Recipient: rfc822; asha@example.org\r\n"
         "Action: " +
         action + "\r\nStatus: " + status +
         "\r\n"
         "Diagnostic-Code: smtp; 550 5.1.1 <asha@example.org>: no such user\r\n"
         "\r\n"
         "--ABCDEF/mail\r\n"
         "Content-Type: text/rfc822-headers\r\n"
         "\r\n"
         "Subject: Your ask has an answer\r\n"
         "Message-ID:\r\n"
         " <key-of_ours@fenshire.example>\r\n"
         "\r\n"
         "--ABCDEF/mail--\r\n";
}

TEST(Bounces, SayWhichMessageDidNotArriveAndNameNobody) {
  auto const bounce = read_bounce(report());
  ASSERT_TRUE(bounce);
  EXPECT_EQ(bounce->key, "key-of_ours");
  EXPECT_EQ(bounce->status, "5.1.1");
}

TEST(Bounces, AreReadWithOtherLineEndsAndLetters) {
  auto text = report("Failed", "4.4.7 (delivery time expired)");
  std::erase(text, '\r');
  auto const bounce = read_bounce(text);
  ASSERT_TRUE(bounce);
  EXPECT_EQ(bounce->status, "4.4.7") << "the server has given up";
}

TEST(Bounces, WhatIsDelayedOrArrivedIsNone) {
  for (auto const* action : {"delayed", "delivered", "relayed", "expanded", ""})
    EXPECT_FALSE(read_bounce(report(action))) << action;
}

TEST(Bounces, OtherMessagesAreNone) {
  EXPECT_FALSE(read_bounce(""));
  EXPECT_FALSE(read_bounce("Subject: Thank you\n\n" + report())) << "one that somebody passes on";
  auto const whole = report();
  EXPECT_FALSE(read_bounce(whole.substr(0, whole.find("text/rfc822-headers")))) << "without what was sent";
  EXPECT_FALSE(read_bounce(whole.substr(whole.find("--ABCDEF"))));
}

TEST(Bounces, AStatusThatIsNoneIsLeftOut) {
  EXPECT_EQ(read_bounce(report("failed", "it is gone"))->status, "");
  EXPECT_EQ(read_bounce(report("failed", "5.1.1.1.1.1.1.1.1.1"))->status, "");
}

}  // namespace
}  // namespace earshot::mail
