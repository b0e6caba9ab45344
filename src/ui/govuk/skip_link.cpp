#include "ui/govuk/skip_link.h"

#include "ui/govuk/shared.h"

namespace earshot::govuk {

Html skip_link(SkipLinkOptions const& options) {
  Attributes link{{"href", options.href.text()},
                  {"class", spaced({"govuk-skip-link", options.classes})},
                  {"data-module", "govuk-skip-link"}};
  return element("a", link.add(options.attributes), options.text);
}

}  // namespace earshot::govuk
