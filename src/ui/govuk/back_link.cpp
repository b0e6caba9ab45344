#include "ui/govuk/back_link.h"

#include "ui/govuk/shared.h"

namespace earshot::govuk {

Html back_link(BackLinkOptions const& options) {
  Attributes link{{"href", options.href.text()}, {"class", spaced({"govuk-back-link", options.classes})}};
  return element("a", link.add(options.attributes), options.text);
}

}  // namespace earshot::govuk
