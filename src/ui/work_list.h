// A worker's list: what was said, and beside it what there is to know about it. Rows on a screen, blocks on a phone.
#pragma once

#include <string>
#include <vector>

#include "ui/html/html.h"

namespace earshot::ui {

struct WorkItem {
  Url href;                 ///< Where it is worked on.
  std::string words;        ///< What was said, shortened.
  std::string language;     ///< The html lang of the words.
  std::vector<Html> facts;  ///< Short, the same for every item of a list: service, date, state.
};

/// The list. `label` names it for those who hear the page.
Html work_list(std::string_view label, std::vector<WorkItem> const& items);

}  // namespace earshot::ui
