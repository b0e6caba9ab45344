#include "ui/govuk/task_list.h"

#include "ui/govuk/shared.h"

namespace earshot::govuk {
namespace {

Html title_markup(Task const& task, std::string const& described_by) {
  if (task.href.empty()) {
    Attributes plain;
    add_given(plain, "class", task.title.classes);
    return element("div", plain, task.title.text);
  }
  Attributes const link{{"class", spaced({"govuk-link", "govuk-task-list__link", task.title.classes})},
                        {"href", task.href.text()},
                        {"aria-describedby", described_by}};
  return element("a", link, task.title.text);
}

Html task_markup(Task const& task, std::string const& id) {
  auto const hint_id = id + "-hint";
  auto const status_id = id + "-status";

  Html name = title_markup(task, spaced({task.hint.empty() ? "" : hint_id, status_id}));
  if (!task.hint.empty()) name += element("div", {{"id", hint_id}, {"class", "govuk-task-list__hint"}}, task.hint);

  auto const status =
      element("div", {{"class", spaced({"govuk-task-list__status", task.status.classes})}, {"id", status_id}},
              task.status.tag ? tag(*task.status.tag) : task.status.text);
  return element("li",
                 {{"class", spaced({"govuk-task-list__item",
                                    task.href.empty() ? "" : "govuk-task-list__item--with-link", task.classes})}},
                 html(element("div", {{"class", "govuk-task-list__name-and-hint"}}, name), status));
}

}  // namespace

Html task_list(TaskListOptions const& options) {
  Html tasks;
  int number = 0;
  for (auto const& task : options.items) {
    ++number;
    if (!task.title.text.empty()) tasks += task_markup(task, options.id_prefix + "-" + std::to_string(number));
  }
  Attributes outer{{"class", spaced({"govuk-task-list", options.classes})}};
  return element("ul", outer.add(options.attributes), tasks);
}

}  // namespace earshot::govuk
