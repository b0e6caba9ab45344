#include "ui/govuk/generic_header.h"

#include "ui/govuk/shared.h"

namespace earshot::govuk {

Html generic_header(GenericHeaderOptions const& options) {
  return header_under("govuk-generic", options.url.text(), options);
}

Html header_under(std::string_view prefix, std::string_view home, GenericHeaderOptions const& options) {
  auto const block = std::string(prefix) + "-header";
  auto const link = element("a", {{"href", home}, {"class", block + "__homepage-link"}}, options.logo_text);
  auto const logo = element("div", {{"class", block + "__logo"}}, link);
  auto const container = element("div", {{"class", spaced({block + "__container", options.container_classes})}}, logo);
  Attributes outer{{"class", spaced({block, options.classes})}};
  return element("div", outer.add(options.attributes), container);
}

}  // namespace earshot::govuk
