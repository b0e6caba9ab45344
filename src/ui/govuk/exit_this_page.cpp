#include "ui/govuk/exit_this_page.h"

#include "ui/govuk/button.h"
#include "ui/govuk/shared.h"

namespace earshot::govuk {
namespace {

Html english_words() {
  return html(element("span", {{"class", "govuk-visually-hidden"}}, "Emergency"), " Exit this page");
}

}  // namespace

Html exit_this_page(ExitThisPageOptions const& options) {
  Attributes outer{{"class", spaced({"govuk-exit-this-page", options.classes})},
                   {"data-module", "govuk-exit-this-page"}};
  add_given(outer, "id", options.id);
  outer.add(options.attributes);

  auto const texts = ScriptTexts()
                         .add("activated", options.activated_text)
                         .add("timed-out", options.timed_out_text)
                         .add("press-two-more-times", options.press_two_more_times_text)
                         .add("press-one-more-time", options.press_one_more_time_text);
  auto const link =
      button({.text = options.text.empty() ? english_words() : options.text,
              .href = options.redirect_url,
              .classes = "govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button",
              .attributes = {{"rel", "nofollow noreferrer"}}});
  return element_with_texts("div", outer, texts, link);
}

}  // namespace earshot::govuk
