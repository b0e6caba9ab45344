#include "ui/govuk/password_input.h"

#include <gtest/gtest.h>

#include "ui/govuk/form_options_testing.h"

namespace earshot::govuk {

namespace {

PasswordInputOptions password_input_options(Options const& o) {
  return {.name = o.string("name"),
          .id = o.string("id"),
          .label = label_options(o.object("label")),
          .hint = hint_options(o.object("hint")),
          .error = error_message_options(o.object("errorMessage")),
          .value = o.string("value"),
          .autocomplete = o.string("autocomplete", "current-password"),
          .disabled = o.has("disabled"),
          .described_by = o.string("describedBy"),
          .show_password_text = o.string("showPasswordText"),
          .hide_password_text = o.string("hidePasswordText"),
          .show_password_aria_label_text = o.string("showPasswordAriaLabelText"),
          .hide_password_aria_label_text = o.string("hidePasswordAriaLabelText"),
          .password_shown_announcement_text = o.string("passwordShownAnnouncementText"),
          .password_hidden_announcement_text = o.string("passwordHiddenAnnouncementText"),
          .button_classes = o.object("button").string("classes"),
          .form_group = form_group_options(o.object("formGroup")),
          .classes = o.string("classes"),
          .attributes = o.attributes()};
}

}  // namespace

TEST(PasswordInput, MatchesEveryFixture) {
  expect_fixtures("password-input",
                  [](Options const& options) { return password_input(password_input_options(options)); });
}

}  // namespace earshot::govuk
