#pragma once

#include <string>

#include "ui/html/html.h"

namespace earshot::govuk {

struct DetailsOptions {
  Html summary_text;
  Html text;
  std::string id;
  bool open = false;
  std::string classes;
  Attributes attributes;
};

/// A summary that opens to more, for what only some readers need.
Html details(DetailsOptions const& options);

}  // namespace earshot::govuk
