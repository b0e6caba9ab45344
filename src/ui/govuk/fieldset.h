// Fields that answer one question together, under a legend.
#pragma once

#include <string>

#include "ui/html/html.h"

namespace earshot::govuk {

struct LegendOptions {
  Html text;
  bool is_page_heading = false;  ///< the legend is the h1 of a page that asks one thing
  std::string classes;
};

struct FieldsetOptions {
  LegendOptions legend;
  Html content;  ///< the fields; a component that has a fieldset sets it itself
  std::string described_by;
  std::string role;
  std::string classes;
  Attributes attributes;
};

/// The fieldset.
Html fieldset(FieldsetOptions const& options);

/// The fieldset around the fields of a component, with the ids of what describes them added to its own; or `content`
/// alone when there is no legend, since a group without a name is only noise to a screen reader.
Html within_fieldset(FieldsetOptions const& options, std::string const& described_by, Html const& content);

}  // namespace earshot::govuk
