#include "formats/atom.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace earshot::formats {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Atom, WhatPeopleWroteCannotBecomeMarkup) {
  auto const xml = atom({.id = "http://x/f",
                         .title = "A & B",
                         .page = "http://x",
                         .language = "en",
                         .updated = Time{},
                         .entries = {{.id = "http://x/1",
                                      .title = "<script>",
                                      .page = "http://x/1",
                                      .author = "S",
                                      .updated = Time{},
                                      .text = "one\x01two </content>"}}});
  EXPECT_THAT(xml, HasSubstr("<title>A &amp; B</title>"));
  EXPECT_THAT(xml, HasSubstr("&lt;script&gt;"));
  EXPECT_THAT(xml, HasSubstr("onetwo &lt;/content&gt;"));
  EXPECT_THAT(xml, Not(HasSubstr("<script>")));
  EXPECT_THAT(xml, HasSubstr("<updated>1970-01-01T00:00:00.000Z</updated>"));
}

}  // namespace
}  // namespace earshot::formats
