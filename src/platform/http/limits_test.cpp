// Every limit and every time limit of the server, and the shapes that hide one request in another.
#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "platform/http/server.h"
#include "platform/http/test_client.h"

namespace earshot::http {
namespace {

constexpr Milliseconds kShort{150};
constexpr Milliseconds kSoon{1'500};

struct Limited {
  Server server;
  explicit Limited(
      Limits limits, Handler handler = [](Request const& request) { return answer(request); },
      std::function<std::size_t(Request const&)> body_limit = {})
      : server({.listen = "127.0.0.1:0",
                .workers = 1,
                .io_threads = 1,
                .limits = limits,
                .body_limit = std::move(body_limit)},
               std::move(handler)) {
    server.start();
  }
  static Response answer(Request const& request) {
    return {.body = request.path + " " + std::to_string(request.body.size())};
  }
  [[nodiscard]] TestClient client() const { return TestClient(server.port()); }
};

std::string with_length(std::size_t length) {
  return "POST / HTTP/1.1\r\nHost: test\r\nContent-Length: " + std::to_string(length) + "\r\n\r\n";
}

TEST(Limits, AHeaderThatIsTooLongIsRefused) {
  Limited const limited({.header_bytes = 2'000});
  auto client = limited.client();
  EXPECT_EQ(client.ask("GET / HTTP/1.1\r\nHost: test\r\nX-Long: " + std::string(3'000, 'x') + "\r\n\r\n").status, 431);
  client.finish_sending();
  EXPECT_TRUE(client.is_closed_within(kSoon));
  EXPECT_EQ(limited.client().ask(get("/" + std::string(3'000, 'x'))).status, 431);
  EXPECT_EQ(limited.client().ask(get("/" + std::string(1'900, 'x'))).status, 200);
}

TEST(Limits, AHeaderThatComesLineByLineIsCountedWhole) {
  Limited const limited({.header_bytes = 2'000});
  auto client = limited.client();
  client.send("GET / HTTP/1.1\r\nHost: test\r\n");
  for (int line = 0; line < 100; ++line) {
    client.send("X-Bomb-" + std::to_string(line) + ": " + std::string(40, 'x') + "\r\n");
    std::this_thread::sleep_for(Milliseconds(1));
  }
  EXPECT_EQ(client.receive().status, 431);
}

TEST(Limits, EndlessLineBreaksBeforeARequestAreRefused) {
  Limited const limited({.header_bytes = 2'000});
  auto client = limited.client();
  EXPECT_EQ(client.ask("\r\n\r\n" + get("/")).status, 200);
  std::string breaks;
  for (int each = 0; each < 3'000; ++each) breaks += "\r\n";
  EXPECT_EQ(client.ask(breaks).status, 431);
}

TEST(Limits, ABodyDeclaredTooLongIsRefusedBeforeItIsSent) {
  Limited const limited({.body_bytes = 1'000});
  auto client = limited.client();
  EXPECT_EQ(client.ask(with_length(1'001)).status, 413);
  EXPECT_TRUE(client.send("some of it")) << "it may still be sending, and reads the answer";
  EXPECT_EQ(limited.client().ask(with_length(1'000) + std::string(1'000, 'x')).body, "/ 1000");
}

TEST(Limits, LargeBodiesShareARoomAndLeaveItAgain) {
  Limited const limited(
      {.body_bytes = 1'000, .large_bytes = 50'000}, [](Request const& request) { return Limited::answer(request); },
      [](Request const&) { return 100'000; });
  EXPECT_EQ(limited.client().ask(with_length(60'000) + std::string(60'000, 'x')).status, 503);
  for (int time = 0; time < 5; ++time)
    EXPECT_EQ(limited.client().ask(with_length(40'000) + std::string(40'000, 'x')).body, "/ 40000");
  auto half = limited.client();
  half.send(with_length(90'000) + std::string(45'000, 'x'));
  auto crowded = 0;
  for (int time = 0; time < 100 && crowded == 0; ++time) {
    std::this_thread::sleep_for(Milliseconds(5));
    crowded = limited.client().ask(with_length(30'000) + std::string(30'000, 'x')).status == 503 ? 1 : 0;
  }
  EXPECT_EQ(crowded, 1) << "one that is half-way holds its part";
  EXPECT_EQ(limited.client().ask(with_length(900) + std::string(900, 'x')).status, 200) << "small ones go on";
}

TEST(Limits, AClientThatSendsAllOfATooLongBodySeesTheAnswer) {
  Limited const limited({.body_bytes = 1'000});
  auto client = limited.client();
  client.send(with_length(8'000'000));
  client.send(std::string(8'000'000, 'x'));
  EXPECT_EQ(client.receive().status, 413);
  client.finish_sending();
  EXPECT_TRUE(client.is_closed_within(kSoon));
}

TEST(Limits, AClientThatWaitsToGoOnIsToldBeforeItSends) {
  Limited const limited({.body_bytes = 1'000});
  auto client = limited.client();
  EXPECT_EQ(client.ask("POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 2000\r\nExpect: 100-continue\r\n\r\n").status,
            413);
}

TEST(Limits, AChunkedBodyIsCountedAsItComes) {
  Limited const limited({.body_bytes = 1'000});
  auto client = limited.client();
  client.send("POST / HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n");
  for (int chunk = 0; chunk < 6; ++chunk) client.send("c8\r\n" + std::string(200, 'x') + "\r\n");
  EXPECT_EQ(client.receive().status, 413);
}

TEST(Limits, ARouteMayAllowALongerBody) {
  Limited const limited({.body_bytes = 1'000}, Limited::answer,
                        [](Request const& request) -> std::size_t { return request.path == "/files" ? 10'000 : 10; });
  EXPECT_EQ(limited.client().ask(post("/files", "text/plain", std::string(9'000, 'x'))).body, "/files 9000");
  EXPECT_EQ(limited.client().ask(post("/", "text/plain", std::string(11, 'x'))).status, 413);
}

TEST(Limits, AHundredMegabytesArriveWhole) {
  constexpr std::size_t kSize = 100 * 1024 * 1024;
  Limited const limited({.body_bytes = kSize + 1'000}, [](Request const& request) {
    auto const& bytes = request.form.uploads.at(0).bytes;
    return Response{.body = std::to_string(bytes.size()) + " " + bytes.substr(bytes.size() - 3)};
  });
  auto client = limited.client();
  std::string const begin = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n";
  std::string const end = "\r\n--b--\r\n";
  client.send("POST / HTTP/1.1\r\nHost: t\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: " +
              std::to_string(begin.size() + kSize + end.size()) + "\r\n\r\n" + begin);
  std::string const block(1024 * 1024 - 3, '\r');
  for (int each = 0; each < 100; ++each) ASSERT_TRUE(client.send(block + "end"));
  EXPECT_EQ(client.ask(end).body, std::to_string(kSize) + " end");
}

TEST(Limits, AnIdleConnectionIsClosedWithoutAWord) {
  Limited const limited({.idle_timeout = kShort});
  auto client = limited.client();
  EXPECT_TRUE(client.is_closed_within(kSoon));
  auto used = limited.client();
  EXPECT_EQ(used.ask(get("/")).status, 200);
  EXPECT_TRUE(used.is_closed_within(kSoon));
}

TEST(Limits, ASlowHeaderIsRefusedHoweverBusyItLooks) {
  Limited const limited({.header_timeout = kShort});
  auto client = limited.client();
  auto const began = std::chrono::steady_clock::now();
  client.send("GET / HTTP/1.1\r\n");
  std::thread drip([&] {
    for (int each = 0; each < 30; ++each) {
      client.send("X: y\r\n");
      std::this_thread::sleep_for(Milliseconds(20));
    }
  });
  EXPECT_EQ(client.receive().status, 408);
  EXPECT_LT(std::chrono::steady_clock::now() - began, Milliseconds(500));
  drip.join();
}

TEST(Limits, ASlowBodyIsRefusedHoweverBusyItLooks) {
  Limited const limited({.body_timeout = kShort});
  auto client = limited.client();
  client.send(with_length(1'000));
  std::thread drip([&] {
    for (int each = 0; each < 30; ++each) {
      client.send("x");
      std::this_thread::sleep_for(Milliseconds(20));
    }
  });
  EXPECT_EQ(client.receive().status, 408);
  drip.join();
}

TEST(Limits, ABodyThatComesSteadilyIsGivenMoreTime) {
  Limited const limited({.body_timeout = kShort});
  auto client = limited.client();
  client.send(with_length(10'240));
  for (int each = 0; each < 10; ++each) {
    client.send(std::string(1'024, 'x'));
    std::this_thread::sleep_for(Milliseconds(40));
  }
  EXPECT_EQ(client.receive().body, "/ 10240");
}

TEST(Limits, AnAnswerThatNobodyReadsIsGivenUp) {
  Limited const limited({.write_timeout = kShort},
                        [](Request const&) { return Response{.body = std::string(20'000'000, 'x')}; });
  auto client = limited.client();
  client.send(get("/"));
  std::this_thread::sleep_for(kShort / 2);
  EXPECT_EQ(limited.server.stats().connections, 1U);
  std::this_thread::sleep_for(kSoon);
  EXPECT_EQ(limited.server.stats().connections, 0U);
}

TEST(Limits, AnAnswerThatIsReadSlowlyButSteadilyArrivesWhole) {
  Limited const limited({.write_timeout = kShort},
                        [](Request const&) { return Response{.body = std::string(20'000'000, 'x')}; });
  auto client = limited.client();
  client.read_slowly();
  EXPECT_EQ(client.ask(get("/")).body.size(), 20'000'000U);
}

TEST(Limits, MoreConnectionsThanAllowedAreTurnedAway) {
  Limited const limited({.connections = 2});
  auto one = limited.client();
  auto two = limited.client();
  EXPECT_EQ(one.ask(get("/")).status, 200);
  EXPECT_EQ(two.ask(get("/")).status, 200);
  auto three = limited.client();
  auto const answer = three.ask(get("/"));
  EXPECT_EQ(answer.status, 503);
  EXPECT_FALSE(answer.headers.get("Retry-After").empty());
  EXPECT_EQ(answer.headers.get("Connection"), "close");
  EXPECT_EQ(one.ask(get("/")).status, 200);
}

TEST(Limits, WhenTheQueueIsFullTheNextIsAskedToComeAgain) {
  std::mutex gate;
  gate.lock();
  std::atomic<int> begun = 0;
  Limited const limited({.waiting = 1}, [&](Request const& request) {
    ++begun;
    std::lock_guard const wait(gate);
    return Limited::answer(request);
  });
  auto running = limited.client();
  auto waiting = limited.client();
  auto refused = limited.client();
  running.send(get("/running"));
  while (begun == 0) std::this_thread::yield();
  waiting.send(get("/waiting"));
  while (limited.server.stats().waiting == 0) std::this_thread::yield();
  auto const answer = refused.ask(get("/refused"));
  EXPECT_EQ(answer.status, 503);
  EXPECT_FALSE(answer.headers.get("Retry-After").empty());
  gate.unlock();
  EXPECT_EQ(running.receive().body, "/running 0");
  EXPECT_EQ(waiting.receive().body, "/waiting 0");
  EXPECT_EQ(refused.ask(get("/again")).body, "/again 0") << "the connection was kept";
}

struct Shape {
  std::string_view what;
  std::string_view request;
  int status;
};

class Grammar : public testing::TestWithParam<Shape> {};

TEST_P(Grammar, IsAnsweredAsItShould) {
  Limited const limited({});
  auto client = limited.client();
  EXPECT_EQ(client.ask(GetParam().request).status, GetParam().status) << GetParam().what;
}

constexpr Shape kShapes[] = {
    {"no host", "GET / HTTP/1.1\r\n\r\n", 400},
    {"no host, old client", "GET / HTTP/1.0\r\n\r\n", 200},
    {"two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400},
    {"two lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx", 400},
    {"one length twice", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\nx", 400},
    {"a list of lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1, 1\r\n\r\nx", 400},
    {"a signed length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +1\r\n\r\nx", 400},
    {"a length in words", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: one\r\n\r\nx", 400},
    {"a length beyond numbers", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\nx", 400},
    {"length and chunks", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400},
    {"chunks and length", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n", 400},
    {"chunks twice", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n",
     400},
    {"another coding", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", 501},
    {"an unknown coding", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n", 501},
    {"chunks from an old client", "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
    {"a space before the colon", "GET / HTTP/1.1\r\nHost: a\r\nContent-Length : 1\r\n\r\nx", 400},
    {"a bare line feed in a header", "GET / HTTP/1.1\r\nHost: a\nX: y\r\n\r\n", 400},
    {"a NUL in a header", std::string_view("GET / HTTP/1.1\r\nHost: a\0b\r\n\r\n", 29), 400},
    {"a chunk of no size", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nxx\r\n0\r\n\r\n",
     400},
    {"a chunk without its line break",
     "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nxx\r\n0\r\n\r\n", 400},
    {"another version", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505},
    {"no version", "GET /\r\n\r\n", 400},
    {"the whole address", "GET http://a/page?x=y HTTP/1.1\r\nHost: a\r\n\r\n", 200},
    {"the whole address without a path", "GET HTTP://a?x=y HTTP/1.1\r\nHost: a\r\n\r\n", 200},
    {"no path", "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
    {"a star", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", 400},
    {"a fragment", "GET /a#b HTTP/1.1\r\nHost: a\r\n\r\n", 400},
    {"an encoded NUL", "GET /a%00 HTTP/1.1\r\nHost: a\r\n\r\n", 400},
    {"an encoded line break", "GET /a%0Ab HTTP/1.1\r\nHost: a\r\n\r\n", 400},
    {"broken UTF-8", "GET /a%FF HTTP/1.1\r\nHost: a\r\n\r\n", 400},
    {"a dot segment", "GET /a/../b HTTP/1.1\r\nHost: a\r\n\r\n", 400},
    {"an encoded dot segment", "GET /a/%2e%2E/b HTTP/1.1\r\nHost: a\r\n\r\n", 400},
    {"an encoded slash", "GET /a%2Fb HTTP/1.1\r\nHost: a\r\n\r\n", 400},
    {"another method", "DELETE /a HTTP/1.1\r\nHost: a\r\n\r\n", 200},
};

INSTANTIATE_TEST_SUITE_P(Shapes, Grammar, testing::ValuesIn(kShapes));

}  // namespace
}  // namespace earshot::http
