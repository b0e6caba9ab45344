#include "ui/filters.h"

#include "ui/govuk/details.h"
#include "ui/prose.h"

namespace earshot::ui {

Html filters(i18n::Translator const& t, Filters const& filters) {
  Html fields;
  for (auto const& field : filters.fields) fields += field;
  auto const buttons = button_group(html(button({.text = t("Show these")}), link(filters.address, filters.everything)));
  auto const form = element("form", Attributes{{"method", "get"}}.add("action", filters.address),
                            html(element("div", Attributes{{"class", "filters__fields"}}, fields), buttons));
  return govuk::details({.summary_text = t("Filter the list"),
                         .text = form,
                         .id = "filters",
                         .open = filters.chosen,
                         .classes = "filters"});
}

Html filter_select(i18n::Translator const& t, std::string const& name, std::string const& label,
                   std::string const& value, std::string const& all, std::vector<Choice> items) {
  items.insert(items.begin(), {.value = "", .label = all});
  return select_field(t, {.name = name, .label = label, .items = std::move(items), .value = value});
}

Html filter_search(i18n::Translator const& t, std::string const& label, std::string const& value) {
  return text_field(t, {.name = "q", .label = label, .value = value, .type = "search"});
}

}  // namespace earshot::ui
