#pragma once

#include <string>

#include "ui/html/html.h"

namespace earshot::govuk {

struct BackLinkOptions {
  Html text = "Back";
  Url href = "#";
  std::string classes;
  Attributes attributes;
};

/// The link at the top of a page to the page before it.
Html back_link(BackLinkOptions const& options);

}  // namespace earshot::govuk
