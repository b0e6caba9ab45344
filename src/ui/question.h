// How every field asks its question: the label or legend, and what is wrong with the answer. For the fields alone.
#pragma once

#include <optional>
#include <string>

#include "platform/i18n/translator.h"
#include "ui/govuk/error_message.h"
#include "ui/govuk/fieldset.h"
#include "ui/govuk/label.h"

namespace earshot::ui::question {

/// A label; as the heading of the page when it is the one question there.
inline govuk::LabelOptions label(std::string const& text, bool heading) {
  return {.text = text, .is_page_heading = heading, .classes = heading ? "govuk-label--l" : "govuk-label--s"};
}

/// A fieldset with a legend, or none when there is no text.
inline govuk::FieldsetOptions legend(std::string const& text, bool heading) {
  return {.legend = {.text = text,
                     .is_page_heading = heading,
                     .classes = heading ? "govuk-fieldset__legend--l" : "govuk-fieldset__legend--s"}};
}

/// What is wrong, with "Error:" before it for those who cannot see its colour.
inline govuk::ErrorMessageOptions problem(i18n::Translator const& t, std::optional<std::string> const& error) {
  return {.text = error.value_or(std::string()), .visually_hidden_text = t("Error")};
}

}  // namespace earshot::ui::question
