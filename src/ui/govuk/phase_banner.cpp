#include "ui/govuk/phase_banner.h"

#include "ui/govuk/shared.h"

namespace earshot::govuk {

Html phase_banner(PhaseBannerOptions const& options) {
  Attributes const outer =
      Attributes{{"class", spaced({"govuk-phase-banner", "govuk-width-container", options.classes})}}.add(
          options.attributes);
  auto const phase =
      tag({.text = options.tag.text, .classes = spaced({"govuk-phase-banner__content__tag", options.tag.classes})});
  auto const words = element("span", {{"class", "govuk-phase-banner__text"}}, options.text);
  return element("div", outer, element("p", {{"class", "govuk-phase-banner__content"}}, html(phase, " ", words)));
}

}  // namespace earshot::govuk
