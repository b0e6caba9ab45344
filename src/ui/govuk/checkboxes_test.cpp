#include "ui/govuk/checkboxes.h"

#include <gtest/gtest.h>

#include "ui/govuk/form_options_testing.h"

namespace earshot::govuk {

namespace {

CheckboxItem checkbox_item(Options const& o) {
  auto const item_label = o.object("label");
  return {.value = o.string("value"),
          .text = o.text(),
          .name = o.string("name"),
          .id = o.string("id"),
          .hint = hint_options(o.object("hint")),
          .checked = o.maybe_bool("checked"),
          .conditional = o.object("conditional").has("html") ? o.object("conditional").html("html") : Html(),
          .divider = o.string("divider"),
          .behaviour = o.string("behaviour"),
          .disabled = o.has("disabled"),
          .label_classes = item_label.string("classes"),
          .label_attributes = item_label.attributes(),
          .attributes = o.attributes()};
}

CheckboxesOptions checkboxes_options(Options const& o) {
  return {.name = o.string("name"),
          .id_prefix = o.string("idPrefix"),
          .fieldset = fieldset_options(o.object("fieldset")),
          .hint = hint_options(o.object("hint")),
          .error = error_message_options(o.object("errorMessage")),
          .items = choice_items(o, o.string("idPrefix", o.string("name")), checkbox_item),
          .values = o.strings("values"),
          .described_by = o.string("describedBy"),
          .form_group = form_group_options(o.object("formGroup")),
          .classes = o.string("classes"),
          .attributes = o.attributes()};
}

}  // namespace

TEST(Checkboxes, MatchesEveryFixture) {
  expect_fixtures("checkboxes", [](Options const& options) { return checkboxes(checkboxes_options(options)); });
}

TEST(Checkboxes, WithoutAFieldsetEachIsReadOutWithTheError) {
  auto const markup =
      checkboxes({.name = "agree", .error = {.text = "Say yes"}, .items = {{.value = "yes", .text = "Yes"}}}).markup();
  EXPECT_NE(markup.find("aria-describedby=\"agree-error\""), std::string::npos);
}

}  // namespace earshot::govuk
