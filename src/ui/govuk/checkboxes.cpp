#include "ui/govuk/checkboxes.h"

#include <algorithm>

#include "ui/govuk/choices.h"

namespace earshot::govuk {

Html checkboxes(CheckboxesOptions const& options) {
  auto const& prefix = options.id_prefix.empty() ? options.name : options.id_prefix;
  auto const above = notes(prefix, options.hint, options.error);
  bool const has_fieldset = !options.fieldset.legend.text.empty();
  // With a fieldset its own list of ids stands in place of the group's.
  auto const& described_by = options.fieldset.described_by.empty() ? options.described_by : std::string();

  Html items;
  for (std::size_t i = 0; i < options.items.size(); ++i) {
    auto const& item = options.items[i];
    bool const is_chosen = std::find(options.values.begin(), options.values.end(), item.value) != options.values.end();
    items += choice({.block = "govuk-checkboxes",
                     .type = "checkbox",
                     .id = item.id.empty() ? choice_id(prefix, i) : item.id,
                     .name = item.name.empty() ? options.name : item.name,
                     .is_checked = item.checked.value_or(is_chosen),
                     .described_by = has_fieldset ? std::string() : spaced({described_by, above.ids}),
                     .behaviour = item.behaviour},
                    item);
  }

  auto const content = html(above.markup, choice_list("govuk-checkboxes", options, items));
  return form_group(options.form_group, !options.error.text.empty(),
                    within_fieldset(options.fieldset, spaced({described_by, above.ids}), content));
}

}  // namespace earshot::govuk
