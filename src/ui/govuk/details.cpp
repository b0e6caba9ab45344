#include "ui/govuk/details.h"

#include "ui/govuk/shared.h"

namespace earshot::govuk {

Html details(DetailsOptions const& options) {
  Attributes outer{{"class", spaced({"govuk-details", options.classes})}};
  add_given(outer, "id", options.id);
  outer.add(options.attributes).flag("open", options.open);

  auto const summary = element("summary", {{"class", "govuk-details__summary"}},
                               element("span", {{"class", "govuk-details__summary-text"}}, options.summary_text));
  return element("details", outer, html(summary, element("div", {{"class", "govuk-details__text"}}, options.text)));
}

}  // namespace earshot::govuk
