// The options that the fixtures of several components have in common, from JSON to struct.
#pragma once

#include "ui/govuk/button.h"
#include "ui/govuk/error_message.h"
#include "ui/govuk/fieldset.h"
#include "ui/govuk/fixtures_testing.h"
#include "ui/govuk/hint.h"
#include "ui/govuk/label.h"
#include "ui/govuk/shared.h"

namespace earshot::govuk {

ButtonOptions button_options(Options const& options);
LabelOptions label_options(Options const& options);
HintOptions hint_options(Options const& options);
ErrorMessageOptions error_message_options(Options const& options);
FieldsetOptions fieldset_options(Options const& options);

/// Reads beforeInput or beforeInputs, and so on.
FormGroupOptions form_group_options(Options const& options);

/// The items of radios and checkboxes. Templates count the items that they step over (null, false, "") when they number
/// ids; a caller here has no such items and says the id, as this does.
template <class Item>
std::vector<Item> choice_items(Options const& options, std::string const& prefix, Item (*item)(Options const&)) {
  std::vector<Item> items;
  auto const* list = options.json().if_contains("items");
  if (list == nullptr) return items;
  std::size_t place = 0;
  for (auto const& each : list->as_array()) {
    ++place;
    if (!each.is_object()) continue;
    items.push_back(item(Options(each.as_object())));
    if (items.back().id.empty() && place != items.size()) items.back().id = prefix + '-' + std::to_string(place);
  }
  return items;
}

}  // namespace earshot::govuk
