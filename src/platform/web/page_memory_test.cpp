#include "platform/web/page_memory.h"

#include <thread>

#include <gtest/gtest.h>

#include "platform/web/decompress_testing.h"

namespace earshot::web {
namespace {

constexpr Milliseconds kLasts{60'000};
constexpr Time kNow{Milliseconds{1'000'000}};

http::Response page(std::string body) {
  http::Response response{.body = std::move(body)};
  response.headers.set("Content-Type", "text/html; charset=utf-8");
  response.headers.set("Cache-Control", "no-cache");
  return response;
}

class PageMemoryTest : public testing::Test {
 protected:
  void keep(std::string const& key, std::string body, std::vector<std::string> tags = {"answers"}) {
    memory.keep(key, page(std::move(body)), std::move(tags), memory.mark(), kNow);
  }

  bool has(std::string const& key, Time now = kNow) { return memory.find(key, {}, now).has_value(); }

  std::optional<http::Response> find(std::string const& key, http::Headers headers) {
    http::Request request;
    request.headers = std::move(headers);
    return memory.find(key, request, kNow);
  }

  PageMemory memory{100'000, kLasts};
};

TEST_F(PageMemoryTest, GivesBackWhatWasKeptUntilItIsOld) {
  keep("/", "hello");
  EXPECT_EQ(memory.find("/", {}, kNow)->bytes(), "hello");
  EXPECT_FALSE(has("/other"));
  EXPECT_TRUE(has("/", kNow + kLasts - Milliseconds{1}));
  EXPECT_FALSE(has("/", kNow + kLasts));
}

TEST_F(PageMemoryTest, ATagDropsItsPagesAndNoOthers) {
  keep("/", "front", {"answers", "figures"});
  keep("/changes", "list", {"answers"});
  keep("/about", "about", {"about"});
  memory.changed({"figures"});
  EXPECT_FALSE(has("/"));
  EXPECT_TRUE(has("/changes"));
  memory.changed({"nothing", "answers"});
  EXPECT_FALSE(has("/changes"));
  EXPECT_TRUE(has("/about"));
  memory.changed({"*"});
  EXPECT_FALSE(has("/about"));
  EXPECT_EQ(memory.bytes(), 0U);
}

TEST_F(PageMemoryTest, APageThatWasMadeWhileItChangedIsNotKept) {
  auto const mark = memory.mark();
  memory.changed({"answers"});
  memory.keep("/changes", page("old"), {"answers"}, mark, kNow);
  EXPECT_FALSE(has("/changes"));
  memory.keep("/about", page("about"), {"about"}, mark, kNow);
  EXPECT_TRUE(has("/about")) << "it shows nothing of what changed";
  memory.changed({"*"});
  memory.keep("/about", page("about"), {"about"}, mark, kNow);
  EXPECT_FALSE(has("/about"));
}

TEST_F(PageMemoryTest, KeepingAgainTakesThePlaceOfTheOld) {
  keep("/", "old");
  auto const bytes = memory.bytes();
  keep("/", "new");
  EXPECT_EQ(memory.find("/", {}, kNow)->bytes(), "new");
  EXPECT_EQ(memory.bytes(), bytes);
}

TEST_F(PageMemoryTest, WhatWasAskedForLeastGoesFirstWhenThereIsNoMoreRoom) {
  // Bytes that no compression makes smaller.
  auto const noise = [](unsigned seed) {
    std::string text;
    for (unsigned i = 0; i < 1'000; ++i) text += static_cast<char>((seed = seed * 1'664'525U + 1'013'904'223U) >> 24U);
    return text;
  };
  keep("/one", noise(0));
  auto const room_for_three = memory.bytes() * 7 / 2;
  PageMemory small(room_for_three, kLasts);
  auto const keep_in = [&](std::string const& key, unsigned seed) {
    small.keep(key, page(noise(seed)), {"answers"}, small.mark(), kNow);
  };
  keep_in("/1", 1);
  keep_in("/2", 2);
  keep_in("/3", 3);
  EXPECT_TRUE(small.find("/1", {}, kNow)) << "asked for, so it goes to the front";
  keep_in("/4", 4);
  EXPECT_LE(small.bytes(), room_for_three);
  EXPECT_FALSE(small.find("/2", {}, kNow));
  EXPECT_TRUE(small.find("/1", {}, kNow));
  EXPECT_TRUE(small.find("/4", {}, kNow));
  small.keep("/huge", page(std::string(2 * room_for_three, 'a')), {"answers"}, small.mark(), kNow);
  EXPECT_FALSE(small.find("/huge", {}, kNow));
  EXPECT_TRUE(small.find("/4", {}, kNow)) << "what does not fit drops nothing";
}

TEST_F(PageMemoryTest, EveryEncodingIsTheSamePageUnderItsOwnTag) {
  auto const body = std::string(5'000, 'a') + "é";
  keep("/", body);
  auto const plain = find("/", {});
  auto const gzip = find("/", {{"Accept-Encoding", "gzip"}});
  auto const br = find("/", {{"Accept-Encoding", "gzip, br"}});
  EXPECT_EQ(plain->bytes(), body);
  EXPECT_FALSE(plain->headers.has("Content-Encoding"));
  EXPECT_EQ(from_gzip(gzip->bytes()), body);
  EXPECT_EQ(gzip->headers.get("Content-Encoding"), "gzip");
  EXPECT_EQ(from_brotli(br->bytes()), body);
  EXPECT_EQ(br->headers.get("Content-Encoding"), "br");
  EXPECT_NE(plain->headers.get("ETag"), gzip->headers.get("ETag"));
  EXPECT_NE(br->headers.get("ETag"), gzip->headers.get("ETag"));
  for (auto const& each : {plain, gzip, br}) EXPECT_EQ(each->headers.get("Vary"), "Accept-Encoding");
}

TEST_F(PageMemoryTest, WhoHasItAlreadyIsNotSentItAgain) {
  keep("/", std::string(5'000, 'a'));
  auto const tag = std::string(find("/", {{"Accept-Encoding", "br"}})->headers.get("ETag"));
  auto const again = find("/", {{"Accept-Encoding", "br"}, {"If-None-Match", tag}});
  EXPECT_EQ(again->status, 304);
  EXPECT_EQ(again->bytes(), "");
  EXPECT_EQ(again->headers.get("ETag"), tag);
  EXPECT_FALSE(again->headers.has("Content-Encoding"));
  EXPECT_EQ(find("/", {{"If-None-Match", tag}})->status, 200) << "another encoding is another thing";
}

TEST_F(PageMemoryTest, ManyMayAskWhileOthersKeepAndDrop) {
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread)
    threads.emplace_back([&, thread] {
      for (int i = 0; i < 500; ++i) {
        auto const key = "/" + std::to_string((i + thread) % 7);
        if (auto const found = memory.find(key, {}, kNow)) {
          EXPECT_EQ(found->bytes(), key);
        } else {
          keep(key, key);
        }
        if (i % 50 == 0) memory.changed({"answers"});
      }
    });
  for (auto& thread : threads) thread.join();
  memory.changed({"*"});
  EXPECT_EQ(memory.bytes(), 0U);
}

TEST(Compressed, SmallAnswersStayAsTheyAre) {
  http::Request request;
  request.headers.set("Accept-Encoding", "br");
  auto const small = compressed(page("small"), request);
  EXPECT_EQ(small.bytes(), "small");
  EXPECT_FALSE(small.headers.has("Content-Encoding"));
}

TEST(Compressed, WhatNobodyMayKeepHasNoTag) {
  http::Request request;
  request.headers.set("Accept-Encoding", "br");
  request.headers.set("If-None-Match", "*");
  auto secret = page(std::string(5'000, 'a'));
  secret.headers.set("Cache-Control", "no-store");
  auto const answer = compressed(std::move(secret), request);
  EXPECT_EQ(answer.status, 200);
  EXPECT_FALSE(answer.headers.has("ETag"));
  EXPECT_EQ(from_brotli(answer.bytes()), std::string(5'000, 'a'));
}

TEST(Compressed, APageThatWasMadeNowIsAlsoNotSentTwice) {
  http::Request request;
  request.headers.set("Accept-Encoding", "br");
  auto const first = compressed(page(std::string(5'000, 'a')), request);
  request.headers.set("If-None-Match", first.headers.get("ETag"));
  EXPECT_EQ(compressed(page(std::string(5'000, 'a')), request).status, 304);
  EXPECT_EQ(compressed(page(std::string(5'000, 'b')), request).status, 200);
}

}  // namespace
}  // namespace earshot::web
