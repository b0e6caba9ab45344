#pragma once

#include <string>

#include "ui/html/html.h"

namespace earshot::govuk {

struct SkipLinkOptions {
  Html text;
  Url href = "#content";
  std::string classes;
  Attributes attributes;
};

/// The first link of a page, shown when it has the focus: past the header to the content.
Html skip_link(SkipLinkOptions const& options);

}  // namespace earshot::govuk
