#include "ui/govuk/label.h"

#include "ui/govuk/shared.h"

namespace earshot::govuk {

Html label(LabelOptions const& options) { return label(options, options.for_id); }

Html label(LabelOptions const& options, std::string_view for_id) {
  if (options.text.empty()) return {};
  Attributes attributes{{"class", spaced({"govuk-label", options.classes})}};
  attributes.add(options.attributes);
  add_given(attributes, "for", for_id);
  auto const itself = element("label", attributes, options.text);
  return options.is_page_heading ? element("h1", {{"class", "govuk-label-wrapper"}}, itself) : itself;
}

}  // namespace earshot::govuk
