#include "ui/govuk/radios.h"

#include "ui/govuk/choices.h"

namespace earshot::govuk {

Html radios(RadiosOptions const& options) {
  auto const& prefix = options.id_prefix.empty() ? options.name : options.id_prefix;
  auto const above = notes(prefix, options.hint, options.error);

  Html items;
  for (std::size_t i = 0; i < options.items.size(); ++i) {
    auto const& item = options.items[i];
    items += choice({.block = "govuk-radios",
                     .type = "radio",
                     .id = item.id.empty() ? choice_id(prefix, i) : item.id,
                     .name = options.name,
                     .is_checked = item.checked.value_or(!options.value.empty() && item.value == options.value)},
                    item);
  }

  auto const content = html(above.markup, choice_list("govuk-radios", options, items));
  return form_group(options.form_group, !options.error.text.empty(),
                    within_fieldset(options.fieldset, above.ids, content));
}

}  // namespace earshot::govuk
