#include "ui/govuk/panel.h"

#include <gtest/gtest.h>

#include "ui/govuk/content_options_testing.h"

namespace earshot::govuk {
namespace {

PanelAction action_options(Options const& o) {
  return {.text = o.string("text"),
          .type = o.string("type"),
          .href = o.string("href"),
          .classes = o.string("classes"),
          .attributes = o.attributes()};
}

PanelActions actions_options(Options const& o) {
  return {.items = each(o.list("items"), action_options), .classes = o.string("classes"), .attributes = o.attributes()};
}

PanelOptions panel_options(Options const& o) {
  return {.title_text = o.text("title"),
          .heading_level = o.maybe_int("headingLevel").value_or(1),
          .text = o.text(),
          .classes = o.string("classes"),
          .attributes = o.attributes(),
          .actions = actions_options(o.object("actions"))};
}

TEST(Panel, MatchesEveryFixture) {
  expect_fixtures("panel", [](Options const& options) { return panel(panel_options(options)); });
}

}  // namespace
}  // namespace earshot::govuk
