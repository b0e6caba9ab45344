#include "ui/govuk/password_input.h"

#include "ui/govuk/button.h"
#include "ui/govuk/input.h"

namespace earshot::govuk {
namespace {

std::string_view first_given(std::string_view text, std::string_view otherwise) {
  return text.empty() ? otherwise : text;
}

// Hidden until the script is there to make it work.
Html show_button(PasswordInputOptions const& options, std::string const& id) {
  Attributes attributes{{"aria-controls", id},
                        {"aria-label", first_given(options.show_password_aria_label_text, "Show password")}};
  return button({.text = first_given(options.show_password_text, "Show"),
                 .type = "button",
                 .classes = spaced({"govuk-button--secondary govuk-password-input__toggle",
                                    "govuk-js-password-input-toggle", options.button_classes}),
                 .attributes = attributes.flag("hidden")});
}

ScriptTexts script_texts(PasswordInputOptions const& options) {
  return ScriptTexts()
      .add("show-password", options.show_password_text)
      .add("hide-password", options.hide_password_text)
      .add("show-password-aria-label", options.show_password_aria_label_text)
      .add("hide-password-aria-label", options.hide_password_aria_label_text)
      .add("password-shown-announcement", options.password_shown_announcement_text)
      .add("password-hidden-announcement", options.password_hidden_announcement_text);
}

}  // namespace

Html password_input(PasswordInputOptions const& options) {
  auto const& id = options.id.empty() ? options.name : options.id;
  auto const& group = options.form_group;
  return input(
      {.name = options.name,
       .id = id,
       .label = options.label,
       .hint = options.hint,
       .error = options.error,
       .type = "password",
       .value = options.value,
       .autocomplete = options.autocomplete,
       .autocapitalize = "none",
       .spellcheck = false,
       .disabled = options.disabled,
       .described_by = options.described_by,
       .form_group = {.classes = spaced({"govuk-password-input", group.classes}),
                      .attributes = Attributes({{"data-module", "govuk-password-input"}}).add(group.attributes),
                      .before_input = group.before_input,
                      .after_input = html(show_button(options, id), group.after_input),
                      .script_texts = script_texts(options)},
       .input_wrapper = {.classes = "govuk-password-input__wrapper"},
       .classes = spaced({"govuk-password-input__input govuk-js-password-input-input", options.classes}),
       .attributes = options.attributes});
}

}  // namespace earshot::govuk
