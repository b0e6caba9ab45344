#include "platform/fetch/fetch.h"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include <gtest/gtest.h>

#include "platform/fetch/tls_testing.h"
#include "platform/http/server.h"

namespace earshot::fetch {
namespace {

struct OtherMachine {
  explicit OtherMachine(http::Handler handler)
      : server({.listen = "127.0.0.1:0", .workers = 2, .io_threads = 1}, std::move(handler)) {
    server.start();
  }
  [[nodiscard]] std::string at(std::string const& path) const {
    return "http://127.0.0.1:" + std::to_string(server.port()) + path;
  }
  http::Server server;
};

http::Response text(int status, std::string body) { return {.status = status, .body = std::move(body)}; }

TEST(Fetch, GivesStatusHeadersAndBody) {
  OtherMachine const other([](http::Request const& request) {
    auto answer = text(201, std::string(request.headers.get("Authorization")) + " " + request.path);
    answer.headers.set("X-Word", "hello");
    return answer;
  });
  auto const reply = ask({.url = other.at("/things"), .headers = {{"Authorization", "Bearer abc"}}});
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->status, 201);
  EXPECT_EQ(reply->body, "Bearer abc /things");
  EXPECT_EQ(reply->headers.get("x-word"), "hello");
}

TEST(Fetch, PostsABodyWithEveryByte) {
  OtherMachine const other(
      [](http::Request const& request) { return text(200, std::string(request.form.fields.get("a"))); });
  auto const reply = ask({.method = http::Method::post,
                          .url = other.at("/"),
                          .headers = {{"Content-Type", "application/x-www-form-urlencoded"}},
                          .body = "a=" + encoded("ŵ & b=c/~.")});
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->body, "ŵ & b=c/~.");
}

TEST(Fetch, DoesNotFollowARedirect) {
  OtherMachine const other([](http::Request const& request) {
    auto answer = text(request.path == "/" ? 303 : 200, "here");
    answer.headers.set("Location", "/elsewhere");
    return answer;
  });
  auto const reply = ask({.url = other.at("/")});
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->status, 303);
  EXPECT_EQ(reply->headers.get("Location"), "/elsewhere");
}

TEST(Fetch, GivesUpOnWhoStalls) {
  OtherMachine const other([](http::Request const&) {
    std::this_thread::sleep_for(Milliseconds(600));
    return text(200, "late");
  });
  auto const reply = ask({.url = other.at("/"), .time_limit = Milliseconds(100)});
  ASSERT_FALSE(reply);
  EXPECT_EQ(reply.error().kind, Failure::Kind::too_slow);
}

TEST(Fetch, TakesNoAnswerThatIsTooLarge) {
  OtherMachine const other([](http::Request const&) { return text(200, std::string(2000, 'x')); });
  auto const reply = ask({.url = other.at("/"), .size_limit = 1999});
  ASSERT_FALSE(reply);
  EXPECT_EQ(reply.error().kind, Failure::Kind::too_large);
  EXPECT_TRUE(ask({.url = other.at("/"), .size_limit = 2000}));
}

TEST(Fetch, SaysWhenNobodyListens) {
  auto port = std::string();
  {
    OtherMachine const gone([](http::Request const&) { return text(200, ""); });
    port = std::to_string(gone.server.port());
  }
  auto const reply = ask({.url = "http://127.0.0.1:" + port + "/?secret=1"});
  ASSERT_FALSE(reply);
  EXPECT_EQ(reply.error().kind, Failure::Kind::unreachable);
  EXPECT_EQ(reply.error().why.find("secret"), std::string::npos);
}

TEST(Fetch, AsksNobodyElseWithoutTls) {
  for (auto const* url : {"http://example.org/", "ftp://127.0.0.1/", "file:///etc/passwd", "http://127.0.0.1.nip.io/",
                          "nonsense", "", "http://127.0.0.1@example.org/"}) {
    auto const reply = ask({.url = url});
    ASSERT_FALSE(reply) << url;
    EXPECT_EQ(reply.error().kind, Failure::Kind::refused) << url;
  }
}

TEST(Fetch, SendsNoHeaderThatHoldsAnother) {
  auto const reply = ask({.url = "http://127.0.0.1:1/", .headers = {{"X-One", "a\r\nX-Two: b"}}});
  ASSERT_FALSE(reply);
  EXPECT_EQ(reply.error().kind, Failure::Kind::refused);
}

TEST(Fetch, TrustsOnlyACertificateThatIsInOrder) {
  testing_tls::Certificate const certificate;
  testing_tls::TlsServer const other(certificate);
  auto const url = "https://localhost:" + std::to_string(other.port()) + "/";
  auto const reply = ask({.url = url, .trusted = certificate.authority()});
  ASSERT_TRUE(reply) << reply.error().why;
  EXPECT_EQ(reply->status, 200);

  auto const untrusted = ask({.url = url});
  ASSERT_FALSE(untrusted);
  EXPECT_EQ(untrusted.error().kind, Failure::Kind::not_trusted);
  // The certificate is of localhost, not of every name of this machine.
  auto const other_name =
      ask({.url = "https://127.0.0.1:" + std::to_string(other.port()) + "/", .trusted = certificate.authority()});
  ASSERT_FALSE(other_name);
  EXPECT_EQ(other_name.error().kind, Failure::Kind::not_trusted);
}

}  // namespace
}  // namespace earshot::fetch
