#include "ui/govuk/inset_text.h"

#include "ui/govuk/shared.h"

namespace earshot::govuk {

Html inset_text(InsetTextOptions const& options) {
  Attributes inset{{"class", spaced({"govuk-inset-text", options.classes})}};
  add_given(inset, "id", options.id);
  return element("div", inset.add(options.attributes), options.text);
}

}  // namespace earshot::govuk
