// What radios and checkboxes have in common. For the components of this room.
#pragma once

#include <string>
#include <string_view>

#include "ui/govuk/label.h"
#include "ui/govuk/notes.h"
#include "ui/govuk/shared.h"

namespace earshot::govuk {

/// What an item is within its group.
struct Choice {
  std::string_view block;  ///< "govuk-radios" or "govuk-checkboxes"
  std::string_view type;   ///< "radio" or "checkbox"
  std::string id;
  std::string_view name;
  bool is_checked = false;
  std::string described_by;    ///< ids besides that of the item's own hint
  std::string_view behaviour;  ///< for the script
};

/// "name", "name-2", "name-3": the first has no number so that an error summary can link to it.
inline std::string choice_id(std::string const& prefix, std::size_t index) {
  return index == 0 ? prefix : prefix + '-' + std::to_string(index + 1);
}

/// One item: its box, label, hint and what it reveals. `Item` is a RadioItem or a CheckboxItem.
template <class Item>
Html choice(Choice const& choice, Item const& item) {
  auto const part = [&](std::string_view name) { return std::string(choice.block) + "__" + std::string(name); };
  if (!item.divider.empty()) return element("div", {{"class", part("divider")}}, item.divider);

  bool const has_hint = !item.hint.text.empty();
  auto const hint_id = has_hint ? choice.id + "-item-hint" : std::string();
  auto const conditional_id = item.conditional.empty() ? std::string() : "conditional-" + choice.id;

  Attributes box{
      {"class", part("input")}, {"id", choice.id}, {"name", choice.name}, {"type", choice.type}, {"value", item.value}};
  box.flag("checked", choice.is_checked).flag("disabled", item.disabled);
  add_given(box, "data-aria-controls", conditional_id);
  add_given(box, "data-behaviour", choice.behaviour);
  add_given(box, "aria-describedby", spaced({choice.described_by, hint_id}));
  box.add(item.attributes);

  LabelOptions const item_label{
      .text = item.text, .classes = spaced({part("label"), item.label_classes}), .attributes = item.label_attributes};
  auto all = element("div", {{"class", part("item")}},
                     html(void_element("input", box), label(item_label, choice.id),
                          has_hint ? hint(item.hint, hint_id, part("hint")) : Html()));
  if (!item.conditional.empty()) {
    auto const hidden = choice.is_checked ? std::string() : part("conditional--hidden");
    all += element("div", {{"class", spaced({part("conditional"), hidden})}, {"id", conditional_id}}, item.conditional);
  }
  return all;
}

/// All of the items between what comes before and after them, in the box that the script looks for.
template <class Group>
Html choice_list(std::string_view block, Group const& options, Html const& items) {
  Attributes attributes{{"class", spaced({block, options.classes})}, {"data-module", block}};
  return element("div", attributes.add(options.attributes),
                 html(options.form_group.before_input, items, options.form_group.after_input));
}

}  // namespace earshot::govuk
