// Fields for a date that a person knows by heart.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ui/govuk/error_message.h"
#include "ui/govuk/fieldset.h"
#include "ui/govuk/hint.h"
#include "ui/govuk/shared.h"

namespace earshot::govuk {

struct DateInputItem {
  std::string name;   ///< "day", "month" or "year" when empty
  std::string label;  ///< the name with a capital when empty; give it in the page's language
  std::string value;
  std::optional<bool> error;  ///< when no field says, all are marked as soon as there is an error message
  std::string id;             ///< made from the group's id and the name when empty
  std::string inputmode = "numeric";
  std::string autocomplete;
  std::string pattern;
  std::string classes;
  Attributes attributes;
};

struct DateInputOptions {
  std::string id;
  std::string name_prefix;   ///< "born" makes the names born-day, born-month and born-year
  FieldsetOptions fieldset;  ///< the question is its legend
  HintOptions hint;
  ErrorMessageOptions error;
  std::optional<DateInputItem> day = DateInputItem{};    ///< std::nullopt leaves it out
  std::optional<DateInputItem> month = DateInputItem{};  ///< std::nullopt leaves it out
  std::optional<DateInputItem> year = DateInputItem{};   ///< std::nullopt leaves it out
  std::vector<DateInputItem> items;                      ///< other fields, or another order, instead of those three
  std::map<std::string, std::string> values;             ///< by the name of the field, for fields that have no value
  FormGroupOptions form_group;
  std::string classes;
  Attributes attributes;
};

/// The fields with their legend, hint and error message.
Html date_input(DateInputOptions const& options);

}  // namespace earshot::govuk
