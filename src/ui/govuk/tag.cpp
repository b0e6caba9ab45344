#include "ui/govuk/tag.h"

#include "ui/govuk/shared.h"

namespace earshot::govuk {

Html tag(TagOptions const& options) {
  return element("strong", Attributes{{"class", spaced({"govuk-tag", options.classes})}}.add(options.attributes),
                 options.text);
}

}  // namespace earshot::govuk
