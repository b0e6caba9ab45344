// The small readers and writers: addresses, cookies, ETags, wishes, rates.
#include <atomic>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "platform/http/accept.h"
#include "platform/http/address.h"
#include "platform/http/answer.h"
#include "platform/http/cookie.h"
#include "platform/http/etag.h"
#include "platform/http/rate_limit.h"

namespace earshot::http {
namespace {

std::vector<std::string> const kOffered = {"en", "cy", "zh-Hant", "pl"};

TEST(Languages, TheBestLikedOfThoseOfferedIsTaken) {
  EXPECT_EQ(best_language("cy-GB,cy;q=0.9,en;q=0.8", kOffered), "cy");
  EXPECT_EQ(best_language("fr, en;q=0.3, pl;q=0.7", kOffered), "pl");
  EXPECT_EQ(best_language("EN", kOffered), "en");
}

TEST(Languages, AWishIsWidenedButAnOfferIsNot) {
  EXPECT_EQ(best_language("zh-Hant-TW", kOffered), "zh-Hant");
  EXPECT_EQ(best_language("zh", kOffered), "");
}

TEST(Languages, WhatIsNotWantedOrNotReadableIsNotTaken) {
  EXPECT_EQ(best_language("cy;q=0, fr", kOffered), "");
  EXPECT_EQ(best_language("cy;q=nine", kOffered), "");
  EXPECT_EQ(best_language("cy;q=1.5, en;q=0.1", kOffered), "en");
  EXPECT_EQ(best_language(",;,q=1,;q=", kOffered), "");
}

TEST(Encodings, TheSmallestAllowedIsTaken) {
  EXPECT_EQ(best_encoding("gzip, deflate, br"), Encoding::br);
  EXPECT_EQ(best_encoding("gzip, br;q=0.5"), Encoding::gzip);
  EXPECT_EQ(best_encoding("gzip;q=0, br;q=0"), Encoding::identity);
  EXPECT_EQ(best_encoding("*"), Encoding::br);
  EXPECT_EQ(best_encoding("identity, gzip;q=0.5"), Encoding::identity);
  EXPECT_EQ(best_encoding(""), Encoding::identity);
}

TEST(Addresses, AreReadWithPortsAndZones) {
  EXPECT_EQ(parse_address("192.0.2.1")->text(), "192.0.2.1");
  EXPECT_EQ(parse_address(" 192.0.2.1:443 ")->text(), "192.0.2.1");
  EXPECT_EQ(parse_address("[2001:DB8::1]:443")->text(), "2001:db8::1");
  EXPECT_EQ(parse_address("fe80::1%eth0")->text(), "fe80::1");
  EXPECT_EQ(parse_address("::ffff:192.0.2.1"), parse_address("192.0.2.1"));
  for (auto const* bad : {"", "unknown", "1.2.3", "1.2.3.4.5", "[::1", ":", "_hidden"})
    EXPECT_FALSE(parse_address(bad)) << bad;
}

TEST(Addresses, NetworksHoldTheirAddresses) {
  EXPECT_TRUE(parse_network("10.0.0.0/8")->contains(*parse_address("10.200.3.4")));
  EXPECT_FALSE(parse_network("10.0.0.0/8")->contains(*parse_address("11.0.0.1")));
  EXPECT_TRUE(parse_network("2001:db8::/33")->contains(*parse_address("2001:db8:7fff::1")));
  EXPECT_FALSE(parse_network("2001:db8::/33")->contains(*parse_address("2001:db8:8000::1")));
  EXPECT_FALSE(parse_network("192.0.2.1")->contains(*parse_address("192.0.2.2")));
  EXPECT_FALSE(parse_network("10.0.0.0/33"));
  EXPECT_FALSE(parse_network("10.0.0.0/-1"));
  EXPECT_FALSE(parse_network("10.0.0.0/"));
}

Client behind(std::string_view peer, Headers const& headers) {
  return client_of(*parse_address(peer), headers, {*parse_network("10.0.0.0/8"), *parse_network("::1")});
}

TEST(Addresses, AStrangerIsNotBelieved) {
  auto const client = behind("203.0.113.1", {{"X-Forwarded-For", "192.0.2.9"}, {"X-Forwarded-Proto", "https"}});
  EXPECT_EQ(client.address, "203.0.113.1");
  EXPECT_FALSE(client.secure);
}

TEST(Addresses, TheLastHopThatIsNoProxyOfOursIsTheClient) {
  auto const client = behind("10.0.0.1", {{"X-Forwarded-For", "1.1.1.1, 192.0.2.9, 10.0.0.7"},
                                          {"x-forwarded-for", "10.0.0.8"},
                                          {"X-Forwarded-Proto", "https, http"}});
  EXPECT_EQ(client.address, "192.0.2.9") << "what the client itself wrote before it is not believed";
  EXPECT_TRUE(client.secure);
  EXPECT_EQ(behind("::1", {{"X-Forwarded-For", "192.0.2.9, nonsense, 10.0.0.7"}}).address, "10.0.0.7");
  EXPECT_EQ(behind("10.0.0.1", {}).address, "10.0.0.1");
}

TEST(Cookies, AreBoundToTheHostWhenTheLineIsSecure) {
  EXPECT_EQ(set_cookie("session", "a1", true), "__Host-session=a1; Path=/; HttpOnly; SameSite=Lax; Secure");
  EXPECT_EQ(set_cookie("session", "a1", false, {.max_age = std::chrono::hours(1)}),
            "session=a1; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax");
}

TEST(Cookies, CannotBeBrokenOutOf) {
  EXPECT_EQ(set_cookie("a;b\r\n", "v; Domain=evil\r\nX: y\"", false),
            "ab=vDomain=evilX:y; Path=/; HttpOnly; SameSite=Lax");
}

TEST(Cookies, AreFoundByTheirWholeName) {
  EXPECT_EQ(find_cookie("xsession=no; session=yes; session=again", "session"), "yes");
  EXPECT_EQ(find_cookie("a=1;b = 2 ;c", "b"), "2");
  EXPECT_EQ(find_cookie("c", "c"), "");
  Request request;
  request.headers.add("cookie", "a=1");
  EXPECT_EQ(request.cookie("a"), "1");
}

TEST(ETags, TellPagesApart) {
  EXPECT_EQ(etag_of("page"), etag_of("page"));
  EXPECT_EQ(etag_of("page").size(), 34U);
  EXPECT_NE(etag_of("page"), etag_of("pagf"));
  EXPECT_NE(etag_of(""), etag_of(std::string_view("\0", 1)));
  EXPECT_NE(etag_of(std::string(8, 'a')), etag_of(std::string(16, 'a')));
}

TEST(ETags, MatchInListsWeakOrNot) {
  EXPECT_TRUE(none_match_hits(R"("x", W/"a,b" , "c")", R"("a,b")"));
  EXPECT_TRUE(none_match_hits("*", R"("a")"));
  EXPECT_FALSE(none_match_hits(R"("x", "y)", R"("y")"));
  EXPECT_FALSE(none_match_hits("", R"("y")"));
  EXPECT_FALSE(none_match_hits("y", R"("y")"));
}

Time after(int milliseconds) { return Time(Milliseconds(milliseconds)); }

TEST(Rates, ABurstIsAllowedAndThenTheSteadyRate) {
  RateLimit limit(2, 3);
  for (int each = 0; each < 3; ++each) EXPECT_TRUE(limit.allow("192.0.2.1", after(0)));
  EXPECT_FALSE(limit.allow("192.0.2.1", after(0)));
  EXPECT_FALSE(limit.allow("192.0.2.1", after(499)));
  EXPECT_TRUE(limit.allow("192.0.2.1", after(500)));
  EXPECT_FALSE(limit.allow("192.0.2.1", after(500)));
  EXPECT_FALSE(limit.allow("192.0.2.1", after(0))) << "a clock that goes back gives nothing";
}

TEST(Rates, AHouseholdCountsAsOne) {
  RateLimit limit(1, 1);
  EXPECT_TRUE(limit.allow("2001:db8::1", after(0)));
  EXPECT_FALSE(limit.allow("2001:db8::ffff:2", after(0)));
  EXPECT_TRUE(limit.allow("2001:db8:0:1::1", after(0)));
  EXPECT_TRUE(limit.allow("192.0.2.1", after(0)));
  EXPECT_TRUE(limit.allow("192.0.2.2", after(0)));
}

TEST(Rates, MemoryIsBounded) {
  RateLimit limit(0.001, 2, 1'000);
  for (int each = 0; each < 20'000; ++each)
    EXPECT_TRUE(limit.allow("10.0." + std::to_string(each / 250) + "." + std::to_string(each % 250), after(each)));
  EXPECT_LE(limit.size(), 1'000U);
  EXPECT_GE(limit.size(), 300U) << "not all are forgotten at once";
}

TEST(Rates, ThreadsShareOneBucket) {
  RateLimit limit(0, 100);
  std::atomic<int> allowed = 0;
  std::vector<std::thread> threads;
  for (int each = 0; each < 4; ++each)
    threads.emplace_back([&] {
      for (int round = 0; round < 100; ++round)
        if (limit.allow("192.0.2.1", after(0))) ++allowed;
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(allowed, 100);
}

TEST(Dates, AreWrittenAsHttpWantsThem) {
  EXPECT_EQ(http_date(Time(std::chrono::seconds(784'111'777))), "Sun, 06 Nov 1994 08:49:37 GMT");
}

}  // namespace
}  // namespace earshot::http
