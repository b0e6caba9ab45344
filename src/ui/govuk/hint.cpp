#include "ui/govuk/hint.h"

#include "ui/govuk/shared.h"

namespace earshot::govuk {

Html hint(HintOptions const& options) { return hint(options, options.id); }

Html hint(HintOptions const& options, std::string_view id, std::string_view more_classes) {
  Attributes attributes;
  add_given(attributes, "id", id);
  add_given(attributes, "class", spaced({"govuk-hint", more_classes, options.classes}));
  return element("div", attributes.add(options.attributes), options.text);
}

}  // namespace earshot::govuk
