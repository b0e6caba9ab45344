#include "ui/govuk/tabs.h"

#include <gtest/gtest.h>

#include "ui/govuk/content_options_testing.h"

namespace earshot::govuk {
namespace {

Tab tab_options(Options const& o) {
  auto const panel = o.object("panel");
  return {.id = o.string("id"),
          .label = o.string("label"),
          .attributes = o.attributes(),
          .panel = {.text = panel.string("text"), .html = panel.html("html"), .attributes = panel.attributes()}};
}

TabsOptions tabs_options(Options const& o) {
  return {.id = o.string("id"),
          .id_prefix = o.string("idPrefix"),
          .title = o.has("title") ? Html(o.string("title")) : TabsOptions().title,
          .items = each(list_with_gaps(o, "items"), tab_options),
          .classes = o.string("classes"),
          .attributes = o.attributes()};
}

TEST(Tabs, MatchesEveryFixture) {
  expect_fixtures("tabs", [](Options const& options) { return tabs(tabs_options(options)); });
}

TEST(Tabs, TheFirstOfThoseThatAreShownIsOpenAndTheOthersAreHidden) {
  auto const markup = tabs({.id_prefix = "t", .items = {Tab{}, {.label = "Two"}, {.label = "Three"}}}).markup();
  EXPECT_NE(markup.find("<div class=\"govuk-tabs__panel\" id=\"t-2\">"), std::string::npos) << markup;
  EXPECT_NE(markup.find("<div class=\"govuk-tabs__panel govuk-tabs__panel--hidden\" id=\"t-3\">"), std::string::npos)
      << markup;
}

}  // namespace
}  // namespace earshot::govuk
