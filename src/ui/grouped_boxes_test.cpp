#include "ui/grouped_boxes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace earshot::ui {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// Agencies with this many services each, and a way on for who does not know.
GroupedBoxesField services(int each) {
  GroupedBoxesField field{.name = "service", .legend = "Which service is it for?", .groups = {}};
  for (auto const* agency : {"Fenshire Council", "County Health"})
    for (auto i = 1; i <= each; ++i) {
      auto const name = std::string(agency) + " " + std::to_string(i);
      add_to_group(field.groups, agency, {.value = name, .label = name});
    }
  field.groups.push_back(
      {.name = "If you do not know", .items = {{.value = "not-sure", .label = "Not sure"}}, .folds = false});
  return field;
}

std::string shown(GroupedBoxesField const& field) {
  return grouped_boxes_field(i18n::Translator(i18n::language("en")), field).markup();
}

TEST(GroupedBoxes, GroupsStandInTheOrderOfTheirNames) {
  auto const field = services(2);
  ASSERT_EQ(field.groups.size(), 3U);
  EXPECT_EQ(field.groups[0].name, "County Health");
  EXPECT_EQ(field.groups[1].name, "Fenshire Council");
  EXPECT_EQ(field.groups[1].items.size(), 2U);
}

TEST(GroupedBoxes, AFewAreAllInSight) {
  EXPECT_THAT(shown(services(6)), AllOf(Not(HasSubstr("<details")), HasSubstr("Fenshire Council 6")));
}

TEST(GroupedBoxes, ManyAreFoldedAwayUnderTheNamesOfTheirGroups) {
  auto const folded = shown(services(7));
  EXPECT_THAT(folded, AllOf(HasSubstr("<details"), Not(HasSubstr(" open"))));
  EXPECT_LT(folded.rfind("</details>"), folded.find("If you do not know")) << "what does not fold stays in sight";
}

TEST(GroupedBoxes, AGroupIsOpenWhereSomethingInItIsTicked) {
  auto field = services(7);
  field.values = {"Fenshire Council 2"};
  auto const folded = shown(field);
  auto const open = folded.find(" open");
  ASSERT_NE(open, std::string::npos);
  EXPECT_GT(open, folded.find("County Health 7"));
  EXPECT_EQ(folded.find(" open", open + 1), std::string::npos);
}

TEST(GroupedBoxes, WhatIsWrongStandsAboveThemAndItsLinkArrivesAtABoxInSight) {
  auto field = services(7);
  field.error = "Choose at least one service.";
  auto const folded = shown(field);
  EXPECT_THAT(folded, HasSubstr("aria-describedby=\"service-error\""));
  auto const message = folded.find("Choose at least one service.");
  auto const open = folded.find(" open");
  ASSERT_NE(open, std::string::npos);
  EXPECT_LT(message, open);
  EXPECT_LT(open, folded.find("id=\"service\"")) << "the first group holds the box that the link leads to";
}

}  // namespace
}  // namespace earshot::ui
