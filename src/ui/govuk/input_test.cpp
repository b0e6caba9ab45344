#include "ui/govuk/input.h"

#include <gtest/gtest.h>

#include "ui/govuk/form_options_testing.h"

namespace earshot::govuk {

namespace {

AffixOptions affix_options(Options const& o) {
  return {.text = o.text(), .classes = o.string("classes"), .attributes = o.attributes()};
}

InputOptions input_options(Options const& o) {
  auto const wrapper = o.object("inputWrapper");
  return {.name = o.string("name"),
          .id = o.string("id"),
          .label = label_options(o.object("label")),
          .hint = hint_options(o.object("hint")),
          .error = error_message_options(o.object("errorMessage")),
          .type = o.string("type", "text"),
          .value = o.string("value"),
          .inputmode = o.string("inputmode"),
          .autocomplete = o.string("autocomplete"),
          .autocapitalize = o.string("autocapitalize"),
          .pattern = o.string("pattern"),
          .spellcheck = o.maybe_bool("spellcheck"),
          .disabled = o.has("disabled"),
          .described_by = o.string("describedBy"),
          .prefix = affix_options(o.object("prefix")),
          .suffix = affix_options(o.object("suffix")),
          .form_group = form_group_options(o.object("formGroup")),
          .input_wrapper = {.classes = wrapper.string("classes"), .attributes = wrapper.attributes()},
          .classes = o.string("classes"),
          .attributes = o.attributes()};
}

}  // namespace

TEST(Input, MatchesEveryFixture) {
  expect_fixtures("input", [](Options const& options) { return input(input_options(options)); });
}

TEST(Input, WhatAPersonTypedIsOnlyText) {
  auto const markup = input({.name = "name", .value = "\"><script>"}).markup();
  EXPECT_NE(markup.find("value=\"&quot;&gt;&lt;script&gt;\""), std::string::npos);
}

TEST(Input, AHintAndAnErrorAreReadOutWithTheField) {
  auto const markup = input({.name = "name", .hint = {.text = "Any name"}, .error = {.text = "Say a name"}}).markup();
  EXPECT_NE(markup.find("aria-describedby=\"name-hint name-error\""), std::string::npos);
}

TEST(Input, WhatIsShownBesideTheFieldStandsInItsOrder) {
  auto const markup = input({.name = "cost",
                             .prefix = {.text = "£"},
                             .suffix = {.text = "a week"},
                             .form_group = {.before_input = "first", .after_input = "last"}})
                          .markup();
  EXPECT_LT(markup.find("first"), markup.find("£"));
  EXPECT_LT(markup.find("£"), markup.find("<input"));
  EXPECT_LT(markup.find("<input"), markup.find("a week"));
  EXPECT_LT(markup.find("a week"), markup.find("last"));
}

}  // namespace earshot::govuk
