#include "ui/govuk/error_summary.h"

#include "ui/govuk/shared.h"

namespace earshot::govuk {
namespace {

Html error(ErrorSummaryItem const& item) {
  if (item.href.empty()) return element("li", {}, item.text);
  Attributes attributes{{"href", item.href.text()}};
  return element("li", {}, element("a", attributes.add(item.attributes), item.text));
}

Html body(ErrorSummaryOptions const& options) {
  Html content;
  if (!options.description.empty()) content += element("p", {}, options.description);
  Html errors;
  for (auto const& each : options.errors) errors += error(each);
  if (!errors.empty()) content += element("ul", {{"class", "govuk-list govuk-error-summary__list"}}, errors);
  return element("div", {{"class", "govuk-error-summary__body"}}, content);
}

}  // namespace

Html error_summary(ErrorSummaryOptions const& options) {
  Attributes attributes{{"class", spaced({"govuk-error-summary", options.classes})}};
  if (options.disable_auto_focus)
    add_given(attributes, "data-disable-auto-focus", *options.disable_auto_focus ? "true" : "false");
  attributes.add(options.attributes).add(Attributes{{"data-module", "govuk-error-summary"}});

  // The alert is inside: on the element that takes the focus, a screen reader would miss some of it.
  auto const title = element("h2", {{"class", "govuk-error-summary__title"}}, options.title);
  return element("div", attributes, element("div", {{"role", "alert"}}, html(title, body(options))));
}

}  // namespace earshot::govuk
