#include "platform/http/server.h"

#include <atomic>
#include <fstream>
#include <future>
#include <stdexcept>
#include <thread>
#include <vector>

#include <gtest/gtest.h>
#include <sys/resource.h>

#include "platform/http/test_client.h"

namespace earshot::http {
namespace {

Response text(std::string body) { return {.status = 200, .body = std::move(body)}; }

ServerOptions on_free_port() { return {.listen = "127.0.0.1:0", .workers = 4, .io_threads = 1}; }

struct Running {
  Server server;
  explicit Running(Handler handler, ServerOptions options = on_free_port(), FromMemory from_memory = {},
                   ErrorPage error_page = {})
      : server(std::move(options), std::move(handler), std::move(from_memory), std::move(error_page)) {
    server.start();
  }
  [[nodiscard]] TestClient client() const { return TestClient(server.port()); }
};

// Says what it was asked: method, path, query and form.
Response echo(Request const& request) {
  auto said = request.method_name + " " + request.path;
  for (auto const& [name, value] : request.query) said += " ?" + name + "=" + value;
  for (auto const& [name, value] : request.form.fields) said += " " + name + "=" + value;
  for (auto const& upload : request.form.uploads) said += " " + upload.file_name + ":" + upload.bytes;
  if (!request.body.empty()) said += " body=" + request.body;
  if (request.bad_input) said += " bad input";
  return text(said);
}

TEST(Server, AnswersARequest) {
  Running const running(echo);
  auto client = running.client();
  auto const answer = client.ask(get("/voices/caf%C3%A9?about=bus+stop&about=b%26b"));
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, "GET /voices/café ?about=bus stop ?about=b&b");
  EXPECT_TRUE(answer.headers.get("Date").ends_with(" GMT"));
  EXPECT_FALSE(answer.headers.has("Server"));
  EXPECT_FALSE(answer.headers.has("Connection"));
}

TEST(Server, GivesEachRequestItsOwnReference) {
  Running const running([](Request const& request) { return text(request.id); });
  auto client = running.client();
  auto const one = client.ask(get("/")).body;
  EXPECT_EQ(one.size(), 8U);
  EXPECT_NE(one, client.ask(get("/")).body);
}

TEST(Server, KeepsAConnectionForManyRequests) {
  Running const running(echo);
  auto client = running.client();
  for (int each = 0; each < 50; ++each)
    EXPECT_EQ(client.ask(get("/" + std::to_string(each))).body, "GET /" + std::to_string(each));
  EXPECT_EQ(running.server.stats().connections, 1U);
  EXPECT_EQ(running.server.stats().requests, 50U);
}

TEST(Server, AnswersPipelinedRequestsInTheirOrder) {
  Running const running(echo, on_free_port(), [](Request const& request) -> std::optional<Response> {
    if (request.path.ends_with('0')) return text("from memory " + request.path);
    return std::nullopt;
  });
  auto client = running.client();
  std::string all;
  for (int each = 0; each < 200; ++each) {
    auto const path = "/" + std::to_string(each);
    all += each % 3 == 0 ? post(path, "text/plain", "x") : get(path);
  }
  client.send(all);
  for (int each = 0; each < 200; ++each) {
    auto const path = "/" + std::to_string(each);
    auto const wanted = each % 3 == 0    ? "POST " + path + " body=x"
                        : each % 10 == 0 ? "from memory " + path
                                         : "GET " + path;
    EXPECT_EQ(client.receive().body, wanted);
  }
}

TEST(Server, ClosesWhenTheClientAsksForIt) {
  Running const running(echo);
  auto client = running.client();
  auto const answer = client.ask("GET / HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(answer.headers.get("Connection"), "close");
  EXPECT_TRUE(client.is_closed_within(Milliseconds(1'000)));
}

TEST(Server, AnswersAClientThatHasFinishedSending) {
  Running const running(echo);
  auto client = running.client();
  client.send(get("/last"));
  client.finish_sending();
  EXPECT_EQ(client.receive().body, "GET /last");
}

TEST(Server, KeepsAnOldClientOnlyWhenItAsks) {
  Running const running(echo);
  auto client = running.client();
  EXPECT_EQ(client.ask("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").headers.get("Connection"), "keep-alive");
  EXPECT_EQ(client.ask("GET / HTTP/1.0\r\n\r\n").headers.get("Connection"), "close");
  EXPECT_TRUE(client.is_closed_within(Milliseconds(1'000)));
}

TEST(Server, AnswersHeadWithTheLengthButNotTheBody) {
  Running const running(echo);
  auto client = running.client();
  client.send("HEAD /page HTTP/1.1\r\nHost: test\r\n\r\n");
  auto const head = client.receive(true);
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.headers.get("Content-Length"), "10");
  EXPECT_EQ(client.ask(get("/next")).body, "GET /next") << "nothing of a body came before it";
}

TEST(Server, SendsNoBodyWithNotModified) {
  Running const running([](Request const&) { return Response{.status = 304, .body = "not to be sent"}; });
  auto client = running.client();
  EXPECT_EQ(client.ask(get("/")).status, 304);
  EXPECT_EQ(client.ask(get("/")).status, 304);
}

TEST(Server, LeavesOutHeadersThatWouldBreakOutOfTheirLine) {
  Running const running([](Request const&) {
    auto response = text("safe");
    response.headers.add("X-Bad", "a\r\nSet-Cookie: stolen=1");
    response.headers.add("X-Bad", std::string_view("a\0b", 3));
    response.headers.add("X Bad", "a");
    response.headers.add("Content-Length", "1000");
    response.headers.add("Set-Cookie", "a=1");
    response.headers.add("Set-Cookie", "b=2");
    return response;
  });
  auto client = running.client();
  auto const answer = client.ask(get("/"));
  EXPECT_EQ(answer.body, "safe");
  EXPECT_FALSE(answer.headers.has("X-Bad"));
  EXPECT_FALSE(answer.headers.has("X Bad"));
  EXPECT_EQ(answer.headers.size(), 4U) << "two cookies, the date and the length";
}

TEST(Server, SendsAPageKeptInMemoryWithoutAskingAWorker) {
  auto const page = std::make_shared<std::string const>(std::string(3'000'000, 'p'));
  std::atomic<int> asked = 0;
  Running const running(
      [&](Request const&) {
        ++asked;
        return text("worker");
      },
      on_free_port(),
      [&](Request const& request) -> std::optional<Response> {
        if (request.path != "/page") return std::nullopt;
        return Response{.shared_body = page};
      });
  auto client = running.client();
  EXPECT_EQ(client.ask(get("/page")).body, *page);
  EXPECT_EQ(asked, 0);
  EXPECT_EQ(client.ask(get("/other")).body, "worker");
  EXPECT_EQ(client.ask(post("/page", "text/plain", "x")).body, "worker");
}

TEST(Server, ReadsAnUrlencodedForm) {
  Running const running(echo);
  auto client = running.client();
  EXPECT_EQ(client.ask(post("/v", "application/x-www-form-urlencoded; charset=utf-8", "words=a+b&who=%C3%A9")).body,
            "POST /v words=a b who=é");
}

TEST(Server, KeepsWhatCanBeReadOfABrokenForm) {
  Running const running(echo);
  auto client = running.client();
  EXPECT_EQ(client.ask(post("/v", "application/x-www-form-urlencoded", "words=a%FFb&who=m%00e")).body,
            "POST /v words=a\xEF\xBF\xBD"
            "b who=me bad input");
  EXPECT_EQ(client.ask(post("/v", "multipart/form-data; boundary=b", "--b\r\nnonsense")).body, "POST /v bad input");
}

TEST(Server, ReadsAMultipartFormInManySmallPieces) {
  Running const running(echo);
  auto client = running.client();
  auto const body =
      "--b\r\nContent-Disposition: form-data; name=\"words\"\r\n\r\nhello\r\n"
      "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nline\r\n-line\r\n--b--\r\n";
  auto const whole = post("/v", "multipart/form-data; boundary=\"b\"", body);
  for (char const each : whole) client.send({&each, 1});
  EXPECT_EQ(client.receive().body, "POST /v words=hello a.txt:line\r\n-line");
}

TEST(Server, ReadsAChunkedBody) {
  Running const running(echo);
  auto client = running.client();
  auto const chunked =
      "POST /v HTTP/1.1\r\nHost: test\r\nContent-Type: application/x-www-form-urlencoded\r\n"
      "Transfer-Encoding: chunked\r\n\r\n4\r\nword\r\n6;note=x\r\ns=a+b&\r\n0\r\nHost: trailer\r\n\r\n";
  EXPECT_EQ(client.ask(chunked).body, "POST /v words=a b");
  EXPECT_EQ(client.ask(get("/next")).body, "GET /next");
}

TEST(Server, ReadsAChunkedBodyByteByByte) {
  Running const running(echo);
  auto client = running.client();
  std::string const head = "POST /v HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n";
  for (std::string const body : {"0\r\n\r\n", "1\r\na\r\n0\r\nT: u\r\n\r\n"}) {
    for (char const each : head + body) {
      client.send({&each, 1});
      std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
    EXPECT_EQ(client.receive().status, 200);
  }
}

TEST(Server, TellsAClientThatWaitsToGoOn) {
  Running const running(echo);
  auto client = running.client();
  client.send("POST /v HTTP/1.1\r\nHost: test\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.receive().status, 100);
  EXPECT_EQ(client.ask("hello").body, "POST /v body=hello");
  EXPECT_EQ(client.ask("POST /v HTTP/1.1\r\nHost: test\r\nContent-Length: 5\r\nExpect: tea\r\n\r\n").status, 417);
}

TEST(Server, AnswersABareFiveHundredWhenAHandlerThrows) {
  Running const running([](Request const& request) -> Response {
    if (request.path == "/bad") throw std::runtime_error("no database");
    if (request.path == "/worse") throw 42;
    return text("well");
  });
  auto client = running.client();
  EXPECT_EQ(client.ask(get("/bad")).status, 500);
  EXPECT_EQ(client.ask(get("/worse")).status, 500);
  EXPECT_EQ(client.ask(get("/")).body, "well");
}

TEST(Server, TakesItsErrorPagesFromAbove) {
  auto const page = [](int status, Request const& request) {
    return text("calm " + std::to_string(status) + (request.id.empty() ? "" : " with a reference"));
  };
  Running const running([](Request const&) -> Response { throw std::runtime_error("no"); }, on_free_port(), {}, page);
  auto client = running.client();
  auto const fault = client.ask(get("/"));
  EXPECT_EQ(fault.status, 500);
  EXPECT_EQ(fault.body, "calm 500 with a reference");
  auto const refusal = client.ask("nonsense\r\n\r\n");
  EXPECT_EQ(refusal.status, 400);
  EXPECT_EQ(refusal.body, "calm 400 with a reference");
}

TEST(Server, BelievesATrustedProxyAboutTheClient) {
  auto options = on_free_port();
  options.trusted_proxies = {"127.0.0.0/8"};
  Running const running(
      [](Request const& request) { return text(request.address + (request.secure ? " secure" : " open")); }, options);
  auto client = running.client();
  EXPECT_EQ(client.ask(get("/")).body, "127.0.0.1 open");
  EXPECT_EQ(client
                .ask("GET / HTTP/1.1\r\nHost: test\r\nX-Forwarded-For: 203.0.113.9\r\n"
                     "X-Forwarded-Proto: https\r\n\r\n")
                .body,
            "203.0.113.9 secure");
}

TEST(Server, SaysInOneLineThatAPortIsTaken) {
  Running const running(echo);
  auto options = on_free_port();
  options.listen = "127.0.0.1:" + std::to_string(running.server.port());
  Server second(options, echo);
  try {
    second.start();
    FAIL() << "the port was taken";
  } catch (std::runtime_error const& error) {
    EXPECT_EQ(error.what(), "Cannot listen on " + options.listen + ": Address already in use");
  }
}

TEST(Server, RefusesOptionsItCannotRead) {
  EXPECT_THROW(Server({.listen = "8080"}, echo), std::runtime_error);
  EXPECT_THROW(Server({.listen = "somewhere:8080"}, echo), std::runtime_error);
  EXPECT_THROW(Server({.listen = ""}, echo), std::runtime_error);
  EXPECT_THROW(Server({.listen = "127.0.0.1:99999"}, echo), std::runtime_error);
  EXPECT_THROW(Server({.trusted_proxies = {"proxy"}}, echo), std::runtime_error);
}

TEST(Server, FinishesWhatIsUnderWayBeforeItStops) {
  std::promise<void> begun;
  Running running([&](Request const&) {
    begun.set_value();
    std::this_thread::sleep_for(Milliseconds(300));
    return text("finished");
  });
  auto busy = running.client();
  auto idle = running.client();
  busy.send(get("/"));
  begun.get_future().wait();
  auto stopped = std::async(std::launch::async, [&] { running.server.stop(); });
  EXPECT_TRUE(idle.is_closed_within(Milliseconds(250)));
  auto const answer = busy.receive();
  EXPECT_EQ(answer.body, "finished");
  EXPECT_EQ(answer.headers.get("Connection"), "close");
  stopped.get();
  running.server.wait();
  EXPECT_FALSE(running.client().connected());
}

TEST(Server, StopsInTimeEvenWhenAClientNeverReadsItsAnswer) {
  auto options = on_free_port();
  options.limits.stop_timeout = Milliseconds(200);
  Running running([](Request const&) { return text(std::string(50'000'000, 'x')); }, options);
  auto client = running.client();
  client.send(get("/"));
  std::this_thread::sleep_for(Milliseconds(300));
  auto const began = std::chrono::steady_clock::now();
  running.server.stop();
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(2));
  EXPECT_EQ(running.server.stats().connections, 0U);
}

TEST(Server, AcceptsAgainWhenFilesAreFreeAgain) {
  Running const running(echo);
  rlimit before{};
  getrlimit(RLIMIT_NOFILE, &before);
  auto client = running.client();
  EXPECT_EQ(client.ask(get("/")).status, 200);
  std::vector<int> taken;
  auto few = before;
  few.rlim_cur = 64;
  setrlimit(RLIMIT_NOFILE, &few);
  for (int file = ::dup(0); file >= 0; file = ::dup(0)) taken.push_back(file);
  ASSERT_FALSE(taken.empty());
  ::close(taken.back());
  taken.pop_back();
  auto waiting = running.client();  // takes the last file; the server has none left to accept it with
  waiting.send(get("/waited"));
  EXPECT_FALSE(waiting.is_closed_within(Milliseconds(300)));
  EXPECT_EQ(client.ask(get("/still")).status, 200) << "those who are in are served";
  for (auto const file : taken) ::close(file);
  setrlimit(RLIMIT_NOFILE, &before);
  EXPECT_EQ(waiting.receive().body, "GET /waited");
}

TEST(Server, ServesManyClientsOnManyThreads) {
  auto options = on_free_port();
  options.io_threads = 3;
  Running const running(echo, options);
  std::atomic<int> right = 0;
  std::vector<std::thread> threads;
  for (int each = 0; each < 8; ++each)
    threads.emplace_back([&] {
      for (int round = 0; round < 20; ++round) {
        auto client = running.client();
        for (int request = 0; request < 10; ++request)
          if (client.ask(post("/v", "text/plain", std::to_string(request))).body ==
              "POST /v body=" + std::to_string(request))
            ++right;
      }
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(right, 8 * 20 * 10);
}

}  // namespace
}  // namespace earshot::http
