// What is wrong with a form, at the top of its page, with a link to each field.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/html/html.h"

namespace earshot::govuk {

struct ErrorSummaryItem {
  Html text;
  Url href;  ///< "#" and the id of the field; plain text when empty
  Attributes attributes;
};

struct ErrorSummaryOptions {
  Html title;
  Html description;
  std::vector<ErrorSummaryItem> errors;
  std::optional<bool> disable_auto_focus;  ///< the summary takes the focus when the page opens, unless true
  std::string classes;
  Attributes attributes;
};

/// The summary.
Html error_summary(ErrorSummaryOptions const& options);

}  // namespace earshot::govuk
