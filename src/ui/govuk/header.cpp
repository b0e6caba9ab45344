#include "ui/govuk/header.h"

#include "ui/govuk/generic_header.h"

namespace earshot::govuk {

Html header(HeaderOptions const& options) {
  Html logo = options.logo;
  if (!options.product_name.empty())
    logo += html(" ", element("span", {{"class", "govuk-header__product-name"}}, options.product_name));

  // An address without a scheme leads to another site, which Url refuses; this one is ours to write.
  auto const home = options.homepage_url.empty() ? std::string("//gov.uk") : options.homepage_url.text();
  return header_under("govuk", home,
                      {.logo_text = logo,
                       .container_classes = options.container_classes,
                       .classes = options.classes,
                       .attributes = options.attributes});
}

}  // namespace earshot::govuk
