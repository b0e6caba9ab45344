// Boxes to tick of which there can be many, in groups: the services of each agency, say. Where there are more than one
// looks over at a glance, each group is folded away under its name, without any script.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/i18n/translator.h"
#include "ui/fields.h"
#include "ui/html/html.h"

namespace earshot::ui {

struct BoxGroup {
  std::string name;
  std::vector<Choice> items;
  bool folds = true;  ///< False for what everybody should see, however many boxes there are.
};

/// Adds an item to the group of this name, which is made where there is none. The groups stand in the order of their
/// names.
void add_to_group(std::vector<BoxGroup>& groups, std::string const& name, Choice item);

struct GroupedBoxesField {
  std::string name;
  std::string legend;
  bool heading = false;  ///< The legend is the heading of the page (h1).
  Html hint = {};
  std::vector<BoxGroup> groups;
  std::vector<std::string> values = {};
  std::optional<std::string> error = {};
  bool small = false;
};

/// Any of many. A group is open when something in it is ticked, and the first one when something is wrong: its first
/// box has the name for its id.
Html grouped_boxes_field(i18n::Translator const& t, GroupedBoxesField const& field);

}  // namespace earshot::ui
