#include "platform/http/forms.h"

#include <gtest/gtest.h>

namespace earshot::http {
namespace {

TEST(Forms, NamesAndValuesAreReadInOrder) {
  auto const parsed = parse_urlencoded("a=1&b=two+words&&a=%C3%A9&c&=x&d=e=f");
  EXPECT_EQ(parsed.fields, (Fields{{"a", "1"}, {"b", "two words"}, {"a", "é"}, {"c", ""}, {"", "x"}, {"d", "e=f"}}));
  EXPECT_FALSE(parsed.bad_input);
  EXPECT_EQ(parsed.fields.all("a").size(), 2U);
  EXPECT_TRUE(parsed.fields.has("c"));
  EXPECT_FALSE(parsed.fields.has("z"));
}

TEST(Forms, APercentThatBeginsNothingStays) {
  EXPECT_EQ(parse_urlencoded("a=100%&b=%zz&c=%4").fields, (Fields{{"a", "100%"}, {"b", "%zz"}, {"c", "%4"}}));
}

TEST(Forms, BrokenTextIsToldAndTheRestIsKept) {
  auto const parsed = parse_urlencoded("a=x%FFy&b=whole&c=n%00ul");
  EXPECT_TRUE(parsed.bad_input);
  EXPECT_EQ(parsed.fields, (Fields{{"a", "x\xEF\xBF\xBDy"}, {"b", "whole"}, {"c", "nul"}}));
}

TEST(Forms, MoreFieldsThanAllowedAreToldAndLeftOut) {
  auto const parsed = parse_urlencoded("a=1&b=2&c=3", 2);
  EXPECT_EQ(parsed.fields.size(), 2U);
  EXPECT_TRUE(parsed.bad_input);
  EXPECT_FALSE(parse_urlencoded("a=1&b=2", 2).bad_input);
}

TEST(Forms, WhatIsWrittenReadsTheSame) {
  Fields const fields{{"a b", "1&2=3+4%"}, {"é", "\r\n\"'<>"}};
  EXPECT_EQ(parse_urlencoded(to_urlencoded(fields)).fields, fields);
}

TEST(Forms, OnlyWellFormedUtf8Passes) {
  for (auto const* good : {"", "a", "é", "€", "😀", "\xED\x9F\xBF", "\xEF\xBF\xBF", "\xF4\x8F\xBF\xBF"})
    EXPECT_TRUE(is_utf8(good)) << good;
  for (auto const* bad : {"\x80", "\xC3", "\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF5",
                          "\xF0\x8F\xBF\xBF", "\xE2\x82"})
    EXPECT_FALSE(is_utf8(bad)) << testing::PrintToString(std::string(bad));
}

TEST(Forms, PathsAreDecodedAndChecked) {
  EXPECT_EQ(parse_path("/"), "/");
  EXPECT_EQ(parse_path("/a%20b/c+d"), "/a b/c+d");
  EXPECT_EQ(parse_path("/..a/.b/c."), "/..a/.b/c.");
  for (auto const* bad : {"", "a", "/.", "/..", "/a/./b", "/%2e", "/a%2fb", "/a\\b", "/a%5Cb", "/%00", "/%7F", "/%C3"})
    EXPECT_FALSE(parse_path(bad)) << bad;
}

}  // namespace
}  // namespace earshot::http
