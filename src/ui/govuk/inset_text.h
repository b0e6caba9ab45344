#pragma once

#include <string>

#include "ui/html/html.h"

namespace earshot::govuk {

struct InsetTextOptions {
  Html text;
  std::string id;
  std::string classes;
  Attributes attributes;
};

/// Words set apart from the text around them: a quotation, an example.
Html inset_text(InsetTextOptions const& options);

}  // namespace earshot::govuk
