// The pages of messages: stopping them without signing in, what a provider tells us, and the outbox of a demonstration.

#include "messages/messages.h"

#include "app/testing.h"
#include "messages/outbox.h"
#include "messages/stopping.h"

namespace earshot::app {
namespace {

using testing::HasSubstr;
using testing::Not;

class Messages : public HouseTest {
 protected:
  messages::ContactId family() {
    return db().write([&](db::Transaction& tx) {
      return messages::keep_contact(tx, messages::Channel::email, "asha@example.org", "en", now());
    });
  }

  bool tell(messages::ContactId contact, std::string const& key) {
    return db().write([&](db::Transaction& tx) {
      return messages::tell(tx, contact,
                            {.kind = "asks.answered",
                             .key = key,
                             .about = {"ask", 1},
                             .write =
                                 [&](i18n::Translator const&) {
                                   return messages::Note{"Your ask has an answer", "The bus <comes> at eight.",
                                                         "/changes", "Read the answer"};
                                 }},
                            now());
    });
  }

  bool is_stopped(messages::ContactId contact) {
    return db().read([&](db::Transaction& tx) { return messages::find_contact(tx, contact)->stopped_at.has_value(); });
  }

  std::string stop_path(messages::ContactId contact) {
    return db().write([&](db::Transaction& tx) { return messages::stop_path(tx, contact); });
  }

  /// Runs the jobs that send.
  void send() {
    pass(std::chrono::minutes{2});
    run_jobs();
  }

  void run_jobs() {
    auto const time = now();
    jobs::Runner runner(db(), [time] { return time; }, app::jobs(), {.config = settings()});
    while (runner.run_due(time) > 0) {
    }
  }
};
EARSHOT_ON_BOTH_ENGINES(Messages);

TEST_P(Messages, StopWithOnePressAndStartAgain) {
  auto const asha = family();
  auto window = browser();
  window.open(stop_path(asha));
  EXPECT_THAT(window.text(), HasSubstr("a…@example.org"));
  EXPECT_THAT(window.text(), Not(HasSubstr("asha@example.org")));
  EXPECT_FALSE(is_stopped(asha)) << "programs that look at links beforehand stop nothing";
  window.submit();
  EXPECT_THAT(window.text(), HasSubstr("We have stopped"));
  EXPECT_TRUE(is_stopped(asha));
  EXPECT_FALSE(tell(asha, "A-1"));
  window.open(stop_path(asha)).submit({{"again", "yes"}});
  EXPECT_FALSE(is_stopped(asha));
  EXPECT_TRUE(tell(asha, "A-1"));
}

TEST_P(Messages, StopFromAMailProgramThatHasNeverSeenAPageOfOurs) {
  auto const asha = family();
  auto program = browser();
  program.post(stop_path(asha), {{"List-Unsubscribe", "One-Click"}},
               {{"Origin", "https://mail.example"}, {"Sec-Fetch-Site", "cross-site"}});
  EXPECT_EQ(program.status(), 200) << "RFC 8058 lets nobody be redirected";
  EXPECT_TRUE(is_stopped(asha));
  // GOV.UK Notify asks for an answer to an empty POST.
  db().write([&](db::Transaction& tx) { messages::start_again(tx, asha); });
  program.post(stop_path(asha), {});
  EXPECT_EQ(program.status(), 200);
  EXPECT_TRUE(is_stopped(asha));
}

TEST_P(Messages, OfSomebodyElseAreNotStoppedByAMadeUpLink) {
  auto const asha = family();
  stop_path(asha);
  auto window = browser();
  for (auto const* part : {"1", "1.", "1.abc", "x.abc", "99999999999999999999.abc"}) {
    window.get(std::string("/stop/") + part);
    EXPECT_EQ(window.status(), 404) << part;
    window.post(std::string("/stop/") + part, {});
    EXPECT_EQ(window.status(), 404) << part;
  }
  EXPECT_FALSE(is_stopped(asha));
}

TEST_P(Messages, AreReadInTheOutboxOfADemonstration) {
  auto window = browser();
  window.open("/outbox");
  EXPECT_THAT(window.text(), HasSubstr("Nobody has been written to yet"));
  auto const asha = family();
  tell(asha, "A-1");
  send();
  window.open("/outbox");
  EXPECT_THAT(window.text(), HasSubstr("Delivered"));
  window.click("Your ask has an answer");
  EXPECT_THAT(window.text(), HasSubstr("The bus <comes> at eight."));
  EXPECT_THAT(window.text(), HasSubstr("This message is from Fenshire families"));
  window.click("Stop these messages");
  EXPECT_EQ(window.status(), 200);
  window.submit();
  EXPECT_TRUE(is_stopped(asha));
}

TEST_P(Messages, ThatAreNotThereAreNotFound) {
  auto window = browser();
  for (auto const* path : {"/outbox/1", "/outbox/0", "/outbox/x", "/outbox/99999999999999999999"})
    EXPECT_EQ(window.get(path).status(), 404) << path;
}

TEST_P(Messages, ASecretLinkCanBeReadInTheOutboxAfterItWasSent) {
  db().write([&](db::Transaction& tx) {
    messages::send(tx,
                   {.kind = "people.link",
                    .key = "1",
                    .address = "a@b.example",
                    .note = {"Your link", "It works once.", "/families/enter/abc", "Sign in"},
                    .why = "You asked for it.",
                    .forget = true},
                   now());
  });
  run_jobs();
  auto window = browser();
  window.open("/outbox").click("Your link");
  EXPECT_THAT(window.body(), HasSubstr("/families/enter/abc"));
}

/// A county that really sends, and is told by GOV.UK Notify what became of it.
class RealMessages : public Messages {
 protected:
  config::Config settings() override {
    auto config = Messages::settings();
    config.mail = "notify";
    config.public_address = "http://families.example";
    config.notify_callback_token = "a token of ours";
    return config;
  }

  /// A message that the provider has.
  std::string sent() {
    return db().write([&](db::Transaction& tx) {
      messages::send(tx, {.kind = "test", .key = "1", .address = "a@b.example", .note = {.title = "Hello"}}, now());
      return messages::outbox::find(tx, {1})->reference;
    });
  }

  messages::State state() {
    return db().read([&](db::Transaction& tx) { return messages::outbox::find(tx, {1})->state; });
  }

  int call_back(std::string const& body, std::string const& token = "Bearer a token of ours",
                std::string const& type = "application/json") {
    auto notify = browser();
    http::Headers headers{{"Content-Type", type},
                          {"Content-Length", std::to_string(body.size())},
                          {"Origin", "https://notify.example"},
                          {"Sec-Fetch-Site", "cross-site"}};
    if (!token.empty()) headers.set("Authorization", token);
    return notify.exchange("POST", "/messages/notify", headers, body).status();
  }

  static std::string receipt(std::string const& reference, std::string const& status) {
    return R"({"id":"740e5834-3a29-46b4-9a6f-16142fde533a","reference":")" + reference + R"(","to":"a@b.example",)" +
           R"("status":")" + status + R"(","notification_type":"email"})";
  }
};
EARSHOT_ON_BOTH_ENGINES(RealMessages);

TEST_P(RealMessages, AreDeliveredWhenTheProviderSaysSo) {
  auto const reference = sent();
  EXPECT_EQ(call_back(receipt(reference, "sending")), 200);
  EXPECT_EQ(state(), messages::State::waiting);
  EXPECT_EQ(call_back(receipt(reference, "delivered")), 200);
  EXPECT_EQ(state(), messages::State::delivered);
  EXPECT_EQ(call_back(receipt(reference, "permanent-failure")), 200) << "too late to count";
  EXPECT_EQ(state(), messages::State::delivered);
  EXPECT_EQ(call_back(R"({"notification_id":"740e5834","reference":")" + reference + R"("})"), 200);
  EXPECT_EQ(state(), messages::State::failed) << "a letter that came back";
}

TEST_P(RealMessages, HaveFailedForGoodWhenTheProviderSaysSo) {
  EXPECT_EQ(call_back(receipt(sent(), "permanent-failure")), 200);
  EXPECT_EQ(state(), messages::State::failed);
}

TEST_P(RealMessages, AreNotChangedByWhoDoesNotHaveTheToken) {
  auto const told = receipt(sent(), "delivered");
  for (auto const* token : {"", "Bearer", "Bearer ", "Bearer wrong", "a token of ours", "bearer a token of ours"})
    EXPECT_EQ(call_back(told, token), 403) << token;
  EXPECT_EQ(state(), messages::State::waiting);
}

TEST_P(RealMessages, AreNotChangedByWhatCannotBeRead) {
  auto const reference = sent();
  for (std::string const body : {"", "{", "[]", "null", "\"x\"", "{\"reference\":\"a\\u0000b\"}", "\xff\xfe"})
    EXPECT_EQ(call_back(body), 400) << body;
  for (std::string const body : {"{}", R"({"reference":7,"status":"delivered"})", R"({"reference":"unknown"})"})
    EXPECT_EQ(call_back(body), 200) << body;
  EXPECT_EQ(call_back(receipt("unknown", "delivered")), 200);
  EXPECT_EQ(call_back("reference=" + reference, "Bearer a token of ours", "application/x-www-form-urlencoded"), 400);
  EXPECT_EQ(state(), messages::State::waiting);
}

TEST_P(RealMessages, AreReadByNobodyElse) {
  sent();
  for (auto const who : {Who::nobody, Who::worker, Who::administrator}) {
    auto window = signed_in(who);
    EXPECT_EQ(window.get("/outbox").status(), 404);
    EXPECT_EQ(window.get("/outbox/1").status(), 404);
  }
}

/// A county that has set its address and forgotten the rest: nothing is sent, and nobody may read it.
class ForgottenMessages : public RealMessages {
 protected:
  config::Config settings() override {
    auto config = Messages::settings();
    config.public_address = "http://families.example";
    return config;
  }
};
EARSHOT_ON_BOTH_ENGINES(ForgottenMessages);

TEST_P(ForgottenMessages, AreReadByNobody) {
  sent();
  EXPECT_EQ(browser().get("/outbox").status(), 404);
  EXPECT_EQ(browser().get("/outbox/1").status(), 404);
}

TEST_P(ForgottenMessages, TakeNoCallbackWithoutATokenThatWasSet) {
  EXPECT_EQ(call_back(receipt(sent(), "delivered"), "Bearer "), 404);
}

}  // namespace
}  // namespace earshot::app
