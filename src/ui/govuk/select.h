// A list that drops down. Radios are easier for most people; it is for long lists.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/govuk/error_message.h"
#include "ui/govuk/hint.h"
#include "ui/govuk/label.h"
#include "ui/govuk/shared.h"

namespace earshot::govuk {

struct SelectItem {
  std::optional<std::string> value;  ///< the text is the value when not set
  std::string text;
  std::optional<bool> selected;  ///< by the list's `value` when not set
  bool disabled = false;
  Attributes attributes;
};

struct SelectOptions {
  std::string name;
  std::string id;  ///< the name when empty
  LabelOptions label;
  HintOptions hint;
  ErrorMessageOptions error;
  std::vector<SelectItem> items;
  std::string value;  ///< the value of the item that is chosen
  bool disabled = false;
  std::string described_by;
  FormGroupOptions form_group;
  std::string classes;
  Attributes attributes;
};

/// The list with its label, hint and error message.
Html select(SelectOptions const& options);

}  // namespace earshot::govuk
