#pragma once

#include <string>

#include "ui/html/html.h"

namespace earshot::govuk {

/// `text` becomes a paragraph; `html` stands as it is and goes before it.
struct FeedbackOptions {
  Html title_text;
  int heading_level = 2;
  Html text;
  Html html;
  std::string classes;
  Attributes attributes;
};

/// Asks, at the foot of a page, what the reader thinks of it.
Html feedback(FeedbackOptions const& options);

}  // namespace earshot::govuk
