#include "ui/grouped_boxes.h"

#include <algorithm>

#include "ui/govuk/details.h"
#include "ui/govuk/notes.h"
#include "ui/govuk/shared.h"
#include "ui/question.h"

namespace earshot::ui {
namespace {

/// More boxes than these, in groups that fold, are folded away.
constexpr std::size_t kMostInSight = 12;

bool has_ticked(BoxGroup const& group, std::vector<std::string> const& values) {
  return std::any_of(group.items.begin(), group.items.end(), [&](Choice const& item) {
    return std::find(values.begin(), values.end(), item.value) != values.end();
  });
}

}  // namespace

void add_to_group(std::vector<BoxGroup>& groups, std::string const& name, Choice item) {
  auto at = std::lower_bound(groups.begin(), groups.end(), name,
                             [](BoxGroup const& group, std::string const& other) { return group.name < other; });
  if (at == groups.end() || at->name != name) at = groups.insert(at, {.name = name, .items = {}});
  at->items.push_back(std::move(item));
}

Html grouped_boxes_field(i18n::Translator const& t, GroupedBoxesField const& field) {
  std::size_t that_fold = 0;
  for (auto const& group : field.groups)
    if (group.folds) that_fold += group.items.size();

  auto const notes = govuk::notes(field.name, {.text = field.hint}, question::problem(t, field.error));
  auto content = notes.markup;
  for (std::size_t i = 0; i < field.groups.size(); ++i) {
    auto const& group = field.groups[i];
    auto const first = i == 0;
    auto const boxes = checkboxes_field(t, {.name = field.name,
                                            .id = first ? field.name : field.name + "-group-" + std::to_string(i + 1),
                                            .legend = group.name,
                                            .items = group.items,
                                            .values = field.values,
                                            .small = field.small});
    if (group.folds && that_fold > kMostInSight)
      content += govuk::details({.summary_text = group.name,
                                 .text = boxes,
                                 .open = (first && field.error) || has_ticked(group, field.values),
                                 .classes = "boxes-group"});
    else
      content += boxes;
  }
  return govuk::form_group({}, field.error.has_value(),
                           govuk::within_fieldset(question::legend(field.legend, field.heading), notes.ids, content));
}

}  // namespace earshot::ui
