// The filter above a worker's list: folded away until something is chosen, and standing in the address of the page.
#pragma once

#include <string>
#include <vector>

#include "ui/fields.h"

namespace earshot::ui {

struct Filters {
  Url address;               ///< Of the list, without a filter.
  std::vector<Html> fields;  ///< Side by side where there is room.
  std::string everything;    ///< What the link says that lets go of all of it.
  bool chosen = false;       ///< Whether anything is.
};

/// The form.
Html filters(i18n::Translator const& t, Filters const& filters);

/// A field of it that chooses one of several; `all` is what it says when it leaves that open.
Html filter_select(i18n::Translator const& t, std::string const& name, std::string const& label,
                   std::string const& value, std::string const& all, std::vector<Choice> items);

/// The field for words and references.
Html filter_search(i18n::Translator const& t, std::string const& label, std::string const& value);

/// What can be chosen of things that have a name and a slug.
template <class Named>
std::vector<Choice> choices_by_name(std::vector<Named> const& all) {
  std::vector<Choice> choices;
  for (auto const& each : all) choices.push_back({.value = each.slug, .label = each.name});
  return choices;
}

}  // namespace earshot::ui
