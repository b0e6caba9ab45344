// The fields of question pages, short forms over the GOV.UK components. The id of each control is the name of its
// field, so that the links of an error summary arrive (the first choice, or the day, stands for a group). Labels,
// hints and errors are text in the reader's language already.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/time.h"
#include "platform/i18n/translator.h"
#include "platform/web/context.h"
#include "ui/html/html.h"

namespace earshot::ui {

/// What is wrong with the field `name`, translated; nothing when it is right.
std::optional<std::string> error_for(i18n::Translator const& t, web::FormState const& form, std::string_view name);

struct TextField {
  std::string name;
  std::string label;
  bool heading = false;  ///< The label is the heading of the page (h1).
  Html hint = {};
  std::string value = {};
  std::optional<std::string> error = {};
  std::string autocomplete = {};  ///< "name", "email", "tel", "postal-code", "one-time-code" …
  std::string inputmode = {};     ///< "numeric", "decimal", "tel", "email"; the keyboard a phone brings up.
  int width = 0;                  ///< In characters: 2, 3, 4, 5, 10 or 20; 0 for all there is.
  std::string type = "text";
  std::string prefix = {}, suffix = {};  ///< "£", "hours".
};

/// A line of text.
Html text_field(i18n::Translator const& t, TextField const& field);

/// An e-mail address: its keyboard, its autocomplete, no spell check. `width`, `type` and so on are set for you.
Html email_field(i18n::Translator const& t, TextField field);

struct PasswordField {
  std::string name;
  std::string label;
  bool heading = false;
  Html hint = {};
  std::optional<std::string> error = {};
  std::string autocomplete = "current-password";  ///< "new-password" where one is chosen.
};

/// A password, with a button to show it where there is JavaScript. What was typed is never sent back.
Html password_field(i18n::Translator const& t, PasswordField const& field);

struct TextareaField {
  std::string name;
  std::string label;
  bool heading = false;
  Html hint = {};
  std::string value = {};
  std::optional<std::string> error = {};
  int rows = 5;
  std::size_t max_characters = 0;  ///< Tells how many are left; 0 for no limit. Checked by the one who reads the form.
  std::size_t max_words = 0;       ///< The same in words.
};

/// Several lines of text.
Html textarea_field(i18n::Translator const& t, TextareaField const& field);

/// One thing to choose. `conditional` is shown under it when it is chosen (always, where there is no JavaScript).
struct Choice {
  std::string value;
  std::string label;
  Html hint = {};
  Html conditional = {};
  std::string divider_before = {};  ///< "or", on a line of its own above it.
  bool exclusive = false;           ///< Checkboxes: "None of these", which unticks the others.
};

struct RadiosField {
  std::string name;
  std::string legend;
  bool heading = false;  ///< The legend is the heading of the page (h1).
  Html hint = {};
  std::vector<Choice> items;
  std::string value = {};
  std::optional<std::string> error = {};
  bool inline_items = false;  ///< Side by side, for two short answers.
  bool small = false;
};

/// One of several.
Html radios_field(i18n::Translator const& t, RadiosField const& field);

struct CheckboxesField {
  std::string name;
  std::string id = {};  ///< Where a page has several groups of one name; the name when empty.
  std::string legend;   ///< May be empty for a single box, whose label says it all.
  bool heading = false;
  Html hint = {};
  std::vector<Choice> items;
  std::vector<std::string> values = {};
  std::optional<std::string> error = {};
  bool small = false;
};

/// Any of several. Every box has the same name, so `Fields::all(name)` reads them.
Html checkboxes_field(i18n::Translator const& t, CheckboxesField const& field);

struct SelectField {
  std::string name;
  std::string label;
  bool heading = false;
  Html hint = {};
  std::vector<Choice> items;  ///< Value and label count; begin with {"", t("Choose one")} to choose none at first.
  std::string value = {};
  std::optional<std::string> error = {};
};

/// One of many.
Html select_field(i18n::Translator const& t, SelectField const& field);

/// A day as it was typed.
struct DateParts {
  std::string day, month, year;

  bool operator==(DateParts const&) const = default;
};

/// The parts that were typed into `name`, or those of `otherwise` when the form has not been sent.
DateParts date_parts(web::FormState const& form, std::string_view name, std::optional<Date> otherwise = {});

/// The parts that came as name-day, name-month and name-year.
DateParts date_parts(http::Fields const& fields, std::string_view name);

/// The day they name; nothing when there is no such day. The year must have four digits.
std::optional<Date> to_date(DateParts const& parts);

struct DateField {
  std::string name;
  std::string legend;
  bool heading = false;
  Html hint = {};  ///< "For example, 27 3 2027".
  DateParts value = {};
  std::optional<std::string> error = {};
  bool birthday = false;  ///< Lets the browser fill in the day the person was born.
};

/// Three inputs: name-day, name-month and name-year. The id of the first is the name.
Html date_field(i18n::Translator const& t, DateField const& field);

struct FileField {
  std::string name;
  std::string label;
  bool heading = false;
  Html hint = {};
  std::optional<std::string> error = {};
  std::string accept = {};  ///< ".csv,text/csv"
  bool multiple = false;
};

/// A file to send. The form around it must be multipart (`form_with_files`).
Html file_field(i18n::Translator const& t, FileField const& field);

struct Button {
  enum class Look { main, secondary, warning, start };

  std::string text;
  Look look = Look::main;
  Url href = {};           ///< Makes it a link that looks like a button.
  std::string name = {};   ///< Tells which of several buttons sent the form,
  std::string value = {};  ///< with this value.
};

/// A button that sends its form once, however often it is pressed.
Html button(Button const& button);

/// Buttons and links side by side.
Html button_group(Html const& content);

/// A field that nobody sees.
Html hidden(std::string_view name, std::string_view value);

}  // namespace earshot::ui
