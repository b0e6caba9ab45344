// A field for several lines of text.
#pragma once

#include <optional>
#include <string>

#include "ui/govuk/error_message.h"
#include "ui/govuk/hint.h"
#include "ui/govuk/label.h"
#include "ui/govuk/shared.h"

namespace earshot::govuk {

struct TextareaOptions {
  std::string name;
  std::string id;  ///< the name when empty
  LabelOptions label;
  HintOptions hint;
  ErrorMessageOptions error;
  std::string value;
  int rows = 5;
  std::string autocomplete;
  std::optional<bool> spellcheck;  ///< the browser decides when not set
  bool disabled = false;
  std::string described_by;
  FormGroupOptions form_group;
  std::string classes;
  Attributes attributes;
};

/// The field with its label, hint and error message.
Html textarea(TextareaOptions const& options);

}  // namespace earshot::govuk
