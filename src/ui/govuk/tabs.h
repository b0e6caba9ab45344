#pragma once

#include <string>
#include <vector>

#include "ui/html/html.h"

namespace earshot::govuk {

/// What a tab shows: `text`, which becomes a paragraph, or `html`, which stands as it is.
struct TabPanel {
  Html text;
  Html html;
  Attributes attributes;
};

/// A tab. One without a label is left out; an empty `id` is the list's `id_prefix` and the tab's number.
struct Tab {
  std::string id;
  Html label;
  Attributes attributes;
  TabPanel panel;
};

struct TabsOptions {
  std::string id;
  std::string id_prefix;
  Html title = "Contents";
  std::vector<Tab> items;
  std::string classes;
  Attributes attributes;
};

/// Parts of which one is seen at a time; without scripts, a list of links to all of them.
Html tabs(TabsOptions const& options);

}  // namespace earshot::govuk
