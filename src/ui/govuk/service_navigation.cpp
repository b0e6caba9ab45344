#include "ui/govuk/service_navigation.h"

#include "ui/govuk/shared.h"

namespace earshot::govuk {
namespace {

Html service_name(ServiceNavigationOptions const& options) {
  if (options.service_name.empty()) return {};
  Html name;
  if (options.service_url.empty()) {
    name = element("span", {{"class", "govuk-service-navigation__text"}}, options.service_name);
  } else {
    name = element("a", {{"href", options.service_url.text()}, {"class", "govuk-service-navigation__link"}},
                   options.service_name);
  }
  return element("span", {{"class", "govuk-service-navigation__service-name"}}, name);
}

Html toggle(ServiceNavigationOptions const& options) {
  Attributes button{{"type", "button"},
                    {"class", "govuk-service-navigation__toggle govuk-js-service-navigation-toggle"},
                    {"aria-controls", options.navigation_id},
                    {"aria-hidden", "true"}};
  if (!options.menu_button_label.empty() && options.menu_button_label != options.menu_button_text)
    add_given(button, "aria-label", options.menu_button_label);
  return element("button", button.flag("hidden"), options.menu_button_text);
}

Html navigation_item(ServiceNavigationItem const& item) {
  bool const marked = item.active || item.current;
  // A reader who has overridden colours still sees where they are.
  Html const words =
      marked ? element("strong", {{"class", "govuk-service-navigation__active-fallback"}}, item.text) : item.text;

  Attributes inner{{"class", item.href.empty() ? "govuk-service-navigation__text" : "govuk-service-navigation__link"}};
  add_given(inner, "href", item.href.text());
  if (marked) add_given(inner, "aria-current", item.current ? "page" : "true");
  if (!item.href.empty()) inner.add(item.attributes);

  Attributes const listed{
      {"class", spaced({"govuk-service-navigation__item", marked ? "govuk-service-navigation__item--active" : ""})}};
  return element("li", listed, element(item.href.empty() ? "span" : "a", inner, words));
}

Html navigation(ServiceNavigationOptions const& options) {
  auto const& slots = options.slots;
  if (options.navigation.empty() && slots.navigation_start.empty() && slots.navigation_end.empty()) return {};

  Html items = slots.navigation_start;
  for (auto const& item : options.navigation) items += navigation_item(item);
  items += slots.navigation_end;

  Html inner;
  if (options.collapse_navigation_on_mobile.value_or(options.navigation.size() > 1)) inner += toggle(options);
  inner += element("ul", {{"class", "govuk-service-navigation__list"}, {"id", options.navigation_id}}, items);

  auto const& label = options.navigation_label.empty() ? options.menu_button_text : options.navigation_label;
  return element(
      "nav",
      {{"aria-label", label}, {"class", spaced({"govuk-service-navigation__wrapper", options.navigation_classes})}},
      inner);
}

}  // namespace

Html service_navigation(ServiceNavigationOptions const& options) {
  auto const& slots = options.slots;
  auto const row = element("div", {{"class", "govuk-service-navigation__container"}},
                           html(service_name(options), navigation(options)));
  auto const container = element(
      "div",
      {{"class",
        spaced({"govuk-width-container", slots.end_inline ? "govuk-service-navigation__inlining-container" : ""})}},
      html(slots.start, row, slots.end));

  // With more in it than the navigation it is a landmark of its own; a navigation alone already is one.
  bool const is_section = !options.service_name.empty() || !slots.start.empty() || !slots.end.empty();
  Attributes outer{{"class", spaced({"govuk-service-navigation", options.classes})},
                   {"data-module", "govuk-service-navigation"}};
  if (is_section) add_given(outer, "aria-label", options.aria_label);
  return element(is_section ? "section" : "div", outer.add(options.attributes), container);
}

}  // namespace earshot::govuk
