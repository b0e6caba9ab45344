#include "ui/govuk/error_message.h"

#include "ui/govuk/shared.h"

namespace earshot::govuk {

Html error_message(ErrorMessageOptions const& options) { return error_message(options, options.id); }

Html error_message(ErrorMessageOptions const& options, std::string_view id) {
  Attributes attributes;
  add_given(attributes, "id", id);
  add_given(attributes, "class", spaced({"govuk-error-message", options.classes}));
  attributes.add(options.attributes);
  if (options.visually_hidden_text.empty()) return element("p", attributes, options.text);
  auto const said = element("span", {{"class", "govuk-visually-hidden"}}, options.visually_hidden_text + ":");
  return element("p", attributes, html(said, " ", options.text));
}

}  // namespace earshot::govuk
