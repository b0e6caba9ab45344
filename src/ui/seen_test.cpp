#include "ui/seen.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace earshot::ui {
namespace {

using testing::HasSubstr;

/// The form as it was shown while this stood.
http::Fields shown(std::vector<Stands> const& stands) {
  auto const markup = seen(stands).markup();
  auto const from = markup.find("value=\"") + 7;
  return {{"seen", markup.substr(from, markup.find('"', from) - from)}};
}

std::vector<Stands> service(std::string name, std::string days) {
  return {{"name", std::move(name)}, {"days", std::move(days), "working days"}};
}

TEST(Seen, WhatNobodyHasChangedIsSaved) {
  EXPECT_TRUE(nobody_else_changed(shown(service("Buses", "10")), service("Buses", "10")));
}

TEST(Seen, WhatSomebodyElseHasChangedIsRefusedOnItsField) {
  auto const refused = nobody_else_changed(shown(service("Buses", "10")), service("School Transport", "10"));
  ASSERT_FALSE(refused);
  ASSERT_EQ(refused.error().problems.size(), 1U);
  EXPECT_EQ(refused.error().problems.front().field, "name");
  EXPECT_EQ(refused.error().problems.front().message.args.front(), "School Transport");
}

TEST(Seen, ItSaysWhatAPersonReads) {
  auto const refused = nobody_else_changed(shown(service("Buses", "10")), service("Buses", "20"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().problems.front().message.args.front(), "working days");
}

TEST(Seen, WhatWasEmptiedIsSaidSo) {
  auto const refused = nobody_else_changed(shown(service("Buses", "10")), service("", "10"));
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().problems.front().message.id, HasSubstr("emptied"));
}

TEST(Seen, AFormThatSaysNothingHasSeenNothing) {
  auto const refused = nobody_else_changed({}, service("Buses", "10"));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().problems.size(), 2U);
}

}  // namespace
}  // namespace earshot::ui
