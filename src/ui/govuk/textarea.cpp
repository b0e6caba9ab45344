#include "ui/govuk/textarea.h"

#include "ui/govuk/notes.h"

namespace earshot::govuk {
namespace {

Html field(TextareaOptions const& options, std::string const& id, std::string const& described_by) {
  bool const has_error = !options.error.text.empty();
  Attributes attributes{
      {"class", spaced({"govuk-textarea", has_error ? "govuk-textarea--error" : "", options.classes})},
      {"id", id},
      {"name", options.name},
      {"rows", std::to_string(options.rows)}};
  if (options.spellcheck) add_given(attributes, "spellcheck", *options.spellcheck ? "true" : "false");
  attributes.flag("disabled", options.disabled);
  add_given(attributes, "aria-describedby", described_by);
  add_given(attributes, "autocomplete", options.autocomplete);
  // A browser drops the first line end inside a textarea; one more keeps what a person typed.
  auto const opening = options.value.substr(0, 1) == "\n" || options.value.substr(0, 2) == "\r\n" ? "\n" : "";
  return element("textarea", attributes.add(options.attributes), html(opening, options.value));
}

}  // namespace

Html textarea(TextareaOptions const& options) {
  auto const& id = options.id.empty() ? options.name : options.id;
  auto const above = notes(id, options.hint, options.error);
  auto const itself = field(options, id, spaced({options.described_by, above.ids}));
  return form_group(options.form_group, !options.error.text.empty(),
                    html(label(options.label, id), above.markup, options.form_group.before_input, itself,
                         options.form_group.after_input));
}

}  // namespace earshot::govuk
