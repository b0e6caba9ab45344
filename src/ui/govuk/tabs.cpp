#include "ui/govuk/tabs.h"

#include <cstddef>

#include "ui/govuk/shared.h"

namespace earshot::govuk {
namespace {

std::string panel_id(TabsOptions const& options, std::size_t index) {
  auto const& own = options.items[index].id;
  return own.empty() ? options.id_prefix + "-" + std::to_string(index + 1) : own;
}

Html list_item(TabsOptions const& options, std::size_t index, bool is_first) {
  auto const& item = options.items[index];
  Attributes link{{"class", "govuk-tabs__tab"}, {"href", "#" + panel_id(options, index)}};
  Attributes const listed{
      {"class", spaced({"govuk-tabs__list-item", is_first ? "govuk-tabs__list-item--selected" : ""})}};
  return element("li", listed, element("a", link.add(item.attributes), item.label));
}

Html panel_markup(TabsOptions const& options, std::size_t index, bool is_first) {
  auto const& panel = options.items[index].panel;
  Html inner = panel.html;
  if (inner.empty() && !panel.text.empty()) inner = element("p", {{"class", "govuk-body"}}, panel.text);

  Attributes outer{{"class", spaced({"govuk-tabs__panel", is_first ? "" : "govuk-tabs__panel--hidden"})},
                   {"id", panel_id(options, index)}};
  return element("div", outer.add(panel.attributes), inner);
}

}  // namespace

Html tabs(TabsOptions const& options) {
  Html inner = element("h2", {{"class", "govuk-tabs__title"}}, options.title);
  if (!options.items.empty()) {
    Html labels;
    Html panels;
    for (std::size_t index = 0; index < options.items.size(); ++index) {
      if (options.items[index].label.empty()) continue;
      bool const is_first = labels.empty();
      labels += list_item(options, index, is_first);
      panels += panel_markup(options, index, is_first);
    }
    inner += html(element("ul", {{"class", "govuk-tabs__list"}}, labels), panels);
  }

  Attributes outer{{"class", spaced({"govuk-tabs", options.classes})}, {"data-module", "govuk-tabs"}};
  add_given(outer, "id", options.id);
  return element("div", outer.add(options.attributes), inner);
}

}  // namespace earshot::govuk
