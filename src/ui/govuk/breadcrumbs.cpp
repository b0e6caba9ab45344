#include "ui/govuk/breadcrumbs.h"

#include "ui/govuk/shared.h"

namespace earshot::govuk {
namespace {

Html list_item(Breadcrumb const& item) {
  Attributes listed{{"class", "govuk-breadcrumbs__list-item"}};
  if (item.href.empty()) return element("li", listed.add(Attributes{{"aria-current", "page"}}), item.text);
  Attributes link{{"class", "govuk-breadcrumbs__link"}};
  return element("li", listed, element("a", link.add("href", item.href).add(item.attributes), item.text));
}

}  // namespace

Html breadcrumbs(BreadcrumbsOptions const& options) {
  Html steps;
  for (auto const& item : options.items) steps += list_item(item);

  Attributes nav{{"class", spaced({"govuk-breadcrumbs", options.classes,
                                   options.collapse_on_mobile ? "govuk-breadcrumbs--collapse-on-mobile" : ""})}};
  nav.add(options.attributes).add(Attributes{{"aria-label", options.label_text}});
  return element("nav", nav, element("ol", {{"class", "govuk-breadcrumbs__list"}}, steps));
}

}  // namespace earshot::govuk
