#include "ui/govuk/radios.h"

#include <gtest/gtest.h>

#include "ui/govuk/form_options_testing.h"

namespace earshot::govuk {

namespace {

RadioItem radio_item(Options const& o) {
  auto const item_label = o.object("label");
  return {.value = o.string("value"),
          .text = o.text(),
          .id = o.string("id"),
          .hint = hint_options(o.object("hint")),
          .checked = o.maybe_bool("checked"),
          .conditional = o.object("conditional").has("html") ? o.object("conditional").html("html") : Html(),
          .divider = o.string("divider"),
          .disabled = o.has("disabled"),
          .label_classes = item_label.string("classes"),
          .label_attributes = item_label.attributes(),
          .attributes = o.attributes()};
}

RadiosOptions radios_options(Options const& o) {
  return {.name = o.string("name"),
          .id_prefix = o.string("idPrefix"),
          .fieldset = fieldset_options(o.object("fieldset")),
          .hint = hint_options(o.object("hint")),
          .error = error_message_options(o.object("errorMessage")),
          .items = choice_items(o, o.string("idPrefix", o.string("name")), radio_item),
          .value = o.string("value"),
          .form_group = form_group_options(o.object("formGroup")),
          .classes = o.string("classes"),
          .attributes = o.attributes()};
}

}  // namespace

TEST(Radios, MatchesEveryFixture) {
  expect_fixtures("radios", [](Options const& options) { return radios(radios_options(options)); });
}

TEST(Radios, ChoosesNothingForAValueThatIsNotThere) {
  auto const markup = radios({.name = "about", .items = {{.value = "", .text = "Other"}}}).markup();
  EXPECT_EQ(markup.find("checked"), std::string::npos);
}

TEST(Radios, WhatTheyRevealIsHiddenUntilTheyAreChosen) {
  RadiosOptions options{.name = "about", .items = {{.value = "school", .text = "School", .conditional = "Which?"}}};
  EXPECT_NE(radios(options).markup().find("conditional--hidden"), std::string::npos);
  options.value = "school";
  EXPECT_EQ(radios(options).markup().find("conditional--hidden"), std::string::npos);
}

}  // namespace earshot::govuk
