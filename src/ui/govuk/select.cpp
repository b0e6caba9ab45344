#include "ui/govuk/select.h"

#include "ui/govuk/notes.h"

namespace earshot::govuk {
namespace {

Html option(SelectItem const& item, std::string const& chosen) {
  Attributes attributes;
  if (item.value) attributes.add(Attributes{{"value", *item.value}});
  bool const is_chosen = !chosen.empty() && chosen == item.value.value_or(item.text);
  attributes.flag("selected", item.selected.value_or(is_chosen)).flag("disabled", item.disabled);
  return element("option", attributes.add(item.attributes), item.text);
}

Html field(SelectOptions const& options, std::string const& id, std::string const& described_by) {
  bool const has_error = !options.error.text.empty();
  Attributes attributes{{"class", spaced({"govuk-select", options.classes, has_error ? "govuk-select--error" : ""})},
                        {"id", id},
                        {"name", options.name}};
  attributes.flag("disabled", options.disabled);
  add_given(attributes, "aria-describedby", described_by);
  Html items;
  for (auto const& item : options.items) items += option(item, options.value);
  return element("select", attributes.add(options.attributes), items);
}

}  // namespace

Html select(SelectOptions const& options) {
  auto const& id = options.id.empty() ? options.name : options.id;
  auto const above = notes(id, options.hint, options.error);
  auto const itself = field(options, id, spaced({options.described_by, above.ids}));
  return form_group(options.form_group, !options.error.text.empty(),
                    html(label(options.label, id), above.markup, options.form_group.before_input, itself,
                         options.form_group.after_input));
}

}  // namespace earshot::govuk
