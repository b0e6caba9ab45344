// A hint: help with a question, read out with its field.
#pragma once

#include <string>
#include <string_view>

#include "ui/html/html.h"

namespace earshot::govuk {

struct HintOptions {
  Html text;
  std::string id;  ///< a component that has a hint sets it itself
  std::string classes;
  Attributes attributes;
};

/// The hint, also when it is empty: a script may fill it.
Html hint(HintOptions const& options);

/// The same with this id, whatever the options say, and with more classes.
Html hint(HintOptions const& options, std::string_view id, std::string_view more_classes = {});

}  // namespace earshot::govuk
