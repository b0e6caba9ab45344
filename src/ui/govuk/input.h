// A field for one line of text.
#pragma once

#include <optional>
#include <string>

#include "ui/govuk/error_message.h"
#include "ui/govuk/hint.h"
#include "ui/govuk/label.h"
#include "ui/govuk/shared.h"

namespace earshot::govuk {

/// A unit or sign beside the field ("£", "miles"). It is not read out: the label must say it too.
struct AffixOptions {
  Html text;
  std::string classes;
  Attributes attributes;
};

/// The box around the field and what stands beside it.
struct InputWrapperOptions {
  std::string classes;
  Attributes attributes;
};

struct InputOptions {
  std::string name;
  std::string id;  ///< the name when empty
  LabelOptions label;
  HintOptions hint;
  ErrorMessageOptions error;
  std::string type = "text";
  std::string value;
  std::string inputmode;
  std::string autocomplete;
  std::string autocapitalize;
  std::string pattern;
  std::optional<bool> spellcheck;  ///< the browser decides when not set
  bool disabled = false;
  std::string described_by;
  AffixOptions prefix;
  AffixOptions suffix;
  FormGroupOptions form_group;
  InputWrapperOptions input_wrapper;
  std::string classes;
  Attributes attributes;
};

/// The field with its label, hint and error message.
Html input(InputOptions const& options);

}  // namespace earshot::govuk
