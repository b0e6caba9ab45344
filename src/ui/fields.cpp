#include "ui/fields.h"

#include "ui/govuk/button.h"
#include "ui/govuk/character_count.h"
#include "ui/govuk/checkboxes.h"
#include "ui/govuk/file_upload.h"
#include "ui/govuk/input.h"
#include "ui/govuk/password_input.h"
#include "ui/govuk/radios.h"
#include "ui/govuk/select.h"
#include "ui/govuk/shared.h"
#include "ui/govuk/textarea.h"
#include "ui/question.h"

namespace earshot::ui {
namespace {

using question::label;
using question::legend;
using question::problem;

std::string width_class(int width) { return width > 0 ? "govuk-input--width-" + std::to_string(width) : std::string(); }

govuk::InputOptions input_options(i18n::Translator const& t, TextField const& field) {
  return {.name = field.name,
          .label = label(field.label, field.heading),
          .hint = {.text = field.hint},
          .error = problem(t, field.error),
          .type = field.type,
          .value = field.value,
          .inputmode = field.inputmode,
          .autocomplete = field.autocomplete,
          .prefix = {.text = field.prefix},
          .suffix = {.text = field.suffix},
          .classes = width_class(field.width)};
}

/// How much more may be typed, in words that need no plural: the script puts any number in.
govuk::Plurals sentence(std::string const& text) { return {{"one", text}, {"other", text}}; }

govuk::CharacterCountOptions counted(i18n::Translator const& t, TextareaField const& field) {
  bool const words = field.max_words > 0;
  auto const most = words ? field.max_words : field.max_characters;
  std::string const count = "%{count}";
  auto const allowed = t.number(static_cast<std::int64_t>(most));
  return {.name = field.name,
          .label = label(field.label, field.heading),
          .hint = {.text = field.hint},
          .error = problem(t, field.error),
          .value = field.value,
          .rows = field.rows,
          .max_length = static_cast<int>(most),
          .count_type = words ? govuk::CountType::words : govuk::CountType::characters,
          .textarea_description_text =
              words ? t("You can write up to {1} words", allowed) : t("You can write up to {1} characters", allowed),
          .characters_under_limit_text = sentence(t("Characters left: {1}", count)),
          .characters_at_limit_text = t("Characters left: {1}", "0"),
          .characters_over_limit_text = sentence(t("Characters too many: {1}", count)),
          .words_under_limit_text = sentence(t("Words left: {1}", count)),
          .words_at_limit_text = t("Words left: {1}", "0"),
          .words_over_limit_text = sentence(t("Words too many: {1}", count))};
}

govuk::RadioItem radio(Choice const& choice) {
  return {
      .value = choice.value, .text = choice.label, .hint = {.text = choice.hint}, .conditional = choice.conditional};
}

govuk::CheckboxItem checkbox(Choice const& choice) {
  return {.value = choice.value,
          .text = choice.label,
          .hint = {.text = choice.hint},
          .conditional = choice.conditional,
          .behaviour = choice.exclusive ? "exclusive" : ""};
}

}  // namespace

std::optional<std::string> error_for(i18n::Translator const& t, web::FormState const& form, std::string_view name) {
  auto const message = form.error(name);
  return message ? std::optional(t(*message)) : std::nullopt;
}

Html text_field(i18n::Translator const& t, TextField const& field) { return govuk::input(input_options(t, field)); }

Html email_field(i18n::Translator const& t, TextField field) {
  field.type = "email";
  if (field.autocomplete.empty()) field.autocomplete = "email";
  auto options = input_options(t, field);
  options.spellcheck = false;
  return govuk::input(options);
}

Html password_field(i18n::Translator const& t, PasswordField const& field) {
  return govuk::password_input({.name = field.name,
                                .label = label(field.label, field.heading),
                                .hint = {.text = field.hint},
                                .error = problem(t, field.error),
                                .autocomplete = field.autocomplete,
                                .show_password_text = t("Show"),
                                .hide_password_text = t("Hide"),
                                .show_password_aria_label_text = t("Show password"),
                                .hide_password_aria_label_text = t("Hide password"),
                                .password_shown_announcement_text = t("Your password is visible"),
                                .password_hidden_announcement_text = t("Your password is hidden")});
}

Html textarea_field(i18n::Translator const& t, TextareaField const& field) {
  if (field.max_characters > 0 || field.max_words > 0) return govuk::character_count(counted(t, field));
  return govuk::textarea({.name = field.name,
                          .label = label(field.label, field.heading),
                          .hint = {.text = field.hint},
                          .error = problem(t, field.error),
                          .value = field.value,
                          .rows = field.rows});
}

Html radios_field(i18n::Translator const& t, RadiosField const& field) {
  govuk::RadiosOptions options{.name = field.name,
                               .fieldset = legend(field.legend, field.heading),
                               .hint = {.text = field.hint},
                               .error = problem(t, field.error),
                               .value = field.value,
                               .classes = govuk::spaced({field.inline_items ? "govuk-radios--inline" : "",
                                                         field.small ? "govuk-radios--small" : ""})};
  for (auto const& item : field.items) {
    if (!item.divider_before.empty()) options.items.push_back({.divider = item.divider_before});
    options.items.push_back(radio(item));
  }
  return govuk::radios(options);
}

Html checkboxes_field(i18n::Translator const& t, CheckboxesField const& field) {
  govuk::CheckboxesOptions options{.name = field.name,
                                   .id_prefix = field.id,
                                   .fieldset = legend(field.legend, field.heading),
                                   .hint = {.text = field.hint},
                                   .error = problem(t, field.error),
                                   .values = field.values,
                                   .classes = field.small ? "govuk-checkboxes--small" : ""};
  for (auto const& item : field.items) {
    if (!item.divider_before.empty()) options.items.push_back({.divider = item.divider_before});
    options.items.push_back(checkbox(item));
  }
  return govuk::checkboxes(options);
}

Html select_field(i18n::Translator const& t, SelectField const& field) {
  govuk::SelectOptions options{.name = field.name,
                               .label = label(field.label, field.heading),
                               .hint = {.text = field.hint},
                               .error = problem(t, field.error),
                               .value = field.value};
  for (auto const& item : field.items) options.items.push_back({.value = item.value, .text = item.label});
  return govuk::select(options);
}

Html file_field(i18n::Translator const& t, FileField const& field) {
  Attributes attributes;
  govuk::add_given(attributes, "accept", field.accept);
  return govuk::file_upload({.name = field.name,
                             .label = label(field.label, field.heading),
                             .hint = {.text = field.hint},
                             .error = problem(t, field.error),
                             .multiple = field.multiple,
                             .attributes = attributes});
}

Html button(Button const& button) {
  std::string_view classes;
  if (button.look == Button::Look::secondary) classes = "govuk-button--secondary";
  if (button.look == Button::Look::warning) classes = "govuk-button--warning";
  return govuk::button({.text = button.text,
                        .name = button.name,
                        .value = button.value,
                        .href = button.href,
                        .classes = std::string(classes),
                        .is_start_button = button.look == Button::Look::start});
}

Html button_group(Html const& content) { return element("div", {{"class", "govuk-button-group"}}, content); }

Html hidden(std::string_view name, std::string_view value) {
  return void_element("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
}

}  // namespace earshot::ui
