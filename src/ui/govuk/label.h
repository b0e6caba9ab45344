// The label of a form field.
#pragma once

#include <string>
#include <string_view>

#include "ui/html/html.h"

namespace earshot::govuk {

struct LabelOptions {
  Html text;
  std::string for_id;            ///< the id of the field; a component that has a label sets it itself
  bool is_page_heading = false;  ///< the label is the h1 of a page that asks one thing
  std::string classes;
  Attributes attributes;
};

/// The label, or nothing when it has no text.
Html label(LabelOptions const& options);

/// The same for the field with this id, whatever the options say.
Html label(LabelOptions const& options, std::string_view for_id);

}  // namespace earshot::govuk
