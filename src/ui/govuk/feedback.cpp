#include "ui/govuk/feedback.h"

#include "ui/govuk/shared.h"

namespace earshot::govuk {

Html feedback(FeedbackOptions const& options) {
  Html column =
      element("h" + std::to_string(options.heading_level), {{"class", "govuk-feedback__title"}}, options.title_text);
  Html body = options.html;
  if (body.empty() && !options.text.empty()) body = element("p", {{"class", "govuk-body"}}, options.text);
  if (!body.empty()) column += element("div", {{"class", "govuk-feedback__body"}}, body);

  Attributes outer{{"class", spaced({"govuk-feedback", "govuk-width-container", options.classes})}};
  return element("div", outer.add(options.attributes),
                 element("div", {{"class", "govuk-grid-row"}},
                         element("div", {{"class", "govuk-grid-column-two-thirds"}}, column)));
}

}  // namespace earshot::govuk
