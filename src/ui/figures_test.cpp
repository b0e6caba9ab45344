#include "ui/figures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace earshot::ui {
namespace {

using testing::HasSubstr;

TEST(Figures, NumberAndTextReadAsOneSentence) {
  auto const row = figures({{.number = "412", .text = "things families said this term"}}).markup();
  EXPECT_THAT(row, HasSubstr(">412</strong> <span class=\"figure__text\">things families said this term</span>"));
}

TEST(Figures, WhatIsNotGoodEnoughStandsOut) {
  EXPECT_THAT(figures({{.number = "9", .text = "answers are late", .warning = true}}).markup(),
              HasSubstr("<li class=\"figure figure--warning\">"));
}

TEST(Figures, CanLeadToWhereTheyComeFrom) {
  EXPECT_THAT(figures({{.number = "9", .text = "answers are late", .href = "/late"}}).markup(),
              HasSubstr("<a href=\"/late\" class=\"govuk-link\">answers are late</a>"));
}

TEST(Figures, NoneAreNoList) { EXPECT_TRUE(figures({}).empty()); }

}  // namespace
}  // namespace earshot::ui
