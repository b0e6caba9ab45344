#include "ui/empty_state.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace earshot::ui {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(EmptyState, TellsWhyAndWhatToDo) {
  auto const panel = empty_state({.title = "Nothing is waiting for you",
                                  .text = "New asks come here by themselves.",
                                  .action_text = "See what you have answered",
                                  .action_href = "/answered"})
                         .markup();
  EXPECT_THAT(panel, HasSubstr("<h2 class=\"govuk-heading-m\">Nothing is waiting for you</h2>"));
  EXPECT_THAT(panel, HasSubstr("New asks come here by themselves."));
  EXPECT_THAT(panel, HasSubstr("href=\"/answered\""));
}

TEST(EmptyState, WithoutAnActionHasNoLink) {
  EXPECT_THAT(empty_state({.title = "Nothing yet"}).markup(), Not(HasSubstr("<a")));
}

}  // namespace
}  // namespace earshot::ui
