#include "ui/govuk/warning_text.h"

#include "ui/govuk/shared.h"

namespace earshot::govuk {

Html warning_text(WarningTextOptions const& options) {
  Attributes const outer =
      Attributes{{"class", spaced({"govuk-warning-text", options.classes})}}.add(options.attributes);
  auto const icon = element("span", {{"class", "govuk-warning-text__icon"}, {"aria-hidden", "true"}}, "!");
  auto const spoken = element("span", {{"class", "govuk-visually-hidden"}}, options.icon_fallback_text);
  auto const words = element("strong", {{"class", "govuk-warning-text__text"}}, html(spoken, " ", options.text));
  return element("div", outer, html(icon, words));
}

}  // namespace earshot::govuk
