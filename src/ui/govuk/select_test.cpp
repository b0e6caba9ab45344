#include "ui/govuk/select.h"

#include <gtest/gtest.h>

#include "ui/govuk/form_options_testing.h"

namespace earshot::govuk {

namespace {

SelectOptions select_options(Options const& o) {
  std::vector<SelectItem> items;
  for (auto const& each : o.list("items"))
    items.push_back({.value = each.maybe_string("value"),
                     .text = each.string("text"),
                     .selected = each.maybe_bool("selected"),
                     .disabled = each.has("disabled"),
                     .attributes = each.attributes()});
  return {.name = o.string("name"),
          .id = o.string("id"),
          .label = label_options(o.object("label")),
          .hint = hint_options(o.object("hint")),
          .error = error_message_options(o.object("errorMessage")),
          .items = items,
          .value = o.string("value"),
          .disabled = o.has("disabled"),
          .described_by = o.string("describedBy"),
          .form_group = form_group_options(o.object("formGroup")),
          .classes = o.string("classes"),
          .attributes = o.attributes()};
}

}  // namespace

TEST(Select, MatchesEveryFixture) {
  expect_fixtures("select", [](Options const& options) { return select(select_options(options)); });
}

}  // namespace earshot::govuk
