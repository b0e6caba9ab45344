// A choice of one answer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/govuk/error_message.h"
#include "ui/govuk/fieldset.h"
#include "ui/govuk/hint.h"
#include "ui/govuk/shared.h"

namespace earshot::govuk {

struct RadioItem {
  std::string value;
  Html text;
  std::string id;  ///< made from the group's id and the item's number when empty
  HintOptions hint;
  std::optional<bool> checked;  ///< by the group's `value` when not set
  Html conditional;             ///< shown while the item is chosen
  Html divider;                 ///< "or": a line between items instead of an item
  bool disabled = false;
  std::string label_classes;
  Attributes label_attributes;
  Attributes attributes;
};

struct RadiosOptions {
  std::string name;
  std::string id_prefix;     ///< the name when empty
  FieldsetOptions fieldset;  ///< the question is its legend; without one, say the question some other way
  HintOptions hint;
  ErrorMessageOptions error;
  std::vector<RadioItem> items;
  std::string value;  ///< the value of the item that is chosen
  FormGroupOptions form_group;
  std::string classes;
  Attributes attributes;
};

/// The radios with their legend, hint and error message.
Html radios(RadiosOptions const& options);

}  // namespace earshot::govuk
