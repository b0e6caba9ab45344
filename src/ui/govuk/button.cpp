#include "ui/govuk/button.h"

#include "ui/govuk/shared.h"

namespace earshot::govuk {
namespace {

// Without focusable="false" an old browser stops at the arrow on the way through the page by keyboard.
Html start_arrow() {
  return element("svg",
                 {{"class", "govuk-button__start-icon"},
                  {"xmlns", "http://www.w3.org/2000/svg"},
                  {"width", "17.5"},
                  {"height", "19"},
                  {"viewBox", "0 0 33 40"},
                  {"aria-hidden", "true"},
                  {"focusable", "false"}},
                 element("path", {{"fill", "currentColor"}, {"d", "M0 0h13l20 20-20 20H0l20-20z"}}, {}));
}

// A start button is a flex box, in which white space between the elements of its text would be lost.
Html content(ButtonOptions const& options) {
  if (!options.is_start_button) return options.text;
  bool const has_elements = options.text.markup().find('<') != std::string::npos;
  return html(has_elements ? element("span", {}, options.text) : options.text, start_arrow());
}

}  // namespace

Html button(ButtonOptions const& options) {
  auto const classes = spaced({"govuk-button", options.classes, options.is_start_button ? "govuk-button--start" : ""});
  Attributes common{{"class", classes}, {"data-module", "govuk-button"}};
  common.add(options.attributes);
  add_given(common, "id", options.id);

  if (!options.href.empty()) {
    Attributes link{{"href", options.href.text()}, {"role", "button"}, {"draggable", "false"}};
    return element("a", link.add(common), content(options));
  }

  Attributes own{{"type", options.type}};
  add_given(own, "value", options.value);
  add_given(own, "name", options.name);
  if (options.disabled) own.add(Attributes{{"aria-disabled", "true"}}).flag("disabled");
  if (options.prevent_double_click)
    add_given(own, "data-prevent-double-click", *options.prevent_double_click ? "true" : "false");
  return element("button", own.add(common), content(options));
}

}  // namespace earshot::govuk
