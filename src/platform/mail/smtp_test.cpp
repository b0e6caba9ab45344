#include "platform/mail/smtp.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/mail/bad_server_testing.h"
#include "platform/mail/exim_testing.h"

namespace earshot::mail {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using Kind = Outcome::Kind;

Outgoing message(std::string to = "asha@example.org") {
  return {.channel = Channel::email,
          .to = std::move(to),
          .subject = "Your ask has an answer",
          .text = "Hello,\n\nThe bus comes at eight now.\n.\n..two dots\n" + std::string(3000, 'x'),
          .html = "<p>The bus comes at eight now.</p>",
          .markdown = {},
          .language = "en",
          .key = "m_1",
          .unsubscribe = "https://families.example/stop/1.abc",
          .made_at = Time{}};
}

SmtpOptions to(std::string address) {
  return {.address = std::move(address), .from = {"Fenshire families", "families@fenshire.example"}};
}

/// Certificates take a second to make, so all tests of a true server share one.
class ATrueServer : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    certificate = std::make_unique<testing_tls::Certificate>();
    exim = std::make_unique<Exim>(*certificate);
  }
  static void TearDownTestSuite() {
    exim.reset();
    certificate.reset();
  }
  static SmtpOptions signed_in(std::string address, std::string password = "hush") {
    auto options = to(std::move(address));
    options.user = "earshot";
    options.password = std::move(password);
    options.authority = certificate->authority();
    return options;
  }

  static std::unique_ptr<testing_tls::Certificate> certificate;
  static std::unique_ptr<Exim> exim;
};
std::unique_ptr<testing_tls::Certificate> ATrueServer::certificate;
std::unique_ptr<Exim> ATrueServer::exim;

TEST_F(ATrueServer, TakesWhatIsSentInEachOfThreeWaysAndKeepsEveryLine) {
  Smtp by_starttls(signed_in(exim->with_starttls()));
  Smtp by_tls(signed_in(exim->with_tls()));
  Smtp plain(to(exim->plain()));
  for (auto* sender : {&by_starttls, &by_tls, &plain}) {
    auto const outcome = sender->send(message());
    EXPECT_EQ(outcome.kind, Kind::delivered) << outcome.why;
  }
  auto const kept = exim->messages(3);
  ASSERT_THAT(kept, SizeIs(3));
  for (auto const& each : kept) {
    EXPECT_THAT(each, HasSubstr("envelope-from <families@fenshire.example>"));
    EXPECT_THAT(each, HasSubstr("From: Fenshire families <families@fenshire.example>\n"));
    EXPECT_THAT(each, HasSubstr("Message-ID: <m_1@fenshire.example>\n"));
    EXPECT_THAT(each, HasSubstr("List-Unsubscribe: <https://families.example/stop/1.abc>\n"));
    EXPECT_THAT(each, HasSubstr("List-Unsubscribe-Post: List-Unsubscribe=One-Click\n"));
    EXPECT_THAT(each, HasSubstr("\n.\n..two dots\n"));
  }
}

TEST_F(ATrueServer, IsSentSeveralMessagesOneAfterTheOther) {
  auto const before = exim->messages(0).size();
  Smtp sender(signed_in(exim->with_starttls()));
  for (int i = 0; i < 3; ++i) EXPECT_EQ(sender.send(message()).kind, Kind::delivered);
  EXPECT_THAT(exim->messages(before + 3), SizeIs(before + 3));
}

TEST_F(ATrueServer, WhoseCertificateIsNotTrustedIsSentNothing) {
  auto options = signed_in(exim->with_starttls());
  options.authority.clear();
  auto const before = exim->messages(0).size();
  EXPECT_EQ(Smtp(options).send(message()).kind, Kind::failed_now);
  EXPECT_THAT(exim->messages(0), SizeIs(before));
}

TEST_F(ATrueServer, ThatDoesNotLetUsInIsAnOperatorsMatter) {
  auto const outcome = Smtp(signed_in(exim->with_tls(), "wrong")).send(message());
  EXPECT_EQ(outcome.kind, Kind::failed_now);
  EXPECT_THAT(outcome.why, HasSubstr("did not let us in"));
  EXPECT_THAT(outcome.why, Not(HasSubstr("wrong")));
}

TEST_F(ATrueServer, SaysWhomItDoesNotKnowAndWhomToTryLater) {
  Smtp sender(to(exim->plain()));
  EXPECT_EQ(sender.send(message("unknown@example.org")).kind, Kind::failed_for_good);
  EXPECT_EQ(sender.send(message("later@example.org")).kind, Kind::failed_now);
  EXPECT_EQ(sender.send(message("asha@example.org")).kind, Kind::delivered);
}

class ABadServer : public testing::Test {
 protected:
  Outcome outcome_of(Fault fault, std::string user = {}) {
    server.misbehave(fault);
    auto options = to(server.address());
    options.user = std::move(user);
    options.password = "hush";
    options.time_limit = Milliseconds(300);
    return Smtp(options).send(message());
  }
  BadServer server;
};

TEST_F(ABadServer, ThatRefusesTheMessageOrThePersonIsNotAskedAgain) {
  EXPECT_EQ(outcome_of(Fault::refuses_greeting).kind, Kind::failed_now) << "that is about the server, not the message";
  EXPECT_EQ(outcome_of(Fault::refuses_person).kind, Kind::failed_for_good);
  EXPECT_EQ(outcome_of(Fault::refuses_message).kind, Kind::failed_for_good);
  EXPECT_THAT(server.messages(), IsEmpty());
}

TEST_F(ABadServer, ThatPutsOffStallsOrGoesAwayIsAskedAgain) {
  for (auto const fault :
       {Fault::busy, Fault::puts_person_off, Fault::puts_message_off, Fault::stalls_at_greeting,
        Fault::stalls_in_message, Fault::cuts_off_in_message, Fault::cuts_off_after_dot, Fault::babbles})
    EXPECT_EQ(outcome_of(fault).kind, Kind::failed_now) << static_cast<int>(fault);
  EXPECT_EQ(outcome_of(Fault::refuses_sign_in, "earshot").kind, Kind::failed_now);
}

TEST_F(ABadServer, ThatComesBackTakesTheMessageWithTheSameNumber) {
  EXPECT_EQ(outcome_of(Fault::cuts_off_in_message).kind, Kind::failed_now);
  EXPECT_EQ(outcome_of(Fault::cuts_off_after_dot).kind, Kind::failed_now);
  EXPECT_EQ(outcome_of(Fault::none).kind, Kind::delivered);
  auto const kept = server.messages();
  ASSERT_THAT(kept, SizeIs(2));
  for (auto const& each : kept) EXPECT_THAT(each, HasSubstr("Message-ID: <m_1@fenshire.example>"));
}

TEST_F(ABadServer, WithoutTlsIsGivenNothingWhenTlsIsAskedFor) {
  auto options = to("smtp" + server.address().substr(5));
  options.user = "earshot";
  options.password = "hush";
  EXPECT_EQ(Smtp(options).send(message()).kind, Kind::failed_now);
  EXPECT_THAT(server.messages(), IsEmpty());
}

TEST(Smtp, SendsToNoAddressThatIsNone) {
  Smtp sender(to("plain://127.0.0.1:1"));
  for (auto const* address : {"", "asha", "a@b.example>\r\nRCPT TO:<c@d.example", "a@b.example, c@d.example",
                              "a b@c.example", "@b.example", "a@", "a@b@c.example", "ŵ@b.example"})
    EXPECT_EQ(sender.send(message(address)).kind, Kind::failed_for_good) << address;
  EXPECT_EQ(sender.send(message()).kind, Kind::failed_now) << "nobody listens there";
}

TEST(Smtp, SendsNeitherTextsNorLetters) {
  Smtp sender(to("plain://127.0.0.1:1"));
  auto text = message("+447700900123");
  text.channel = Channel::text;
  EXPECT_EQ(sender.send(text).kind, Kind::failed_for_good);
}

}  // namespace
}  // namespace earshot::mail
