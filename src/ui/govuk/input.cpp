#include "ui/govuk/input.h"

#include "ui/govuk/notes.h"

namespace earshot::govuk {
namespace {

Html field(InputOptions const& options, std::string const& id, std::string const& described_by) {
  bool const has_error = !options.error.text.empty();
  Attributes attributes{{"class", spaced({"govuk-input", options.classes, has_error ? "govuk-input--error" : ""})},
                        {"id", id},
                        {"name", options.name},
                        {"type", options.type}};
  if (options.spellcheck) add_given(attributes, "spellcheck", *options.spellcheck ? "true" : "false");
  add_given(attributes, "value", options.value);
  attributes.flag("disabled", options.disabled);
  add_given(attributes, "aria-describedby", described_by);
  add_given(attributes, "autocomplete", options.autocomplete);
  add_given(attributes, "autocapitalize", options.autocapitalize);
  add_given(attributes, "pattern", options.pattern);
  add_given(attributes, "inputmode", options.inputmode);
  return void_element("input", attributes.add(options.attributes));
}

Html affix(AffixOptions const& options, std::string_view css_class) {
  if (options.text.empty()) return {};
  Attributes attributes{{"class", spaced({css_class, options.classes})}, {"aria-hidden", "true"}};
  return element("div", attributes.add(options.attributes), options.text);
}

Html wrapped(InputOptions const& options, Html const& itself) {
  auto const& group = options.form_group;
  if (options.prefix.text.empty() && options.suffix.text.empty() && group.before_input.empty() &&
      group.after_input.empty())
    return itself;
  Attributes attributes{{"class", spaced({"govuk-input__wrapper", options.input_wrapper.classes})}};
  return element("div", attributes.add(options.input_wrapper.attributes),
                 html(group.before_input, affix(options.prefix, "govuk-input__prefix"), itself,
                      affix(options.suffix, "govuk-input__suffix"), group.after_input));
}

}  // namespace

Html input(InputOptions const& options) {
  auto const& id = options.id.empty() ? options.name : options.id;
  auto const above = notes(id, options.hint, options.error);
  auto const itself = field(options, id, spaced({options.described_by, above.ids}));
  return form_group(options.form_group, !options.error.text.empty(),
                    html(label(options.label, id), above.markup, wrapped(options, itself)));
}

}  // namespace earshot::govuk
