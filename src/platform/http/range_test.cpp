// Parts of a recording, as players ask for them.
#include "platform/http/range.h"

#include <gtest/gtest.h>

namespace earshot::http {
namespace {

Response asked(std::string_view range) { return ranged({.body = "0123456789"}, range); }

TEST(Range, APartIsGivenWithWhereItStands) {
  auto const part = asked("bytes=2-4");
  EXPECT_EQ(part.status, 206);
  EXPECT_EQ(part.body, "234");
  EXPECT_EQ(part.headers.get("Content-Range"), "bytes 2-4/10");
  EXPECT_EQ(asked("bytes=7-").body, "789");
  EXPECT_EQ(asked("bytes=-2").body, "89");
  EXPECT_EQ(asked("bytes=0-999").body, "0123456789");
  EXPECT_EQ(asked("bytes=-999").body, "0123456789");
}

TEST(Range, WhatIsNotThereIsSaid) {
  for (auto const* range : {"bytes=10-", "bytes=99-100", "bytes=-0"}) {
    EXPECT_EQ(asked(range).status, 416) << range;
    EXPECT_EQ(asked(range).body, "") << range;
    EXPECT_EQ(asked(range).headers.get("Content-Range"), "bytes */10") << range;
  }
}

TEST(Range, WhatCannotBeReadIsAnsweredWithTheWhole) {
  for (auto const* range : {"", "bytes=", "bytes=-", "bytes=4-2", "bytes=a-b", "bytes=1-2,4-5", "lines=1-2",
                            "bytes=+1-2", "bytes=1-2x", "bytes=99999999999999999999-"}) {
    EXPECT_EQ(asked(range).status, 200) << range;
    EXPECT_EQ(asked(range).body, "0123456789") << range;
    EXPECT_EQ(asked(range).headers.get("Accept-Ranges"), "bytes") << range;
  }
}

}  // namespace
}  // namespace earshot::http
