#include "platform/mail/notify.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/mail/notify_testing.h"

namespace earshot::mail {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using Kind = Outcome::Kind;

class AProvider : public testing::Test {
 protected:
  NotifyOptions options() {
    return {.address = notify.address(),
            .key = NotifyStandIn::key(),
            .email_template = NotifyStandIn::kTemplate,
            .text_template = NotifyStandIn::kTemplate,
            .letter_template = NotifyStandIn::kTemplate,
            .time_limit = Milliseconds(2000)};
  }
  Outcome send(Outgoing const& message) { return Notify(options(), system_now).send(message); }
  std::optional<Outcome> find(Outgoing const& message) { return Notify(options(), system_now).find(message); }

  static Outgoing message(Channel channel, std::string to) {
    return {.channel = channel,
            .to = std::move(to),
            .subject = "Hello",
            .text = "As plain text",
            .html = "<p>As HTML</p>",
            .markdown = "As Markdown",
            .language = "en",
            .key = "m_1",
            .unsubscribe = "https://families.example/stop/1.abc",
            .made_at = Time{}};
  }
  static Outgoing an_email() { return message(Channel::email, "asha@example.org"); }

  NotifyStandIn notify;
};

TEST_F(AProvider, TakesAnEmailATextAndALetter) {
  for (auto const& each : {an_email(), message(Channel::text, "+447700900123"),
                           message(Channel::post, "Asha Rao\n1 High Street\nFenton\nFE1 1AA")}) {
    auto const outcome = send(each);
    EXPECT_EQ(outcome.kind, Kind::sent) << outcome.why;
    EXPECT_FALSE(outcome.id.empty());
  }
  auto const taken = notify.taken();
  ASSERT_THAT(taken, SizeIs(3));
  EXPECT_EQ(taken[0].at("email_address"), "asha@example.org");
  EXPECT_EQ(taken[0].at("one_click_unsubscribe_url"), "https://families.example/stop/1.abc");
  EXPECT_EQ(taken[0].at("personalisation").at("body"), "As Markdown");
  EXPECT_EQ(taken[0].at("reference"), "m_1");
  EXPECT_EQ(taken[1].at("phone_number"), "+447700900123");
  EXPECT_EQ(taken[1].at("personalisation").at("body"), "As plain text");
  EXPECT_EQ(taken[2].at("personalisation").at("address_line_4"), "FE1 1AA");
  EXPECT_EQ(taken[2].at("personalisation").at("subject"), "Hello");
}

TEST_F(AProvider, IsGivenAnAddressOfAtMostSevenLinesWithThePostcodeLast) {
  EXPECT_EQ(send(message(Channel::post, "1\n2\n3\n4\n\n5\n6\n7\n8\nFE1 1AA")).kind, Kind::sent);
  auto const fields = notify.taken().front().at("personalisation").as_object();
  EXPECT_EQ(fields.at("address_line_6"), "6, 7, 8");
  EXPECT_EQ(fields.at("address_line_7"), "FE1 1AA");
}

TEST_F(AProvider, ThatRefusesTheMessageIsNotAskedAgain) {
  EXPECT_EQ(send(message(Channel::post, "Asha Rao\nFE1 1AA")).kind, Kind::failed_for_good);
  notify.fail(400, "ValidationError", "email_address Not a valid email address");
  auto const outcome = send(an_email());
  EXPECT_EQ(outcome.kind, Kind::failed_for_good);
  EXPECT_EQ(outcome.why, "GOV.UK Notify answered 400: email_address Not a valid email address");
}

TEST_F(AProvider, ThatIsAskedTooMuchFailsOrDoesNotKnowOurKeyIsAskedLater) {
  notify.fail(429, "RateLimitError", "Exceeded rate limit for key type live of 3000 requests per 60 seconds");
  EXPECT_EQ(send(an_email()).kind, Kind::limited);
  notify.fail(500, "Exception", "Internal server error");
  EXPECT_EQ(send(an_email()).kind, Kind::failed_now);
  notify.fail(0);
  auto wrong = options();
  wrong.key.back() = 'x';
  auto const outcome = Notify(wrong, system_now).send(an_email());
  EXPECT_EQ(outcome.kind, Kind::failed_now);
  EXPECT_THAT(outcome.why, HasSubstr("403"));
  EXPECT_THAT(notify.taken(), IsEmpty());
}

TEST_F(AProvider, ThatStallsOrIsGoneIsAskedLater) {
  auto impatient = options();
  impatient.time_limit = Milliseconds(50);
  notify.stall(Milliseconds(300));
  EXPECT_EQ(Notify(impatient, system_now).send(an_email()).kind, Kind::failed_now);
  impatient.address = "http://127.0.0.1:1";
  EXPECT_EQ(Notify(impatient, system_now).send(an_email()).kind, Kind::failed_now);
}

TEST_F(AProvider, TellsWhatBecameOfAMessageThatItTookWithoutOurLearningOfIt) {
  EXPECT_FALSE(find(an_email()));
  notify.fail(500, "Exception", "Internal server error", true);
  EXPECT_EQ(send(an_email()).kind, Kind::failed_now);
  auto const found = find(an_email());
  ASSERT_TRUE(found);
  EXPECT_EQ(found->kind, Kind::sent);
  EXPECT_EQ(found->id, notify.taken().front().at("id").as_string());
  notify.set_status(found->id, "permanent-failure");
  EXPECT_EQ(find(an_email())->kind, Kind::failed_for_good);
  notify.set_status(found->id, "delivered");
  EXPECT_EQ(find(an_email())->kind, Kind::delivered);
}

TEST_F(AProvider, ThatCannotBeAskedIsGivenNothingASecondTime) {
  auto gone = options();
  gone.address = "http://127.0.0.1:1";
  auto const found = Notify(gone, system_now).find(an_email());
  ASSERT_TRUE(found);
  EXPECT_EQ(found->kind, Kind::failed_now);
}

TEST_F(AProvider, WithoutATemplateForAChannelSendsNothingThere) {
  auto without = options();
  without.letter_template.clear();
  auto const outcome = Notify(without, system_now).send(message(Channel::post, "Asha Rao\n1 High Street\nFE1 1AA"));
  EXPECT_EQ(outcome.kind, Kind::failed_for_good);
  EXPECT_EQ(outcome.why, "No template of GOV.UK Notify is set for post.");
}

TEST(Notify, SignsWithTheSecretOfTheKeyInTheNameOfTheService) {
  auto const token = notify_token(NotifyStandIn::key(), Time(std::chrono::seconds(1'568'818'578)));
  auto const text = std::string(token.substr(0, token.rfind('.')));
  EXPECT_EQ(token.substr(text.size() + 1), crypto::to_base64url(crypto::hmac_sha256(NotifyStandIn::kSecret, text)));
  EXPECT_EQ(text, crypto::to_base64url(R"({"typ":"JWT","alg":"HS256"})") + "." +
                      crypto::to_base64url(R"({"iss":"26785a09-ab16-4eb0-8407-a37497a57506","iat":1568818578})"));
}

TEST(Notify, AKeyThatIsTooShortBreaksNothing) {
  for (auto const* key : {"", "x", "26785a09-ab16-4eb0-8407-a37497a57506"}) EXPECT_NO_THROW(notify_token(key, Time{}));
}

TEST(Notify, ItsWordsForTheStateOfAMessageAreKnown) {
  EXPECT_EQ(outcome_of("delivered")->kind, Kind::delivered);
  EXPECT_EQ(outcome_of("received")->kind, Kind::delivered);
  EXPECT_EQ(outcome_of("permanent-failure")->kind, Kind::failed_for_good);
  EXPECT_EQ(outcome_of("temporary-failure")->kind, Kind::failed_now);
  EXPECT_EQ(outcome_of("technical-failure")->kind, Kind::failed_now);
  for (auto const* under_way : {"created", "sending", "pending", "sent", "accepted", "nonsense", ""})
    EXPECT_FALSE(outcome_of(under_way)) << under_way;
}

TEST(Sender, FollowsFromTheSettings) {
  Outgoing email{.channel = Channel::email, .to = "a@b.example", .key = "m_1", .made_at = Time{}};
  auto letter = email;
  letter.channel = Channel::post;
  config::Config config;
  EXPECT_EQ(sender(config, system_now)->send(letter).kind, Kind::delivered) << "the outbox takes everything";
  EXPECT_THAT(faults(config), IsEmpty());

  config.mail = "smtp";
  EXPECT_THAT(faults(config), testing::Contains(HasSubstr("smtp_address")));
  config.smtp_address = "plain://127.0.0.1:1";
  config.mail_from = "families@fenshire.example";
  config.public_address = "https://families.example";
  EXPECT_THAT(faults(config), testing::ElementsAre(HasSubstr("Text messages and letters are not sent")));
  EXPECT_EQ(sender(config, system_now)->send(email).kind, Kind::failed_now);
  EXPECT_EQ(sender(config, system_now)->send(letter).kind, Kind::failed_for_good);

  config.notify_api_key = NotifyStandIn::key();
  config.notify_address = "http://127.0.0.1:1";
  config.notify_text_template = config.notify_letter_template = NotifyStandIn::kTemplate;
  EXPECT_THAT(faults(config), IsEmpty());
  letter.to = "Asha Rao\n1 High Street\nFE1 1AA";
  EXPECT_EQ(sender(config, system_now)->send(letter).kind, Kind::failed_now) << "by Notify, which is not there";
}

TEST(Sender, ReadsThePasswordOfTheMailServerFromAFile) {
  config::Config config;
  config.mail = "smtp";
  config.smtp_password_file = "/nowhere/password";
  EXPECT_THROW(sender(config, system_now), config::Error);
}

}  // namespace
}  // namespace earshot::mail
