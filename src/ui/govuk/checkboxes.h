// A choice of any number of answers.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/govuk/error_message.h"
#include "ui/govuk/fieldset.h"
#include "ui/govuk/hint.h"
#include "ui/govuk/shared.h"

namespace earshot::govuk {

struct CheckboxItem {
  std::string value;
  Html text;
  std::string name;  ///< the group's name when empty
  std::string id;    ///< made from the group's id and the item's number when empty
  HintOptions hint;
  std::optional<bool> checked;  ///< by the group's `values` when not set
  Html conditional;             ///< shown while the item is chosen
  Html divider;                 ///< "or": a line between items instead of an item
  std::string behaviour;        ///< "exclusive": choosing it unchooses the others
  bool disabled = false;
  std::string label_classes;
  Attributes label_attributes;
  Attributes attributes;
};

struct CheckboxesOptions {
  std::string name;
  std::string id_prefix;     ///< the name when empty
  FieldsetOptions fieldset;  ///< the question is its legend; a single checkbox may do without
  HintOptions hint;
  ErrorMessageOptions error;
  std::vector<CheckboxItem> items;
  std::vector<std::string> values;  ///< the values of the items that are chosen
  std::string described_by;
  FormGroupOptions form_group;
  std::string classes;
  Attributes attributes;
};

/// The checkboxes with their legend, hint and error message.
Html checkboxes(CheckboxesOptions const& options);

}  // namespace earshot::govuk
