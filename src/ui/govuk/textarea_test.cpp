#include "ui/govuk/textarea.h"

#include <gtest/gtest.h>

#include "ui/govuk/form_options_testing.h"

namespace earshot::govuk {

namespace {

TextareaOptions textarea_options(Options const& o) {
  return {.name = o.string("name"),
          .id = o.string("id"),
          .label = label_options(o.object("label")),
          .hint = hint_options(o.object("hint")),
          .error = error_message_options(o.object("errorMessage")),
          .value = o.string("value"),
          .rows = o.maybe_int("rows").value_or(5),
          .autocomplete = o.string("autocomplete"),
          .spellcheck = o.maybe_bool("spellcheck"),
          .disabled = o.has("disabled"),
          .described_by = o.string("describedBy"),
          .form_group = form_group_options(o.object("formGroup")),
          .classes = o.string("classes"),
          .attributes = o.attributes()};
}

}  // namespace

TEST(Textarea, MatchesEveryFixture) {
  expect_fixtures("textarea", [](Options const& options) { return textarea(textarea_options(options)); });
}

TEST(Textarea, AnEmptyFirstLineIsKept) {
  EXPECT_NE(textarea({.name = "words", .value = "\nHello"}).markup().find(">\n\nHello</textarea>"), std::string::npos);
  EXPECT_NE(textarea({.name = "words", .value = "Hello"}).markup().find(">Hello</textarea>"), std::string::npos);
}

}  // namespace earshot::govuk
