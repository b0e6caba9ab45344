#pragma once

#include <string>

#include "ui/html/html.h"

namespace earshot::govuk {

struct WarningTextOptions {
  Html text;
  Html icon_fallback_text = "Warning";
  std::string classes;
  Attributes attributes;
};

/// A warning with a mark beside it. `icon_fallback_text` is what a screen reader says for the mark.
Html warning_text(WarningTextOptions const& options);

}  // namespace earshot::govuk
