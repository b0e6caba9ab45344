// A field for a password, which can be shown.
#pragma once

#include <string>

#include "ui/govuk/error_message.h"
#include "ui/govuk/hint.h"
#include "ui/govuk/label.h"
#include "ui/govuk/shared.h"

namespace earshot::govuk {

/// Texts that are left out are in English.
struct PasswordInputOptions {
  std::string name;
  std::string id;  ///< the name when empty
  LabelOptions label;
  HintOptions hint;
  ErrorMessageOptions error;
  std::string value;
  std::string autocomplete = "current-password";
  bool disabled = false;
  std::string described_by;
  std::string show_password_text;             ///< on the button: "Show"
  std::string hide_password_text;             ///< on the button: "Hide"
  std::string show_password_aria_label_text;  ///< what the button is called: "Show password"
  std::string hide_password_aria_label_text;  ///< what the button is called: "Hide password"
  std::string password_shown_announcement_text;
  std::string password_hidden_announcement_text;
  std::string button_classes;
  FormGroupOptions form_group;
  std::string classes;
  Attributes attributes;
};

/// The field with its label, hint, error message and button.
Html password_input(PasswordInputOptions const& options);

}  // namespace earshot::govuk
