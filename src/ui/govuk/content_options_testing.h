// The options that several components which are not form fields have in common, from JSON to struct.
#pragma once

#include <string_view>
#include <vector>

#include "ui/govuk/fixtures_testing.h"
#include "ui/govuk/tag.h"

namespace earshot::govuk {

/// What `make` makes of each of `list`.
template <class Item, class Make>
auto each(std::vector<Item> const& list, Make make) {
  std::vector<decltype(make(list.front()))> all;
  for (auto const& item : list) all.push_back(make(item));
  return all;
}

TagOptions tag_options(Options const& options);

/// A list of options in which null, false and "" stand as empty options, for components that number their items.
std::vector<Options> list_with_gaps(Options const& options, std::string_view name);

/// The picture with `class_name` in the first fixture of `component`. The Crown's marks are in the package, not here.
Html picture_in_fixture(std::string_view component, std::string_view class_name);

}  // namespace earshot::govuk
