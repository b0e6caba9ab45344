#include "ui/work_list.h"

namespace earshot::ui {

Html work_list(std::string_view label, std::vector<WorkItem> const& items) {
  Html rows;
  for (auto const& item : items) {
    auto const link = element(
        "a", Attributes{{"class", "govuk-link"}, {"dir", "auto"}, {"lang", item.language}}.add("href", item.href),
        item.words);
    Html facts;
    for (auto const& fact : item.facts) facts += element("div", Attributes{{"class", "work__fact"}}, fact);
    rows += element("li", Attributes{{"class", "work__item"}},
                    html(element("div", Attributes{{"class", "work__words"}}, link),
                         element("div", Attributes{{"class", "work__facts"}}, facts)));
  }
  return element("ol", Attributes{{"class", "work"}, {"role", "list"}, {"aria-label", label}}, rows);
}

}  // namespace earshot::ui
